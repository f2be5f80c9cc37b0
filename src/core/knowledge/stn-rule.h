/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-knowledge.h"
#include "model/stn-words.h"

G_BEGIN_DECLS

/** StnFlagTier: how soon, in the order of urgency: the greater is the more urgent (clinical 5.1). */
typedef enum {
  STN_FLAG_TIER_INFORMATION = 1,
  STN_FLAG_TIER_ROUTINE,
  STN_FLAG_TIER_DAYS,
  STN_FLAG_TIER_RIGHT_AWAY,
  STN_FLAG_TIER_EMERGENCY,
} StnFlagTier;

/** Tokens: "information", "routine", "days", "right-away", "emergency". */
const char *stn_flag_tier_to_token (StnFlagTier tier);
gboolean stn_flag_tier_parse (const char *token, StnFlagTier *ret_tier, GError **error);

/** StnRuleTestKind: what one element of a condition looks at; data/knowledge/README.md describes each. */
typedef enum {
  STN_TEST_ALL,
  STN_TEST_ANY,
  STN_TEST_AT_LEAST,
  STN_TEST_SIGN,
  STN_TEST_CRAMP,
  STN_TEST_MORNINGS,
  STN_TEST_WEEKS,
  STN_TEST_SHARE,
  STN_TEST_RISE,
  STN_TEST_MEDICINE_RISE,
  STN_TEST_STRETCHED,
  STN_TEST_FACTOR,
  STN_TEST_MEDICINE,
  STN_TEST_CONDITION,
  STN_TEST_PERSON,
  STN_TEST_FLAG,
  STN_TEST_RELIEF,
} StnRuleTestKind;

typedef struct _StnRuleTest StnRuleTest;
typedef struct _StnRule StnRule;

/**
 * StnRuleTest: one element of a condition, with its attributes. What is not given is unknown, or 0 for whole numbers,
 * where the meaning of 0 is said here.
 * @tests: NULL-terminated, of the elements inside; NULL where there are none.
 * @ids: NULL-terminated names that the element lists (signs, factors, classes, conditions, reliefs), NULL for others;
 * one of them is enough.
 * @flag: of FLAG. @days: window that ends today, 0 = the last 48 hours. @on_days, @at_least: how often, never 0.
 * @sites: 0 = any, else one of these bits (1 << StnSite).
 */
struct _StnRuleTest {
  StnRuleTestKind kind;
  const StnRuleTest *const *tests;
  const char *const *ids;
  const StnRule *flag;
  int days;
  int on_days;
  int at_least;
  int recorded;
  int percent_at_least;
  int percent_over;
  int episodes;
  int within_days;
  int more;
  int times;
  StnAnswer is;
  gboolean latest;
  StnOptInt severity_at_least;
  StnOptInt severity_at_most;
  StnOptInt minutes_over;
  StnOptInt minutes_at_least;
  StnAnswer eased;
  StnAnswer ongoing;
  StnAnswer by_day;
  StnAnswer arms_or_hands;
  StnAnswer one_sided;
  guint sites;
  StnOptInt sore_hours_over;
  int in_one_night;
  int minutes_together;
  int muscle_groups;
  const char *after_sign;
  gboolean asks_eased;
  int cramp_nights;
  int tired_at_least;
  StnOptReal factor_at_least;
  StnOptReal factor_at_most;
  StnOptReal week_over;
  int started_within_days;
  StnAnswer pregnant;
  StnOptInt under_age;
};

/**
 * StnRuleCase: one condition of a rule and what is said when it holds. Strings are English, through gettext().
 * @is_event: it speaks of something that happened, is raised only while that is fresh, and stays until it is answered;
 * else of a pattern, which is there or not. Emergency and right away are events.
 * @title: what was found. @action: what to do; NULL for routine, whose reasons share one card.
 * @says: NULL-terminated ids of the statements of the two source texts that it carries ("S1.42").
 */
typedef struct {
  StnFlagTier tier;
  gboolean is_event;
  const char *title;
  const char *action;
  const char *const *says;
  const StnRuleTest *test;
} StnRuleCase;

/**
 * StnRule: when to see a doctor (clinical 5.2).
 * @id: "F-R1"; what the diary stores. @grade: of the evidence. @cases: NULL-terminated, the most urgent first; the first
 * that holds speaks.
 * @present_days: how long an event is spoken of in the present; 0 = as long as it can be raised, 48 hours.
 * @is_burden: one of the ways in which the same cramps weigh on a person: told together, an answer to one is one to all.
 * @evidence, @sources: as of a trigger.
 */
struct _StnRule {
  const char *id;
  StnGrade grade;
  const StnRuleCase *const *cases;
  int present_days;
  gboolean is_burden;
  const char *evidence;
  const StnSource *const *sources;
};

/** stn_knowledge_get_rule: (nullable) the rule called @id. */
const StnRule *stn_knowledge_get_rule (const StnKnowledge *self, const char *id);

/** stn_knowledge_list_rules: (transfer none) NULL-terminated, in the order of the file. */
const StnRule *const *stn_knowledge_list_rules (const StnKnowledge *self);

G_END_DECLS
