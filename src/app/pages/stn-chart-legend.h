/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/stn-chart.h"

G_BEGIN_DECLS

/** stn_chart_legend_fill: puts into @box (emptied first) what the signs of @chart mean. Bars need none. */
void stn_chart_legend_fill (GtkBox *box, const StnChart *chart);

G_END_DECLS
