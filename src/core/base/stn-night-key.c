/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-night-key.h"

StnDate
stn_night_key_at (GDateTime *local, int day_change_min)
{
  g_return_val_if_fail (local != NULL, STN_NO_DATE);
  g_return_val_if_fail (day_change_min >= STN_DAY_CHANGE_FIRST_MIN, STN_NO_DATE);
  g_return_val_if_fail (day_change_min <= STN_DAY_CHANGE_LAST_MIN, STN_NO_DATE);
  int minute = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
  StnDate date = stn_date_of (local);

  return minute >= day_change_min ? date : stn_date_add_days (date, -1);
}

StnDate
stn_night_key_last (GDateTime *local)
{
  g_return_val_if_fail (local != NULL, STN_NO_DATE);
  return stn_date_add_days (stn_date_of (local), -1);
}
