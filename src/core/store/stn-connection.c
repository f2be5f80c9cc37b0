/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-connection.h"
#include "store/stn-statement.h"
#include "store/stn-store.h"

#include <errno.h>
#include <gio/gio.h>
#include <string.h>

#define BUSY_TIMEOUT_MS 5000
#define SHORT_TIMEOUT_MS 250
#define SELECT_LENGTH "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
#define STEPS_BETWEEN_LOOKS 10000 /* instructions of SQLite's machine: about a millisecond */
/* What a limited connection may take: the first for what does not grow with the file. To verify a diary of 50 years took 0.2 a page. */
#define LOOKS_AT_LEAST 100
#define LOOKS_A_PAGE 2

/* House rule 3. temp_store: what SQLite sorts must not reach /var/tmp. mmap_size: a file that shrinks under us must be
 * an error, not a signal. cache_size: KiB, for whole decades in one import. */
#define STORAGE_MODE                                                                               \
  "PRAGMA synchronous = EXTRA;"                                                                    \
  "PRAGMA foreign_keys = ON;"                                                                      \
  "PRAGMA secure_delete = ON;"                                                                     \
  "PRAGMA cell_size_check = ON;"                                                                   \
  "PRAGMA mmap_size = 0;"                                                                          \
  "PRAGMA temp_store = MEMORY;"                                                                    \
  "PRAGMA cache_size = -16384;"

struct _StnConnection {
  sqlite3 *db;
  char *name;
  StnConnectionMode mode;
  GCancellable *cancellable; /* nullable */
  gboolean gives_way, gave_way;
  gboolean is_limited;
  gint64 looks_left;      /* of a limited one */
  GHashTable *statements; /* address of SQL -> StnStatement */
  guint readers;
};

static StnStoreError
code_of (int result, int system_error)
{
  switch (result & 0xff) {
  case SQLITE_FULL:
    return STN_STORE_ERROR_FULL;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return STN_STORE_ERROR_BUSY;
  case SQLITE_READONLY:
  case SQLITE_PERM:
    return STN_STORE_ERROR_READ_ONLY;
  case SQLITE_CORRUPT:
    return STN_STORE_ERROR_DAMAGED;
  case SQLITE_NOTADB:
    return STN_STORE_ERROR_NOT_A_DIARY;
  case SQLITE_CANTOPEN:
    return STN_STORE_ERROR_OPEN;
  case SQLITE_IOERR:
    /* SQLite says "full" for ENOSPC only; a limit of size or quota is the same to a person. */
    return system_error == EFBIG || system_error == EDQUOT || system_error == ENOSPC
             ? STN_STORE_ERROR_FULL
             : STN_STORE_ERROR_IO;
  default:
    return STN_STORE_ERROR_IO;
  }
}

/* errno of the call that failed, 0 when SQLite did not keep it. It keeps that of a failed COMMIT with the file only. */
static int
system_error_of (StnConnection *self, int result)
{
  int kind = result & 0xff;
  int system_error = 0;

  if (kind != SQLITE_IOERR && kind != SQLITE_CANTOPEN)
    return 0;
  system_error = sqlite3_system_errno (self->db);
  if (system_error == 0)
    sqlite3_file_control (self->db, "main", SQLITE_FCNTL_LAST_ERRNO, &system_error);
  return system_error;
}

/* A call past SQLite's own, of the file itself for example, leaves no message in the connection. */
static const char *
reason_of (StnConnection *self, int result, int system_error)
{
  if (system_error != 0)
    return g_strerror (system_error);
  return sqlite3_errcode (self->db) == SQLITE_OK ? sqlite3_errstr (result)
                                                 : sqlite3_errmsg (self->db);
}

void
stn_connection_set_error (StnConnection *self, int result, const char *verb, GError **error)
{
  int system_error = system_error_of (self, result);
  StnStoreError code = code_of (result, system_error);
  const char *reason = NULL;

  if (result == SQLITE_INTERRUPT && g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return;

  switch (code) {
  case STN_STORE_ERROR_FULL:
    reason = "no space left on the disk";
    break;
  case STN_STORE_ERROR_BUSY:
    reason = "another program keeps it locked";
    break;
  case STN_STORE_ERROR_READ_ONLY:
    reason = "it may not be written";
    break;
  case STN_STORE_ERROR_NOT_A_DIARY:
    reason = "it is not an SQLite file";
    break;
  case STN_STORE_ERROR_DAMAGED:
    reason = "it is damaged";
    break;
  case STN_STORE_ERROR_OPEN:
  case STN_STORE_ERROR_IO:
    reason = reason_of (self, result, system_error);
    break;
  case STN_STORE_ERROR_NEWER:
  case STN_STORE_ERROR_NOTHING:
  case STN_STORE_ERROR_CHANGED:
  case STN_STORE_ERROR_EXISTS:
  case STN_STORE_ERROR_MISSING:
    g_assert_not_reached (); /* no SQLite result means these */
  }
  if (result == SQLITE_MISMATCH)
    reason = "a text is not valid UTF-8";
  if (result == SQLITE_INTERRUPT && self->is_limited) {
    code = STN_STORE_ERROR_DAMAGED;
    reason = "it is damaged: reading it does not come to an end";
  }
  if (self->gave_way) {
    code = STN_STORE_ERROR_BUSY;
    reason = "another program keeps writing to it";
  }
  g_set_error (error, STN_STORE_ERROR, code, "cannot %s diary '%s': %s", verb, self->name, reason);
}

#define DAMAGED "diary '%s' is damaged: "

void
stn_connection_set_damaged (StnConnection *self, GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *finding = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  for (char *p = finding; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p))
      *p = ' ';
  g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED, DAMAGED "%s", self->name, finding);
}

const char *
stn_connection_get_finding (StnConnection *self, const GError *error)
{
  g_autofree char *before = g_strdup_printf (DAMAGED, self->name);

  return g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED) &&
             g_str_has_prefix (error->message, before)
           ? error->message + strlen (before)
           : NULL;
}

/* A file may come from anywhere (https://www.sqlite.org/security.html). The longest value is a note of STN_NOTE_MAX_BYTES in
 * the JSON of a change, each of its bytes escaped with six; the widest statement is our own. */
static void
set_limits (StnConnection *self)
{
  static const struct {
    int limit;
    int value;
  } limits[] = {
    {SQLITE_LIMIT_LENGTH, 4000000},
    {SQLITE_LIMIT_SQL_LENGTH, 100000},
    {SQLITE_LIMIT_COLUMN, 100},
    {SQLITE_LIMIT_EXPR_DEPTH, 50},
    {SQLITE_LIMIT_COMPOUND_SELECT, 50},
    {SQLITE_LIMIT_VDBE_OP, 25000},
    {SQLITE_LIMIT_FUNCTION_ARG, 20},
    {SQLITE_LIMIT_ATTACHED, 0},
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000},
    {SQLITE_LIMIT_VARIABLE_NUMBER, 100},
    {SQLITE_LIMIT_TRIGGER_DEPTH, 10},
    {SQLITE_LIMIT_WORKER_THREADS, 0},
  };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->db, limits[i].limit, limits[i].value);
}

static gboolean
is_wanted (StnConnection *self)
{
  sqlite3_file *file = NULL;
  int is_reserved = 0;

  sqlite3_file_control (self->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  return file->pMethods != NULL &&
         file->pMethods->xCheckReservedLock (file, &is_reserved) == SQLITE_OK && is_reserved;
}

/* Asked by SQLite now and then; what it does ends with SQLITE_INTERRUPT when this is not 0. */
static int
look_up_cb (void *data)
{
  StnConnection *self = data;

  if (self->gives_way && !self->gave_way)
    self->gave_way = is_wanted (self);
  self->looks_left -= self->is_limited;
  return self->gave_way || (self->is_limited && self->looks_left < 0) ||
         g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
configure (StnConnection *self, GError **error)
{
  static const struct {
    int option;
    int value;
  } options[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1},      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_DQS_DML, 0},        {SQLITE_DBCONFIG_DQS_DDL, 0},
    {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
  };

  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);
  sqlite3_progress_handler (self->db, STEPS_BETWEEN_LOOKS, look_up_cb, self);
  set_limits (self);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++) {
    int result = sqlite3_db_config (self->db, options[i].option, options[i].value, NULL);

    if (result != SQLITE_OK) {
      stn_connection_set_error (self, result, "open", error);
      return FALSE;
    }
  }
  if (!stn_connection_execute (self, STORAGE_MODE, "open", error))
    return FALSE;
  switch (self->mode) {
  case STN_CONNECTION_WRITE:
    return stn_connection_execute (self, "PRAGMA journal_mode = DELETE", "open", error);
  case STN_CONNECTION_BUILD:
  case STN_CONNECTION_MEMORY:
    return stn_connection_execute (self, "PRAGMA journal_mode = MEMORY", "open", error);
  case STN_CONNECTION_READ:
    return stn_connection_set_read_only (self, error);
  }
  g_assert_not_reached ();
}

StnConnection *
stn_connection_open (const char *path, const char *name, StnConnectionMode mode, GError **error)
{
  g_autoptr (StnConnection) self = g_new0 (StnConnection, 1);

  /* A relative path that begins with "file:" is a path, not SQLite's way of giving options. */
  g_autofree char *file = mode == STN_CONNECTION_MEMORY ? g_strdup (":memory:")
                          : g_path_is_absolute (path)   ? g_strdup (path)
                                                        : g_build_filename (".", path, NULL);

  self->name = g_strdup (name);
  self->mode = mode;
  g_set_object (&self->cancellable, g_cancellable_get_current ());
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) stn_statement_free);
  /* SQLite falls back to reading by itself when the file may not be written. */
  int result =
    sqlite3_open_v2 (file, &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, NULL);
  if (result != SQLITE_OK) {
    stn_connection_set_error (self, result, "open", error);
    return NULL;
  }
  if (!configure (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

gboolean
stn_connection_set_read_only (StnConnection *self, GError **error)
{
  return stn_connection_execute (self, "PRAGMA query_only = ON", "open", error);
}

void
stn_connection_set_patient (StnConnection *self, gboolean patient)
{
  sqlite3_busy_timeout (self->db, patient ? BUSY_TIMEOUT_MS : SHORT_TIMEOUT_MS);
}

void
stn_connection_close (StnConnection *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->statements);
  int result = sqlite3_close (self->db); /* rolls back */
  if (result != SQLITE_OK)
    g_critical ("a statement or backup of the diary was still open");
  g_clear_object (&self->cancellable);
  g_free (self->name);
  g_free (self);
}

void
stn_connection_set_gives_way (StnConnection *self, gboolean gives_way)
{
  self->gives_way = gives_way;
  self->gave_way = FALSE;
}

gboolean
stn_connection_gave_way (StnConnection *self)
{
  return self->gave_way;
}

void
stn_connection_limit_work (StnConnection *self)
{
  gint64 pages = 0;

  self->is_limited = FALSE;
  if (!stn_connection_query_int (self, "SELECT page_count FROM pragma_page_count", &pages, NULL))
    pages = 0;
  self->is_limited = TRUE;
  self->looks_left = LOOKS_AT_LEAST + LOOKS_A_PAGE * pages;
}

void
stn_connection_unlimit_work (StnConnection *self)
{
  self->is_limited = FALSE;
}

sqlite3 *
stn_connection_get_db (StnConnection *self)
{
  return self->db;
}

const char *
stn_connection_get_name (StnConnection *self)
{
  return self->name;
}

GHashTable *
stn_connection_get_statements (StnConnection *self)
{
  return self->statements;
}

gboolean
stn_connection_execute (StnConnection *self, const char *sql, const char *verb, GError **error)
{
  int result = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  if (result != SQLITE_OK)
    stn_connection_set_error (self, result, verb, error);
  return result == SQLITE_OK;
}

gboolean
stn_connection_query_int (StnConnection *self, const char *sql, gint64 *ret_value, GError **error)
{
  g_autoptr (StnStatement) statement = stn_statement_get (self, sql, error);
  gboolean row;

  if (statement == NULL || !stn_statement_step (statement, &row, error))
    return FALSE;
  *ret_value = row ? stn_statement_get_int (statement, 0) : 0;
  return TRUE;
}

/* In the write-ahead mode, which somebody may have set, pages stand in another file. */
static gboolean
is_in_one_file (StnConnection *self, gboolean *ret_is, GError **error)
{
  g_autoptr (StnStatement) mode = stn_statement_get (self, "PRAGMA journal_mode", error);
  gboolean row;

  if (mode == NULL || !stn_statement_step (mode, &row, error))
    return FALSE;
  *ret_is = row && strcmp (stn_statement_get_text (mode, 0), "wal") != 0;
  return TRUE;
}

static gboolean
compare_length (StnConnection *self, GError **error)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 length = 0;
  gboolean is_in_one;
  gint64 expected;
  int result;

  if (!is_in_one_file (self, &is_in_one, error) ||
      !stn_connection_query_int (self, SELECT_LENGTH, &expected, error))
    return FALSE;
  sqlite3_file_control (self->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (!is_in_one || file == NULL || file->pMethods == NULL)
    return TRUE;
  result = file->pMethods->xFileSize (file, &length);
  if (result != SQLITE_OK) {
    stn_connection_set_error (self, result, "open", error);
    return FALSE;
  }
  if (length < expected)
    stn_connection_set_damaged (
      self, error, "its end is missing: of %" G_GINT64_FORMAT " bytes there are %" G_GINT64_FORMAT,
      expected, (gint64) length);
  return length >= expected;
}

gboolean
stn_connection_check_length (StnConnection *self, GError **error)
{
  gboolean sound;

  if (!stn_connection_begin_read (self, error))
    return FALSE;
  sound = compare_length (self, error);
  stn_connection_end_read (self);
  return sound;
}

gboolean
stn_connection_is_in_transaction (StnConnection *self)
{
  return sqlite3_get_autocommit (self->db) == 0;
}

gboolean
stn_connection_begin_read (StnConnection *self, GError **error)
{
  if (self->readers == 0 && stn_connection_is_in_transaction (self))
    return TRUE;
  if (self->readers == 0 && !stn_connection_execute (self, "BEGIN", "read", error))
    return FALSE;
  self->readers++;
  return TRUE;
}

void
stn_connection_end_read (StnConnection *self)
{
  if (self->readers == 0 || --self->readers > 0)
    return;
  /* Nothing was written: whether it ends by COMMIT or by an error of it, nothing can be lost. */
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}
