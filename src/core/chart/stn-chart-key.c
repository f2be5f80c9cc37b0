/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-chart-key.h"

#define INTERVAL_SHARE .36
#define DOT_SHARE .57
#define LINE 2.0

static void
add_point (StnScene *scene, double size, StnShapeKind kind, StnInk ink)
{
  double dot = size * DOT_SHARE, inset = (size - dot) / 2;

  stn_scene_add (scene, &(StnShape){.kind = kind,
                                    .ink = ink,
                                    .x = inset,
                                    .y = inset,
                                    .width = dot,
                                    .height = dot,
                                    .stroke = kind == STN_SHAPE_RING ? LINE : 0});
}

static void
add_interval (StnScene *scene, double size, StnInk ink)
{
  double width = size * INTERVAL_SHARE;

  stn_chart_frame_interval (scene, (size - width) / 2, 0, width, size, ink);
}

static void
add_line (StnScene *scene, double size, StnInk ink, StnDash dash)
{
  stn_scene_add (scene, &(StnShape){.kind = STN_SHAPE_LINE,
                                    .ink = ink,
                                    .dash = dash,
                                    .y = size / 2,
                                    .width = size,
                                    .stroke = LINE});
}

StnScene *
stn_chart_sign_lay_out (StnChartSign sign, double size)
{
  StnScene *scene = stn_scene_new (size, size);

  switch (sign) {
  case STN_SIGN_POINT:
    add_interval (scene, size, STN_INK_CRAMPS);
    add_point (scene, size, STN_SHAPE_DISC, STN_INK_CRAMPS);
    break;
  case STN_SIGN_BEFORE:
    add_line (scene, size, STN_INK_NONE, STN_DASH_DASHED);
    add_point (scene, size, STN_SHAPE_SQUARE, STN_INK_NONE);
    break;
  case STN_SIGN_FEW:
    add_point (scene, size, STN_SHAPE_RING, STN_INK_CRAMPS);
    break;
  case STN_SIGN_TOO_FEW:
    add_line (scene, size, STN_INK_CRAMPS, STN_DASH_SOLID);
    break;
  case STN_SIGN_GAP:
    stn_scene_add (
      scene,
      &(StnShape){.kind = STN_SHAPE_HATCH, .ink = STN_INK_GAP, .width = size, .height = size});
    break;
  case STN_SIGN_NO_CRAMPS:
    stn_calendar_chart_add_cell (scene, STN_CELL_NO_CRAMPS, 0, 0, size);
    break;
  case STN_SIGN_MILD:
    stn_calendar_chart_add_cell (scene, STN_CELL_MILD, 0, 0, size);
    break;
  case STN_SIGN_MEDIUM:
    stn_calendar_chart_add_cell (scene, STN_CELL_MEDIUM, 0, 0, size);
    break;
  case STN_SIGN_SEVERE:
    stn_calendar_chart_add_cell (scene, STN_CELL_SEVERE, 0, 0, size);
    break;
  case STN_SIGN_NOT_RECORDED:
    stn_calendar_chart_add_cell (scene, STN_CELL_NOT_RECORDED, 0, 0, size);
    break;
  }
  return scene;
}
