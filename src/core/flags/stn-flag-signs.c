/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "flags/stn-flag-run.h"

static gboolean
is_within (const StnSign *sign, StnDate first, StnDate last)
{
  return stn_date_compare (sign->date, first) >= 0 && stn_date_compare (sign->date, last) <= 0;
}

/* (nullable) what was said last of the sign in the window. */
static const StnSign *
find_newest (const StnFlagRun *self, const char *id, StnDate first)
{
  const StnSign *newest = NULL;

  for (guint i = 0; i < self->records->signs->len; i++) {
    const StnSign *sign = g_ptr_array_index (self->records->signs, i);

    if (g_str_equal (sign->sign, id) && is_within (sign, first, self->today) &&
        (newest == NULL || stn_date_compare (sign->date, newest->date) > 0))
      newest = sign;
  }
  return newest;
}

/* What was said last counts. */
static gboolean
test_latest (StnFlagRun *self, const StnRuleTest *test)
{
  StnAnswer wanted = test->is == STN_ANSWER_NO ? STN_ANSWER_NO : STN_ANSWER_YES;
  StnDate first = stn_flag_run_since (self, test->days);
  gboolean found = FALSE;

  for (const char *const *id = test->ids; *id != NULL; id++) {
    const StnSign *sign = find_newest (self, *id, first);

    if (sign == NULL || sign->answer != wanted)
      continue;
    stn_flag_run_match_sign (self, sign);
    found = TRUE;
  }
  return found;
}

/* Whether one of the signs was there on that day; each that was is added to the matches. */
static gboolean
match_day (StnFlagRun *self, const StnRuleTest *test, StnDate day)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->records->signs->len; i++) {
    const StnSign *sign = g_ptr_array_index (self->records->signs, i);

    if (sign->answer != STN_ANSWER_YES || !is_within (sign, day, day) ||
        !stn_flag_has_word (test->ids, sign->sign))
      continue;
    stn_flag_run_match_sign (self, sign);
    found = TRUE;
  }
  return found;
}

/* Days of the window on which there was one: a later "no" does not take it back. */
static gboolean
test_days (StnFlagRun *self, const StnRuleTest *test)
{
  int found = 0;

  for (int days_ago = test->days - 1; days_ago >= 0; days_ago--)
    found += match_day (self, test, stn_date_add_days (self->today, -days_ago));
  return found >= test->on_days;
}

gboolean
stn_flag_test_sign (StnFlagRun *self, const StnRuleTest *test)
{
  return test->days == 0 || test->latest ? test_latest (self, test) : test_days (self, test);
}
