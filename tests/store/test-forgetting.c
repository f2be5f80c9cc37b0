/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "store/stn-change-log.h"
#include "store/stn-draft-table.h"
#include "store/stn-shown-table.h"
#include "store/stn-forgetting.h"
#include "store/stn-trash.h"
#include "store/stn-verify.h"

#include <sqlite3.h>
#include <string.h>

#define SECRET "what was deleted"

static StnDate
night_of (int day)
{
  return stn_date_new (2026, 11, day);
}

static void
write_note (DiaryFixture *self, int day, const char *note)
{
  g_autoptr (StnNight) before = stn_night_table_load (self->store, night_of (day), NULL);
  g_autoptr (StnNight) after = stn_night_copy (before);

  g_free (after->note);
  after->note = g_strdup (note);
  g_assert_cmpint (save_night (self->store, before, after), >, 0);
}

static void
forget (DiaryFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_store_forget (self->store, &error));
  g_assert_no_error (error);
}

static gboolean
is_in_file (const char *path, const char *text)
{
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  return memmem (content, size, text, strlen (text)) != NULL;
}

static void
test_only_today_stays (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) trash = NULL;
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autofree char *draft = NULL;

  write_note (self, 12, SECRET);
  write_note (self, 12, NULL);
  write_note (self, 13, "what stays");
  g_assert_true (stn_draft_table_put (self->store, "night", night_of (14), SECRET, NULL));
  g_ptr_array_add (shown, (gpointer) SECRET);
  g_assert_true (stn_shown_table_keep (self->store, shown, night_of (14), NULL));
  before = nights_text (self->store);
  g_assert_true (is_in_file (self->path, SECRET));
  forget (self);
  after = nights_text (self->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (is_in_file (self->path, SECRET));
  g_assert_true (is_in_file (self->path, "what stays"));
  trash = stn_trash_list (self->store, &error);
  g_assert_cmpuint (trash->len, ==, 0);
  g_assert_true (stn_draft_table_get (self->store, "night", night_of (14), &draft, &error) &&
                 draft == NULL);
  g_assert_false (stn_change_log_undo (self->store, 0, NULL, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_true (stn_store_verify (self->path, self->clock, NULL, &error));
  g_assert_no_error (error);
}

/* The log begins anew, with later revisions than any before, and is checked from there. */
static void
test_life_goes_on (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  write_note (self, 12, "one");
  forget (self);
  diary_fixture_advance (self, -3600); /* the clock was set back */
  diary_fixture_reopen (self);
  before = nights_text (self->store);
  write_note (self, 12, "two");
  write_note (self, 13, "three");
  g_assert_true (stn_store_verify (self->path, self->clock, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (stn_change_log_undo (self->store, 0, NULL, &error));
  g_assert_true (stn_change_log_undo (self->store, 0, NULL, &error));
  after = nights_text (self->store);
  g_assert_cmpstr (after, ==, before);
  forget (self);
  g_assert_true (stn_store_verify (self->path, self->clock, NULL, &error));
  g_assert_no_error (error);
}

/* A row that is changed behind the program's back is still found. */
static void
test_verify_still_checks (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  write_note (self, 12, "one");
  forget (self);
  write_note (self, 12, "two");
  g_clear_pointer (&self->store, stn_store_close);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE night SET note = 'three'", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  sqlite3_close (db);
  g_assert_false (stn_store_verify (self->path, self->clock, NULL, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED);
  self->store = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, NULL);
}

static void
test_own_backups_only (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *own = g_strconcat (self->path, ".schema-1.bak", NULL);
  g_autofree char *person = g_strconcat (self->path, ".2025.bak", NULL);

  g_assert_true (g_file_set_contents (own, "x", 1, NULL));
  g_assert_true (g_file_set_contents (person, "x", 1, NULL));
  forget (self);
  g_assert_false (g_file_test (own, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (person, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  diary_test_add ("/store/forgetting/only-today-stays", test_only_today_stays);
  diary_test_add ("/store/forgetting/life-goes-on", test_life_goes_on);
  diary_test_add ("/store/forgetting/verify-still-checks", test_verify_still_checks);
  diary_test_add ("/store/forgetting/own-backups-only", test_own_backups_only);
  return g_test_run ();
}
