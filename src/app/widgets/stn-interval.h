/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/stn-interval-chart.h"

G_BEGIN_DECLS

#define STN_TYPE_INTERVAL (stn_interval_get_type ())
G_DECLARE_FINAL_TYPE (StnInterval, stn_interval, STN, INTERVAL, GtkWidget)

/**
 * StnInterval: how sure a difference is (stn-interval-chart.h). The axis runs with the text.
 *
 * Only a picture: whoever shows it gives it the sentence as its accessible label.
 *
 * Properties: "reach": value at the ends of the axis (50 = from -50 to +50); "ticks": lines at the quarters and ends.
 */

/** stn_interval_set_range: @low <= @value <= @high. */
void stn_interval_set_range (
  StnInterval *self, double low, double value, double high, StnIntervalTone tone);

G_END_DECLS
