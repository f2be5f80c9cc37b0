/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-work.h"

#include "diary/stn-cramp.h"
#include "diary/stn-diary-archive.h"
#include "diary/stn-import.h"
#include "diary/stn-safekeeping.h"
#include "store/stn-backup-folder.h"
#include "store/stn-draft-table.h"
#include "store/stn-reminder-table.h"
#include "store/stn-schema.h"
#include "store/stn-store-private.h"
#include "store/stn-verify.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define SOME_NIGHTS 30

static StnDate
night_of (int day)
{
  return stn_date_new (2026, 11, day);
}

static char *
path_in (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static StnDiary *
open_in (const char *folder, StnStoreMode mode, StnClock *clock, GError **error)
{
  g_autofree char *path = path_in (folder, "diary.db");

  return stn_diary_open (path, mode, clock, error);
}

/* What was there before */

static void
prepare_nothing (const char *folder, StnClock *clock)
{
}

static void
log_some (StnDiary *diary, int first, int last)
{
  g_autoptr (GError) error = NULL;

  for (int day = first; day <= last; day++)
    g_assert_true (day % 3 == 0
                     ? stn_diary_log_no_cramps (diary, night_of (day), NULL, &error)
                     : stn_diary_log_cramps (diary, night_of (day), 2, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
prepare_nights (const char *folder, StnClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnDiary) diary = open_in (folder, STN_STORE_CREATE, clock, &error);

  g_assert_no_error (error);
  log_some (diary, 1, 8);
  g_assert_true (
    stn_draft_table_put (stn_diary_get_store (diary), "night", night_of (8), "half", &error));
  g_assert_no_error (error);
}

static void
prepare_cramp (const char *folder, StnClock *clock)
{
  g_autoptr (GError) error = NULL;

  prepare_nights (folder, clock);
  g_autoptr (StnDiary) diary = open_in (folder, STN_STORE_EXISTING, clock, &error);
  g_assert_true (stn_cramp_begin (diary, NULL, &error));
  g_assert_no_error (error);
}

static void
prepare_table (const char *folder, StnClock *clock)
{
  g_autofree char *path = path_in (folder, "in.csv");
  g_autoptr (GString) text = g_string_new ("date,cramps,severity,fluids,stretch\n");

  prepare_nights (folder, clock);
  for (int day = 1; day <= SOME_NIGHTS; day++)
    g_string_append_printf (text, "2026-10-%02d,%d,%s,%d,%d\n", day, day % 3,
                            day % 3 > 0 ? "7" : "", day * 50, day % 2);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

/* other.db went on apart from a copy of the diary. */
static void
prepare_other (const char *folder, StnClock *clock)
{
  g_autofree char *path = path_in (folder, "diary.db");
  g_autofree char *other_path = path_in (folder, "other.db");
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  prepare_nights (folder, clock);
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_true (g_file_set_contents (other_path, content, (gssize) size, NULL));
  g_autoptr (StnDiary) other = stn_diary_open (other_path, STN_STORE_EXISTING, clock, &error);
  g_assert_no_error (error);
  log_some (other, 9, 14);
  g_autoptr (StnDiary) diary = open_in (folder, STN_STORE_EXISTING, clock, &error);
  log_some (diary, 12, 18);
}

/* A diary as the first version wrote it, with a night that somebody put in by hand as its manual says. */
static void
prepare_first_version (const char *folder, StnClock *clock)
{
  g_autofree char *path = path_in (folder, "diary.db");
  g_autofree char *rest = g_strdup_printf (
    "PRAGMA application_id = %d; PRAGMA user_version = 1;"
    "INSERT INTO diary (only, uid, created) VALUES (1, "
    "'1b4e28ba-2fa1-4d2a-8c3e-3f0d6a1e5b77', '2026-11-01T08:00:00+01:00 Europe/Berlin')",
    STN_SCHEMA_APPLICATION_ID);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, stn_schema_get_current ()->steps[0], NULL, NULL, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, rest, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* What is done */

static gboolean
run_log (const char *folder, StnClock *clock, GError **error)
{
  g_autoptr (StnDiary) diary = open_in (folder, STN_STORE_CREATE, clock, error);

  return diary != NULL && stn_diary_log_cramps (diary, night_of (20), 3, NULL, NULL, error);
}

static gboolean
change_cb (StnNight *night, gpointer data, GError **error)
{
  g_free (night->note);
  night->note = g_strnfill (3000, 'x'); /* more than a page has room for */
  night->sleep.quality = STN_KNOWN_INT (4);
  g_ptr_array_remove_index (night->episodes, 0);
  return TRUE;
}

static gboolean
run_edit (const char *folder, StnClock *clock, GError **error)
{
  g_autoptr (StnDiary) diary = open_in (folder, STN_STORE_EXISTING, clock, error);

  return diary != NULL &&
         stn_diary_edit_night (diary, night_of (2), "edit-night", change_cb, NULL, NULL, error);
}

static gboolean
run_delete (const char *folder, StnClock *clock, GError **error)
{
  g_autoptr (StnDiary) diary = open_in (folder, STN_STORE_EXISTING, clock, error);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (StnDate));

  for (int day = 1; day <= 8; day++) {
    const StnDate key = night_of (day);

    g_array_append_val (keys, key);
  }
  return diary != NULL && stn_diary_delete_nights (diary, keys, NULL, error);
}

static gboolean
run_undo (const char *folder, StnClock *clock, GError **error)
{
  g_autoptr (StnDiary) diary = open_in (folder, STN_STORE_EXISTING, clock, error);

  return diary != NULL && stn_diary_undo (diary, 0, NULL, error);
}

static gboolean
run_import (const char *folder, StnClock *clock, GError **error)
{
  g_autofree char *path = path_in (folder, "in.csv");
  g_autoptr (StnDiary) diary = open_in (folder, STN_STORE_EXISTING, clock, error);
  g_autoptr (StnCsvNights) nights = diary != NULL ? stn_csv_nights_read (path, NULL, error) : NULL;
  g_autoptr (StnImportReport) report =
    nights != NULL ? stn_diary_import (diary, nights, STN_IMPORT_FILL, NULL, error) : NULL;

  return report != NULL;
}

static gboolean
run_merge (const char *folder, StnClock *clock, GError **error)
{
  g_autofree char *path = path_in (folder, "other.db");
  const char *paths[] = {path, NULL};
  g_autoptr (StnDiary) diary = open_in (folder, STN_STORE_EXISTING, clock, error);
  g_autoptr (StnJoinReport) report =
    diary != NULL ? stn_diary_join (diary, paths, "merge", FALSE, NULL, error) : NULL;

  return report != NULL;
}

static gboolean
run_restore (const char *folder, StnClock *clock, GError **error)
{
  g_autofree char *path = path_in (folder, "other.db");
  g_autoptr (StnDiary) diary = open_in (folder, STN_STORE_EXISTING, clock, error);

  return diary != NULL && stn_diary_restore (diary, path, FALSE, NULL, NULL, error);
}

static gboolean
run_back_up (const char *folder, StnClock *clock, GError **error)
{
  g_autoptr (StnDiary) diary = open_in (folder, STN_STORE_EXISTING, clock, error);

  return diary != NULL &&
         stn_store_keep_backup (stn_diary_get_store (diary), STN_BACKUP_NOW, NULL, error);
}

static gboolean
run_forget (const char *folder, StnClock *clock, GError **error)
{
  g_autoptr (StnDiary) diary = open_in (folder, STN_STORE_EXISTING, clock, error);

  return diary != NULL && stn_diary_forget (diary, NULL, NULL, error);
}

static gboolean
run_begin_cramp (const char *folder, StnClock *clock, GError **error)
{
  g_autoptr (StnDiary) diary = open_in (folder, STN_STORE_EXISTING, clock, error);

  return diary != NULL && stn_cramp_begin (diary, NULL, error);
}

static gboolean
run_end_cramp (const char *folder, StnClock *clock, GError **error)
{
  g_autoptr (StnDiary) diary = open_in (folder, STN_STORE_EXISTING, clock, error);

  return diary != NULL && stn_cramp_end (diary, NULL, NULL, error);
}

static gboolean
run_draft (const char *folder, StnClock *clock, GError **error)
{
  g_autoptr (StnDiary) diary = open_in (folder, STN_STORE_EXISTING, clock, error);

  return diary != NULL && stn_draft_table_put (stn_diary_get_store (diary), "night", night_of (8),
                                               "half a sentence more", error);
}

/* Three reminders of a night, which the process in the background shows or not by what it reads here. */
static gboolean
run_claims (const char *folder, StnClock *clock, GError **error)
{
  g_autoptr (StnDiary) diary = open_in (folder, STN_STORE_EXISTING, clock, error);
  g_autoptr (GPtrArray) claims =
    g_ptr_array_new_with_free_func ((GDestroyNotify) stn_reminder_claim_free);
  gboolean replaced;

  for (int kind = STN_REMINDER_STRETCH; kind < STN_N_REMINDERS; kind++) {
    StnReminderClaim *claim = g_new0 (StnReminderClaim, 1);

    *claim = (StnReminderClaim){.kind = (StnReminderKind) kind,
                                .night = night_of (20),
                                .state = STN_CLAIM_SHOWN,
                                .written_s = 1700000000,
                                .process = g_strdup ("process")};
    g_ptr_array_add (claims, claim);
  }
  return diary != NULL &&
         stn_reminder_claim_replace (stn_diary_get_store (diary), NULL, claims, &replaced, error);
}

static gboolean
run_second_copy (const char *folder, StnClock *clock, GError **error)
{
  g_autofree char *stick = path_in (folder, "stick");
  g_autoptr (StnDiary) diary = open_in (folder, STN_STORE_EXISTING, clock, error);
  StnSecondCopyState state;

  g_mkdir (stick, 0700);
  return diary != NULL && stn_diary_choose_second_copy (diary, stick, NULL, &state, error);
}

const DiaryWork diary_works[] = {
  {"first-run", prepare_nothing, run_log},
  {"log", prepare_nights, run_log},
  {"edit", prepare_nights, run_edit},
  {"delete", prepare_nights, run_delete},
  {"undo", prepare_nights, run_undo},
  {"import", prepare_table, run_import},
  {"merge", prepare_other, run_merge},
  {"restore", prepare_other, run_restore},
  {"backup", prepare_nights, run_back_up},
  {"forget", prepare_nights, run_forget},
  {"begin-cramp", prepare_nights, run_begin_cramp},
  {"end-cramp", prepare_cramp, run_end_cramp},
  {"draft", prepare_nights, run_draft},
  {"reminders", prepare_nights, run_claims},
  {"second-copy", prepare_nights, run_second_copy},
  {"migration", prepare_first_version, run_log},
  {0},
};

/* What it says */

static int
compare_lines (const void *a, const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Random ids differ from run to run, and with them the order of the rows. */
static char *
without_ids (const char *json)
{
  static const char uid[] = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|"
                            "[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{16,}";
  g_autoptr (GRegex) regex = g_regex_new (uid, 0, 0, NULL);
  g_autofree char *plain = g_regex_replace_literal (regex, json, -1, 0, "", 0, NULL);
  g_auto (GStrv) lines = g_strsplit (plain, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_suffix (*line, ","))
      (*line)[strlen (*line) - 1] = '\0';
  qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);
  return g_strjoinv ("\n", lines);
}

static void
append_claims (StnDiary *diary, GString *text)
{
  g_autoptr (GPtrArray) claims =
    stn_reminder_claim_list (stn_diary_get_store (diary), night_of (1), NULL);

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    g_string_append_printf (text, "\nreminder %d",
                            ((const StnReminderClaim *) g_ptr_array_index (claims, i))->kind);
}

static void
append_draft (StnDiary *diary, GString *text)
{
  g_autofree char *content = NULL;

  if (stn_draft_table_get (stn_diary_get_store (diary), "night", night_of (8), &content, NULL))
    g_string_append_printf (text, "\ndraft %s", content);
}

char *
diary_work_says (const char *path, StnClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnDiary) diary = NULL;
  GString *json, *text;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return g_strdup ("");
  diary = stn_diary_open (path, STN_STORE_READ_ONLY, clock, &error);
  json = diary != NULL ? stn_diary_export_json (diary, &error) : NULL;
  if (json == NULL || !stn_store_verify (path, clock, NULL, &error)) {
    g_test_message ("%s", error->message);
    if (json != NULL)
      g_string_free (json, TRUE);
    return NULL;
  }
  g_autofree char *plain = without_ids (json->str);
  g_string_free (json, TRUE);
  text = g_string_new (plain);
  append_claims (diary, text);
  append_draft (diary, text);
  return g_string_free (text, FALSE);
}

/* A case */

static void
remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = path_in (folder, name);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      remove_tree (path);
    else
      g_assert_no_errno (g_unlink (path));
  }
  if (dir != NULL)
    g_assert_no_errno (g_rmdir (folder));
}

/* Of files alone: nothing is prepared in folders. */
static void
copy_files (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_no_errno (g_mkdir (to, 0700));
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = path_in (from, name);
    g_autofree char *copy = path_in (to, name);
    g_autofree char *content = NULL;
    gsize size;

    g_assert_true (g_file_get_contents (path, &content, &size, NULL));
    g_assert_true (g_file_set_contents_full (copy, content, (gssize) size, G_FILE_SET_CONTENTS_NONE,
                                             0600, NULL));
  }
}

void
diary_work_case_reset (DiaryWorkCase *self)
{
  remove_tree (self->folder);
  copy_files (self->template, self->folder);
}

gboolean
diary_work_case_run (DiaryWorkCase *self, GError **error)
{
  return self->work->run (self->folder, self->clock, error);
}

static char *
says_now (DiaryWorkCase *self)
{
  g_autofree char *path = path_in (self->folder, "diary.db");

  return diary_work_says (path, self->clock);
}

DiaryWorkCase *
diary_work_case_new (const DiaryWork *work)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, 7, 10, 0);
  g_autoptr (GError) error = NULL;
  DiaryWorkCase *self = g_new0 (DiaryWorkCase, 1);

  self->work = work;
  self->clock = stn_clock_new_fixed (now);
  self->home = g_dir_make_tmp ("stillnight-work-XXXXXX", NULL);
  self->template = path_in (self->home, "before");
  self->folder = path_in (self->home, "now");
  g_assert_no_errno (g_mkdir (self->folder, 0700));
  work->prepare (self->folder, self->clock);
  copy_files (self->folder, self->template);
  self->old = says_now (self);
  diary_work_case_reset (self);
  g_assert_true (diary_work_case_run (self, &error));
  g_assert_no_error (error);
  self->new = says_now (self);
  g_assert_nonnull (self->old);
  g_assert_nonnull (self->new);
  diary_work_case_reset (self);
  return self;
}

void
diary_work_case_free (DiaryWorkCase *self)
{
  remove_tree (self->home);
  stn_clock_unref (self->clock);
  g_free (self->home);
  g_free (self->template);
  g_free (self->folder);
  g_free (self->old);
  g_free (self->new);
  g_free (self);
}

/* A backup has its name only when it is whole. */
static char *
find_bad_backup (DiaryWorkCase *self)
{
  g_autofree char *diary = path_in (self->folder, "diary.db");
  g_autoptr (GPtrArray) files = stn_backup_folder_list (diary);
  g_autofree char *older = g_strconcat (diary, ".schema-1.bak", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < files->len; i++) {
    const StnBackupFile *file = g_ptr_array_index (files, i);

    if (!stn_store_verify (file->path, self->clock, NULL, &error))
      return g_strdup_printf ("a backup is not whole: %s", error->message);
  }
  return !g_file_test (older, G_FILE_TEST_EXISTS) ||
             stn_store_verify (older, self->clock, NULL, &error)
           ? NULL
           : g_strdup_printf ("the backup before the migration is not whole: %s", error->message);
}

char *
diary_work_case_find_problem (DiaryWorkCase *self, gboolean done)
{
  g_autofree char *now = says_now (self);
  gboolean is_new = g_strcmp0 (now, self->new) == 0;
  gboolean is_old = g_strcmp0 (now, self->old) == 0;

  if (now == NULL)
    return g_strdup ("the diary is unsound");
  /* Where there was none, an empty one is as good. */
  if (*self->old == '\0' && strstr (now, "\"table\"") == NULL)
    is_old = TRUE;
  if (done && !is_new)
    return g_strdup ("what was said to be saved is lost");
  if (!is_new && !is_old)
    return g_strdup_printf ("the diary says neither the old nor the new but:\n%s", now);
  return find_bad_backup (self);
}

void
diary_work_test_control (void)
{
  g_autoptr (DiaryWorkCase) self = diary_work_case_new (&diary_works[1]);
  g_autofree char *path = path_in (self->folder, "diary.db");
  g_autofree char *lost = diary_work_case_find_problem (self, TRUE);
  g_autofree char *content = NULL;
  g_autofree char *half = NULL;
  gsize size;

  g_assert_nonnull (lost);
  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_true (g_file_set_contents (path, content, (gssize) size / 2, NULL));
  half = diary_work_case_find_problem (self, FALSE);
  g_assert_nonnull (half);
}
