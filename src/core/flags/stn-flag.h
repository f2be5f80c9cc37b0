/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "flags/stn-flag-records.h"
#include "knowledge/stn-rule.h"

G_BEGIN_DECLS

/** After an answer ("booked", "seen", a visit) a reason of the routine card is silent for so many days. */
#define STN_FLAG_SILENT_DAYS 90

/**
 * "Unless a new reason appears" (clinical, opening decision 2): a reason that was on a card answered within so many days is
 * not new. Cramps come and go, and with them the reasons at their limits: coming back they wait with the others until the
 * card's silence is over. One that was never told comes at once, also tired by day (S1.44) after "booked" for very painful.
 */
#define STN_FLAG_TOLD_DAYS 365

/** A reason that came to the routine card stays there for so many days, or until it is answered: it does not blink. */
#define STN_FLAG_STANDS_DAYS 28

/** Nights and signs older than this before the day looked at change no flag. */
#define STN_FLAG_LOOKS_BACK_DAYS 300

typedef enum {
  STN_FLAG_MATCH_SIGN,      /* @id was answered with @answer on @date */
  STN_FLAG_MATCH_CRAMP,     /* @episode of night @date */
  STN_FLAG_MATCH_NIGHTS,    /* cramps on @count of @of recorded nights, @date to @until */
  STN_FLAG_MATCH_MORNINGS,  /* woken by a cramp and tired on @count days, @date to @until */
  STN_FLAG_MATCH_EPISODES,  /* @count of @of cramps, @date to @until, were so */
  STN_FLAG_MATCH_STRETCHED, /* the stretch was done on @count of @of days, @date to @until */
  STN_FLAG_MATCH_FACTOR,    /* factor @id was @value on @date */
  STN_FLAG_MATCH_WEEK,      /* factor @id was @value a week on average, @date to @until */
  STN_FLAG_MATCH_MEDICINE, /* the medicine named @id, taken since @date or, STN_NO_DATE, an unknown day */
  STN_FLAG_MATCH_CONDITION, /* condition @id */
  STN_FLAG_MATCH_PREGNANT,
  STN_FLAG_MATCH_AGE,    /* @count years at most */
  STN_FLAG_MATCH_RELIEF, /* relief @id was tried in night @date */
} StnFlagMatchKind;

/** StnFlagMatch: one of the person's own words that made a rule match. Which fields mean something is said above. */
typedef struct {
  StnFlagMatchKind kind;
  char *id;
  StnDate date;
  StnDate until;
  StnAnswer answer;
  StnEpisode *episode;
  guint count;
  guint of;
  double value;
} StnFlagMatch;

/**
 * StnFlag: a rule that matched.
 * @which: the case that speaks. @matched: (element-type StnFlagMatch).
 * @day: newest night or date that an event speaks of; of a pattern, today, or the day on which it came to the card where
 * it still stands. @since: first day of the unbroken run of days on which it matched until then, STN_NO_DATE for more than
 * half a year; of an event, @day.
 * @past: it is spoken of in the past ("You noted on ...").
 * @emergency_number: (nullable) what the person dials.
 * @reply: how it was dealt with. @put_away: it is not to be shown: answered, silent, or seen at a visit.
 */
typedef struct {
  const StnRule *rule;
  const StnRuleCase *which;
  StnDate day;
  StnDate since;
  gboolean past;
  StnFlagReply reply;
  gboolean put_away;
  GPtrArray *matched;
  char *emergency_number;
} StnFlag;

/**
 * StnFlagQuestion: the one thing to be asked before @rule can say more: did stretching ease this cramp?
 * @place: of @episode among the cramps of @night, from 0: a cramp that is being described has no uid yet.
 */
typedef struct {
  const StnRule *rule;
  StnDate night;
  guint place;
  StnEpisode *episode;
} StnFlagQuestion;

/**
 * StnFlags: what the rules say.
 * @flags: (element-type StnFlag) the most urgent first, then in the order of the knowledge; also those put away.
 * @questions: (element-type StnFlagQuestion).
 */
typedef struct {
  GPtrArray *flags;
  GPtrArray *questions;
} StnFlags;

/**
 * stn_flags_find: clinical 5 with its opening decisions. A missing answer is unknown, and nothing matches by what is
 * unknown. Events are raised only about the current night key and the one before it; what @records->notes say was
 * raised in time stays until it is answered: events in the past, reasons of the routine card for STN_FLAG_STANDS_DAYS.
 * @knowledge: outlives the result. @now: local time.
 *
 * Returns: (transfer full).
 */
StnFlags *
stn_flags_find (const StnKnowledge *knowledge, const StnFlagRecords *records, GDateTime *now);
void stn_flags_free (StnFlags *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnFlags, stn_flags_free)

/** stn_flags_get: (nullable) the flag of the rule called @rule. */
const StnFlag *stn_flags_get (const StnFlags *self, const char *rule);

G_END_DECLS
