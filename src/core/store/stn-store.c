/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-store.h"

#include "base/stn-rev.h"
#include "store/stn-backup-folder.h"
#include "store/stn-device.h"
#include "store/stn-diary-file.h"
#include "store/stn-migration.h"
#include "store/stn-stamp-text.h"
#include "store/stn-statement.h"
#include "store/stn-store-private.h"

#define SELECT_DIARY_UID "SELECT uid FROM diary"
#define SELECT_VERSION "SELECT user_version FROM pragma_user_version"
#define SELECT_LAST_REV                                                                            \
  "SELECT coalesce ((SELECT rev FROM change_group ORDER BY number DESC LIMIT 1), "                 \
  "(SELECT forgotten FROM diary), '')"

struct _StnStore {
  char *path;                /* as the person gave it */
  char *file;                /* with the folder's links resolved */
  StnConnection *connection; /* NULL after a commit failed and reopening failed too */
  gboolean read_only;
  gboolean is_newer;
  StnClock *clock;
  StnRevClock rev_clock;
  StnWriteGroup *group;
};

static void
group_free (StnWriteGroup *group)
{
  g_free (group->label);
  g_free (group->source);
  g_free (group->rev);
  g_free (group->written);
  g_free (group);
}

/* Makes sure that there is a diary file as @mode wants it. @ret_version: of the file that is there. */
static gboolean
prepare_file (
  StnStore *self, StnStoreMode mode, const StnSchema *schema, int *ret_version, GError **error)
{
  g_autoptr (GError) create_error = NULL;
  StnDiaryFileKind kind;

  if (mode == STN_STORE_CREATE || mode == STN_STORE_CREATE_NEW)
    if (!stn_diary_file_make_folder (self->path, error))
      return FALSE;
  if (!stn_diary_file_inspect (self->path, &kind, ret_version, error))
    return FALSE;
  if (kind == STN_DIARY_FILE_DIARY && mode != STN_STORE_CREATE_NEW)
    return TRUE;
  if (mode != STN_STORE_CREATE_NEW && stn_backup_folder_has_any (self->path)) {
    g_autofree char *folder = stn_backup_folder_path (self->path);

    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_MISSING,
                 "cannot open diary '%s': it is gone, but there are backups of it in '%s'",
                 self->path, folder);
    return FALSE;
  }
  if (kind == STN_DIARY_FILE_MISSING &&
      (mode == STN_STORE_EXISTING || mode == STN_STORE_READ_ONLY)) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_OPEN,
                 "cannot open diary '%s': there is no such file", self->path);
    return FALSE;
  }
  if (stn_migration_create (self->path, self->clock, schema, &create_error)) {
    *ret_version = schema->version;
    return TRUE;
  }
  /* Another program was faster: its diary is as good. */
  if (mode == STN_STORE_CREATE &&
      g_error_matches (create_error, STN_STORE_ERROR, STN_STORE_ERROR_EXISTS))
    return stn_diary_file_inspect (self->path, &kind, ret_version, error);
  g_propagate_error (error, g_steal_pointer (&create_error));
  return FALSE;
}

static gboolean
check_version (
  StnStore *self, StnStoreMode mode, const StnSchema *schema, int version, GError **error)
{
  /* A diary has its number from the moment that it has a name: this one was damaged or tampered with. */
  if (version < 1) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED,
                 "diary '%s' is damaged: it says that it has schema %d, which there never was",
                 self->path, version);
    return FALSE;
  }
  if (version > schema->version && mode != STN_STORE_READ_ONLY) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_NEWER,
                 "cannot open diary '%s': it was written by a newer version of Stillnight (schema "
                 "%d, this version "
                 "knows %d)",
                 self->path, version, schema->version);
    return FALSE;
  }
  return TRUE;
}

/* A later revision than any in the file must come next, whoever wrote it. */
static gboolean
observe_revisions (StnStore *self, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (self->connection, SELECT_LAST_REV, error);
  gboolean row;

  if (select == NULL || !stn_statement_step (select, &row, error))
    return FALSE;
  if (row)
    stn_rev_clock_observe (&self->rev_clock, stn_statement_get_text (select, 0));
  return TRUE;
}

static gboolean
start_revisions (StnStore *self, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (self->connection, SELECT_DIARY_UID, error);
  char device[STN_DEVICE_SIZE];
  gboolean row;

  if (select == NULL || !stn_statement_step (select, &row, error))
    return FALSE;
  /* A damaged page can hold a NULL where the schema allows none. */
  if (!row || *stn_statement_get_text (select, 0) == '\0') {
    stn_connection_set_damaged (self->connection, error, "the row that says what it is is missing");
    return FALSE;
  }
  stn_device_of (stn_statement_get_text (select, 0), device);
  stn_rev_clock_init (&self->rev_clock, device);
  return TRUE;
}

static gboolean
connect_file (StnStore *self, GError **error)
{
  self->connection = stn_connection_open (
    self->file, self->path, self->read_only ? STN_CONNECTION_READ : STN_CONNECTION_WRITE, error);
  if (self->connection != NULL && !stn_connection_check_length (self->connection, error))
    g_clear_pointer (&self->connection, stn_connection_close);
  return self->connection != NULL;
}

/* What may not be written is read as it would be after migration. Its version counts as the connection has it: what the bytes of
 * the file say may be of a migration that a power cut broke off and SQLite takes back. */
static gboolean
bring_to_schema (StnStore *self, const StnSchema *schema, GError **error)
{
  StnConnection *copy;
  gint64 version;

  if (!self->read_only)
    return stn_migration_run (self->connection, self->path, schema, error);
  if (!stn_connection_query_int (self->connection, SELECT_VERSION, &version, error))
    return FALSE;
  if (version >= schema->version)
    return TRUE;
  copy = stn_migration_copy (self->connection, schema, error);
  stn_connection_close (self->connection);
  self->connection = copy;
  return copy != NULL;
}

StnStore *
stn_store_open_with_schema (
  const char *path, StnStoreMode mode, StnClock *clock, const StnSchema *schema, GError **error)
{
  g_return_val_if_fail (path != NULL && clock != NULL, NULL);
  g_autoptr (StnStore) self = g_new0 (StnStore, 1);
  int version;

  self->path = g_strdup (path);
  self->clock = stn_clock_ref (clock);
  if (!prepare_file (self, mode, schema, &version, error))
    return NULL;
  self->file = stn_diary_file_resolve (path, error);
  if (self->file == NULL)
    return NULL;
  self->read_only = mode == STN_STORE_READ_ONLY || !stn_diary_file_is_writable (self->file);
  if (!check_version (self, mode, schema, version, error))
    return NULL;
  self->is_newer = version > schema->version;
  if (!self->read_only)
    stn_diary_file_make_private (self->file);
  if (!connect_file (self, error) || !bring_to_schema (self, schema, error) ||
      !start_revisions (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

StnStore *
stn_store_open (const char *path, StnStoreMode mode, StnClock *clock, GError **error)
{
  return stn_store_open_with_schema (path, mode, clock, stn_schema_get_current (), error);
}

void
stn_store_close (StnStore *self)
{
  if (self == NULL)
    return;
  stn_store_rollback (self);
  g_clear_pointer (&self->connection, stn_connection_close);
  stn_clock_unref (self->clock);
  g_free (self->file);
  g_free (self->path);
  g_free (self);
}

const char *
stn_store_get_path (StnStore *self)
{
  return self->path;
}

StnClock *
stn_store_get_clock (StnStore *self)
{
  return self->clock;
}

void
stn_store_rest (StnStore *self)
{
  g_return_if_fail (self != NULL);

  if (self->connection != NULL)
    sqlite3_db_release_memory (stn_connection_get_db (self->connection));
}

gboolean
stn_store_is_read_only (StnStore *self)
{
  return self->read_only;
}

gboolean
stn_store_is_newer (StnStore *self)
{
  return self->is_newer;
}

StnConnection *
stn_store_get_connection (StnStore *self, GError **error)
{
  if (self->connection == NULL && self->group == NULL && !connect_file (self, error))
    return NULL;
  return self->connection;
}

StnWriteGroup *
stn_store_get_group (StnStore *self)
{
  return self->group;
}

void
stn_store_reconnect (StnStore *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->connection, stn_connection_close);
  if (!connect_file (self, &error))
    g_debug ("reopening after a failed write: %s",
             error->message); /* told again by the next call that needs it */
}

void
stn_store_observe_revision (StnStore *self, const char *rev)
{
  stn_rev_clock_observe (&self->rev_clock, rev);
}

gboolean
stn_store_begin (StnStore *self, const char *label, const char *source, GError **error)
{
  g_return_val_if_fail (label != NULL && source != NULL, FALSE);
  g_return_val_if_fail (self->group == NULL, FALSE);
  char rev[STN_REV_SIZE];

  if (self->read_only) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_READ_ONLY,
                 "cannot write diary '%s': it may not be written", self->path);
    return FALSE;
  }
  StnConnection *connection = stn_store_get_connection (self, error);
  if (connection == NULL || !stn_connection_execute (connection, "BEGIN IMMEDIATE", "write", error))
    return FALSE;
  if (!observe_revisions (self, error)) {
    stn_store_reconnect (self);
    return FALSE;
  }
  g_autoptr (GDateTime) now = stn_clock_now (self->clock);
  stn_rev_clock_next (&self->rev_clock,
                      g_date_time_to_unix (now) * 1000 + g_date_time_get_microsecond (now) / 1000,
                      rev);
  self->group = g_new0 (StnWriteGroup, 1);
  self->group->label = g_strdup (label);
  self->group->source = g_strdup (source);
  self->group->rev = g_strdup (rev);
  self->group->written = stn_stamp_to_text (stn_stamp_of (now));
  return TRUE;
}

gboolean
stn_store_commit (StnStore *self, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self->group != NULL, FALSE);
  gint64 number = self->group->number;

  if (self->group->broken) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_IO,
                 "cannot save to diary '%s': a part of the entry could not be written", self->path);
    stn_store_rollback (self);
    return FALSE;
  }
  if (number == 0)
    stn_store_rollback (self);
  else if (!stn_connection_execute (self->connection, "COMMIT", "save to", error)) {
    self->group->broken = TRUE;
    stn_store_rollback (self);
    return FALSE;
  }
  g_clear_pointer (&self->group, group_free);
  if (ret_group != NULL)
    *ret_group = number;
  return TRUE;
}

gint64
stn_store_get_open_group (StnStore *self)
{
  return self->group == NULL ? 0 : self->group->number;
}

void
stn_store_rollback (StnStore *self)
{
  if (self->group == NULL)
    return;
  gboolean broken = self->group->broken;

  g_clear_pointer (&self->group, group_free);
  if (broken || (stn_connection_is_in_transaction (self->connection) &&
                 !stn_connection_execute (self->connection, "ROLLBACK", "write", NULL)))
    stn_store_reconnect (self); /* closing rolls back too */
}
