/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present-fixture.h"

#include <adwaita.h>

#include "diary/stn-trends.h"
#include "widgets/stn-chart-view.h"

#include <time.h>

/* What a chart costs on the screen, in CPU time of the thread that draws, as a ratio to a widget of the same size with
 * nothing in it: each frame of a scripted move and zoom, half of the frames and the worst of a hundred; and how that
 * grows from one year of nights to fifty. Ratios, not seconds: they mean the same on every computer. */

#define YEAR 365
#define FIFTY_YEARS 18263
#define FRAMES 300
#define WARM 20
#define WIDTH 860

static double
cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
fill (PresentFixture *fixture, int nights)
{
  g_autoptr (GError) error = NULL;
  StnStore *store = stn_diary_get_store (fixture->other);

  g_assert_true (stn_store_begin (store, "sample", "sample", &error));
  for (int i = nights - 1; i >= 0; i--) {
    g_autoptr (StnNight) before = stn_night_new (stn_date_add_days (LAST_NIGHT, -i));
    g_autoptr (StnNight) after = stn_night_copy (before);

    if (i % 4 == 0)
      g_ptr_array_add (after->episodes, stn_episode_new ());
    else if (i % 7 != 0)
      after->no_cramps = TRUE;
    g_assert_true (stn_diary_put_night (fixture->other, before, after, &error));
  }
  g_assert_true (stn_store_commit (store, NULL, &error));
  g_assert_no_error (error);
}

static int
compare_costs (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

typedef struct {
  double middle;
  double worst; /* of a hundred */
} Frames;

/* One step of the script: to and fro, in and out. */
static void
step (StnTrendRange *range, guint frame)
{
  int days = MAX (stn_trend_range_count (range) / 20, 1);
  StnDate middle =
    stn_date_add_days (stn_trend_range_get_from (range), stn_trend_range_count (range) / 2);

  if (frame % 40 < 10)
    stn_trend_range_zoom (range, .9, middle);
  else if (frame % 40 < 20)
    stn_trend_range_move (range, -days);
  else if (frame % 40 < 30)
    stn_trend_range_move (range, days);
  else
    stn_trend_range_zoom (range, 1.1, middle);
}

/* @range: NULL: the same frames of a widget in which nothing changes. */
static Frames
measure_frames (GtkWidget *widget, StnTrendRange *range)
{
  GtkWidget *window = gtk_window_new ();
  double costs[FRAMES];

  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, 400);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  for (guint i = 0; i < WARM + FRAMES; i++) {
    double begin = cpu_ms ();

    if (range != NULL)
      step (range, i);
    gtk_widget_queue_draw (widget);
    gtk_test_widget_wait_for_draw (window);
    if (i >= WARM)
      costs[i - WARM] = cpu_ms () - begin;
  }
  gtk_window_destroy (GTK_WINDOW (window));
  qsort (costs, FRAMES, sizeof *costs, compare_costs);
  return (Frames){costs[FRAMES / 2], costs[FRAMES - FRAMES / 100]};
}

static Frames
measure_chart (StnTrends *trends, guint i)
{
  g_autoptr (StnTrendRange) range = stn_trend_range_new ();
  GtkWidget *view = g_object_new (STN_TYPE_CHART_VIEW, NULL);

  stn_trend_range_set_limits (range, trends->first, trends->last);
  stn_trend_range_set_custom (range, trends->from, trends->to);
  stn_chart_view_set_range (STN_CHART_VIEW (view), range);
  stn_chart_view_set_chart (STN_CHART_VIEW (view), g_ptr_array_index (trends->charts, i));
  return measure_frames (view, range);
}

typedef struct {
  Frames course;
  Frames calendar;
  double making; /* all charts of the longest range, ms */
  double month;  /* those of 30 days */
} Cost;

static double
cost_of_making (StnDiary *diary, StnDate from, StnTrends **ret_trends)
{
  g_autoptr (GError) error = NULL;
  StnTrendQuestion question = {.from = from};
  double begin = cpu_ms ();

  *ret_trends = stn_trends_make (diary, &question, &error);
  g_assert_no_error (error);
  return cpu_ms () - begin;
}

static Cost
measure (int nights)
{
  PresentFixture fixture = {0};
  g_autoptr (StnTrends) trends = NULL;
  g_autoptr (StnTrends) month = NULL;
  Cost cost;

  present_fixture_set_up (&fixture, NULL);
  fill (&fixture, nights);
  cost.making = cost_of_making (fixture.other, STN_NO_DATE, &trends);
  cost.month = cost_of_making (fixture.other, stn_date_add_days (LAST_NIGHT, -29), &month);
  present_fixture_tear_down (&fixture, NULL); /* charts need no diary */
  cost.course = measure_chart (trends, 0);
  cost.calendar = measure_chart (trends, 1);
  return cost;
}

static void
say (const char *name, Frames year, Frames fifty, Frames empty)
{
  g_print ("%-10s a frame %8.2f %10.2f %9.2f\n", name, year.middle / empty.middle,
           fifty.middle / empty.middle, fifty.middle / year.middle);
  g_print ("%-10s p99     %8.2f %10.2f %9.2f\n", "", year.worst / empty.middle,
           fifty.worst / empty.middle, fifty.worst / year.worst);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  Frames empty = measure_frames (gtk_drawing_area_new (), NULL);
  Cost year = measure (YEAR), fifty = measure (FIFTY_YEARS);

  g_print ("CPU time of a frame while a chart is moved and zoomed, %d px wide, as a ratio to an "
           "empty widget\n"
           "(%.2f ms a frame here)\n",
           WIDTH, empty.middle);
  g_print ("                     1 year   50 years    growth\n");
  say ("course", year.course, fifty.course, empty);
  say ("calendar", year.calendar, fifty.calendar, empty);
  g_print ("making all charts, beside the screen: 1 year %.1f ms, 50 years %.1f ms; 30 days %.1f "
           "and %.1f ms\n",
           year.making, fifty.making, year.month, fifty.month);
  return 0;
}
