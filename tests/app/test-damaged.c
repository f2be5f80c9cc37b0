/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "pages/stn-guide-cards.h"
#include "pages/stn-today-answer.h"

#define SENTENCE                                                                                   \
  "A part of Stillnight is damaged (sources.xml:4: unknown element <damaged>). Known triggers, "   \
  "warning signs or the guide may be missing. Your diary is whole, and you can write in it. "      \
  "Please install Stillnight again."

static StnNightState
stored_state (AppFixture *fixture)
{
  g_autoptr (StnNight) night = stn_diary_get_night (fixture->other, LAST_NIGHT, NULL);

  return stn_night_get_state (night);
}

static gboolean
is_answer_seen (gpointer data)
{
  const AppFixture *fixture = data;

  return app_fixture_find (GTK_WIDGET (fixture->window), STN_TYPE_TODAY_ANSWER, NULL) != NULL;
}

/* Nothing of data/knowledge can be read (G_RESOURCE_OVERLAYS): the window says so, and a night can be written down. */
static void
test_diary_works (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  g_assert_nonnull (app_fixture_find (window, GTK_TYPE_LABEL, SENTENCE));
  app_fixture_wait (is_answer_seen, fixture);
  gtk_widget_activate_action (app_fixture_find (window, STN_TYPE_TODAY_ANSWER, NULL),
                              "today.no-cramps", NULL);
  app_fixture_settle (fixture);
  g_assert_cmpint (stored_state (fixture), ==, STN_NIGHT_NO_CRAMPS);
}

/* Every page opens. */
static void
test_pages_open (AppFixture *fixture, gconstpointer data)
{
  const char *const pages[] = {"today", "diary", "findings", "doctor"};

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", pages[i]);
    app_fixture_settle (fixture);
  }
  g_assert_nonnull (app_fixture_find (GTK_WIDGET (fixture->window), STN_TYPE_GUIDE_CARDS, NULL));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/app/damaged/diary-works", AppFixture, NULL, app_fixture_set_up, test_diary_works,
              app_fixture_tear_down);
  g_test_add ("/app/damaged/pages-open", AppFixture, NULL, app_fixture_set_up, test_pages_open,
              app_fixture_tear_down);
  return g_test_run ();
}
