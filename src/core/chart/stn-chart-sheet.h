/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-chart.h"

G_BEGIN_DECLS

/**
 * stn_chart_sheet_lay_out: (transfer full) @chart as it stands alone, on paper or in a file: its title, the nights that it
 * shows, its sentence, the picture and the legend; as high as that needs. It has no values to read out: nothing is read
 * out from paper.
 */
StnScene *stn_chart_sheet_lay_out (const StnChart *chart,
                                   const StnChartFace *face,
                                   double width,
                                   gboolean mirrored);

G_END_DECLS
