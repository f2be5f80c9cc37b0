/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"
#include "fault-vfs.h"

#include "store/stn-change-log.h"
#include "store/stn-draft-table.h"
#include "store/stn-verify.h"

#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define KIND "night"

static StnDate
night_of (int day)
{
  return stn_date_new (2026, 11, day);
}

static void
put (DiaryFixture *self, int day, const char *content)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_draft_table_put (self->store, KIND, night_of (day), content, &error));
  g_assert_no_error (error);
}

static void
assert_draft (DiaryFixture *self, const char *kind, int day, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (stn_draft_table_get (self->store, kind, night_of (day), &content, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, expected);
}

static void
test_one_of_each (DiaryFixture *self, gconstpointer data)
{
  assert_draft (self, KIND, 21, NULL);
  put (self, 21, "a");
  put (self, 20, "b");
  g_assert_true (stn_draft_table_put (self->store, "evening", night_of (21), "c", NULL));
  put (self, 21, "a, and \"more\" \n é");
  diary_fixture_reopen (self);
  assert_draft (self, KIND, 21, "a, and \"more\" \n é");
  assert_draft (self, KIND, 20, "b");
  assert_draft (self, "evening", 21, "c");
  g_assert_true (stn_draft_table_discard (self->store, KIND, night_of (21), NULL));
  g_assert_true (stn_draft_table_discard (self->store, KIND, night_of (21), NULL));
  assert_draft (self, KIND, 21, NULL);
  assert_draft (self, "evening", 21, "c");
  g_assert_true (stn_store_verify (self->path, self->clock, NULL, NULL));
}

/* Undo takes back the last change; no draft is one. */
static void
test_no_change_group (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 seq;

  g_assert_cmpint (log_no_cramps (self->store, night_of (21), &error), >, 0);
  seq = stn_change_log_last_seq (self->store, &error);
  put (self, 21, "typed");
  g_assert_cmpint (stn_change_log_last_seq (self->store, &error), ==, seq);
  g_assert_true (stn_change_log_undo (self->store, 0, NULL, &error));
  g_assert_no_error (error);
  assert_draft (self, KIND, 21, "typed");
}

static void
test_read_only (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put (self, 21, "typed");
  g_clear_pointer (&self->store, stn_store_close);
  self->store = stn_store_open (self->path, STN_STORE_READ_ONLY, self->clock, &error);
  assert_draft (self, KIND, 21, "typed");
  put (self, 21, "typed"); /* it says so already */
  g_assert_false (stn_draft_table_put (self->store, KIND, night_of (21), "more", &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_READ_ONLY);
}

/* A program that dies the moment after it was told. */
static void
test_kill (DiaryFixture *self, gconstpointer data)
{
  int status;
  pid_t child;

  g_clear_pointer (&self->store, stn_store_close);
  child = fork ();
  if (child == 0) {
    self->store = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, NULL);
    if (stn_draft_table_put (self->store, KIND, night_of (21), "before the end", NULL))
      kill (getpid (), SIGKILL);
    _exit (1);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  self->store = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, NULL);
  assert_draft (self, KIND, 21, "before the end");
}

/* Whatever operation fails, the draft says the old or the new, and never "kept" what is not. */
static void
test_failing_disk (DiaryFixture *self, gconstpointer data)
{
  guint struck = 0;
  guint hits;

  fault_vfs_install ();
  diary_fixture_reopen (self);
  put (self, 21, "0");
  for (guint after = 0;; after++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *old = NULL;
    g_autofree char *new = g_strdup_printf ("%u", after + 1);
    g_autofree char *now = NULL;
    gboolean kept;

    g_assert_true (stn_draft_table_get (self->store, KIND, night_of (21), &old, NULL));
    fault_vfs_arm (FAULT_WRITE | FAULT_SYNC | FAULT_DELETE, after, FALSE, SQLITE_IOERR_WRITE);
    kept = stn_draft_table_put (self->store, KIND, night_of (21), new, &error);
    hits = fault_vfs_disarm ();
    g_assert_true (kept == (error == NULL));
    g_assert_true (stn_draft_table_get (self->store, KIND, night_of (21), &now, NULL));
    g_assert_true (strcmp (now, new) == 0 || (!kept && strcmp (now, old) == 0));
    struck += !kept;
    if (hits == 0)
      break;
  }
  g_assert_cmpuint (struck, >, 3);
  g_clear_pointer (&self->store, stn_store_close);
  fault_vfs_uninstall ();
  self->store = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  diary_test_add ("/store/draft-table/one-of-each", test_one_of_each);
  diary_test_add ("/store/draft-table/no-change-group", test_no_change_group);
  diary_test_add ("/store/draft-table/read-only", test_read_only);
  diary_test_add ("/store/draft-table/kill", test_kill);
  diary_test_add ("/store/draft-table/failing-disk", test_failing_disk);
  return g_test_run ();
}
