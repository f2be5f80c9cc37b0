/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-bedside-card.h"

#include "wording/stn-wording-report.h"
#include "wording/stn-wording.h"

/* All in pixels of 1/96 inch. */
#define MARGIN 48.0
#define STEP_SPACE 26.0
#define HEAD_SPACE 20.0
#define NUMBER_WIDTH 52.0
#define GRID_HEAD 30.0
#define NIGHT_COLUMN 0
#define CELL_PADDING 4.0

static const StnPageText title_text = {18, TRUE, STN_INK_INK, FALSE};
static const StnPageText step_text = {24, TRUE, STN_INK_INK, FALSE};
static const StnPageText number_text = {24, TRUE, STN_INK_CRAMPS, FALSE};
static const StnPageText hint_text = {16.5, FALSE, STN_INK_QUIET, FALSE};
static const StnPageText care_text = {15, FALSE, STN_INK_INK, FALSE};
static const StnPageText column_text = {9.75, TRUE, STN_INK_INK, FALSE};
static const StnPageText cell_text = {9.75, FALSE, STN_INK_QUIET, FALSE};
static const StnPageText month_text = {12, FALSE, STN_INK_INK, FALSE};

void
stn_bedside_card_free (StnBedsideCard *self)
{
  g_free (self->emergency);
  g_free (self);
}

static void
put_relief (StnPages *pages, const StnBedsideCard *self)
{
  double width = stn_pages_get_width (pages) - 2 * MARGIN, y = MARGIN;
  double indented = width - NUMBER_WIDTH;
  StnReliefStep step;

  y += stn_pages_put_text (pages, &title_text, stn_wording_card_relief (), MARGIN, y, width);
  y += HEAD_SPACE;
  for (guint i = 0; (step = stn_wording_relief_step (i)).what != NULL; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i + 1);

    stn_pages_put_text (pages, &number_text, number, MARGIN, y, NUMBER_WIDTH);
    y += stn_pages_put_text (pages, &step_text, step.what, MARGIN + NUMBER_WIDTH, y, indented);
    if (step.hint != NULL)
      y += stn_pages_put_text (pages, &hint_text, step.hint, MARGIN + NUMBER_WIDTH, y, indented);
    y += STEP_SPACE;
  }
  stn_pages_put_box (pages, STN_INK_RULE, MARGIN, y, width, 1, 0);
  y += STEP_SPACE;
  y += stn_pages_put_text (pages, &care_text, stn_wording_not_easing (), MARGIN, y, width);
  if (self->emergency != NULL)
    stn_pages_put_text (pages, &step_text, self->emergency, MARGIN, y + STEP_SPACE, width);
}

/* The first column is narrow, the last one has room for words. */
static double
column_x (guint column, double width)
{
  static const double ends[STN_N_GRID_COLUMNS + 1] = {0, .1, .2, .31, .42, .51, .63, .73, 1};

  return MARGIN + width * ends[column];
}

static void
put_grid_head (StnPages *pages, double y, double width)
{
  for (guint column = 0; column < STN_N_GRID_COLUMNS; column++) {
    double x = column_x (column, width) + CELL_PADDING;

    stn_pages_put_text (pages, &column_text, stn_wording_card_column (column), x, y,
                        column_x (column + 1, width) - x);
  }
}

static void
put_grid (StnPages *pages)
{
  double width = stn_pages_get_width (pages) - 2 * MARGIN, y = MARGIN, row, bottom;

  stn_pages_put_text (pages, &month_text, stn_wording_card_month (), MARGIN + width / 2, y,
                      width / 2);
  y += stn_pages_put_text (pages, &title_text, stn_wording_card_grid (), MARGIN, y, width / 2);
  y += CELL_PADDING;
  put_grid_head (pages, y, width);
  y += GRID_HEAD;
  bottom = stn_pages_get_height (pages) - MARGIN;
  row = (bottom - y) / STN_BEDSIDE_NIGHTS;
  for (guint night = 0; night <= STN_BEDSIDE_NIGHTS; night++)
    stn_pages_put_box (pages, STN_INK_GAP, MARGIN, y + night * row, width, 1, 0);
  for (guint column = 0; column <= STN_N_GRID_COLUMNS; column++)
    stn_pages_put_box (pages, STN_INK_GAP, column_x (column, width), y, 1, bottom - y, 0);
  for (guint night = 0; night < STN_BEDSIDE_NIGHTS; night++) {
    g_autofree char *number = g_strdup_printf ("%u", night + 1);
    double height = stn_pages_measure (pages, &cell_text, number, width, NULL);

    stn_pages_put_text (pages, &cell_text, number, column_x (NIGHT_COLUMN, width) + CELL_PADDING,
                        y + night * row + (row - height) / 2,
                        column_x (NIGHT_COLUMN + 1, width) - MARGIN);
  }
}

StnPages *
stn_bedside_card_lay_out (const StnBedsideCard *self, StnPaper paper)
{
  g_return_val_if_fail (self != NULL, NULL);
  StnPages *pages = stn_pages_new (paper, self->mirrored);

  stn_pages_add (pages);
  put_relief (pages, self);
  stn_pages_add (pages);
  put_grid (pages);
  return pages;
}
