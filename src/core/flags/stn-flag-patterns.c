/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "flags/stn-flag-run.h"

static gboolean
is_tired_after_cramp (const StnNight *night, int tired_at_least)
{
  if (!night->sleep.tired.known || night->sleep.tired.value < tired_at_least)
    return FALSE;
  for (guint i = 0; i < night->episodes->len; i++) {
    const StnEpisode *episode = g_ptr_array_index (night->episodes, i);

    if (episode->woke == STN_ANSWER_YES && !stn_flag_is_imported (&episode->id))
      return TRUE;
  }
  return FALSE;
}

gboolean
stn_flag_test_mornings (StnFlagRun *self, const StnRuleTest *test)
{
  StnDate first = stn_flag_run_first_night (self, test->days);
  StnFlagMatch *match;
  int found = 0;

  for (guint i = 0; i < self->records->nights->len; i++) {
    const StnNight *night = g_ptr_array_index (self->records->nights, i);

    if (stn_date_compare (night->key, first) >= 0 &&
        stn_date_compare (night->key, self->today) <= 0)
      found += is_tired_after_cramp (night, test->tired_at_least);
  }
  if (found < test->on_days)
    return FALSE;
  match = stn_flag_run_match (self, STN_FLAG_MATCH_MORNINGS, NULL, first);
  match->until = stn_date_add_days (self->today, -1);
  match->count = (guint) found;
  return TRUE;
}

/* Weeks of nights from Monday to Sunday that are over. */
gboolean
stn_flag_test_weeks (StnFlagRun *self, const StnRuleTest *test)
{
  StnDate monday = stn_date_add_days (self->today, 1 - stn_date_weekday (self->today));
  int found = 0;

  for (int week = test->days; week > 0; week--) {
    StnDate first = stn_date_add_days (monday, -7 * week);
    StnFlagNights nights = stn_flag_run_count (self, first, stn_date_add_days (first, 6));

    if (nights.recorded < (guint) test->recorded || nights.cramps < (guint) test->cramp_nights)
      continue;
    stn_flag_match_nights (self, nights);
    found++;
  }
  return found >= test->at_least;
}

/* Two spans of nights; both must be known well enough. */
static gboolean
compare_spans (StnFlagRun *self, const StnRuleTest *test, StnFlagNights before, StnFlagNights after)
{
  guint recorded = (guint) test->recorded;

  if (before.recorded < recorded || after.recorded < recorded ||
      after.cramps < before.cramps * (guint) test->times ||
      after.cramps < before.cramps + (guint) test->more || after.cramps < (guint) test->at_least)
    return FALSE;
  stn_flag_match_nights (self, before);
  stn_flag_match_nights (self, after);
  return TRUE;
}

/* The @days nights before @first and those from it on. */
static gboolean
compare_around (StnFlagRun *self, const StnRuleTest *test, StnDate first, int days)
{
  StnDate start = stn_date_add_days (first, -days);

  return compare_spans (self, test, stn_flag_run_count (self, start, stn_date_add_days (first, -1)),
                        stn_flag_run_count (self, first, stn_date_add_days (first, days - 1)));
}

gboolean
stn_flag_test_rise (StnFlagRun *self, const StnRuleTest *test)
{
  return compare_around (self, test, stn_date_add_days (self->today, -test->days), test->days);
}

static gboolean
test_raises (StnFlagRun *self, const StnRuleTest *test, const StnFlagMedicine *medicine)
{
  for (guint i = 0; i < medicine->raises->len; i++) {
    StnDate day = g_array_index (medicine->raises, StnDate, i);
    int days_ago = stn_date_days_between (day, self->today);

    if (days_ago >= 0 && days_ago <= test->within_days &&
        compare_around (self, test, day, test->days))
      return TRUE;
  }
  return FALSE;
}

gboolean
stn_flag_test_medicine_rise (StnFlagRun *self, const StnRuleTest *test)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->records->medicines->len; i++) {
    const StnFlagMedicine *medicine = g_ptr_array_index (self->records->medicines, i);

    if (!medicine->is_linked || !test_raises (self, test, medicine))
      continue;
    stn_flag_run_match (self, STN_FLAG_MATCH_MEDICINE, medicine->name, medicine->start);
    found = TRUE;
  }
  return found;
}

static guint
count_stretched (const StnFlagRun *self, StnDate first, StnDate last)
{
  guint stretched = 0;

  for (guint i = 0; i < self->records->nights->len; i++) {
    const StnNight *night = g_ptr_array_index (self->records->nights, i);
    const StnFactorValue *value = stn_night_get_value (night, "stretch");

    if (value != NULL && value->value > 0 &&
        !stn_flag_is_imported (stn_factor_value_get_id (value)) &&
        stn_date_compare (night->key, first) >= 0 && stn_date_compare (night->key, last) <= 0)
      stretched++;
  }
  return stretched;
}

/* The stretch was done on most days, and the second half of them had no fewer nights with cramps than the first. */
gboolean
stn_flag_test_stretched (StnFlagRun *self, const StnRuleTest *test)
{
  int half = test->days / 2;
  StnDate first = stn_date_add_days (self->today, -2 * half);
  StnDate last = stn_date_add_days (self->today, -1);
  guint stretched = count_stretched (self, first, last);
  StnFlagMatch *match;

  if (stretched * 100 < (guint) (test->percent_at_least * test->days) ||
      !compare_around (self, test, stn_date_add_days (first, half), half))
    return FALSE;
  match = stn_flag_run_match (self, STN_FLAG_MATCH_STRETCHED, NULL, first);
  match->until = last;
  match->count = stretched;
  match->of = (guint) test->days;
  return TRUE;
}
