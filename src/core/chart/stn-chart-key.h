/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-calendar-chart.h"

G_BEGIN_DECLS

/** StnChartSign: what a line of the legend explains. */
typedef enum {
  STN_SIGN_POINT,     /* a value with its interval */
  STN_SIGN_BEFORE,    /* the same of the second series */
  STN_SIGN_FEW,       /* an open circle */
  STN_SIGN_TOO_FEW,   /* a dash */
  STN_SIGN_GAP,       /* hatched */
  STN_SIGN_NO_CRAMPS, /* cells of a calendar from here on */
  STN_SIGN_MILD,
  STN_SIGN_MEDIUM,
  STN_SIGN_SEVERE,
  STN_SIGN_NOT_RECORDED,
} StnChartSign;

/** StnChartKey: a line of a legend: a sign and what it means. */
typedef struct {
  StnChartSign sign;
  const char *words;
} StnChartKey;

/** stn_chart_sign_lay_out: (transfer full): @sign as it is drawn in the chart, in a square of @size pixels. */
StnScene *stn_chart_sign_lay_out (StnChartSign sign, double size);

G_END_DECLS
