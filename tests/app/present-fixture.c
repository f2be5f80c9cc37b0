/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present-fixture.h"

#include <glib/gstdio.h>

void
present_fixture_set_up (PresentFixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) morning = g_date_time_new_utc (2026, 11, 22, 7, 10, 0);
  g_autoptr (GError) error = NULL;

  fixture->clock = stn_clock_new_fixed (morning);
  fixture->folder = g_dir_make_tmp ("stillnight-present-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "diary.db", NULL);
  fixture->other = stn_diary_open (fixture->path, STN_STORE_CREATE, fixture->clock, &error);
  g_assert_no_error (error);
  fixture->client = stn_diary_client_new (fixture->path, STN_STORE_EXISTING, fixture->clock);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir))) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      remove_folder (path); /* of backups */
    else
      g_assert_cmpint (g_unlink (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
present_fixture_tear_down (PresentFixture *fixture, gconstpointer data)
{
  stn_diary_client_close (fixture->client);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->client);
  stn_diary_close (fixture->other);
  stn_clock_unref (fixture->clock);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
present_fixture_wait (gboolean (*is_done) (gpointer), gpointer data)
{
  while (!is_done (data))
    g_main_context_iteration (NULL, TRUE);
}

static gpointer
nothing_work (StnDiary *diary, gpointer data, GError **error)
{
  return GINT_TO_POINTER (TRUE);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

void
present_fixture_settle (PresentFixture *fixture)
{
  /* What comes back may ask for more: keys make items, items are read. */
  for (int i = 0; i < 4; i++) {
    gboolean is_settled = FALSE;

    stn_diary_client_run (fixture->client, nothing_work, NULL, NULL, NULL, NULL, settled_cb,
                          &is_settled);
    present_fixture_wait (is_true, &is_settled);
  }
}

void
present_fixture_log (PresentFixture *fixture, int days, guint count)
{
  StnDate key = stn_date_add_days (LAST_NIGHT, -days);
  g_autoptr (GError) error = NULL;

  if (count == 0)
    stn_diary_log_no_cramps (fixture->other, key, NULL, &error);
  else
    stn_diary_log_cramps (fixture->other, key, count, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
note_cb (StnNight *night, gpointer data, GError **error)
{
  g_free (night->note);
  night->note = g_strdup (data);
  return TRUE;
}

void
present_fixture_note (PresentFixture *fixture, int days, const char *note)
{
  g_autoptr (GError) error = NULL;

  stn_diary_edit_night (fixture->other, stn_date_add_days (LAST_NIGHT, -days), "edit-night",
                        note_cb, (gpointer) note, NULL, &error);
  g_assert_no_error (error);
}

char *
present_fixture_write_file (PresentFixture *fixture, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}
