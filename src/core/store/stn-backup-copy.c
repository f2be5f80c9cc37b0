/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-backup-copy.h"
#include "store/stn-statement.h"
#include "store/stn-store.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <string.h>
#include <unistd.h>

#define STEP_PAGES 1024 /* 4 MiB: some milliseconds in which nobody else can commit */
#define STEP_WAIT_MS 50
#define STEP_PATIENCE_US (5 * G_USEC_PER_SEC) /* the busy timeout of a connection */
#define BEGIN_TRIES 100                       /* others may write so often while it is copied */

#define SELECT_DATA_VERSION "PRAGMA data_version"
#define SELECT_SIZE "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"

/* All that is written to the copy is made durable before it is compared; nobody waits for a slow disk meanwhile, and its
 * pages do not gather in memory until the last step. */
#define COPY_MODE "PRAGMA synchronous = OFF; PRAGMA cache_size = -1024"

static gboolean
is_cancelled (GError **error)
{
  return g_cancellable_set_error_if_cancelled (g_cancellable_get_current (), error);
}

static gboolean
set_busy (StnConnection *from, GError **error)
{
  g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_BUSY,
               "cannot back up diary '%s': another program keeps changing it",
               stn_connection_get_name (from));
  return FALSE;
}

/* One step. The backup API waits for some locks by itself, as long as a connection does, and for others not at all. */
static int
take_step (sqlite3_backup *backup)
{
  const gint64 until = g_get_monotonic_time () + STEP_PATIENCE_US;
  int result = sqlite3_backup_step (backup, STEP_PAGES);

  while ((result & 0xff) == SQLITE_BUSY && g_get_monotonic_time () < until) {
    sqlite3_sleep (STEP_WAIT_MS);
    result = sqlite3_backup_step (backup, STEP_PAGES);
  }
  return result;
}

/* Between the steps the diary is not locked. Whoever writes to it then makes SQLite begin anew, so that what comes out is of
 * one moment: that of the last step. */
static gboolean
take_steps (StnConnection *from, StnConnection *to, sqlite3_backup *backup, GError **error)
{
  int result, left = G_MAXINT;
  guint begun = 0;

  while ((result = take_step (backup)) == SQLITE_OK) {
    if (is_cancelled (error))
      return FALSE;
    if (sqlite3_backup_remaining (backup) >= left && ++begun == BEGIN_TRIES)
      return set_busy (from, error);
    left = sqlite3_backup_remaining (backup);
  }
  if (result != SQLITE_DONE)
    stn_connection_set_error (to, result, "back up to", error);
  return result == SQLITE_DONE;
}

gboolean
stn_backup_copy_pages (StnConnection *from, StnConnection *to, GError **error)
{
  sqlite3_backup *backup =
    sqlite3_backup_init (stn_connection_get_db (to), "main", stn_connection_get_db (from), "main");
  gboolean done;
  int finished;

  if (backup == NULL) {
    stn_connection_set_error (to, sqlite3_errcode (stn_connection_get_db (to)), "back up to",
                              error);
    return FALSE;
  }
  done = take_steps (from, to, backup, error);
  finished = sqlite3_backup_finish (backup);
  if (done && finished != SQLITE_OK)
    stn_connection_set_error (to, finished, "back up to", error);
  return done && finished == SQLITE_OK;
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

/* Comparing */

#define SLICE_BYTES (1 << 20)

/* Where the first page of a copy may say something else: counters of changes, and which SQLite wrote last.
 * https://www.sqlite.org/fileformat2.html section 1.3. */
static const struct {
  guint offset, length;
} own_bytes[] = {{24, 4}, {40, 4}, {92, 8}};

/* What is compared with what. @memory: (nullable) all bytes of a diary that is in no file. */
typedef struct {
  StnConnection *from;
  gint64 version; /* the moment that was copied */
  guint8 *memory;
  int fd; /* the copy */
} Comparison;

static gboolean
set_failed (StnConnection *from, const char *reason, GError **error)
{
  g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_IO, "cannot read back the copy of '%s': %s",
               stn_connection_get_name (from), reason);
  return FALSE;
}

static gboolean
read_copy (const Comparison *self, goffset offset, gsize length, guint8 *bytes, GError **error)
{
  while (length > 0) {
    const gssize n = pread (self->fd, bytes, length, offset);

    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return set_failed (self->from, n < 0 ? g_strerror (errno) : "it is too short", error);
    bytes += n;
    offset += n;
    length -= (gsize) n;
  }
  return TRUE;
}

/* The bytes on the disk: those of the moment, as long as nobody commits. */
static gboolean
read_diary (const Comparison *self, goffset offset, gsize length, guint8 *bytes, GError **error)
{
  sqlite3_file *file = NULL;
  int result;

  if (self->memory != NULL) {
    memcpy (bytes, self->memory + offset, length);
    return TRUE;
  }
  sqlite3_file_control (stn_connection_get_db (self->from), "main", SQLITE_FCNTL_FILE_POINTER,
                        &file);
  result = file->pMethods->xRead (file, bytes, (int) length, offset);
  if (result == SQLITE_IOERR_SHORT_READ)
    stn_connection_set_damaged (self->from, error, "its end is missing");
  else if (result != SQLITE_OK)
    stn_connection_set_error (self->from, result, "read", error);
  return result == SQLITE_OK;
}

/* @ret_same_moment: FALSE when somebody wrote since it was copied; nothing is said of the bytes then. */
static gboolean
read_slice (const Comparison *self,
            goffset offset,
            gsize length,
            guint8 *bytes,
            gboolean *ret_same_moment,
            GError **error)
{
  gint64 version;
  gboolean done;

  if (!stn_connection_begin_read (self->from, error))
    return FALSE;
  done = stn_connection_query_int (self->from, SELECT_DATA_VERSION, &version, error);
  *ret_same_moment = done && version == self->version;
  if (*ret_same_moment)
    done = read_diary (self, offset, length, bytes, error);
  stn_connection_end_read (self->from);
  return done;
}

static gboolean
compare_slices (const Comparison *self, goffset size, gboolean *ret_same_moment, GError **error)
{
  g_autofree guint8 *expected = g_malloc (SLICE_BYTES);
  g_autofree guint8 *bytes = g_malloc (SLICE_BYTES);

  *ret_same_moment = TRUE;
  for (goffset offset = 0; offset < size; offset += SLICE_BYTES) {
    const gsize length = (gsize) MIN (size - offset, SLICE_BYTES);

    if (is_cancelled (error) ||
        !read_slice (self, offset, length, expected, ret_same_moment, error))
      return FALSE;
    if (!*ret_same_moment)
      return TRUE;
    if (!read_copy (self, offset, length, bytes, error))
      return FALSE;
    for (guint i = 0; offset == 0 && i < G_N_ELEMENTS (own_bytes); i++)
      memcpy (bytes + own_bytes[i].offset, expected + own_bytes[i].offset, own_bytes[i].length);
    if (memcmp (bytes, expected, length) != 0)
      return set_failed (self->from, "it is not what was written", error);
  }
  return TRUE;
}

static gboolean
is_in_memory (StnConnection *connection)
{
  const char *file = sqlite3_db_filename (stn_connection_get_db (connection), "main");

  return file == NULL || *file == '\0';
}

/* Compares every byte of the copy @file with the diary. It is made durable first and forgotten by the system, so that it is
 * the disk that is read. */
static gboolean
compare (
  StnConnection *from, gint64 version, const char *file, gboolean *ret_same_moment, GError **error)
{
  Comparison self = {from, version, NULL, open (file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)};
  gint64 size;
  gboolean done;

  if (self.fd < 0 || fsync (self.fd) != 0) {
    const int system_error = errno;

    if (self.fd >= 0)
      close (self.fd);
    errno = system_error;
    return set_failed (from, g_strerror (system_error), error);
  }
  (void) !posix_fadvise (self.fd, 0, 0, POSIX_FADV_DONTNEED);
  if (is_in_memory (from))
    self.memory = sqlite3_serialize (stn_connection_get_db (from), "main", NULL, 0);
  done = stn_connection_query_int (from, SELECT_SIZE, &size, error) &&
         compare_slices (&self, size, ret_same_moment, error);
  sqlite3_free (self.memory);
  close (self.fd);
  return done;
}

/* @ret_same_moment: FALSE when somebody wrote meanwhile. */
static gboolean
copy_once (StnConnection *from,
           const char *file,
           const char *name,
           gboolean *ret_same_moment,
           GError **error)
{
  g_autoptr (StnConnection) to = stn_connection_open (file, name, STN_CONNECTION_BUILD, error);
  gint64 version;

  if (to == NULL || !stn_connection_execute (to, COPY_MODE, "back up to", error) ||
      !stn_connection_query_int (from, SELECT_DATA_VERSION, &version, error) ||
      !stn_backup_copy_pages (from, to, error))
    return FALSE;
  g_clear_pointer (&to, stn_connection_close);
  return compare (from, version, file, ret_same_moment, error);
}

gboolean
stn_backup_write (StnConnection *connection, const char *file, const char *name, GError **error)
{
  gboolean same_moment = FALSE;

  for (int i = 0; i < BEGIN_TRIES; i++)
    if (!copy_once (connection, file, name, &same_moment, error))
      return FALSE;
    else if (same_moment)
      return TRUE;
  return set_busy (connection, error);
}

gboolean
stn_backup_check_file (const char *file, const char *name, GError **error)
{
  g_autoptr (StnConnection) reopened = stn_connection_open (file, name, STN_CONNECTION_READ, error);

  return reopened != NULL && stn_backup_check (reopened, error);
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
  gboolean done = stn_backup_write (connection, temporary, path, error) &&
                  stn_backup_check_file (temporary, path, error) &&
                  stn_diary_file_place (temporary, path, placing, error);
  if (!done)
    stn_diary_file_discard (temporary);
  return done;
}
