/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "schedule/stn-civil-instant.h"

/* No clock is further from UTC, in seconds. */
#define FARTHEST (26 * 3600)

/* StnDate of 1 January 1970. */
#define EPOCH_JULIAN 719163

static int
interval_at (GTimeZone *zone, gint64 instant)
{
  return g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant);
}

/* The first instant in (@from, @to] that is not in the interval of @from. */
static gint64
end_of_interval (GTimeZone *zone, gint64 from, gint64 to)
{
  int interval = interval_at (zone, from);

  while (to - from > 1) {
    gint64 middle = from + (to - from) / 2;

    if (interval_at (zone, middle) == interval)
      from = middle;
    else
      to = middle;
  }
  return to;
}

gint64
stn_civil_instant (StnDate date, int minute, GTimeZone *zone)
{
  g_return_val_if_fail (stn_date_is_set (date) && zone != NULL, 0);
  g_return_val_if_fail (minute >= 0 && minute < 24 * 60, 0);
  gint64 wall = ((gint64) date.julian - EPOCH_JULIAN) * 86400 + minute * 60;
  gint64 begin = wall - FARTHEST; /* where the clocks show less than @wall, whatever the zone */
  const gint64 last = wall + FARTHEST;

  while (TRUE) {
    int interval = interval_at (zone, begin);
    gint64 instant = wall - g_time_zone_get_offset (zone, interval);
    gint64 end;

    /* Before the interval began the clocks showed less, from its beginning on they show more: it was left out. */
    if (instant <= begin)
      return begin;
    if (interval_at (zone, instant) == interval)
      return instant;
    end = end_of_interval (zone, begin, last);
    g_return_val_if_fail (end > begin && end < last, instant);
    begin = end;
  }
}
