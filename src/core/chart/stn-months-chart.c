/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-months-chart.h"

#include <math.h>

#define MONTHS STN_MONTHS_CHART_COLUMNS
#define LARGEST_CELL 20.0
#define NAMES_SPACE 6.0
#define BLOCK_SPACE 24.0

/* Years one below the other, in blocks beside each other. */
typedef struct {
  double names; /* width of the names of years with the space after them */
  double pitch; /* of a cell and the gap after it */
  double row;
  int first_year;
  guint lead; /* months of the first year before the first cell */
  guint years;
  guint blocks;
  guint rows; /* years in a block */
} Grid;

static Grid
measure (const StnCalendarChart *self, const StnChartFace *face, double width)
{
  Grid grid = {0};
  int month;

  stn_date_split (self->from, &grid.first_year, &month, NULL);
  g_autofree char *name = self->date_label (self->from, STN_DATE_UNIT_YEAR, TRUE, self->label_data);
  grid.names = face->measure (name, FALSE, face->data) + NAMES_SPACE;
  grid.lead = (guint) month - 1;
  grid.years = MAX ((grid.lead + self->n_cells + MONTHS - 1) / MONTHS, 1);
  grid.pitch = CLAMP (floor ((width - grid.names) / MONTHS), 4, LARGEST_CELL);
  grid.row = MAX (grid.pitch, face->line);
  double block = grid.names + MONTHS * grid.pitch + BLOCK_SPACE;
  grid.blocks = CLAMP ((guint) ((width + BLOCK_SPACE) / block), 1, grid.years);
  grid.rows = (grid.years + grid.blocks - 1) / grid.blocks;
  return grid;
}

double
stn_months_chart_height (const StnCalendarChart *self, const StnChartFace *face, double width)
{
  Grid grid = measure (self, face, width);

  return ceil (face->line + 2 + grid.rows * grid.row);
}

static double
block_x (const Grid *self, guint block)
{
  return block * (self->names + MONTHS * self->pitch + BLOCK_SPACE) + self->names;
}

/* As many names of months as do not touch. */
static void
draw_months (const StnCalendarChart *self,
             const Grid *grid,
             const StnChartFace *face,
             StnScene *scene,
             guint block)
{
  double taken = 0;

  for (int month = 1; month <= MONTHS; month++) {
    StnDate first = stn_date_new (grid->first_year, month, 1);
    g_autofree char *name = self->date_label (first, STN_DATE_UNIT_MONTH, FALSE, self->label_data);
    double x = block_x (grid, block) + (month - 1) * grid->pitch;
    double width = face->measure (name, FALSE, face->data);

    if (x < taken || x + width > stn_scene_get_width (scene))
      continue;
    taken = x + width + NAMES_SPACE;
    stn_scene_add_text (scene, face, x, 0, STN_ANCHOR_LEFT, STN_INK_QUIET, name);
  }
}

static void
draw_years (const StnCalendarChart *self,
            const Grid *grid,
            const StnChartFace *face,
            StnScene *scene)
{
  for (guint i = 0; i < grid->years; i++) {
    StnDate year = stn_date_new (grid->first_year + (int) i, 1, 1);
    g_autofree char *name = self->date_label (year, STN_DATE_UNIT_YEAR, TRUE, self->label_data);

    stn_scene_add_text (scene, face, block_x (grid, i / grid->rows) - NAMES_SPACE,
                        face->line + 2 + i % grid->rows * grid->row + (grid->row - face->line) / 2,
                        STN_ANCHOR_RIGHT, STN_INK_QUIET, name);
  }
}

static void
draw_cells (const StnCalendarChart *self,
            const Grid *grid,
            const StnChartFace *face,
            StnScene *scene)
{
  double size = grid->pitch - MAX (1, floor (grid->pitch / 7));

  for (guint i = 0; i < self->n_cells; i++) {
    guint year = (grid->lead + i) / MONTHS, month = (grid->lead + i) % MONTHS;
    double x = block_x (grid, year / grid->rows) + month * grid->pitch;
    double y = face->line + 2 + year % grid->rows * grid->row + (grid->row - size) / 2;

    stn_calendar_chart_add_cell (scene, self->cells[i].state, x, y, size);
    stn_scene_add_value (scene, &(StnSceneValue){.x = x + size / 2,
                                                 .y = y + size / 2,
                                                 .left = x,
                                                 .top = y,
                                                 .right = x + grid->pitch,
                                                 .bottom = y + grid->pitch,
                                                 .cursor = STN_CURSOR_BOX,
                                                 .title = (char *) self->cells[i].title,
                                                 .detail = (char *) self->cells[i].detail});
  }
}

StnScene *
stn_months_chart_lay_out (const StnCalendarChart *self,
                          const StnChartFace *face,
                          double width,
                          gboolean mirrored)
{
  Grid grid = measure (self, face, width);
  StnScene *scene = stn_scene_new (width, stn_months_chart_height (self, face, width));

  for (guint block = 0; block < grid.blocks; block++)
    draw_months (self, &grid, face, scene, block);
  draw_years (self, &grid, face, scene);
  draw_cells (self, &grid, face, scene);
  if (mirrored)
    stn_scene_mirror (scene);
  return scene;
}
