/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "diary/stn-material.h"
#include "pages/stn-diary-page.h"

#include <time.h>

/* What each page costs in CPU time of the whole process, as a ratio to the same page of an empty diary, and how that grows from
 * one year of nights to fifty. Ratios, not seconds: they mean the same on every computer. */

#define YEAR 365
#define FIFTY_YEARS 18263
#define OPENINGS 12
#define FRAMES 60
#define STEP_PX 90.0
#define LOOK_MS 1000
#define QUIET_MS 100

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

static gboolean
looked_cb (gpointer has_looked)
{
  *(gboolean *) has_looked = TRUE;
  return G_SOURCE_REMOVE;
}

/* The first analysis of fifty years takes minutes: were it left to the window, it would run beside the pages that are timed. */
static void
analyse (AppFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnMaterial) material = stn_diary_collect (fixture->other, &error);
  g_autoptr (StnAnalysis) analysis = NULL;

  g_assert_no_error (error);
  analysis = stn_material_analyze (material, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  stn_diary_keep_refreshes (fixture->other, material, &error);
  g_assert_no_error (error);
}

/* Tonight's analysis, once in a window, is no cost of opening a page. */
static void
wait_until_quiet (void)
{
  double begin;

  do {
    gboolean has_looked = FALSE;

    begin = cpu_ms ();
    g_timeout_add (LOOK_MS, looked_cb, &has_looked);
    while (!has_looked)
      g_main_context_iteration (NULL, TRUE);
  } while (cpu_ms () - begin > QUIET_MS);
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

/* What scrolls on a page: the list of nights, else the page itself; NULL where all of it is in sight. */
static GtkAdjustment *
find_adjustment (GtkWidget *window)
{
  GtkWidget *list = app_fixture_find (window, GTK_TYPE_LIST_VIEW, NULL);
  GtkWidget *page = app_fixture_find (window, GTK_TYPE_SCROLLED_WINDOW, NULL);

  if (list != NULL)
    return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  return page != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (page)) : NULL;
}

/* Down a bit less than two rows a frame; from the end on the same frames of what is there. */
static double
cost_of_a_frame (AppFixture *fixture)
{
  GtkAdjustment *adjustment = find_adjustment (GTK_WIDGET (fixture->window));
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

static const char *const pages[] = {"today", "diary", "trends", "findings", "doctor"};
#define N_PAGES G_N_ELEMENTS (pages)

typedef struct {
  double opening;
  double frame;
} Cost;

static void
measure (int nights, Cost costs[N_PAGES])
{
  AppFixture fixture = {0};

  app_fixture_set_up (&fixture, NULL);
  if (nights > 0) {
    fill (&fixture, nights);
    analyse (&fixture);
  }
  app_fixture_settle (&fixture);
  for (guint i = 0; i < N_PAGES; i++) {
    show_page (&fixture, pages[i]);
    wait_until_quiet ();
    costs[i].opening = cost_of_opening (&fixture, pages[i]);
    costs[i].frame = cost_of_a_frame (&fixture);
  }
  wait_until_quiet ();
  app_fixture_tear_down (&fixture, NULL);
}

static void
print_row (const char *page, const char *what, double empty, double year, double fifty)
{
  g_print ("%-9s %-16s %8.1f   %8.2f   %8.2f   %6.2f\n", page, what, empty, year / empty,
           fifty / empty, fifty / year);
}

int
main (int argc, char *argv[])
{
  Cost empty[N_PAGES], year[N_PAGES], fifty[N_PAGES];

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  measure (0, empty);
  measure (YEAR, year);
  measure (FIFTY_YEARS, fifty);
  g_print ("CPU time, as a ratio to the page of an empty diary (whose ms stand first: of this "
           "computer only)\n");
  g_print ("                           empty/ms     1 year   50 years   growth\n");
  for (guint i = 0; i < N_PAGES; i++) {
    print_row (pages[i], "opening", empty[i].opening, year[i].opening, fifty[i].opening);
    print_row (pages[i], "a scrolled frame", empty[i].frame, year[i].frame, fifty[i].frame);
  }
  return 0;
}
