/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-calendar-chart.h"

#include <math.h>

#define DAYS 7
#define LARGEST_CELL 18.0
#define SMALLEST_CELL 12.0
#define GAP_SHARE .14
#define NAMES_SPACE 6.0
#define BLOCK_SPACE 10.0

/* Weeks in blocks one below the other; all blocks have the same number of columns. */
typedef struct {
  double names;  /* width of the weekdays' names with the space after them */
  double pitch;  /* of a cell and the gap after it */
  guint lead;    /* days of the first week before the first night */
  guint weeks;   /* in all */
  guint columns; /* weeks in a block */
  guint blocks;
  double block_height;
} Grid;

static Grid
measure (const StnCalendarChart *self, const StnChartFace *face, double width)
{
  Grid grid = {.lead = (guint) stn_date_weekday (self->from) - 1};

  for (int day = 1; day <= DAYS; day++) {
    g_autofree char *name = self->weekday (day, self->label_data);

    grid.names = MAX (grid.names, face->measure (name, FALSE, face->data) + NAMES_SPACE);
  }
  grid.weeks = MAX ((grid.lead + self->n_cells + DAYS - 1) / DAYS, 1);
  double room = MAX (width - grid.names, SMALLEST_CELL);
  guint fit = MAX ((guint) (room / SMALLEST_CELL), 1);
  grid.blocks = (grid.weeks + fit - 1) / fit;
  grid.columns = (grid.weeks + grid.blocks - 1) / grid.blocks;
  grid.pitch = MIN (floor (room / grid.columns), LARGEST_CELL);
  grid.block_height = face->line + 2 + MAX (grid.pitch * DAYS, face->line * 4);
  return grid;
}

double
stn_calendar_chart_height (const StnCalendarChart *self, const StnChartFace *face, double width)
{
  Grid grid = measure (self, face, width);

  return ceil (grid.blocks * (grid.block_height + BLOCK_SPACE) - BLOCK_SPACE);
}

static void
add_square (StnScene *scene, StnShapeKind kind, StnInk ink, double x, double y, double size)
{
  stn_scene_add (scene, &(StnShape){.kind = kind,
                                    .ink = ink,
                                    .x = x,
                                    .y = y,
                                    .width = size,
                                    .height = size,
                                    .radius = kind == STN_SHAPE_BOX ? size / 6 : 0});
}

static void
add_cramps (StnScene *scene, double share, double x, double y, double size)
{
  double inner = size * share, inset = (size - inner) / 2;

  add_square (scene, STN_SHAPE_BOX, STN_INK_CRAMPS_PALE, x, y, size);
  add_square (scene, STN_SHAPE_BOX, STN_INK_CRAMPS, x + inset, y + inset, inner);
}

void
stn_calendar_chart_add_cell (StnScene *scene, StnCellState state, double x, double y, double size)
{
  double dot = MAX (size / 5, 2);

  switch (state) {
  case STN_CELL_NOT_RECORDED:
    stn_scene_add (scene, &(StnShape){.kind = STN_SHAPE_FRAME,
                                      .ink = STN_INK_GAP,
                                      .dash = STN_DASH_DOTTED,
                                      .x = x,
                                      .y = y,
                                      .width = size,
                                      .height = size,
                                      .stroke = 1,
                                      .radius = size / 6});
    return;
  case STN_CELL_NO_CRAMPS:
    add_square (scene, STN_SHAPE_BOX, STN_INK_NONE_PALE, x, y, size);
    add_square (scene, STN_SHAPE_DISC, STN_INK_NONE, x + (size - dot) / 2, y + (size - dot) / 2,
                dot);
    return;
  case STN_CELL_MILD:
    add_cramps (scene, .45, x, y, size);
    return;
  case STN_CELL_MEDIUM:
    add_cramps (scene, .65, x, y, size);
    return;
  case STN_CELL_SEVERE:
    add_cramps (scene, 1, x, y, size);
    return;
  }
}

static void
draw_cells (const StnCalendarChart *self,
            const Grid *grid,
            const StnChartFace *face,
            StnScene *scene)
{
  double size = grid->pitch - MAX (1, floor (grid->pitch * GAP_SHARE));

  for (guint i = 0; i < self->n_cells; i++) {
    guint week = (grid->lead + i) / DAYS, day = (grid->lead + i) % DAYS;
    double x = grid->names + week % grid->columns * grid->pitch;
    double y = week / grid->columns * (grid->block_height + BLOCK_SPACE) + face->line + 2 +
               day * grid->pitch;

    stn_calendar_chart_add_cell (scene, self->cells[i].state, x, y, size);
    stn_scene_add_value (scene, &(StnSceneValue){.x = x + size / 2,
                                                 .y = y + size / 2,
                                                 .left = x,
                                                 .top = y,
                                                 .right = x + grid->pitch,
                                                 .bottom = y + grid->pitch,
                                                 .cursor = STN_CURSOR_BOX,
                                                 .title = (char *) self->cells[i].title,
                                                 .detail = (char *) self->cells[i].detail,
                                                 .date = stn_date_add_days (self->from, (int) i)});
  }
}

/* Monday, Wednesday, Friday and Sunday where a name is taller than a cell, else all. */
static void
draw_weekdays (const StnCalendarChart *self,
               const Grid *grid,
               const StnChartFace *face,
               StnScene *scene,
               double top)
{
  guint stride = grid->pitch >= face->line ? 1 : grid->pitch * 2 >= face->line ? 2 : 3;

  for (guint day = 0; day < DAYS; day += stride) {
    g_autofree char *name = self->weekday ((int) day + 1, self->label_data);

    stn_scene_add_text (scene, face, grid->names - NAMES_SPACE,
                        top + face->line + 2 + (day + .5) * grid->pitch - face->line / 2,
                        STN_ANCHOR_RIGHT, STN_INK_QUIET, name);
  }
}

/* The names of the months over the week in which they begin, as many as do not touch. */
static void
draw_months (const StnCalendarChart *self,
             const Grid *grid,
             const StnChartFace *face,
             StnScene *scene)
{
  const StnDateStep months = {STN_DATE_UNIT_MONTH, 1};
  StnDate end = stn_date_add_days (self->from, (int) self->n_cells - 1);
  double taken = 0;
  guint block = G_MAXUINT;
  int named = 0;

  for (StnDate first = stn_date_step_first (months, self->from);
       stn_date_is_set (first) && stn_date_compare (first, end) <= 0;
       first = stn_date_step_next (months, first)) {
    guint week = (grid->lead + (guint) stn_date_days_between (self->from, first)) / DAYS;
    double x = grid->names + week % grid->columns * grid->pitch;
    int year;

    stn_date_split (first, &year, NULL, NULL);
    g_autofree char *name =
      self->date_label (first, STN_DATE_UNIT_MONTH, year != named, self->label_data);
    double width = face->measure (name, FALSE, face->data);
    if (week / grid->columns != block)
      taken = 0;
    if (x < taken || x + width > stn_scene_get_width (scene))
      continue;
    block = week / grid->columns;
    taken = x + width + NAMES_SPACE;
    named = year;
    stn_scene_add_text (scene, face, x, block * (grid->block_height + BLOCK_SPACE), STN_ANCHOR_LEFT,
                        STN_INK_QUIET, name);
  }
}

StnScene *
stn_calendar_chart_lay_out (const StnCalendarChart *self,
                            const StnChartFace *face,
                            double width,
                            gboolean mirrored)
{
  Grid grid = measure (self, face, width);
  StnScene *scene = stn_scene_new (width, stn_calendar_chart_height (self, face, width));

  draw_months (self, &grid, face, scene);
  for (guint block = 0; block < grid.blocks; block++)
    draw_weekdays (self, &grid, face, scene, block * (grid.block_height + BLOCK_SPACE));
  draw_cells (self, &grid, face, scene);
  if (mirrored)
    stn_scene_mirror (scene);
  return scene;
}
