/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-stamp.h"

StnStamp
stn_stamp_of (GDateTime *local)
{
  g_return_val_if_fail (local != NULL, STN_NO_STAMP);
  GTimeZone *zone = g_date_time_get_timezone (local);

  return (StnStamp){
    .utc_s = g_date_time_to_unix (local),
    .offset_s = (gint32) (g_date_time_get_utc_offset (local) / G_TIME_SPAN_SECOND),
    .zone = g_intern_string (g_time_zone_get_identifier (zone)),
  };
}

gboolean
stn_stamp_is_set (StnStamp stamp)
{
  return stamp.zone != NULL;
}

GDateTime *
stn_stamp_to_local (StnStamp stamp)
{
  g_return_val_if_fail (stn_stamp_is_set (stamp), NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (stamp.offset_s);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (stamp.utc_s);

  return g_date_time_to_timezone (utc, zone);
}
