/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "pages/stn-nights-export.h"

#include <glib/gstdio.h>
#include <string.h>

static GtkWidget *
find_chooser (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (GTK_IS_FILE_CHOOSER_DIALOG (link->data))
      return link->data;
  return NULL;
}

static gboolean
is_asked (gpointer data)
{
  GtkWidget *chooser = find_chooser ();

  return chooser != NULL && gtk_widget_get_mapped (chooser);
}

static gboolean
has_folder (gpointer folder)
{
  g_autoptr (GFile) there =
    gtk_file_chooser_get_current_folder (GTK_FILE_CHOOSER (find_chooser ()));

  return there != NULL && g_file_equal (there, folder);
}

static gboolean
is_written (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Exports the last two nights with @choice ticked, or none. Returns: (transfer full) what was written. */
static char *
write_table (AppFixture *fixture, const char *choice)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nights.csv", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (StnDate));
  StnDate last = LAST_NIGHT, before = stn_date_add_days (last, -1);
  char *text = NULL;
  GtkNativeDialog *asking;
  GtkFileChooser *chooser;

  g_array_append_val (keys, last);
  g_array_append_val (keys, before);
  asking = GTK_NATIVE_DIALOG (
    stn_nights_export_choose (GTK_WIDGET (fixture->window), fixture->client, keys));
  app_fixture_wait (is_asked, NULL);
  chooser = GTK_FILE_CHOOSER (find_chooser ());
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  app_fixture_wait (has_folder, folder);
  if (choice != NULL)
    gtk_file_chooser_set_choice (chooser, choice, "true");
  g_signal_emit_by_name (asking, "response", GTK_RESPONSE_ACCEPT);
  app_fixture_wait (is_written, path);
  app_fixture_settle (fixture);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  return text;
}

static gboolean
set_note (StnNight *night, gpointer data, GError **error)
{
  night->note = g_strdup ("bad");
  return TRUE;
}

static void
test_choices (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnEpisode) worst = stn_episode_new ();
  g_autofree char *nights = NULL;
  g_autofree char *with_notes = NULL;
  g_autofree char *items = NULL;
  g_autofree char *episodes = NULL;

  worst->severity = STN_KNOWN_INT (6);
  g_assert_true (stn_diary_log_cramps (fixture->other, LAST_NIGHT, 1, worst, NULL, NULL));
  g_assert_true (
    stn_diary_log_no_cramps (fixture->other, stn_date_add_days (LAST_NIGHT, -1), NULL, NULL));
  g_assert_true (
    stn_diary_edit_night (fixture->other, LAST_NIGHT, "set-note", set_note, NULL, NULL, NULL));
  nights = write_table (fixture, NULL);
  g_assert_cmpstr (nights, ==, "date,cramps,severity\n2026-11-20,0,\n2026-11-21,1,6\n");
  with_notes = write_table (fixture, "notes");
  g_assert_cmpstr (with_notes, ==,
                   "date,cramps,severity,note\n2026-11-20,0,,\n2026-11-21,1,6,bad\n");
  items = write_table (fixture, "long");
  g_assert_cmpstr (items, ==,
                   "night,item,value\n2026-11-20,cramps,0\n2026-11-21,cramps,1\n"
                   "2026-11-21,severity,6\n");
  episodes = write_table (fixture, "episodes");
  g_assert_true (g_str_has_prefix (episodes, "night,start,"));
  g_assert_nonnull (strstr (episodes, "\n2026-11-21,"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/app/nights-export/choices", AppFixture, NULL, app_fixture_set_up, test_choices,
              app_fixture_tear_down);
  return g_test_run ();
}
