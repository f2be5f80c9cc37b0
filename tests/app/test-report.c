/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "diary/stn-diary-visits.h"
#include "pages/stn-report-preview.h"
#include "pages/stn-sheet-view.h"

/* A label that holds these words, on screen. */
typedef struct {
  GtkWidget *root;
  const char *words;
} Sight;

static gboolean
holds (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (holds (child, words))
      return TRUE;
  return FALSE;
}

static gboolean
is_seen (gpointer data)
{
  const Sight *sight = data;
  GtkWidget *page = app_fixture_find (sight->root, STN_TYPE_REPORT_PREVIEW, NULL);
  GtkWidget *expander = page != NULL ? app_fixture_find (page, GTK_TYPE_EXPANDER, NULL) : NULL;

  if (expander != NULL)
    gtk_expander_set_expanded (GTK_EXPANDER (expander), TRUE);
  return page != NULL && holds (page, sight->words);
}

static void
wait_for_words (AppFixture *fixture, const char *words)
{
  app_fixture_wait (is_seen, &(Sight){GTK_WIDGET (fixture->window), words});
}

static void
show (AppFixture *fixture, const char *way)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", way);
  app_fixture_settle (fixture);
}

static void
test_shows_what_is_printed (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnEpisode) worst = stn_episode_new ();

  worst->severity = STN_KNOWN_INT (6);
  g_assert_true (stn_diary_log_cramps (fixture->other, LAST_NIGHT, 1, worst, NULL, NULL));
  show (fixture, "doctor/report");
  wait_for_words (fixture, "Cramps on 1 of 1 recorded nights in 1 day");
  g_assert_nonnull (
    app_fixture_find (GTK_WIDGET (fixture->window), STN_TYPE_SHEET_VIEW, "Page 1 of 1"));
}

/* What another program writes while the page is open is on it. */
static void
test_follows_the_diary (AppFixture *fixture, gconstpointer data)
{
  StnQuestion *question = stn_question_new ("Could the tablet matter?");

  show (fixture, "doctor/report");
  wait_for_words (fixture, "No nights are recorded in this period.");
  g_assert_true (stn_diary_put_question (fixture->other, question, NULL, NULL));
  wait_for_words (fixture, "1. Could the tablet matter?");
  stn_question_free (question);
}

static void
test_bedside_card (AppFixture *fixture, gconstpointer data)
{
  show (fixture, "doctor/bedside");
  wait_for_words (fixture, "When a cramp comes");
  g_assert_nonnull (
    app_fixture_find (GTK_WIDGET (fixture->window), STN_TYPE_SHEET_VIEW, "Page 2 of 2"));
}

#define TEST(name, function)                                                                       \
  g_test_add ("/app/report/" name, AppFixture, NULL, app_fixture_set_up, function,                 \
              app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  TEST ("shows-what-is-printed", test_shows_what_is_printed);
  TEST ("follows-the-diary", test_follows_the_diary);
  TEST ("bedside-card", test_bedside_card);
  return g_test_run ();
}
