/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "flags/stn-flag-run.h"
#include "model/stn-person-condition.h"

static gboolean
is_value (const StnRuleTest *test, const StnFactorValue *value)
{
  return value != NULL && !stn_flag_is_imported (stn_factor_value_get_id (value)) &&
         (!test->factor_at_least.known || value->value >= test->factor_at_least.value) &&
         (!test->factor_at_most.known || value->value <= test->factor_at_most.value);
}

/* What a factor was over a window of nights. @total: the sum of its values. */
typedef struct {
  int nights;
  double total;
} Values;

static Values
sum_values (StnFlagRun *self, const StnRuleTest *test, StnDate first, gboolean matches)
{
  Values values = {0};

  for (guint i = 0; i < self->records->nights->len; i++) {
    const StnNight *night = g_ptr_array_index (self->records->nights, i);
    const StnFactorValue *value = stn_night_get_value (night, test->ids[0]);

    if (stn_date_compare (night->key, first) < 0 ||
        stn_date_compare (night->key, self->today) > 0 || !is_value (test, value))
      continue;
    values.nights++;
    values.total += value->value;
    if (matches)
      stn_flag_run_match (self, STN_FLAG_MATCH_FACTOR, test->ids[0], night->key)->value =
        value->value;
  }
  return values;
}

/* The mean of the days that are known, taken seven times. */
static gboolean
test_week (StnFlagRun *self, const StnRuleTest *test)
{
  StnDate first = stn_flag_run_first_night (self, test->days);
  Values values = sum_values (self, test, first, FALSE);
  StnFlagMatch *match;

  if (values.nights < test->recorded)
    return FALSE;
  double week = values.total * 7 / values.nights;
  if (week <= test->week_over.value)
    return FALSE;
  match = stn_flag_run_match (self, STN_FLAG_MATCH_WEEK, test->ids[0], first);
  match->until = stn_date_add_days (self->today, -1);
  match->value = week;
  return TRUE;
}

gboolean
stn_flag_test_factor (StnFlagRun *self, const StnRuleTest *test)
{
  if (test->week_over.known)
    return test_week (self, test);
  return sum_values (self, test, stn_flag_run_first_night (self, test->days), TRUE).nights >=
         test->on_days;
}

static gboolean
is_of_class (const StnFlagMedicine *medicine, const StnRuleTest *test)
{
  for (char **name = medicine->classes; *name != NULL; name++)
    if (stn_flag_has_word (test->ids, *name))
      return TRUE;
  return FALSE;
}

static gboolean
is_taken (const StnFlagRun *self, const StnFlagMedicine *medicine)
{
  return stn_date_compare (medicine->start, self->today) <= 0 &&
         (!stn_date_is_set (medicine->stop) || stn_date_compare (medicine->stop, self->today) > 0);
}

static gboolean
is_started_within (const StnFlagRun *self, const StnFlagMedicine *medicine, int days)
{
  return days == 0 || (stn_date_is_set (medicine->start) &&
                       stn_date_days_between (medicine->start, self->today) <= days);
}

/* A medicine that is not written down may still be taken. */
gboolean
stn_flag_test_medicine (StnFlagRun *self, const StnRuleTest *test)
{
  gboolean found = FALSE;

  for (guint i = 0; i < self->records->medicines->len; i++) {
    const StnFlagMedicine *medicine = g_ptr_array_index (self->records->medicines, i);

    if (!is_of_class (medicine, test) || !is_taken (self, medicine) ||
        !is_started_within (self, medicine, test->started_within_days))
      continue;
    stn_flag_run_match (self, STN_FLAG_MATCH_MEDICINE, medicine->name, medicine->start);
    found = TRUE;
  }
  return found;
}

gboolean
stn_flag_test_condition (StnFlagRun *self, const StnRuleTest *test)
{
  gboolean found = FALSE;

  for (char **id = self->records->conditions; *id != NULL; id++) {
    if (!stn_flag_has_word (test->ids, *id))
      continue;
    stn_flag_run_match (self, STN_FLAG_MATCH_CONDITION, *id, self->today);
    found = TRUE;
  }
  return found;
}

/* Of the birth only the year is known: in the year in which the age is reached it may be reached or not. */
static gboolean
test_age (StnFlagRun *self, int under)
{
  StnOptInt birth_year = self->records->birth_year;
  int year;

  stn_date_split (self->today, &year, NULL, NULL);
  if (!birth_year.known || year - birth_year.value >= under)
    return FALSE;
  stn_flag_run_match (self, STN_FLAG_MATCH_AGE, NULL, self->today)->count =
    (guint) (year - birth_year.value);
  return TRUE;
}

static gboolean
was_pregnant_within (const StnFlagRun *self, int days)
{
  StnDate until = self->records->pregnant_until;

  return days > 0 && stn_date_is_set (until) && stn_date_compare (until, self->today) <= 0 &&
         stn_date_days_between (until, self->today) <= days;
}

gboolean
stn_flag_test_person (StnFlagRun *self, const StnRuleTest *test)
{
  if (test->under_age.known)
    return test_age (self, test->under_age.value);
  if (self->records->pregnant == STN_ANSWER_YES) {
    stn_flag_run_match (self, STN_FLAG_MATCH_PREGNANT, NULL, self->today);
    return TRUE;
  }
  if (!was_pregnant_within (self, test->within_days))
    return FALSE;
  stn_flag_run_match (self, STN_FLAG_MATCH_CONDITION, STN_CONDITION_PREGNANCY,
                      self->records->pregnant_until);
  return TRUE;
}
