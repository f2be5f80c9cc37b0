/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"

G_BEGIN_DECLS

/**
 * StnCalendarEntry: something that comes every week.
 * @uid: the same whenever it is written, so that a calendar replaces what it has. @summary: what the calendar shows, and may
 * show others. @at_min: minutes after midnight where the calendar is. @days: weekdays as bits, 1 Monday ... 64 Sunday.
 * @first: the first day, one of @days.
 */
typedef struct {
  const char *uid;
  const char *summary;
  int at_min;
  guint days;
  StnDate first;
} StnCalendarEntry;

/**
 * stn_calendar_write: appends a calendar (RFC 5545, iCalendar) with one weekly event and alarm an entry, at the clock's time
 * in whatever zone the calendar is (floating time).
 * @now: stands in each entry as when it was written.
 */
void stn_calendar_write (GString *out, const StnCalendarEntry *entries, guint n, GDateTime *now);

G_END_DECLS
