/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-trend-range.h"

#include <math.h>

#define FIRST_DAYS 365

struct _StnTrendRange {
  GObject parent_instance;

  StnDate from, to;
  StnDate first, last;
  int days;   /* 0: all; or custom */
  int preset; /* the last days that were no custom range */
};

G_DEFINE_FINAL_TYPE (StnTrendRange, stn_trend_range, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
stn_trend_range_class_init (StnTrendRangeClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
stn_trend_range_init (StnTrendRange *self)
{
  self->from = self->to = self->first = self->last = stn_date_new (2000, 1, 1);
  self->days = self->preset = FIRST_DAYS;
}

StnTrendRange *
stn_trend_range_new (void)
{
  return g_object_new (STN_TYPE_TREND_RANGE, NULL);
}

static StnDate
earlier (StnDate a, StnDate b)
{
  return stn_date_compare (a, b) < 0 ? a : b;
}

static StnDate
later (StnDate a, StnDate b)
{
  return stn_date_compare (a, b) > 0 ? a : b;
}

static int
count_all (StnTrendRange *self)
{
  return stn_date_days_between (self->first, self->last) + 1;
}

/* Emits only when something is another one than before. */
static void
take (StnTrendRange *self, StnDate from, StnDate to, int days)
{
  StnDate new_to = later (earlier (to, self->last), self->first);
  StnDate new_from = later (earlier (from, new_to), self->first);

  if (stn_date_compare (new_from, self->from) == 0 && stn_date_compare (new_to, self->to) == 0 &&
      days == self->days)
    return;
  self->from = new_from;
  self->to = new_to;
  self->days = days;
  if (days != STN_TREND_RANGE_CUSTOM)
    self->preset = days;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
stn_trend_range_set_limits (StnTrendRange *self, StnDate first, StnDate last)
{
  g_return_if_fail (STN_IS_TREND_RANGE (self) && stn_date_is_set (last));
  StnDate new_first = stn_date_is_set (first) ? earlier (first, last) : last;

  if (stn_date_compare (new_first, self->first) == 0 && stn_date_compare (last, self->last) == 0)
    return;
  self->first = new_first;
  self->last = last;
  StnDate from = self->from, to = self->to;
  /* No range is the same as before: the limits are others. */
  self->from = self->to = STN_NO_DATE;
  if (self->days == STN_TREND_RANGE_CUSTOM)
    take (self, from, to, self->days);
  else
    stn_trend_range_set_days (self, self->days);
}

void
stn_trend_range_set_days (StnTrendRange *self, int days)
{
  g_return_if_fail (STN_IS_TREND_RANGE (self) && days >= 0);
  take (self, days > 0 ? stn_date_add_days (self->last, 1 - days) : self->first, self->last, days);
}

void
stn_trend_range_set_custom (StnTrendRange *self, StnDate from, StnDate to)
{
  g_return_if_fail (STN_IS_TREND_RANGE (self) && stn_date_compare (from, to) <= 0);
  take (self, from, to, STN_TREND_RANGE_CUSTOM);
}

void
stn_trend_range_zoom (StnTrendRange *self, double times, StnDate around)
{
  g_return_if_fail (STN_IS_TREND_RANGE (self) && times > 0 && stn_date_is_set (around));
  int before = stn_trend_range_count (self), all = count_all (self);
  int count = (int) CLAMP (round (before * times), MIN (STN_TREND_RANGE_SHORTEST, all), all);

  if (count == before) /* a night at least, as long as there is one */
    count = CLAMP (before + (times > 1 ? 1 : -1), MIN (STN_TREND_RANGE_SHORTEST, all), all);
  if (count == before)
    return;
  double share = (stn_date_days_between (self->from, around) + .5) / before;
  int ahead = (int) floor (CLAMP (share, 0, 1) * count);
  StnDate from = later (stn_date_add_days (around, -ahead), self->first);
  StnDate to = earlier (stn_date_add_days (from, count - 1), self->last);

  take (self, later (stn_date_add_days (to, 1 - count), self->first), to, STN_TREND_RANGE_CUSTOM);
}

void
stn_trend_range_move (StnTrendRange *self, int days)
{
  g_return_if_fail (STN_IS_TREND_RANGE (self));
  int by = CLAMP (days, -stn_date_days_between (self->first, self->from),
                  stn_date_days_between (self->to, self->last));

  if (by != 0)
    take (self, stn_date_add_days (self->from, by), stn_date_add_days (self->to, by),
          STN_TREND_RANGE_CUSTOM);
}

void
stn_trend_range_reset (StnTrendRange *self)
{
  stn_trend_range_set_days (self, self->preset);
}

int
stn_trend_range_get_days (StnTrendRange *self)
{
  return self->days;
}

StnDate
stn_trend_range_get_from (StnTrendRange *self)
{
  return self->from;
}

StnDate
stn_trend_range_get_to (StnTrendRange *self)
{
  return self->to;
}

StnDate
stn_trend_range_get_first (StnTrendRange *self)
{
  return self->first;
}

StnDate
stn_trend_range_get_last (StnTrendRange *self)
{
  return self->last;
}

int
stn_trend_range_count (StnTrendRange *self)
{
  return stn_date_days_between (self->from, self->to) + 1;
}

gboolean
stn_trend_range_can_zoom_out (StnTrendRange *self)
{
  return stn_trend_range_count (self) < count_all (self);
}

gboolean
stn_trend_range_can_zoom_in (StnTrendRange *self)
{
  return stn_trend_range_count (self) > STN_TREND_RANGE_SHORTEST;
}
