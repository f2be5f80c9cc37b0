/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-backup.h"

#include "store/stn-backup-copy.h"
#include "store/stn-backup-folder.h"
#include "store/stn-diary-file.h"
#include "store/stn-schema-check.h"
#include "store/stn-stamp-text.h"
#include "store/stn-statement.h"
#include "store/stn-store-private.h"
#include "store/stn-verify.h"

#include <string.h>

#define UPDATE_BACKED_UP "UPDATE diary SET backed_up = ?"
#define SELECT_BACKED_UP "SELECT backed_up FROM diary"
#define SELECT_FORGOTTEN "SELECT coalesce (forgotten, '') FROM diary"
#define FORGOTTEN_TRIES 3

/* The copy is as good when that cannot be written. */
static void
remember (StnStore *self, StnConnection *connection)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnStatement) update = stn_statement_get (connection, UPDATE_BACKED_UP, &error);
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (self));
  g_autofree char *text = stn_stamp_to_text (stn_stamp_of (now));

  if (stn_store_is_read_only (self) || update == NULL)
    return;
  stn_statement_bind_text (update, 1, text);
  if (!stn_statement_run (update, &error))
    g_message ("the time of the backup is not remembered: %s", error->message);
}

gboolean
stn_store_get_backed_up (StnStore *self, StnStamp *ret_when, GError **error)
{
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (StnStatement) select =
    connection != NULL ? stn_statement_get (connection, SELECT_BACKED_UP, error) : NULL;
  gboolean row;

  if (select == NULL || !stn_statement_step (select, &row, error))
    return FALSE;
  *ret_when = STN_NO_STAMP;
  if (row && stn_statement_get_opt_text (select, 0) != NULL &&
      !stn_stamp_from_text (stn_statement_get_text (select, 0), ret_when)) {
    stn_connection_set_damaged (connection, error, "it was backed up at '%s'",
                                stn_statement_get_text (select, 0));
    return FALSE;
  }
  return TRUE;
}

static char *
read_forgotten (StnConnection *connection, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_FORGOTTEN, error);
  gboolean row;

  if (select == NULL || !stn_statement_step (select, &row, error))
    return NULL;
  return g_strdup (row ? stn_statement_get_text (select, 0) : "");
}

/* What is forgotten while it is copied must not come back with the copy. Nobody forgets between looking and placing.
 * @ret_forgotten: nothing was placed, and all is to be done again. */
static gboolean
place (StnConnection *connection,
       const char *forgotten,
       const char *unproved,
       const char *path,
       gboolean *ret_forgotten,
       GError **error)
{
  g_autofree char *now = NULL;
  gboolean done;

  if (!stn_connection_begin_read (connection, error))
    return FALSE;
  now = read_forgotten (connection, error);
  *ret_forgotten = now != NULL && strcmp (now, forgotten) != 0;
  done = now != NULL &&
         (*ret_forgotten || stn_diary_file_place (unproved, path, STN_DIARY_FILE_REPLACE, error));
  stn_connection_end_read (connection);
  return done;
}

static gboolean
prove (StnStore *self, const char *unproved, const char *path, GError **error)
{
  return stn_store_is_newer (self)
           ? stn_backup_check_file (unproved, path, error)
           : stn_store_verify (unproved, stn_store_get_clock (self), NULL, error);
}

static gboolean
copy_once (StnStore *self, const char *path, gboolean *ret_forgotten, GError **error)
{
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autofree char *forgotten = connection != NULL ? read_forgotten (connection, error) : NULL;
  g_autofree char *unproved = forgotten != NULL ? stn_diary_file_new_beside (path, error) : NULL;
  gboolean done;

  if (unproved == NULL)
    return FALSE;
  done = stn_backup_write (connection, unproved, path, error) &&
         prove (self, unproved, path, error) &&
         place (connection, forgotten, unproved, path, ret_forgotten, error);
  if (!done || *ret_forgotten)
    stn_diary_file_discard (unproved);
  return done;
}

gboolean
stn_store_copy_to (StnStore *self, const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);
  gboolean forgotten = TRUE;

  if (stn_diary_file_is_same (path, stn_store_get_path (self))) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_EXISTS,
                 "cannot back up diary '%s' to '%s': that is the diary itself",
                 stn_store_get_path (self), path);
    return FALSE;
  }
  for (int i = 0; forgotten && i < FORGOTTEN_TRIES; i++)
    if (!copy_once (self, path, &forgotten, error))
      return FALSE;
  if (forgotten)
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_BUSY,
                 "cannot back up diary '%s': another program keeps changing it",
                 stn_store_get_path (self));
  return !forgotten;
}

gboolean
stn_store_back_up (StnStore *self, const char *path, GError **error)
{
  if (!stn_store_copy_to (self, path, error))
    return FALSE;
  remember (self, stn_store_get_connection (self, NULL));
  return TRUE;
}

/* A file from elsewhere becomes a diary: with what a diary has, and nothing else. */
static gboolean
leave_out_others (const char *copy, const char *name, GError **error)
{
  g_autoptr (StnConnection) connection =
    stn_connection_open (copy, name, STN_CONNECTION_BUILD, error);

  return connection != NULL &&
         stn_schema_leave_out_others (connection, stn_schema_get_current (), error);
}

/* Proved once more, as it is to be. */
static gboolean
make_own (StnConnection *from, const char *unproved, const char *path, GError **error)
{
  return stn_backup_write (from, unproved, path, error) &&
         leave_out_others (unproved, stn_connection_get_name (from), error) &&
         stn_backup_check_file (unproved, path, error);
}

static gboolean
copy_own (StnConnection *from, const char *path, StnDiaryFilePlacing placing, GError **error)
{
  g_autofree char *unproved = stn_diary_file_new_beside (path, error);

  if (unproved == NULL)
    return FALSE;
  if (make_own (from, unproved, path, error) &&
      stn_diary_file_place (unproved, path, placing, error))
    return TRUE;
  stn_diary_file_discard (unproved);
  return FALSE;
}

static gboolean
copy_verified (
  const char *from, const char *copy, StnDiaryFilePlacing placing, StnClock *clock, GError **error)
{
  g_autoptr (StnStore) store = NULL;
  StnConnection *connection;

  if (!stn_store_verify (from, clock, NULL, error) || !stn_diary_file_make_folder (copy, error))
    return FALSE;
  store = stn_store_open (from, STN_STORE_READ_ONLY, clock, error);
  connection = store != NULL ? stn_store_get_connection (store, error) : NULL;
  return connection != NULL && copy_own (connection, copy, placing, error);
}

gboolean
stn_store_adopt (const char *from, const char *path, StnClock *clock, GError **error)
{
  g_return_val_if_fail (from != NULL && path != NULL && clock != NULL, FALSE);

  return copy_verified (from, path, STN_DIARY_FILE_KEEP, clock, error);
}

gboolean
stn_store_adopt_over (
  const char *from, const char *path, StnClock *clock, char **ret_aside, GError **error)
{
  g_return_val_if_fail (from != NULL && path != NULL && clock != NULL && ret_aside != NULL, FALSE);
  /* Not beside @path itself: what is there may be a link. */
  g_autofree char *beside = g_strconcat (path, ".copy", NULL);
  g_autofree char *copy = stn_diary_file_new_beside (beside, error);
  g_autoptr (GDateTime) now = stn_clock_now (clock);

  if (copy == NULL)
    return FALSE;
  if (copy_verified (from, copy, STN_DIARY_FILE_REPLACE, clock, error) &&
      stn_diary_file_take_place (copy, path, STN_DAMAGED_MARK, stn_date_of (now), ret_aside, error))
    return TRUE;
  stn_diary_file_discard (copy);
  return FALSE;
}
