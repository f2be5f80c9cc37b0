/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-date-scale.h"

static const StnDateStep steps[] = {
  {STN_DATE_UNIT_DAY, 1},   {STN_DATE_UNIT_DAY, 7},   {STN_DATE_UNIT_MONTH, 1},
  {STN_DATE_UNIT_MONTH, 3}, {STN_DATE_UNIT_YEAR, 1},  {STN_DATE_UNIT_YEAR, 2},
  {STN_DATE_UNIT_YEAR, 5},  {STN_DATE_UNIT_YEAR, 10}, {STN_DATE_UNIT_YEAR, 20},
  {STN_DATE_UNIT_YEAR, 50}, {STN_DATE_UNIT_YEAR, 100}};

gboolean
stn_date_step_get (guint i, StnDateStep *ret_step)
{
  if (i >= G_N_ELEMENTS (steps))
    return FALSE;
  *ret_step = steps[i];
  return TRUE;
}

StnDate
stn_date_step_first (StnDateStep self, StnDate from)
{
  int year, month, day;
  int count = (int) self.count;

  stn_date_split (from, &year, &month, &day);
  switch (self.unit) {
  case STN_DATE_UNIT_DAY:
    return count == 7 ? stn_date_add_days (from, (8 - stn_date_weekday (from)) % 7) : from;
  case STN_DATE_UNIT_MONTH: {
    int months = year * 12 + month - 1 + (day > 1 ? 1 : 0);

    months = (months + count - 1) / count * count;
    return stn_date_new (months / 12, months % 12 + 1, 1);
  }
  case STN_DATE_UNIT_YEAR:
    year += month > 1 || day > 1 ? 1 : 0;
    return stn_date_new ((year + count - 1) / count * count, 1, 1);
  }
  g_assert_not_reached ();
}

StnDate
stn_date_step_next (StnDateStep self, StnDate tick)
{
  int year, month;
  int count = (int) self.count;

  stn_date_split (tick, &year, &month, NULL);
  switch (self.unit) {
  case STN_DATE_UNIT_DAY:
    return stn_date_add_days (tick, count);
  case STN_DATE_UNIT_MONTH: {
    int months = year * 12 + month - 1 + count;

    return stn_date_new (months / 12, months % 12 + 1, 1);
  }
  case STN_DATE_UNIT_YEAR:
    return stn_date_new (year + count, 1, 1);
  }
  g_assert_not_reached ();
}
