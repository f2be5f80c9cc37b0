/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-backup-copy.h"
#include "store/stn-content-digest.h"
#include "store/stn-statement.h"
#include "store/stn-store.h"

#include <glib/gstdio.h>
#include <string.h>

#define STEP_WAIT_MS 50
#define STEP_TRIES 100 /* times the wait: the busy timeout of a connection */

gboolean
stn_backup_copy_pages (StnConnection *from, StnConnection *to, GError **error)
{
  sqlite3_backup *backup =
    sqlite3_backup_init (stn_connection_get_db (to), "main", stn_connection_get_db (from), "main");
  int result = SQLITE_BUSY;

  if (backup == NULL) {
    stn_connection_set_error (to, sqlite3_errcode (stn_connection_get_db (to)), "back up to",
                              error);
    return FALSE;
  }
  /* All pages in one step: one moment of the diary. The backup API does not use the busy timeout for every lock. */
  for (int i = 0; (result & 0xff) == SQLITE_BUSY && i < STEP_TRIES; i++) {
    if (i > 0)
      sqlite3_sleep (STEP_WAIT_MS);
    result = sqlite3_backup_step (backup, -1);
  }
  int finished = sqlite3_backup_finish (backup);
  if (result == SQLITE_DONE && finished == SQLITE_OK)
    return TRUE;
  stn_connection_set_error (to, result != SQLITE_DONE ? result : finished, "back up to", error);
  return FALSE;
}

/* SQLite's finding without its headline, in one line. */
static char *
first_line_of (const char *finding)
{
  const char *line = finding;

  if (g_str_has_prefix (finding, "***") && strchr (finding, '\n') != NULL)
    line = strchr (finding, '\n') + 1;
  return g_strndup (line, strcspn (line, "\n"));
}

gboolean
stn_backup_check (StnConnection *connection, GError **error)
{
  g_autoptr (StnStatement) integrity =
    stn_statement_get (connection, "PRAGMA integrity_check (1)", error);
  g_autoptr (StnStatement) keys =
    integrity != NULL ? stn_statement_get (connection, "PRAGMA foreign_key_check", error) : NULL;
  gboolean row;

  if (keys == NULL || !stn_statement_step (integrity, &row, error))
    return FALSE;
  const char *finding = row ? stn_statement_get_text (integrity, 0) : "no answer";
  if (strcmp (finding, "ok") != 0) {
    g_autofree char *line = first_line_of (finding);

    stn_connection_set_damaged (connection, error, "%s", line);
    return FALSE;
  }
  if (!stn_statement_step (keys, &row, error))
    return FALSE;
  if (row) {
    stn_connection_set_damaged (connection, error,
                                "a row of table %s refers to a row that is not there",
                                stn_statement_get_text (keys, 0));
    return FALSE;
  }
  return TRUE;
}

/* Copies, and says what the original said at that moment. */
static char *
copy_and_digest (StnConnection *from, StnConnection *to, GError **error)
{
  g_autofree char *digest = NULL;

  if (!stn_connection_begin_read (from, error))
    return NULL;
  digest = stn_content_digest (from, error);
  if (digest != NULL && !stn_backup_copy_pages (from, to, error))
    g_clear_pointer (&digest, g_free);
  stn_connection_end_read (from);
  return g_steal_pointer (&digest);
}

static gboolean
check_same (StnConnection *copy, const char *expected, GError **error)
{
  g_autofree char *digest = stn_content_digest (copy, error);

  if (digest == NULL)
    return FALSE;
  if (strcmp (digest, expected) == 0)
    return TRUE;
  stn_connection_set_damaged (copy, error, "the copy does not say what the diary says");
  return FALSE;
}

static gboolean
copy_and_check (StnConnection *from, const char *temporary, const char *path, GError **error)
{
  g_autoptr (StnConnection) to = stn_connection_open (temporary, path, STN_CONNECTION_BUILD, error);
  g_autofree char *digest = to != NULL ? copy_and_digest (from, to, error) : NULL;

  g_clear_pointer (&to, stn_connection_close);
  if (digest == NULL)
    return FALSE;
  /* What was just written would come from memory; what counts is what a new reader gets. */
  g_autoptr (StnConnection) reopened =
    stn_connection_open (temporary, path, STN_CONNECTION_READ, error);
  return reopened != NULL && stn_backup_check (reopened, error) &&
         check_same (reopened, digest, error);
}

gboolean
stn_backup_copy (StnConnection *connection,
                 const char *path,
                 StnDiaryFilePlacing placing,
                 GError **error)
{
  g_autofree char *temporary = stn_diary_file_new_beside (path, error);

  if (temporary == NULL)
    return FALSE;
  gboolean done = copy_and_check (connection, temporary, path, error) &&
                  stn_diary_file_place (temporary, path, placing, error);
  if (!done)
    g_unlink (temporary);
  return done;
}
