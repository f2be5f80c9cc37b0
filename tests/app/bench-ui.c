/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "pages/stn-diary-page.h"

#include <time.h>

/* What a page costs in CPU time of the whole process, as a ratio to the same page of an empty diary, and how that grows from
 * one year of nights to fifty. Ratios, not seconds: they mean the same on every computer. */

#define YEAR 365
#define FIFTY_YEARS 18263
#define OPENINGS 12
#define FRAMES 60
#define STEP_PX 90.0

static double
cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
fill (AppFixture *fixture, int nights)
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
    stn_night_take_value (after,
                          stn_factor_value_new ("fluids", 1000 + i % 5 * 200, STN_ENTERED_EVENING));
    g_assert_true (stn_diary_put_night (fixture->other, before, after, &error));
  }
  g_assert_true (stn_store_commit (store, NULL, &error));
  g_assert_no_error (error);
}

static void
show_page (AppFixture *fixture, const char *page)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", page);
  app_fixture_settle (fixture);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
}

static int
compare_costs (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* The median: one slow opening is the computer's. */
static double
median (double *costs, guint n)
{
  qsort (costs, n, sizeof *costs, compare_costs);
  return costs[n / 2];
}

static double
cost_of_opening (AppFixture *fixture, const char *page)
{
  double costs[OPENINGS];

  for (guint i = 0; i < OPENINGS; i++) {
    double begin;

    show_page (fixture, g_str_equal (page, "doctor") ? "findings" : "doctor");
    begin = cpu_ms ();
    show_page (fixture, page);
    costs[i] = cpu_ms () - begin;
  }
  return median (costs, OPENINGS);
}

/* Through the list of nights, a bit less than two rows a frame; without a list the same frames of what is there. */
static double
cost_of_a_frame (AppFixture *fixture)
{
  GtkWidget *list = app_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_LIST_VIEW, NULL);
  GtkAdjustment *adjustment =
    list != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)) : NULL;
  double costs[FRAMES];

  for (guint i = 0; i < FRAMES; i++) {
    double begin = cpu_ms ();

    if (adjustment != NULL)
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + STEP_PX);
    gtk_widget_queue_draw (GTK_WIDGET (fixture->window));
    gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
    costs[i] = cpu_ms () - begin;
  }
  return median (costs, FRAMES);
}

typedef struct {
  double opening;
  double frame;
} Cost;

static Cost
measure (int nights)
{
  AppFixture fixture = {0};
  Cost cost;

  app_fixture_set_up (&fixture, NULL);
  if (nights > 0)
    fill (&fixture, nights);
  app_fixture_settle (&fixture);
  show_page (&fixture, "diary");
  cost.opening = cost_of_opening (&fixture, "diary");
  cost.frame = cost_of_a_frame (&fixture);
  app_fixture_tear_down (&fixture, NULL);
  return cost;
}

int
main (int argc, char *argv[])
{
  Cost empty, year, fifty;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  empty = measure (0);
  year = measure (YEAR);
  fifty = measure (FIFTY_YEARS);
  g_print (
    "CPU time, as a ratio to the page of an empty diary (opening %.1f ms, frame %.1f ms here)\n",
    empty.opening, empty.frame);
  g_print ("                     1 year   50 years   growth\n");
  g_print ("opening Diary      %8.2f   %8.2f   %6.2f\n", year.opening / empty.opening,
           fifty.opening / empty.opening, fifty.opening / year.opening);
  g_print ("a scrolled frame   %8.2f   %8.2f   %6.2f\n", year.frame / empty.frame,
           fifty.frame / empty.frame, fifty.frame / year.frame);
  return 0;
}
