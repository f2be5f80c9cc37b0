/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "store/stn-change-log.h"
#include "store/stn-store-watch.h"

#include <glib/gstdio.h>

/* Long after any of it should have happened: ends a test that waits for nothing. */
#define GIVE_UP_S 20

static void
stirred_cb (StnStoreWatch *watch, gpointer data)
{
  guint *times = data;

  (*times)++;
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("nothing was noticed");
  return G_SOURCE_REMOVE;
}

static void
wait_until_stirred (guint *times, guint at_least)
{
  guint give_up = g_timeout_add_seconds (GIVE_UP_S, give_up_cb, NULL);

  while (*times < at_least)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (give_up);
}

/* One commit is noticed, and the log says what it was about. */
static void
test_commit_of_another_connection (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnStoreWatch) watch = stn_store_watch_new (self->path, &error);
  g_autoptr (StnStore) other = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);
  gint64 seq = stn_change_log_last_seq (self->store, &error);
  guint times = 0;
  gboolean all;

  g_assert_no_error (error);
  g_signal_connect (watch, "stirred", G_CALLBACK (stirred_cb), &times);
  g_assert_cmpint (log_no_cramps (other, stn_date_new (2026, 11, 21), &error), >, 0);
  wait_until_stirred (&times, 1);
  g_autoptr (GArray) nights = stn_change_log_nights_since (self->store, seq, &seq, &all, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nights->len, ==, 1);
}

/* A restored backup takes the name of the diary. */
static void
test_file_that_takes_the_name (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnStoreWatch) watch = stn_store_watch_new (self->path, &error);
  g_autofree char *restored = g_build_filename (self->folder, "restored.db", NULL);
  g_autofree char *content = NULL;
  gsize size;
  guint times = 0;

  g_clear_pointer (&self->store, stn_store_close);
  g_signal_connect (watch, "stirred", G_CALLBACK (stirred_cb), &times);
  g_assert_true (g_file_get_contents (self->path, &content, &size, NULL));
  g_assert_true (g_file_set_contents_full (restored, content, (gssize) size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_assert_no_errno (g_rename (restored, self->path));
  wait_until_stirred (&times, 1);
}

/* A file of another name is none of our business; what is noticed after it proves that it was seen and left out. */
static void
test_other_files_do_not_stir (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *next = g_build_filename (self->folder, "diary.db.bak", NULL);
  g_autofree char *marker = g_build_filename (self->folder, "marker", NULL);
  g_autoptr (StnStoreWatch) watch = stn_store_watch_new (self->path, &error);
  g_autoptr (StnStoreWatch) other_watch = stn_store_watch_new (marker, &error);
  guint times = 0, marks = 0;

  g_signal_connect (watch, "stirred", G_CALLBACK (stirred_cb), &times);
  g_signal_connect (other_watch, "stirred", G_CALLBACK (stirred_cb), &marks);
  g_assert_true (g_file_set_contents (next, "x", 1, NULL));
  g_assert_true (g_file_set_contents (marker, "x", 1, NULL));
  wait_until_stirred (&marks, 1);
  g_assert_cmpuint (times, ==, 0);
}

/* Many commits at once are told together, and the last one is not left out. */
static void
test_many_commits_are_told_together (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnStoreWatch) watch = stn_store_watch_new (self->path, &error);
  gint64 seq = stn_change_log_last_seq (self->store, &error);
  guint times = 0, nights = 0;
  gboolean all;

  g_signal_connect (watch, "stirred", G_CALLBACK (stirred_cb), &times);
  for (int day = 1; day <= 25; day++)
    g_assert_cmpint (log_no_cramps (self->store, stn_date_new (2026, 10, day), &error), >, 0);
  for (guint told = 1; nights < 25; told++) {
    wait_until_stirred (&times, told);
    g_autoptr (GArray) more = stn_change_log_nights_since (self->store, seq, &seq, &all, &error);
    nights += more->len;
  }
  g_assert_cmpuint (times, <, 25);
}

static void
test_gone_while_waiting (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  StnStoreWatch *watch = stn_store_watch_new (self->path, &error);
  guint times = 0;

  g_signal_connect (watch, "stirred", G_CALLBACK (stirred_cb), &times);
  g_object_add_weak_pointer (G_OBJECT (watch), (gpointer *) &watch);
  g_assert_cmpint (log_no_cramps (self->store, stn_date_new (2026, 11, 21), &error), >, 0);
  g_object_unref (watch);
  g_assert_null (watch);
  g_autoptr (StnStoreWatch) next = stn_store_watch_new (self->path, &error);
  guint later = 0;
  g_signal_connect (next, "stirred", G_CALLBACK (stirred_cb), &later);
  g_assert_cmpint (log_no_cramps (self->store, stn_date_new (2026, 11, 20), &error), >, 0);
  wait_until_stirred (&later, 1);
  g_assert_cmpuint (times, ==, 0);
}

static void
test_no_such_folder (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "none", "diary.db", NULL);
  g_autoptr (StnStoreWatch) watch = stn_store_watch_new (path, &error);

  /* GLib watches for the folder to appear; either answer is fine as long as there is one. */
  g_assert_true ((watch == NULL) == (error != NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  diary_test_add ("/store/store-watch/commit-of-another-connection",
                  test_commit_of_another_connection);
  diary_test_add ("/store/store-watch/file-that-takes-the-name", test_file_that_takes_the_name);
  diary_test_add ("/store/store-watch/other-files-do-not-stir", test_other_files_do_not_stir);
  diary_test_add ("/store/store-watch/many-commits-are-told-together",
                  test_many_commits_are_told_together);
  diary_test_add ("/store/store-watch/gone-while-waiting", test_gone_while_waiting);
  diary_test_add ("/store/store-watch/no-such-folder", test_no_such_folder);
  return g_test_run ();
}
