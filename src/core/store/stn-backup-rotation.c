/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-backup-rotation.h"

static int
day_of (StnDate date)
{
  return (int) date.julian;
}

/* Day 1 of GDate's count is a Monday. */
static int
week_of (StnDate date)
{
  return ((int) date.julian - 1) / 7;
}

static int
month_of (StnDate date)
{
  int year, month;

  stn_date_split (date, &year, &month, NULL);
  return year * 12 + month;
}

static void
keep_newest_of (
  const StnDate *dates, guint n, int (*span_of) (StnDate), guint spans, gboolean *keep)
{
  guint found = 0;
  int last = -1;

  for (guint i = 0; i < n && found < spans; i++) {
    const int span = span_of (dates[i]);

    if (span == last)
      continue;
    keep[i] = TRUE;
    last = span;
    found++;
  }
}

void
stn_backup_rotation_choose (const StnDate *dates, guint n, gboolean *ret_keep)
{
  g_return_if_fail ((dates != NULL && ret_keep != NULL) || n == 0);

  for (guint i = 0; i < n; i++)
    ret_keep[i] = FALSE;
  keep_newest_of (dates, n, day_of, STN_BACKUPS_DAILY, ret_keep);
  keep_newest_of (dates, n, week_of, STN_BACKUPS_WEEKLY, ret_keep);
  keep_newest_of (dates, n, month_of, STN_BACKUPS_MONTHLY, ret_keep);
}
