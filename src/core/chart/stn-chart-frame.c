/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-chart-frame.h"

#define TICK 6.0
#define BETWEEN_NAMES 10.0

void
stn_scene_add_text (StnScene *scene,
                    const StnChartFace *face,
                    double x,
                    double y,
                    StnAnchor anchor,
                    StnInk ink,
                    const char *text)
{
  stn_scene_add (scene, &(StnShape){.kind = STN_SHAPE_TEXT,
                                    .ink = ink,
                                    .x = x,
                                    .y = y,
                                    .height = face->line,
                                    .anchor = anchor,
                                    .text = (char *) text});
}

static double
widest_name (const StnNumberScale *scale,
             const StnChartFace *face,
             StnNumberLabel label,
             gpointer label_data)
{
  double widest = 0;

  for (guint i = 0; i < scale->n; i++) {
    g_autofree char *name = label (stn_number_scale_tick (scale, i), label_data);

    widest = MAX (widest, face->measure (name, FALSE, face->data));
  }
  return widest;
}

StnChartFrame
stn_chart_frame_new (const StnScene *scene,
                     const StnChartFace *face,
                     const StnNumberScale *scale,
                     double above,
                     StnNumberLabel label,
                     gpointer label_data)
{
  StnChartFrame self = {
    .left = widest_name (scale, face, label, label_data) + TICK,
    .top = above + face->line / 2,
    .right = stn_scene_get_width (scene) - 1,
    .bottom = stn_scene_get_height (scene) - face->line - TICK - 2,
    .scale = *scale,
  };

  self.bottom = MAX (self.bottom, self.top + 1);
  self.right = MAX (self.right, self.left + 1);
  return self;
}

void
stn_chart_frame_numbers (const StnChartFrame *self,
                         StnScene *scene,
                         const StnChartFace *face,
                         StnNumberLabel label,
                         gpointer label_data)
{
  for (guint i = 0; i < self->scale.n; i++) {
    double value = stn_number_scale_tick (&self->scale, i), y = stn_chart_frame_y (self, value);
    g_autofree char *name = label (value, label_data);

    stn_scene_add (scene, &(StnShape){.kind = STN_SHAPE_LINE,
                                      .ink = STN_INK_RULE,
                                      .x = self->left,
                                      .y = y,
                                      .width = self->right - self->left,
                                      .stroke = 1});
    stn_scene_add_text (scene, face, self->left - TICK, y - face->line / 2, STN_ANCHOR_RIGHT,
                        STN_INK_QUIET, name);
  }
}

double
stn_chart_frame_y (const StnChartFrame *self, double value)
{
  double share = CLAMP (stn_number_scale_share (&self->scale, value), 0, 1);

  return self->bottom - share * (self->bottom - self->top);
}

void
stn_chart_frame_interval (
  StnScene *scene, double x, double y, double width, double height, StnInk ink)
{
  gboolean is_cramps = ink == STN_INK_CRAMPS;
  StnShape shape = {.kind = STN_SHAPE_BOX,
                    .ink = is_cramps ? STN_INK_CRAMPS_PALE : STN_INK_NONE_PALE,
                    .x = x,
                    .y = y,
                    .width = width,
                    .height = MAX (height, 1),
                    .radius = width / 2};

  stn_scene_add (scene, &shape);
  shape.kind = STN_SHAPE_FRAME;
  shape.ink = is_cramps ? STN_INK_CRAMPS_EDGE : STN_INK_NONE_EDGE;
  shape.stroke = 1;
  stn_scene_add (scene, &shape);
}

typedef struct {
  StnScene *scene; /* NULL: only see whether the names fit */
  const StnChartFrame *frame;
  const StnChartFace *face;
  StnDate from, to;
  StnDateLabel label;
  gpointer label_data;
} DateAxis;

static void
draw_tick (const DateAxis *self, double x, const char *name)
{
  stn_scene_add (self->scene, &(StnShape){.kind = STN_SHAPE_LINE,
                                          .ink = STN_INK_RULE,
                                          .x = x,
                                          .y = self->frame->bottom,
                                          .height = TICK,
                                          .stroke = 1});
  stn_scene_add_text (self->scene, self->face, x, self->frame->bottom + TICK, STN_ANCHOR_LEFT,
                      STN_INK_QUIET, name);
}

/* Whether the names of @step do not touch. With a scene, draws those that end inside it. */
static gboolean
walk (const DateAxis *self, StnDateStep step)
{
  double days = stn_date_days_between (self->from, self->to) + 1;
  double end = -BETWEEN_NAMES;
  int named = 0;

  for (StnDate tick = stn_date_step_first (step, self->from);
       stn_date_is_set (tick) && stn_date_compare (tick, self->to) <= 0;
       tick = stn_date_step_next (step, tick)) {
    double x = self->frame->left + (self->frame->right - self->frame->left) *
                                     stn_date_days_between (self->from, tick) / days;
    int year;

    stn_date_split (tick, &year, NULL, NULL);
    g_autofree char *name = self->label (tick, step.unit, year != named, self->label_data);
    double width = self->face->measure (name, FALSE, self->face->data);
    if (x < end + BETWEEN_NAMES)
      return FALSE;
    end = x + width;
    named = year;
    if (self->scene != NULL && end <= stn_scene_get_width (self->scene))
      draw_tick (self, x, name);
  }
  return TRUE;
}

void
stn_chart_frame_dates (const StnChartFrame *self,
                       StnScene *scene,
                       const StnChartFace *face,
                       StnDate from,
                       StnDate to,
                       StnDateLabel label,
                       gpointer label_data)
{
  DateAxis axis = {NULL, self, face, from, to, label, label_data};
  StnDateStep step;

  for (guint i = 0; stn_date_step_get (i, &step); i++)
    if (walk (&axis, step)) {
      axis.scene = scene;
      walk (&axis, step);
      return;
    }
}

void
stn_chart_frame_words (const StnChartFrame *self,
                       StnScene *scene,
                       const StnChartFace *face,
                       const char *words)
{
  stn_scene_add_text (scene, face, (self->left + self->right) / 2,
                      (self->top + self->bottom - face->line) / 2, STN_ANCHOR_MIDDLE, STN_INK_QUIET,
                      words);
}
