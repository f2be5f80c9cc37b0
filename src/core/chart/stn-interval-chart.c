/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-interval-chart.h"

#define MARGIN_SHARE .32 /* of the height, on both sides */
#define BAR_SHARE .32
#define MARK_SHARE .44
#define LARGE_MARK_SHARE .56

typedef struct {
  StnInk ink, pale, edge;
} Inks;

static Inks
inks_of (StnIntervalTone tone)
{
  switch (tone) {
  case STN_INTERVAL_PLAIN:
    return (Inks){STN_INK_QUIET, STN_INK_QUIET_PALE, STN_INK_GAP};
  case STN_INTERVAL_MORE:
    return (Inks){STN_INK_CRAMPS, STN_INK_CRAMPS_PALE, STN_INK_CRAMPS_EDGE};
  case STN_INTERVAL_FEWER:
    return (Inks){STN_INK_NONE, STN_INK_NONE_PALE, STN_INK_NONE_EDGE};
  }
  g_assert_not_reached ();
}

static double
place (const StnIntervalChart *self, const StnScene *scene, double value)
{
  double margin = stn_scene_get_height (scene) * MARGIN_SHARE;
  double share = (CLAMP (value, -self->reach, self->reach) / self->reach + 1) / 2;

  return margin + share * (stn_scene_get_width (scene) - 2 * margin);
}

static void
add_line (StnScene *scene, double x, double inset, StnInk ink, double stroke)
{
  double height = stn_scene_get_height (scene);

  stn_scene_add (scene, &(StnShape){.kind = STN_SHAPE_LINE,
                                    .ink = ink,
                                    .x = x,
                                    .y = height * inset,
                                    .height = height * (1 - 2 * inset),
                                    .stroke = stroke});
}

static void
add_axis (const StnIntervalChart *self, StnScene *scene)
{
  for (int quarter = -2; quarter <= 2 && self->ticks; quarter++)
    add_line (scene, place (self, scene, quarter * self->reach / 2), .1, STN_INK_RULE, 1);
  add_line (scene, place (self, scene, 0), self->ticks ? 0 : .1,
            self->ticks ? STN_INK_INK : STN_INK_GAP, 1.5);
}

/* A bar with round ends of at least its own height. */
static void
add_bar (const StnIntervalChart *self, StnScene *scene, const Inks *inks)
{
  double thick = stn_scene_get_height (scene) * BAR_SHARE;
  double left = place (self, scene, self->low) - thick / 2;
  StnShape shape = {.kind = STN_SHAPE_BOX,
                    .ink = inks->pale,
                    .x = left,
                    .y = (stn_scene_get_height (scene) - thick) / 2,
                    .width = place (self, scene, self->high) + thick / 2 - left,
                    .height = thick,
                    .radius = thick / 2};

  stn_scene_add (scene, &shape);
  shape.kind = STN_SHAPE_FRAME;
  shape.ink = inks->edge;
  shape.stroke = 1;
  stn_scene_add (scene, &shape);
}

StnScene *
stn_interval_chart_lay_out (const StnIntervalChart *self,
                            double width,
                            double height,
                            gboolean mirrored)
{
  StnScene *scene = stn_scene_new (width, height);
  Inks inks = inks_of (self->tone);
  double size = height * (self->ticks ? LARGE_MARK_SHARE : MARK_SHARE);

  add_axis (self, scene);
  add_bar (self, scene, &inks);
  stn_scene_add (scene, &(StnShape){.kind = self->ticks ? STN_SHAPE_DIAMOND : STN_SHAPE_DISC,
                                    .ink = inks.ink,
                                    .x = place (self, scene, self->value) - size / 2,
                                    .y = (height - size) / 2,
                                    .width = size,
                                    .height = size});
  if (mirrored)
    stn_scene_mirror (scene);
  return scene;
}
