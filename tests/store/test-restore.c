/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "store/stn-backup.h"
#include "store/stn-change-log.h"
#include "store/stn-restore.h"
#include "store/stn-setting-table.h"
#include "store/stn-store-private.h"
#include "store/stn-verify.h"

#include <glib/gstdio.h>
#include <string.h>

static StnDate
night_of (int day)
{
  return stn_date_new (2026, 11, day);
}

static void
put_setting (StnStore *store, const char *name, const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_store_begin (store, "set-x", "person", &error));
  g_assert_true (stn_setting_table_put (store, name, value, &error));
  g_assert_true (stn_store_commit (store, NULL, &error));
}

/* All that a person entered, and all settings. */
static char *
content_of (StnStore *store)
{
  g_autofree char *nights = nights_text (store);
  g_autofree char *reminder = stn_setting_table_get (store, "reminder", "-", NULL);

  return g_strconcat (nights, reminder, NULL);
}

static void
write_at_random (DiaryFixture *self, GRand *rand, guint changes)
{
  for (guint i = 0; i < changes; i++) {
    const StnDate key = night_of (g_rand_int_range (rand, 1, 21));
    g_autoptr (StnNight) before = stn_night_table_load (self->store, key, NULL);
    g_autoptr (StnNight) after = stn_night_copy (before);

    change_night (rand, after);
    save_night (self->store, before, after);
  }
}

static char *
back_up (DiaryFixture *self)
{
  char *path = g_build_filename (self->folder, "backup.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_store_back_up (self->store, path, &error));
  g_assert_no_error (error);
  return path;
}

#define PAIRS_A_DIARY 25 /* its log grows with each of them */

static void
begin_anew (DiaryFixture *self)
{
  diary_fixture_tear_down (self, NULL);
  diary_fixture_set_up (self, NULL);
}

/* R11: whatever was written before and after, a restore says what the backup says, and one undo what was there before it. */
static void
test_random_pairs (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = test_rand ();
  const int pairs = g_test_slow () ? 1000 : 25;

  for (int i = 0; i < pairs; i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *path = NULL;
    g_autofree char *then = NULL;
    g_autofree char *before = NULL;
    g_autofree char *restored = NULL;
    g_autofree char *undone = NULL;
    StnRestoreReport foretold, done, again;
    gint64 group;

    if (i > 0 && i % PAIRS_A_DIARY == 0)
      begin_anew (self);

    write_at_random (self, rand, (guint) g_rand_int_range (rand, 0, 12));
    put_setting (self->store, "reminder", g_rand_boolean (rand) ? "21:00" : "22:30");
    then = content_of (self->store);
    path = back_up (self);
    write_at_random (self, rand, (guint) g_rand_int_range (rand, 0, 12));
    put_setting (self->store, "reminder", g_rand_boolean (rand) ? "21:00" : "off");
    before = content_of (self->store);

    g_assert_true (stn_store_restore (self->store, path, TRUE, &foretold, &group, &error));
    g_assert_no_error (error);
    g_assert_cmpint (group, ==, 0);
    {
      g_autofree char *untouched = content_of (self->store);

      g_assert_cmpstr (untouched, ==, before);
    }
    g_assert_true (stn_store_restore (self->store, path, FALSE, &done, &group, &error));
    g_assert_no_error (error);
    g_assert_cmpmem (&foretold, sizeof foretold, &done, sizeof done);
    g_assert_true (stn_restore_report_is_empty (&done) == (group == 0));
    restored = content_of (self->store);
    g_assert_cmpstr (restored, ==, then);
    g_assert_true (stn_store_verify (self->path, self->clock, NULL, &error));
    g_assert_no_error (error);
    /* Twice changes nothing. */
    g_assert_true (stn_store_restore (self->store, path, FALSE, &again, NULL, &error));
    g_assert_true (stn_restore_report_is_empty (&again));
    if (group == 0)
      continue;
    g_assert_true (stn_change_log_undo (self->store, group, NULL, &error));
    g_assert_no_error (error);
    undone = content_of (self->store);
    g_assert_cmpstr (undone, ==, before);
  }
}

/* A diary of another computer, which has nothing to do with this one. */
static char *
make_another (DiaryFixture *self, GRand *rand, char **ret_content)
{
  char *path = g_build_filename (self->folder, "another.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StnStore) other = NULL;

  g_unlink (path);
  other = stn_store_open (path, STN_STORE_CREATE_NEW, self->clock, &error);
  g_assert_no_error (error);
  diary_fixture_put_factors (other);
  for (int i = g_rand_int_range (rand, 0, 12); i > 0; i--) {
    const StnDate key = night_of (g_rand_int_range (rand, 1, 21));
    g_autoptr (StnNight) before = stn_night_table_load (other, key, NULL);
    g_autoptr (StnNight) after = stn_night_copy (before);

    change_night (rand, after);
    save_night (other, before, after);
  }
  put_setting (other, "reminder", g_rand_boolean (rand) ? "20:00" : "23:00");
  *ret_content = content_of (other);
  return path;
}

/* Any diary restored over any other: it says what that says, and one undo what was there. */
static void
test_random_others (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = test_rand ();
  const int pairs = g_test_slow () ? 1000 : 8;

  for (int i = 0; i < pairs; i++) {
    g_autoptr (GError) error = NULL;

    if (i > 0 && i % PAIRS_A_DIARY == 0)
      begin_anew (self);
    g_autofree char *theirs = NULL;
    g_autofree char *path = make_another (self, rand, &theirs);
    g_autofree char *restored = NULL;
    g_autofree char *undone = NULL;
    gint64 group;

    write_at_random (self, rand, (guint) g_rand_int_range (rand, 0, 12));
    g_autofree char *before = content_of (self->store);
    g_assert_true (stn_store_restore (self->store, path, FALSE, NULL, &group, &error));
    g_assert_no_error (error);
    restored = content_of (self->store);
    g_assert_cmpstr (restored, ==, theirs);
    g_assert_true (stn_store_verify (self->path, self->clock, NULL, &error));
    g_assert_no_error (error);
    if (group == 0)
      continue;
    g_assert_true (stn_change_log_undo (self->store, group, NULL, &error));
    g_assert_no_error (error);
    undone = content_of (self->store);
    g_assert_cmpstr (undone, ==, before);
  }
  g_test_message ("%d pairs of diaries", pairs);
}

static void
test_counts (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (StnNight) before = NULL;
  g_autoptr (StnNight) after = NULL;
  g_autoptr (StnNight) gone = NULL;
  StnRestoreReport report;

  log_no_cramps (self->store, night_of (1), NULL);
  log_no_cramps (self->store, night_of (2), NULL);
  log_no_cramps (self->store, night_of (3), NULL);
  put_setting (self->store, "reminder", "21:00");
  path = back_up (self);
  before = stn_night_table_load (self->store, night_of (2), NULL);
  after = stn_night_copy (before);
  after->note = g_strdup ("changed");
  save_night (self->store, before, after);
  gone = stn_night_table_load (self->store, night_of (3), NULL);
  {
    g_autoptr (StnNight) nothing = stn_night_new (night_of (3));

    save_night (self->store, gone, nothing);
  }
  log_no_cramps (self->store, night_of (4), NULL);
  log_no_cramps (self->store, night_of (5), NULL);
  put_setting (self->store, "reminder", "22:00");
  put_setting (self->store, "other", "1");
  g_assert_true (stn_store_restore (self->store, path, TRUE, &report, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report.counts[STN_RESTORE_NIGHTS].added, ==, 1);
  g_assert_cmpuint (report.counts[STN_RESTORE_NIGHTS].changed, ==, 1);
  g_assert_cmpuint (report.counts[STN_RESTORE_NIGHTS].removed, ==, 2);
  g_assert_cmpuint (report.counts[STN_RESTORE_SETTINGS].changed, ==, 1);
  g_assert_cmpuint (report.counts[STN_RESTORE_SETTINGS].removed, ==, 1);
  g_assert_cmpuint (report.counts[STN_RESTORE_FACTORS].changed, ==, 0);
}

/* An own factor made on another computer has the same name and another uid. */
static void
test_same_slug_of_another_diary (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "other.db", NULL);
  g_autoptr (StnStore) other = stn_store_open (path, STN_STORE_CREATE_NEW, self->clock, &error);
  g_autoptr (StnFactor) theirs = stn_factor_new ("cups", STN_FACTOR_COUNT);
  g_autoptr (GPtrArray) factors = NULL;
  StnRestoreReport report;

  theirs->name = g_strdup ("Cups of theirs");
  g_assert_true (stn_store_begin (other, "factors", "person", &error));
  g_assert_true (stn_factor_table_put (other, theirs, &error));
  g_assert_true (stn_store_commit (other, NULL, &error));
  log_no_cramps (other, night_of (9), NULL);
  g_clear_pointer (&other, stn_store_close);
  g_assert_true (stn_store_restore (self->store, path, FALSE, &report, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (stn_store_verify (self->path, self->clock, NULL, &error));
  g_assert_no_error (error);
  factors = stn_factor_table_list (self->store, &error);
  g_assert_cmpuint (factors->len, ==, 1);
  g_assert_cmpstr (((StnFactor *) factors->pdata[0])->name, ==, "Cups of theirs");
}

static void
test_damaged_backup (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size;

  log_no_cramps (self->store, night_of (1), NULL);
  path = back_up (self);
  log_no_cramps (self->store, night_of (2), NULL);
  before = content_of (self->store);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  memset (bytes + size - 4096, 0, 4096);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
  g_assert_false (stn_store_restore (self->store, path, FALSE, NULL, NULL, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED);
  after = content_of (self->store);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  diary_test_add ("/store/restore/random-pairs", test_random_pairs);
  diary_test_add ("/store/restore/random-others", test_random_others);
  diary_test_add ("/store/restore/counts", test_counts);
  diary_test_add ("/store/restore/same-slug-of-another-diary", test_same_slug_of_another_diary);
  diary_test_add ("/store/restore/damaged-backup", test_damaged_backup);
  return g_test_run ();
}
