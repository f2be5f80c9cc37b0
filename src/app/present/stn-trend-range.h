/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/stn-date.h"

G_BEGIN_DECLS

/** Nights of the shortest range. */
#define STN_TREND_RANGE_SHORTEST 7
/** Instead of a number of days: the person chose the first and the last night, or zoomed. */
#define STN_TREND_RANGE_CUSTOM (-1)

#define STN_TYPE_TREND_RANGE (stn_trend_range_get_type ())
G_DECLARE_FINAL_TYPE (StnTrendRange, stn_trend_range, STN, TREND_RANGE, GObject)

/**
 * StnTrendRange: the nights that all charts of a page show, and within which limits they may be moved. Both ends are
 * included, and never lie beyond the limits; with nothing in the diary the only night is the last one.
 *
 * Signal "changed" (): the first or last night, the limits or the kind of range is another one.
 */
StnTrendRange *stn_trend_range_new (void);

/** stn_trend_range_set_limits: the first night of the diary (STN_NO_DATE: empty) and last night. A range of days follows. */
void stn_trend_range_set_limits (StnTrendRange *self, StnDate first, StnDate last);

/** stn_trend_range_set_days: the last @days nights; 0: all. */
void stn_trend_range_set_days (StnTrendRange *self, int days);

/** stn_trend_range_set_custom: from the one night to the other, as far as there are nights. */
void stn_trend_range_set_custom (StnTrendRange *self, StnDate from, StnDate to);

/** stn_trend_range_zoom: so many times as many nights (.5: half); @around stays where it is. */
void stn_trend_range_zoom (StnTrendRange *self, double times, StnDate around);

/** stn_trend_range_move: so many days later, or earlier; as many nights as before. */
void stn_trend_range_move (StnTrendRange *self, int days);

/** stn_trend_range_reset: takes zoom and moves back: what was last chosen by days. */
void stn_trend_range_reset (StnTrendRange *self);

/** stn_trend_range_get_days: as set; %STN_TREND_RANGE_CUSTOM after a custom range, a zoom or a move. */
int stn_trend_range_get_days (StnTrendRange *self);

StnDate stn_trend_range_get_from (StnTrendRange *self);
StnDate stn_trend_range_get_to (StnTrendRange *self);
StnDate stn_trend_range_get_first (StnTrendRange *self);
StnDate stn_trend_range_get_last (StnTrendRange *self);

/** stn_trend_range_count: its nights, at least 1. */
int stn_trend_range_count (StnTrendRange *self);

/** Whether there are more nights to show than are shown; whether fewer can be shown. */
gboolean stn_trend_range_can_zoom_out (StnTrendRange *self);
gboolean stn_trend_range_can_zoom_in (StnTrendRange *self);

G_END_DECLS
