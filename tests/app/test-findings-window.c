/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "diary/stn-sample.h"
#include "pages/stn-finding-row.h"
#include "pages/stn-today-card.h"

/* Findings open without computing when nothing changed: each run of the analysis is counted, tonight's and those of the weekly
 * refreshes. */

#define NIGHTS 60

static int n_runs;  /* atomic: of tonight */
static int n_weeks; /* atomic */

StnAnalysis *__real_stn_analysis_run (const StnAnalysisInput *input,
                                      GCancellable *cancellable,
                                      StnAnalysisProgressCb progress_cb,
                                      gpointer user_data,
                                      GError **error);
StnAnalysis *__wrap_stn_analysis_run (const StnAnalysisInput *input,
                                      GCancellable *cancellable,
                                      StnAnalysisProgressCb progress_cb,
                                      gpointer user_data,
                                      GError **error);

StnAnalysis *
__wrap_stn_analysis_run (const StnAnalysisInput *input,
                         GCancellable *cancellable,
                         StnAnalysisProgressCb progress_cb,
                         gpointer user_data,
                         GError **error)
{
  g_atomic_int_inc (&n_runs);
  return __real_stn_analysis_run (input, cancellable, progress_cb, user_data, error);
}

StnAnalysis *__real_stn_analysis_run_verdicts (const StnAnalysisInput *input,
                                               GCancellable *cancellable,
                                               GError **error);
StnAnalysis *__wrap_stn_analysis_run_verdicts (const StnAnalysisInput *input,
                                               GCancellable *cancellable,
                                               GError **error);

StnAnalysis *
__wrap_stn_analysis_run_verdicts (const StnAnalysisInput *input,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_atomic_int_inc (&n_weeks);
  return __real_stn_analysis_run_verdicts (input, cancellable, error);
}

static int
take_weeks (void)
{
  return g_atomic_int_exchange (&n_weeks, 0);
}

static int
take_runs (void)
{
  return g_atomic_int_exchange (&n_runs, 0);
}

/* To a page that computes nothing. A window opens with the page of the one before. */
static void
leave (AppFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "diary");
  app_fixture_settle (fixture);
}

static void
tear_down (AppFixture *fixture, gconstpointer data)
{
  leave (fixture);
  app_fixture_tear_down (fixture, data);
}

static void
set_up (AppFixture *fixture, gconstpointer data)
{
  StnSampleTruth truth;
  g_autoptr (GError) error = NULL;

  app_fixture_set_up (fixture, data);
  leave (fixture);
  stn_sample_write (fixture->other, NIGHTS, STN_SAMPLE_PLANTED_DEFAULT, STN_SAMPLE_SEED_DEFAULT,
                    FALSE, &truth, &error);
  g_assert_no_error (error);
  /* Who plants the sample looks at it, and keeps what the weeks said. */
  g_assert_cmpint (n_weeks, >, 0);
  n_runs = n_weeks = 0;
  app_fixture_open_again (fixture);
}

typedef struct {
  AppFixture *fixture;
  GType type;
} Sought;

static gboolean
is_shown (gpointer data)
{
  const Sought *sought = data;

  return app_fixture_find (GTK_WIDGET (sought->fixture->window), sought->type, NULL) != NULL;
}

static void
wait_for (AppFixture *fixture, GType type)
{
  Sought sought = {fixture, type};

  app_fixture_wait (is_shown, &sought);
}

static void
show_page (AppFixture *fixture, const char *page, GType type)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", page);
  wait_for (fixture, type);
  app_fixture_settle (fixture);
}

static gboolean
has_run (gpointer data)
{
  return g_atomic_int_get (&n_runs) > 0;
}

static void
test_nothing_changed (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  show_page (fixture, "today", STN_TYPE_TODAY_CARD);
  g_assert_cmpint (take_runs (), ==, 1);
  show_page (fixture, "findings", STN_TYPE_FINDING_ROW);
  show_page (fixture, "today", STN_TYPE_TODAY_CARD);
  show_page (fixture, "findings", STN_TYPE_FINDING_ROW);
  g_assert_cmpint (take_runs (), ==, 0);
  /* Last night is in no weekly refresh yet. */
  stn_diary_log_cramps (fixture->other, LAST_NIGHT, 3, NULL, NULL, &error);
  g_assert_no_error (error);
  app_fixture_wait (has_run, NULL);
  app_fixture_settle (fixture);
  g_assert_cmpint (take_runs (), ==, 1);
}

/* What the weeks said is in the diary: another start computes tonight, and that once for all pages. */
static void
test_another_start (AppFixture *fixture, gconstpointer data)
{
  show_page (fixture, "today", STN_TYPE_TODAY_CARD);
  leave (fixture);
  take_runs ();
  app_fixture_open_again (fixture);
  show_page (fixture, "today", STN_TYPE_TODAY_CARD);
  show_page (fixture, "findings", STN_TYPE_FINDING_ROW);
  g_assert_cmpint (take_runs (), ==, 1);
  g_assert_cmpint (take_weeks (), ==, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/app/findings-window/opens-without-computing", AppFixture, NULL, set_up,
              test_nothing_changed, tear_down);
  g_test_add ("/app/findings-window/another-start", AppFixture, NULL, set_up, test_another_start,
              tear_down);
  return g_test_run ();
}
