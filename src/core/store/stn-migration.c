/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-migration.h"

#include "base/stn-uid.h"
#include "store/stn-backup-copy.h"
#include "store/stn-diary-file.h"
#include "store/stn-stamp-text.h"
#include "store/stn-statement.h"

#define SELECT_VERSION "SELECT user_version FROM pragma_user_version"
#define SELECT_DATA_VERSION "SELECT data_version FROM pragma_data_version"
#define INSERT_DIARY "INSERT INTO diary (only, uid, created) VALUES (1, ?, ?)"

/* A number of the program, not data: PRAGMA takes no parameters. */
static gboolean
set_version (StnConnection *connection, int version, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", version);

  return stn_connection_execute (connection, sql, "migrate", error);
}

static gboolean
take_step (StnConnection *connection, const StnSchema *schema, int from, GError **error)
{
  return stn_connection_execute (connection, schema->steps[from], "migrate", error) &&
         set_version (connection, from + 1, error);
}

static gboolean
insert_diary (StnConnection *connection, StnClock *clock, GError **error)
{
  g_autoptr (StnStatement) insert = stn_statement_get (connection, INSERT_DIARY, error);
  g_autoptr (GDateTime) now = stn_clock_now (clock);
  g_autofree char *created = stn_stamp_to_text (stn_stamp_of (now));
  g_autofree char *uid = stn_uid_new_random ();

  if (insert == NULL)
    return FALSE;
  stn_statement_bind_text (insert, 1, uid);
  stn_statement_bind_text (insert, 2, created);
  return stn_statement_run (insert, error);
}

static gboolean
build (
  const char *temporary, const char *path, StnClock *clock, const StnSchema *schema, GError **error)
{
  g_autoptr (StnConnection) connection =
    stn_connection_open (temporary, path, STN_CONNECTION_BUILD, error);
  g_autofree char *set_id =
    g_strdup_printf ("PRAGMA application_id = %d", STN_SCHEMA_APPLICATION_ID);

  if (connection == NULL ||
      !stn_connection_execute (connection, "BEGIN IMMEDIATE", "create", error) ||
      !stn_connection_execute (connection, set_id, "create", error))
    return FALSE;
  for (int version = 0; version < schema->version; version++)
    if (!take_step (connection, schema, version, error))
      return FALSE;
  return insert_diary (connection, clock, error) &&
         stn_connection_execute (connection, "COMMIT", "create", error);
}

gboolean
stn_migration_create (const char *path, StnClock *clock, const StnSchema *schema, GError **error)
{
  g_autofree char *temporary = stn_diary_file_new_beside (path, error);

  if (temporary == NULL)
    return FALSE;
  gboolean made = build (temporary, path, clock, schema, error) &&
                  stn_diary_file_place (temporary, path, STN_DIARY_FILE_KEEP, error);
  if (!made)
    stn_diary_file_discard (temporary);
  return made;
}

/* One step in a transaction of its own, unless another program took it or wrote anything since the backup. */
static gboolean
migrate_once (StnConnection *connection, const StnSchema *schema, gint64 backed_up, GError **error)
{
  gint64 version, data_version;

  if (!stn_connection_execute (connection, "BEGIN IMMEDIATE", "migrate", error))
    return FALSE;
  gboolean done =
    stn_connection_query_int (connection, SELECT_VERSION, &version, error) &&
    stn_connection_query_int (connection, SELECT_DATA_VERSION, &data_version, error) &&
    (data_version != backed_up || version >= schema->version ||
     take_step (connection, schema, (int) version, error)) &&
    stn_connection_execute (connection, "COMMIT", "migrate", error);

  if (!done && stn_connection_is_in_transaction (connection))
    stn_connection_execute (connection, "ROLLBACK", "migrate",
                            NULL); /* the first error is the one to tell */
  return done;
}

gboolean
stn_migration_run (StnConnection *connection,
                   const char *path,
                   const StnSchema *schema,
                   GError **error)
{
  gint64 version, data_version;

  if (!stn_connection_query_int (connection, SELECT_VERSION, &version, error))
    return FALSE;
  while (version < schema->version) {
    g_autofree char *backup = g_strdup_printf ("%s.schema-%d.bak", path, (int) version);

    if (!stn_connection_query_int (connection, SELECT_DATA_VERSION, &data_version, error) ||
        !stn_backup_copy (connection, backup, STN_DIARY_FILE_REPLACE, error) ||
        !migrate_once (connection, schema, data_version, error) ||
        !stn_connection_query_int (connection, SELECT_VERSION, &version, error))
      return FALSE;
  }
  return TRUE;
}

StnConnection *
stn_migration_copy (StnConnection *connection, const StnSchema *schema, GError **error)
{
  const char *name = stn_connection_get_name (connection);
  g_autoptr (StnConnection) copy = stn_connection_open (name, name, STN_CONNECTION_MEMORY, error);
  gint64 version;

  if (copy == NULL || !stn_backup_copy_pages (connection, copy, error))
    return NULL;
  stn_connection_limit_work (copy);
  if (!stn_connection_query_int (copy, SELECT_VERSION, &version, error))
    return NULL;
  while (version < schema->version)
    if (!take_step (copy, schema, (int) version++, error))
      return NULL;
  stn_connection_unlimit_work (copy);
  return stn_connection_set_read_only (copy, error) ? g_steal_pointer (&copy) : NULL;
}
