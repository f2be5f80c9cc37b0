/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "flags/stn-flag-run.h"

StnDate
stn_flag_run_fresh (const StnFlagRun *self)
{
  return stn_date_add_days (self->night, -1);
}

StnDate
stn_flag_run_since (const StnFlagRun *self, int days)
{
  return days == 0 ? stn_flag_run_fresh (self) : stn_date_add_days (self->today, 1 - days);
}

StnDate
stn_flag_run_first_night (const StnFlagRun *self, int days)
{
  return days == 0 ? stn_flag_run_fresh (self) : stn_date_add_days (self->today, -days);
}

gboolean
stn_flag_is_imported (const StnIdentity *id)
{
  return id->source != NULL && g_str_has_prefix (id->source, "import");
}

gboolean
stn_flag_has_word (const char *const *words, const char *word)
{
  return g_strv_contains (words, word);
}

StnFlagMatch *
stn_flag_run_match (StnFlagRun *self, StnFlagMatchKind kind, const char *id, StnDate date)
{
  StnFlagMatch *match = g_new0 (StnFlagMatch, 1);

  match->kind = kind;
  match->id = g_strdup (id);
  match->date = date;
  match->until = date;
  g_ptr_array_add (self->matched, match);
  return match;
}

void
stn_flag_run_match_sign (StnFlagRun *self, const StnSign *sign)
{
  stn_flag_run_match (self, STN_FLAG_MATCH_SIGN, sign->sign, sign->date)->answer = sign->answer;
}

void
stn_flag_match_nights (StnFlagRun *self, StnFlagNights nights)
{
  StnFlagMatch *match = stn_flag_run_match (self, STN_FLAG_MATCH_NIGHTS, NULL, nights.first);

  match->until = nights.last;
  match->count = nights.cramps;
  match->of = nights.recorded;
}

static gboolean
has_own_cramp (const StnNight *night)
{
  for (guint i = 0; i < night->episodes->len; i++)
    if (!stn_flag_is_imported (&((StnEpisode *) g_ptr_array_index (night->episodes, i))->id))
      return TRUE;
  return FALSE;
}

StnFlagNights
stn_flag_run_count (const StnFlagRun *self, StnDate first, StnDate last)
{
  StnFlagNights nights = {.first = first, .last = last};

  for (guint i = 0; i < self->records->nights->len; i++) {
    const StnNight *night = g_ptr_array_index (self->records->nights, i);
    gboolean cramps;

    if (stn_date_compare (night->key, first) < 0 || stn_date_compare (night->key, last) > 0)
      continue;
    cramps = has_own_cramp (night);
    nights.cramps += cramps;
    nights.recorded += cramps || (night->no_cramps && !stn_flag_is_imported (&night->id));
  }
  return nights;
}

/* How many of the tests inside must hold. */
static gboolean
test_group (StnFlagRun *self, const StnRuleTest *test)
{
  guint held = 0, all = 0;

  for (; test->tests[all] != NULL; all++)
    held += stn_flag_run_test (self, test->tests[all]);
  return held >= (test->kind == STN_TEST_ALL ? all : (guint) test->at_least);
}

/* The rule as it was at the end of one of the days before; unknown while it would ask something. */
static StnAnswer
test_flag_at (StnFlagRun *self, const StnRuleTest *test, int days_ago)
{
  StnFlagRun then = *self;
  guint n_questions = self->questions->len;
  gboolean asks;

  then.today = stn_date_add_days (self->today, -days_ago);
  then.night = stn_date_add_days (self->night, -days_ago);
  then.rule = test->flag;
  gboolean matched = stn_flag_run_rule (&then, test->flag) != NULL;
  asks = self->questions->len > n_questions;
  g_ptr_array_set_size (self->questions, (int) n_questions);
  if (matched)
    return STN_ANSWER_YES;
  return asks ? STN_ANSWER_UNKNOWN : STN_ANSWER_NO;
}

static gboolean
test_flag (StnFlagRun *self, const StnRuleTest *test)
{
  StnAnswer answer = STN_ANSWER_NO;

  for (int days_ago = 0; days_ago < MAX (1, test->days) && answer != STN_ANSWER_YES; days_ago++)
    answer = test_flag_at (self, test, days_ago);
  return answer == (test->is == STN_ANSWER_NO ? STN_ANSWER_NO : STN_ANSWER_YES);
}

static gboolean (*const tests[]) (StnFlagRun *self, const StnRuleTest *test) = {
  [STN_TEST_ALL] = test_group,
  [STN_TEST_ANY] = test_group,
  [STN_TEST_AT_LEAST] = test_group,
  [STN_TEST_SIGN] = stn_flag_test_sign,
  [STN_TEST_CRAMP] = stn_flag_test_cramp,
  [STN_TEST_MORNINGS] = stn_flag_test_mornings,
  [STN_TEST_WEEKS] = stn_flag_test_weeks,
  [STN_TEST_SHARE] = stn_flag_test_share,
  [STN_TEST_RISE] = stn_flag_test_rise,
  [STN_TEST_MEDICINE_RISE] = stn_flag_test_medicine_rise,
  [STN_TEST_STRETCHED] = stn_flag_test_stretched,
  [STN_TEST_FACTOR] = stn_flag_test_factor,
  [STN_TEST_MEDICINE] = stn_flag_test_medicine,
  [STN_TEST_CONDITION] = stn_flag_test_condition,
  [STN_TEST_PERSON] = stn_flag_test_person,
  [STN_TEST_FLAG] = test_flag,
  [STN_TEST_RELIEF] = stn_flag_test_relief,
};

gboolean
stn_flag_run_test (StnFlagRun *self, const StnRuleTest *test)
{
  guint n_matched = self->matched->len;
  gboolean holds = tests[test->kind](self, test);

  if (!holds)
    g_ptr_array_set_size (self->matched, (int) n_matched);
  return holds;
}

const StnRuleCase *
stn_flag_run_rule (StnFlagRun *self, const StnRule *rule)
{
  for (const StnRuleCase *const *which = rule->cases; *which != NULL; which++) {
    guint n_questions = self->questions->len;

    if (stn_flag_run_test (self, (*which)->test)) {
      g_ptr_array_set_size (self->questions, (int) n_questions);
      return *which;
    }
  }
  return NULL;
}
