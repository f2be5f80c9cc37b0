/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "diary/stn-cramp.h"
#include "diary/stn-diary-flags.h"
#include "pages/stn-cramp-screen.h"
#include "present/stn-cramp-watch.h"

/* The fixture and the screen over its window. */
typedef struct {
  AppFixture app;
  StnCrampScreen *screen;
} CrampFixture;

static void
set_now (CrampFixture *fixture, int hour, int minute, int second)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, hour, minute, second);

  stn_clock_set (fixture->app.clock, now);
}

static void
open_screen (CrampFixture *fixture)
{
  GtkApplication *app = gtk_window_get_application (GTK_WINDOW (fixture->app.window));

  fixture->screen = g_object_ref (stn_cramp_screen_new (app, fixture->app.client));
  stn_cramp_screen_begin (fixture->screen);
  gtk_window_present (GTK_WINDOW (fixture->screen));
  app_fixture_settle (&fixture->app);
}

static void
close_screen (CrampFixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->screen));
  g_clear_object (&fixture->screen);
}

static void
set_up (CrampFixture *fixture, gconstpointer data)
{
  app_fixture_set_up (&fixture->app, data);
  set_now (fixture, 2, 31, 10);
  open_screen (fixture);
}

static void
tear_down (CrampFixture *fixture, gconstpointer data)
{
  if (fixture->screen != NULL)
    close_screen (fixture);
  app_fixture_tear_down (&fixture->app, data);
}

static GtkWidget *
see (CrampFixture *fixture, GType type, const char *name)
{
  return app_fixture_find (GTK_WIDGET (fixture->screen), type, name);
}

/* Time goes by: "changed" of another program's write makes everything look at the clock again. */
static void
pass_to (CrampFixture *fixture, int hour, int minute, int second)
{
  set_now (fixture, hour, minute, second);
  g_signal_emit_by_name (fixture->app.client, "changed", NULL);
  app_fixture_settle (&fixture->app);
}

static void
act (CrampFixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->screen), action, NULL));
  app_fixture_settle (&fixture->app);
}

static const StnEpisode *
last_cramp (CrampFixture *fixture)
{
  static StnNight *night;

  g_clear_pointer (&night, stn_night_free);
  night = stn_diary_get_night (fixture->app.other, LAST_NIGHT, NULL);
  g_assert_cmpuint (night->episodes->len, >, 0);
  return g_ptr_array_index (night->episodes, night->episodes->len - 1);
}

/* Nothing is asked first: it is in the diary before the person has looked. */
static void
test_begins (CrampFixture *fixture, gconstpointer data)
{
  g_assert_cmpint (last_cramp (fixture)->ongoing, ==, STN_ANSWER_YES);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "0:00"));
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "since 02:31"));
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Breathe slowly"));
  g_assert_null (see (fixture, GTK_TYPE_LABEL, "Easing?"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->screen)) ==
                 see (fixture, GTK_TYPE_BUTTON, "It has gone"));
  pass_to (fixture, 2, 34, 52);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "3:42"));
  g_assert_nonnull (app_fixture_find (GTK_WIDGET (fixture->app.window), GTK_TYPE_LABEL, "3:42"));
}

static void
test_has_gone (CrampFixture *fixture, gconstpointer data)
{
  pass_to (fixture, 2, 34, 52);
  act (fixture, "cramp.gone");
  g_assert_true (stn_opt_int_equal (last_cramp (fixture)->duration_s, STN_KNOWN_INT (222)));
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Saved: a cramp of 3 min 42 s"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->screen)) ==
                 see (fixture, GTK_TYPE_BUTTON, "Close"));
  g_assert_nonnull (
    app_fixture_find (GTK_WIDGET (fixture->app.window), GTK_TYPE_LABEL, "Cramp Now"));
  act (fixture, "cramp.another");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "0:00"));
}

/* After 10 minutes it asks; the answer is stored, and only "No" shows what to do then. */
/* What is over is not counted; told too early it is taken back, and counted on from where it began. */
static void
test_still_there (CrampFixture *fixture, gconstpointer data)
{
  pass_to (fixture, 2, 34, 52);
  g_assert_nonnull (see (fixture, GTK_TYPE_BUTTON, "Hide, Keep Counting"));
  g_assert_null (see (fixture, GTK_TYPE_BUTTON, "It is still there"));
  act (fixture, "cramp.gone");
  g_assert_null (see (fixture, GTK_TYPE_BUTTON, "Hide, Keep Counting"));
  g_signal_emit_by_name (see (fixture, GTK_TYPE_BUTTON, "It is still there"), "clicked");
  app_fixture_settle (&fixture->app);
  g_assert_cmpint (last_cramp (fixture)->ongoing, ==, STN_ANSWER_YES);
  pass_to (fixture, 2, 35, 10);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "4:00"));
  g_assert_nonnull (see (fixture, GTK_TYPE_BUTTON, "Hide, Keep Counting"));
  act (fixture, "cramp.gone");
  g_assert_true (stn_opt_int_equal (last_cramp (fixture)->duration_s, STN_KNOWN_INT (240)));
}

static void
test_easing (CrampFixture *fixture, gconstpointer data)
{
  pass_to (fixture, 2, 41, 9);
  g_assert_null (see (fixture, GTK_TYPE_LABEL, "Easing?"));
  pass_to (fixture, 2, 41, 34);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Easing?"));
  g_assert_null (see (fixture, GTK_TYPE_LABEL, "Breathe slowly"));
  g_assert_cmpint (last_cramp (fixture)->eased, ==, STN_ANSWER_UNKNOWN);
  gtk_widget_activate_action (GTK_WIDGET (fixture->screen), "cramp.easing", "b", TRUE);
  app_fixture_settle (&fixture->app);
  g_assert_cmpint (last_cramp (fixture)->eased, ==, STN_ANSWER_YES);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Breathe slowly"));
  pass_to (fixture, 2, 52, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->screen), "cramp.easing", "b", FALSE);
  app_fixture_settle (&fixture->app);
  g_assert_cmpint (last_cramp (fixture)->eased, ==, STN_ANSWER_NO);
  g_assert_null (see (fixture, GTK_TYPE_LABEL, "Easing?"));
  g_assert_null (see (fixture, GTK_TYPE_LABEL, "Breathe slowly"));
  g_assert_nonnull (see (fixture, GTK_TYPE_BUTTON, "It has gone"));
}

static void
test_quiet (CrampFixture *fixture, gconstpointer data)
{
  pass_to (fixture, 3, 1, 10);
  g_assert_false (last_cramp (fixture)->duration_s.known);
  g_assert_cmpint (last_cramp (fixture)->ongoing, ==, STN_ANSWER_UNKNOWN);
  g_assert_null (see (fixture, GTK_TYPE_BUTTON, "It has gone"));
  g_assert_nonnull (see (fixture, GTK_TYPE_BUTTON, "Close"));
  g_assert_nonnull (
    app_fixture_find (GTK_WIDGET (fixture->app.window), GTK_TYPE_LABEL, "Cramp Now"));
}

/* Hidden it counts on; opened again it is the same cramp. */
static void
test_hidden (CrampFixture *fixture, gconstpointer data)
{
  close_screen (fixture);
  pass_to (fixture, 2, 34, 52);
  g_assert_nonnull (app_fixture_find (GTK_WIDGET (fixture->app.window), GTK_TYPE_LABEL, "3:42"));
  open_screen (fixture);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "3:42"));
  act (fixture, "cramp.gone");
  g_assert_true (stn_opt_int_equal (last_cramp (fixture)->duration_s, STN_KNOWN_INT (222)));
}

/* Ended by the command line, say. */
static void
test_ended_elsewhere (CrampFixture *fixture, gconstpointer data)
{
  set_now (fixture, 2, 33, 10);
  g_assert_true (stn_cramp_end (fixture->app.other, NULL, NULL, NULL));
  pass_to (fixture, 2, 33, 11);
  g_assert_nonnull (
    app_fixture_find (GTK_WIDGET (fixture->app.window), GTK_TYPE_LABEL, "Cramp Now"));
  g_assert_null (see (fixture, GTK_TYPE_BUTTON, "It has gone"));
}

#define SWOLLEN                                                                                    \
  "Do not stretch or rub a swollen, warm or red leg: it may be a clot and needs a doctor. You "    \
  "can "                                                                                           \
  "still do the calming breath."

static void
say_swollen (CrampFixture *fixture, StnAnswer answer)
{
  const StnDate today = stn_date_new (2026, 11, 22);
  g_autoptr (GPtrArray) signs = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_sign_free);

  g_ptr_array_add (signs, stn_sign_new (today, "one-leg-swollen", answer));
  g_assert_true (stn_diary_put_signs (fixture->app.other, signs, today, NULL, NULL, NULL));
}

/* A leg that may hold a clot is neither stretched nor rubbed; breathing stays, and all comes back with the leg. */
static void
test_swollen_leg (CrampFixture *fixture, gconstpointer data)
{
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Leg straight, toes up to your face"));
  g_assert_null (see (fixture, GTK_TYPE_LABEL, SWOLLEN));
  say_swollen (fixture, STN_ANSWER_YES);
  pass_to (fixture, 2, 31, 20);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, SWOLLEN));
  g_assert_null (see (fixture, GTK_TYPE_LABEL, "Leg straight, toes up to your face"));
  g_assert_null (see (fixture, GTK_TYPE_LABEL, "Stand with the foot flat, then walk"));
  g_assert_null (see (fixture, GTK_TYPE_LABEL, "Rub the muscle"));
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Breathe slowly"));
  say_swollen (fixture, STN_ANSWER_NO);
  pass_to (fixture, 2, 31, 30);
  g_assert_null (see (fixture, GTK_TYPE_LABEL, SWOLLEN));
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Rub the muscle"));
}

static void
add (const char *name, void (*test) (CrampFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/app/cramp-screen/", name, NULL);

  g_test_add (path, CrampFixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("begins", test_begins);
  add ("has-gone", test_has_gone);
  add ("still-there", test_still_there);
  add ("easing", test_easing);
  add ("quiet", test_quiet);
  add ("hidden", test_hidden);
  add ("ended-elsewhere", test_ended_elsewhere);
  add ("swollen-leg", test_swollen_leg);
  return g_test_run ();
}
