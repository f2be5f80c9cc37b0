/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-bars-chart.h"

#define BAR_SHARE .8
#define WIDEST_BAR 56.0
#define DOT 11.0
#define INTERVAL 7.0
#define BETWEEN_NAMES 8.0

typedef struct {
  const StnBarsChart *chart;
  const StnChartFace *face;
  StnChartFrame frame;
  StnScene *scene;
  double pitch; /* from one class to the next */
} Layout;

static double
middle (const Layout *self, guint i)
{
  return self->frame.left + self->pitch * (i + .5);
}

static StnShape
box_of (const Layout *self, guint i, double from, double to, double width)
{
  double top = stn_chart_frame_y (&self->frame, to);

  return (StnShape){.kind = STN_SHAPE_BOX,
                    .ink = STN_INK_CRAMPS,
                    .x = middle (self, i) - width / 2,
                    .y = top,
                    .width = width,
                    .height = stn_chart_frame_y (&self->frame, from) - top};
}

static double
bar_width (const Layout *self)
{
  return MIN (self->pitch * BAR_SHARE, WIDEST_BAR);
}

static void
draw_rate (const Layout *self, guint i)
{
  const StnBar *bar = &self->chart->bars[i];

  if (bar->low.known && bar->high.known) {
    StnShape box = box_of (self, i, bar->low.value, bar->high.value, INTERVAL);

    stn_chart_frame_interval (self->scene, box.x, box.y, box.width, box.height, STN_INK_CRAMPS);
  }
  stn_scene_add (self->scene,
                 &(StnShape){.kind = bar->few ? STN_SHAPE_RING : STN_SHAPE_DISC,
                             .ink = STN_INK_CRAMPS,
                             .x = middle (self, i) - DOT / 2,
                             .y = stn_chart_frame_y (&self->frame, bar->value.value) - DOT / 2,
                             .width = DOT,
                             .height = DOT,
                             .stroke = bar->few ? 2 : 0});
}

static void
draw_bar (const Layout *self, guint i)
{
  const StnBar *bar = &self->chart->bars[i];

  if (!bar->value.known) {
    StnShape hatch = box_of (self, i, 0, 0, bar_width (self));

    hatch.kind = STN_SHAPE_HATCH;
    hatch.ink = STN_INK_GAP;
    hatch.y = self->frame.top;
    hatch.height = self->frame.bottom - self->frame.top;
    stn_scene_add (self->scene, &hatch);
    return;
  }
  switch (self->chart->form) {
  case STN_BARS_COUNTS: {
    StnShape box = box_of (self, i, 0, bar->value.value, bar_width (self));

    box.radius = 3;
    if (bar->missing) {
      box.kind = STN_SHAPE_HATCH;
      box.ink = STN_INK_GAP;
      stn_scene_add (self->scene, &box);
      box.kind = STN_SHAPE_FRAME;
      box.stroke = 1;
    }
    stn_scene_add (self->scene, &box);
    return;
  }
  case STN_BARS_RATES:
    draw_rate (self, i);
    return;
  }
}

/* Every so manieth class is named, so that no two names touch. */
static guint
find_stride (const Layout *self)
{
  double widest = 0;

  for (guint i = 0; i < self->chart->n_bars; i++)
    widest =
      MAX (widest, self->face->measure (self->chart->bars[i].label, FALSE, self->face->data));
  guint stride = 1;
  while (stride * self->pitch < widest + BETWEEN_NAMES && stride < self->chart->n_bars)
    stride++;
  return stride;
}

static void
draw_classes (const Layout *self)
{
  guint stride = find_stride (self);

  for (guint i = 0; i < self->chart->n_bars; i++) {
    const StnBar *bar = &self->chart->bars[i];

    draw_bar (self, i);
    if (i % stride == 0)
      stn_scene_add_text (self->scene, self->face, middle (self, i), self->frame.bottom + 6,
                          STN_ANCHOR_MIDDLE, STN_INK_QUIET, bar->label);
    stn_scene_add_value (
      self->scene, &(StnSceneValue){
                     .x = middle (self, i),
                     .y = stn_chart_frame_y (&self->frame, bar->value.known ? bar->value.value : 0),
                     .left = self->frame.left + self->pitch * i,
                     .top = self->frame.top,
                     .right = self->frame.left + self->pitch * (i + 1),
                     .bottom = self->frame.bottom,
                     .cursor = STN_CURSOR_BOX,
                     .title = (char *) bar->title,
                     .detail = (char *) bar->detail});
  }
}

StnScene *
stn_bars_chart_lay_out (const StnBarsChart *self,
                        const StnChartFace *face,
                        double width,
                        double height,
                        gboolean mirrored)
{
  StnScene *scene = stn_scene_new (width, height);
  double high = self->high;
  gboolean any = FALSE;

  for (guint i = 0; i < self->n_bars; i++) {
    const StnBar *bar = &self->bars[i];

    any = any || bar->value.known;
    if (bar->value.known)
      high = MAX (high, bar->high.known ? bar->high.value : bar->value.value);
  }
  guint ticks = (guint) CLAMP (height / (face->line * 2.2), 2, 6);
  StnNumberScale scale = stn_number_scale_fit (0, high, ticks, self->whole);
  if (self->most.known)
    stn_number_scale_end_at (&scale, MAX (self->most.value, high));
  Layout layout = {
    self, face, stn_chart_frame_new (scene, face, &scale, 0, self->number_label, self->label_data),
    scene, 0};
  layout.pitch = (layout.frame.right - layout.frame.left) / MAX (self->n_bars, 1);

  if (any) {
    stn_chart_frame_numbers (&layout.frame, scene, face, self->number_label, self->label_data);
    draw_classes (&layout);
  } else {
    stn_chart_frame_words (&layout.frame, scene, face, self->nothing);
  }
  if (mirrored && !self->clock)
    stn_scene_mirror (scene);
  return scene;
}
