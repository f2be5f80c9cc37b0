/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary-archive.h"

#include "diary/stn-diary-group.h"
#include "exchange/stn-csv-error.h"
#include "exchange/stn-json-rows.h"
#include "store/stn-automatic-backup.h"
#include "store/stn-verify.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

void
stn_join_report_free (StnJoinReport *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->conflicts);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_free (self);
}

/* Out */

static gboolean
append_row (const char *object, gpointer data, GError **error)
{
  GString *text = data;

  g_string_append_printf (text, "%s\n%s", text->str[text->len - 1] == '[' ? "" : ",", object);
  return TRUE;
}

GString *
stn_diary_export_json (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  GString *text = g_string_new (STN_JSON_ROWS_HEAD);

  if (!stn_archive_foreach (stn_diary_get_store (self), append_row, text, error)) {
    g_string_free (text, TRUE);
    return NULL;
  }
  g_string_append (text, STN_JSON_ROWS_TAIL);
  return text;
}

/* In */

/* How often a reader tells how far it is. */
#define ROWS_AT_ONCE 256

typedef struct {
  StnStore *store;
  StnDate last_night;       /* that an export can have a record of */
  StnArchiveTaker *archive; /* of the file that is read; NULL: the rows are only looked at */
  StnArchiveCounts counts;
  const StnProgress *progress;
  guint n_seen, n_taken;
} Taker;

/* How many rows there are is known once all were looked at. */
static gboolean
tell (Taker *taker, GError **error)
{
  if (taker->archive == NULL)
    return ++taker->n_seen % ROWS_AT_ONCE != 0 ||
           stn_progress_tell (taker->progress, 0, 0, 0, 1, error);
  return ++taker->n_taken % ROWS_AT_ONCE != 0 ||
         stn_progress_tell (taker->progress, 0, 1, taker->n_taken, taker->n_seen, error);
}

static gboolean
take_row (const char *object, gpointer data, GError **error)
{
  Taker *taker = data;

  return (taker->archive == NULL
            ? stn_archive_observe (taker->store, object, error)
            : stn_archive_take (taker->archive, object, &taker->counts, error)) &&
         tell (taker, error);
}

#define DIARY_MAGIC "SQLite format 3"

gboolean
stn_diary_join_is_diary (const char *path)
{
  char head[sizeof DIARY_MAGIC];
  FILE *file = fopen (path, "re");
  gboolean is_diary;

  if (file == NULL)
    return FALSE;
  is_diary =
    fread (head, sizeof head, 1, file) == 1 && memcmp (head, DIARY_MAGIC, sizeof head) == 0;
  fclose (file);
  return is_diary;
}

/* @is_look: the rows are only looked at. */
static gboolean
read_export (const char *path, gboolean is_look, Taker *taker, GError **error)
{
  g_autoptr (StnJsonRows) rows = stn_json_rows_open (path, error);
  g_autoptr (StnArchiveTaker) archive =
    stn_archive_taker_new (taker->store, NULL, taker->last_night);
  const char *object;

  taker->archive = is_look ? NULL : archive;
  while (rows != NULL && stn_json_rows_next (rows, &object, error)) {
    g_autoptr (GError) reason = NULL;

    if (object == NULL)
      return TRUE;
    if (take_row (object, taker, &reason))
      continue;
    if (reason->domain == G_IO_ERROR) {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
    return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, path, stn_json_rows_get_line (rows),
                         "%s", reason->message);
  }
  return FALSE;
}

static gboolean
read_diary (const char *path, gboolean is_look, Taker *taker, GError **error)
{
  StnClock *clock = stn_store_get_clock (taker->store);
  g_autoptr (StnStore) other = NULL;
  g_autoptr (StnArchiveTaker) archive = NULL;

  /* Read as a whole before anything of it is looked at. */
  if (is_look && !stn_store_verify (path, clock, NULL, error))
    return FALSE;
  other = stn_store_open (path, STN_STORE_READ_ONLY, clock, error);
  if (other == NULL)
    return FALSE;
  archive = stn_archive_taker_new (taker->store, other, STN_NO_DATE);
  taker->archive = is_look ? NULL : archive;
  return stn_archive_foreach (other, take_row, taker, error);
}

static gboolean
read_all (const char *const *paths, gboolean is_look, Taker *taker, GError **error)
{
  for (guint i = 0; paths[i] != NULL; i++)
    if (!(stn_diary_join_is_diary (paths[i]) ? read_diary (paths[i], is_look, taker, error)
                                             : read_export (paths[i], is_look, taker, error)))
      return FALSE;
  return TRUE;
}

static gboolean
find_conflicts (StnDiary *self, GArray *conflicts, GError **error)
{
  g_autoptr (GPtrArray) nights = stn_diary_list_nights (self, STN_NO_DATE, STN_NO_DATE, error);

  for (guint i = 0; nights != NULL && i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);

    if (stn_night_has_conflict (night))
      g_array_append_val (conflicts, night->key);
  }
  return nights != NULL;
}

/* Of a diary that has a night already: what was there before is in a file as well. */
static gboolean
snapshot (StnDiary *self, const char *label, StnSnapshot *ret_snapshot, GError **error)
{
  StnDate first;

  return stn_diary_get_first_night (self, &first, error) &&
         (!stn_date_is_set (first) ||
          stn_store_snapshot (stn_diary_get_store (self), label, ret_snapshot, error));
}

/* Rows that each may be true need not be so together. Which of several files has them is not known. */
static gboolean
check_joined (StnStore *store, const char *const *paths, GError **error)
{
  g_autoptr (GError) reason = NULL;
  const guint n_paths = g_strv_length ((char **) paths);

  if (stn_archive_check (store, &reason))
    return TRUE;
  if (!g_error_matches (reason, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED)) {
    g_propagate_error (error, g_steal_pointer (&reason));
    return FALSE;
  }
  if (n_paths == 1)
    return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, paths[0], 0, "%s", reason->message);
  g_set_error (error, STN_EXCHANGE_ERROR, STN_EXCHANGE_ERROR_FORMAT, "one of %u files %s", n_paths,
               reason->message);
  return FALSE;
}

/* Of a group that changed nothing there is no other version. */
static gboolean
find_others (StnStore *store, StnJoinReport *report, GError **error)
{
  const gint64 group = stn_store_get_open_group (store);

  report->others = group == 0 ? g_ptr_array_new () : stn_other_versions_list (store, group, error);
  return report->others != NULL;
}

StnJoinReport *
stn_diary_join (StnDiary *self,
                const char *const *paths,
                const char *label,
                gboolean dry_run,
                const StnProgress *progress,
                GError **error)
{
  g_return_val_if_fail (self != NULL && paths != NULL && label != NULL, NULL);
  StnStore *store = stn_diary_get_store (self);
  g_autoptr (StnJoinReport) report = g_new0 (StnJoinReport, 1);
  Taker taker = {.store = store, .progress = progress};
  StnSnapshot before = {0};
  gboolean done;

  report->conflicts = g_array_new (FALSE, FALSE, sizeof (StnDate));
  if (!stn_diary_current_night (self, &taker.last_night, error))
    return NULL;
  /* Where it was exported it may be a day later. */
  taker.last_night = stn_date_add_days (taker.last_night, 1);
  /* Looked through first: the write group is later than all of it, and a bad file changes nothing. */
  if (!stn_progress_tell (progress, 0, 0, 0, 1, error) || !read_all (paths, TRUE, &taker, error) ||
      (!dry_run && !snapshot (self, label, &before, error)))
    return NULL;
  done = stn_store_begin (store, label, label, error) && read_all (paths, FALSE, &taker, error) &&
         stn_progress_tell (progress, 0, 1, 1, 1, error) && check_joined (store, paths, error) &&
         find_conflicts (self, report->conflicts, error) && find_others (store, report, error);
  report->rows = taker.counts;
  if (done && !dry_run)
    done = stn_store_commit (store, &report->group, error);
  else
    stn_store_rollback (store);
  stn_store_end_snapshot (store, &before, done && report->group != 0);
  return done ? g_steal_pointer (&report) : NULL;
}

gboolean
stn_diary_use_other (StnDiary *self,
                     const StnOtherVersion *version,
                     gint64 *ret_group,
                     GError **error)
{
  g_return_val_if_fail (self != NULL && version != NULL, FALSE);
  StnStore *store = stn_diary_get_store (self);

  return stn_store_begin (store, "use-other-version", "person", error) &&
         stn_diary_end_group (self, stn_other_version_put (store, version, error), ret_group,
                              error);
}

gboolean
stn_diary_keep_version (StnDiary *self,
                        const StnOtherVersion *version,
                        gint64 *ret_group,
                        GError **error)
{
  g_return_val_if_fail (self != NULL && version != NULL, FALSE);
  StnStore *store = stn_diary_get_store (self);

  return stn_store_begin (store, "keep-version", "person", error) &&
         stn_diary_end_group (self, stn_other_version_keep (store, version, error), ret_group,
                              error);
}
