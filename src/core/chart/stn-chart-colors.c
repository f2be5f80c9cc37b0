/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-chart-colors.h"

#include <math.h>

static const guint32 colors[][STN_N_INKS] = {
  [STN_CHART_LIGHT] = {[STN_INK_INK] = 0x2e2e33,
                       [STN_INK_QUIET] = 0x5e5c64,
                       [STN_INK_RULE] = 0xdeddda,
                       [STN_INK_CRAMPS] = 0xb93c06,
                       [STN_INK_CRAMPS_PALE] = 0xf4c9b0,
                       [STN_INK_CRAMPS_EDGE] = 0xd96c3c,
                       [STN_INK_NONE] = 0x17677f,
                       [STN_INK_NONE_PALE] = 0xd4e8ee,
                       [STN_INK_NONE_EDGE] = 0x5a94a6,
                       [STN_INK_QUIET_PALE] = 0xdedde0,
                       [STN_INK_GAP] = 0x77767b,
                       [STN_INK_MARK] = 0x613583,
                       [STN_INK_SHADE] = 0xf2f1f0,
                       [STN_INK_LEG] = 0xe4e2df,
                       [STN_INK_PAPER] = 0xffffff},
  [STN_CHART_DARK] = {[STN_INK_INK] = 0xf6f5f4,
                      [STN_INK_QUIET] = 0xb4b2b0,
                      [STN_INK_RULE] = 0x4a4a4c,
                      [STN_INK_CRAMPS] = 0xff8f5e,
                      [STN_INK_CRAMPS_PALE] = 0x6a3520,
                      [STN_INK_CRAMPS_EDGE] = 0xc87850,
                      [STN_INK_NONE] = 0x6cc5dc,
                      [STN_INK_NONE_PALE] = 0x1f4550,
                      [STN_INK_NONE_EDGE] = 0x4b93a5,
                      [STN_INK_QUIET_PALE] = 0x4c4c50,
                      [STN_INK_GAP] = 0x9a9996,
                      [STN_INK_MARK] = 0xdc8add,
                      [STN_INK_SHADE] = 0x414145,
                      [STN_INK_LEG] = 0x5a5a5d,
                      [STN_INK_PAPER] = 0x36363a},
  [STN_CHART_LIGHT_CONTRAST] = {[STN_INK_INK] = 0x000000,
                                [STN_INK_QUIET] = 0x3d3846,
                                [STN_INK_RULE] = 0xb8b6b3,
                                [STN_INK_CRAMPS] = 0x9a2f00,
                                [STN_INK_CRAMPS_PALE] = 0xf4c9b0,
                                [STN_INK_CRAMPS_EDGE] = 0x9a2f00,
                                [STN_INK_NONE] = 0x0d4f63,
                                [STN_INK_NONE_PALE] = 0xd4e8ee,
                                [STN_INK_NONE_EDGE] = 0x0d4f63,
                                [STN_INK_QUIET_PALE] = 0xdedde0,
                                [STN_INK_GAP] = 0x5e5c64,
                                [STN_INK_MARK] = 0x4a2566,
                                [STN_INK_SHADE] = 0xf2f1f0,
                                [STN_INK_LEG] = 0xe4e2df,
                                [STN_INK_PAPER] = 0xffffff},
  [STN_CHART_DARK_CONTRAST] = {[STN_INK_INK] = 0xffffff,
                               [STN_INK_QUIET] = 0xdeddda,
                               [STN_INK_RULE] = 0x77767b,
                               [STN_INK_CRAMPS] = 0xffb08d,
                               [STN_INK_CRAMPS_PALE] = 0x6a3520,
                               [STN_INK_CRAMPS_EDGE] = 0xffb08d,
                               [STN_INK_NONE] = 0x9be0f0,
                               [STN_INK_NONE_PALE] = 0x1f4550,
                               [STN_INK_NONE_EDGE] = 0x9be0f0,
                               [STN_INK_QUIET_PALE] = 0x4c4c50,
                               [STN_INK_GAP] = 0xc0bfbc,
                               [STN_INK_MARK] = 0xf0b0f0,
                               [STN_INK_SHADE] = 0x414145,
                               [STN_INK_LEG] = 0x5a5a5d,
                               [STN_INK_PAPER] = 0x36363a},
  [STN_CHART_PRINT] = {[STN_INK_INK] = 0x000000,
                       [STN_INK_QUIET] = 0x4a4a4a,
                       [STN_INK_RULE] = 0xd0d0d0,
                       [STN_INK_CRAMPS] = 0xb93c06,
                       [STN_INK_CRAMPS_PALE] = 0xf4c9b0,
                       [STN_INK_CRAMPS_EDGE] = 0xd96c3c,
                       [STN_INK_NONE] = 0x17677f,
                       [STN_INK_NONE_PALE] = 0xd4e8ee,
                       [STN_INK_NONE_EDGE] = 0x5a94a6,
                       [STN_INK_QUIET_PALE] = 0xdedede,
                       [STN_INK_GAP] = 0x77767b,
                       [STN_INK_MARK] = 0x613583,
                       [STN_INK_SHADE] = 0xf1f1f0,
                       [STN_INK_LEG] = 0xe4e2df,
                       [STN_INK_PAPER] = 0xffffff},
};

StnChartColor
stn_chart_color (StnInk ink, StnChartStyle style)
{
  guint32 rgb = colors[style][ink];

  return (StnChartColor){(rgb >> 16) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0};
}

/* WCAG 2.1, definition of "relative luminance". */
static double
linear (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (StnChartColor color)
{
  return 0.2126 * linear (color.red) + 0.7152 * linear (color.green) + 0.0722 * linear (color.blue);
}

double
stn_chart_contrast (StnChartColor a, StnChartColor b)
{
  double one = luminance (a), other = luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}
