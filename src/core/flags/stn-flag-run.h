/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "flags/stn-flag.h"

G_BEGIN_DECLS

/**
 * StnFlagRun: one look at the records, as of one day; inside the room only.
 * @today: civil date. @night: key that belongs to the hour. @rule: the one being looked at.
 * @matched: (element-type StnFlagMatch) @questions: (element-type StnFlagQuestion) what was found so far.
 */
typedef struct {
  const StnKnowledge *knowledge;
  const StnFlagRecords *records;
  StnDate today;
  StnDate night;
  const StnRule *rule;
  GPtrArray *matched;
  GPtrArray *questions;
} StnFlagRun;

/** stn_flag_run_test: whether it holds; what is not known does not. When it holds, and only then, its matches are added. */
gboolean stn_flag_run_test (StnFlagRun *self, const StnRuleTest *test);

/** stn_flag_run_rule: (nullable) the most urgent case of @rule that holds. */
const StnRuleCase *stn_flag_run_rule (StnFlagRun *self, const StnRule *rule);

/** stn_flag_run_match: adds a match of @kind. @id: copied, may be NULL. Returns: (transfer none) to be filled in. */
StnFlagMatch *
stn_flag_run_match (StnFlagRun *self, StnFlagMatchKind kind, const char *id, StnDate date);

/** stn_flag_run_match_sign: adds a match of kind SIGN: what was answered, and when. */
void stn_flag_run_match_sign (StnFlagRun *self, const StnSign *sign);

/** stn_flag_run_fresh: the first night or date of the last 48 hours: the current key and the one before. */
StnDate stn_flag_run_fresh (const StnFlagRun *self);

/** stn_flag_run_since: first date of a window of @days days that ends today; 0 = the last 48 hours. */
StnDate stn_flag_run_since (const StnFlagRun *self, int days);

/** stn_flag_run_first_night: the same for nights: that of a day is the one that ended on it. */
StnDate stn_flag_run_first_night (const StnFlagRun *self, int days);

/**
 * StnFlagNights: the recorded nights from @first to @last, both included. Imports are passed over.
 * @cramps: nights with cramps.
 */
typedef struct {
  StnDate first;
  StnDate last;
  guint recorded;
  guint cramps;
} StnFlagNights;

StnFlagNights stn_flag_run_count (const StnFlagRun *self, StnDate first, StnDate last);

/** stn_flag_is_imported: whether the row came out of an import. */
gboolean stn_flag_is_imported (const StnIdentity *id);

/** stn_flag_has_word: whether @words, NULL-terminated, has @word. */
gboolean stn_flag_has_word (const char *const *words, const char *word);

/** stn_flag_match_nights: adds a match of kind NIGHTS. */
void stn_flag_match_nights (StnFlagRun *self, StnFlagNights nights);

/** The tests, one file a topic; see StnRuleTestKind. */
gboolean stn_flag_test_sign (StnFlagRun *self, const StnRuleTest *test);
gboolean stn_flag_test_cramp (StnFlagRun *self, const StnRuleTest *test);
gboolean stn_flag_test_share (StnFlagRun *self, const StnRuleTest *test);
gboolean stn_flag_test_relief (StnFlagRun *self, const StnRuleTest *test);
gboolean stn_flag_test_mornings (StnFlagRun *self, const StnRuleTest *test);
gboolean stn_flag_test_weeks (StnFlagRun *self, const StnRuleTest *test);
gboolean stn_flag_test_rise (StnFlagRun *self, const StnRuleTest *test);
gboolean stn_flag_test_medicine_rise (StnFlagRun *self, const StnRuleTest *test);
gboolean stn_flag_test_stretched (StnFlagRun *self, const StnRuleTest *test);
gboolean stn_flag_test_factor (StnFlagRun *self, const StnRuleTest *test);
gboolean stn_flag_test_medicine (StnFlagRun *self, const StnRuleTest *test);
gboolean stn_flag_test_condition (StnFlagRun *self, const StnRuleTest *test);
gboolean stn_flag_test_person (StnFlagRun *self, const StnRuleTest *test);

G_END_DECLS
