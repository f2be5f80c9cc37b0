/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "chart/stn-chart.h"
#include "present/stn-trend-range.h"

G_BEGIN_DECLS

#define STN_TYPE_CHART_CARD (stn_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (StnChartCard, stn_chart_card, STN, CHART_CARD, GtkBox)

/**
 * StnChartCard: a chart with its title, its sentence, a place for what is read out, a scroll bar where there are more
 * nights than are seen, a table of the same numbers, and a menu that saves or copies it. @range: what zooming and moving
 * changes.
 */
GtkWidget *stn_chart_card_new (StnTrendRange *range);

/** stn_chart_card_set_chart: a reference is taken. A table that is open stays open, with the new numbers. */
void stn_chart_card_set_chart (StnChartCard *self, StnChart *chart);

G_END_DECLS
