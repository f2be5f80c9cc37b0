/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-chart-frame.h"

G_BEGIN_DECLS

typedef enum {
  STN_CELL_NOT_RECORDED,
  STN_CELL_NO_CRAMPS,
  STN_CELL_MILD,   /* worst pain 1-3 of 10 */
  STN_CELL_MEDIUM, /* 4-6, or not said */
  STN_CELL_SEVERE, /* 7-10 */
} StnCellState;

/** StnCalendarCell: one night, or one month; @title and @detail (nullable) are read out. */
typedef struct {
  StnCellState state;
  const char *title;
  const char *detail;
} StnCalendarCell;

/**
 * StnCalendarChart: every night as a cell, a column a week from Monday to Sunday.
 * @from: of the first cell; there is one for each day, none is left out.
 * @weekday: (transfer full): short name of a weekday, 1 Monday to 7 Sunday.
 */
typedef struct {
  StnDate from;
  const StnCalendarCell *cells;
  guint n_cells;
  char *(*weekday) (int weekday, gpointer data);
  StnDateLabel date_label;
  gpointer label_data;
} StnCalendarChart;

/**
 * stn_calendar_chart_height: what stn_calendar_chart_lay_out() makes of @width: weeks that do not fit beside each other
 * go into further rows of weeks.
 */
double
stn_calendar_chart_height (const StnCalendarChart *self, const StnChartFace *face, double width);

/** stn_calendar_chart_lay_out: (transfer full). @mirrored: time runs to the left. */
StnScene *stn_calendar_chart_lay_out (const StnCalendarChart *self,
                                      const StnChartFace *face,
                                      double width,
                                      gboolean mirrored);

/** stn_calendar_chart_add_cell: one cell, also for a legend: @x, @y its corner, @size its edge. */
void
stn_calendar_chart_add_cell (StnScene *scene, StnCellState state, double x, double y, double size);

G_END_DECLS
