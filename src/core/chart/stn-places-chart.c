/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-places-chart.h"

#include "chart/stn-leg-shape.h"

#include <math.h>

#define SPACE 18.0
#define WORDS_SPACE 6.0
#define ROW_SPACE 6.0
#define WIDEST_LIST 240.0
#define NAME_SHARE .24 /* middle of a leg, of the drawing of both */

typedef struct {
  double list_x, list_y, list_width;
  double legs_x;
  double row;
  double legs_height; /* with the words below */
} Grid;

static Grid
measure (const StnPlacesChart *self, const StnChartFace *face, double width)
{
  Grid grid = {.row = face->line + ROW_SPACE,
               .legs_height = STN_LEGS_HEIGHT + WORDS_SPACE + face->line};
  double widest = 0;

  for (guint i = 0; i < self->n_places; i++)
    widest = MAX (widest, face->measure (self->places[i].label, FALSE, face->data) + 2 * SPACE +
                            face->measure (self->places[i].number, TRUE, face->data));
  grid.list_width = MAX (widest, WIDEST_LIST);
  if (STN_LEGS_WIDTH + SPACE + grid.list_width <= width) {
    grid.legs_x = floor ((width - STN_LEGS_WIDTH - SPACE - grid.list_width) / 2);
    grid.list_x = grid.legs_x + STN_LEGS_WIDTH + SPACE;
    grid.list_y = MAX (floor ((STN_LEGS_HEIGHT - grid.row * self->n_places) / 2), 0);
  } else {
    grid.list_width = MIN (grid.list_width, width);
    grid.legs_x = floor ((width - STN_LEGS_WIDTH) / 2);
    grid.list_x = floor ((width - grid.list_width) / 2);
    grid.list_y = grid.legs_height + SPACE;
  }
  return grid;
}

double
stn_places_chart_height (const StnPlacesChart *self, const StnChartFace *face, double width)
{
  Grid grid = measure (self, face, width);

  return ceil (MAX (grid.legs_height, grid.list_y + MAX (self->n_places, 1) * grid.row));
}

static guint
find_most (const StnPlacesChart *self)
{
  guint most = 0;

  for (guint i = 0; i < self->n_places; i++)
    if (self->places[i].side != STN_SIDE_UNKNOWN)
      most = MAX (most, self->places[i].count);
  return most;
}

/* What hurt once is seen, what hurt most often is seen first. */
static double
shade (const StnPlacesChart *self, StnSide side, StnSite site)
{
  for (guint i = 0; i < self->n_places; i++)
    if (self->places[i].side == side && self->places[i].site == site && self->places[i].count > 0)
      return .2 + .8 * self->places[i].count / find_most (self);
  return 0;
}

static void
draw_leg (const StnPlacesChart *self,
          const Grid *grid,
          const StnChartFace *face,
          StnScene *scene,
          gboolean right)
{
  StnShape leg = {.kind = STN_SHAPE_LEG,
                  .ink = STN_INK_QUIET,
                  .x = grid->legs_x,
                  .width = STN_LEGS_WIDTH,
                  .height = STN_LEGS_HEIGHT,
                  .stroke = 1.2,
                  .right = right};
  double share = right ? 1 - NAME_SHARE : NAME_SHARE;

  for (int place = 0; place < STN_LEG_PLACES; place++)
    leg.shades[place] = shade (self, right ? STN_SIDE_RIGHT : STN_SIDE_LEFT,
                               stn_leg_shape_get_site ((StnLegPlace) place));
  stn_scene_add (scene, &leg);
  stn_scene_add_text (scene, face, grid->legs_x + share * STN_LEGS_WIDTH,
                      STN_LEGS_HEIGHT + WORDS_SPACE, STN_ANCHOR_MIDDLE, STN_INK_QUIET,
                      right ? self->right : self->left);
}

static void
draw_row (
  const StnPlaceCount *place, const Grid *grid, const StnChartFace *face, StnScene *scene, double y)
{
  StnShape number = {.kind = STN_SHAPE_TEXT,
                     .ink = STN_INK_INK,
                     .x = grid->list_x + grid->list_width - WORDS_SPACE,
                     .y = y + ROW_SPACE / 2,
                     .height = face->line,
                     .anchor = STN_ANCHOR_RIGHT,
                     .bold = TRUE,
                     .text = (char *) place->number};

  stn_scene_add_text (scene, face, grid->list_x + WORDS_SPACE, y + ROW_SPACE / 2, STN_ANCHOR_LEFT,
                      STN_INK_INK, place->label);
  stn_scene_add (scene, &number);
  stn_scene_add_value (scene, &(StnSceneValue){.x = grid->list_x + grid->list_width / 2,
                                               .y = y + grid->row / 2,
                                               .left = grid->list_x,
                                               .top = y,
                                               .right = grid->list_x + grid->list_width,
                                               .bottom = y + grid->row,
                                               .cursor = STN_CURSOR_BOX,
                                               .title = (char *) place->title});
}

StnScene *
stn_places_chart_lay_out (const StnPlacesChart *self,
                          const StnChartFace *face,
                          double width,
                          gboolean mirrored)
{
  StnScene *scene = stn_scene_new (width, stn_places_chart_height (self, face, width));
  Grid grid = measure (self, face, width);

  /* The legs stay as one sees one's own: only their place is mirrored, so they are drawn after. */
  for (guint i = 0; i < self->n_places; i++)
    draw_row (&self->places[i], &grid, face, scene, grid.list_y + i * grid.row);
  if (self->n_places == 0)
    stn_scene_add_text (scene, face, grid.list_x + grid.list_width / 2, grid.list_y,
                        STN_ANCHOR_MIDDLE, STN_INK_QUIET, self->nothing);
  if (mirrored) {
    stn_scene_mirror (scene);
    grid.legs_x = width - grid.legs_x - STN_LEGS_WIDTH;
  }
  draw_leg (self, &grid, face, scene, FALSE);
  draw_leg (self, &grid, face, scene, TRUE);
  return scene;
}
