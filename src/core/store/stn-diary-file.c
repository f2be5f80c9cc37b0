/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-diary-file.h"

#include "base/stn-unfinished.h"
#include "store/stn-schema.h"
#include "store/stn-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The SQLite file format, https://www.sqlite.org/fileformat2.html section 1.3. */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68
#define PIECE_BYTES (256 * 1024)

static void
set_error (
  GError **error, StnStoreError code, const char *verb, const char *path, const char *reason)
{
  g_set_error (error, STN_STORE_ERROR, code, "cannot %s diary '%s': %s", verb, path, reason);
}

static void
set_system_error (GError **error, const char *verb, const char *path, int system_error)
{
  StnStoreError code = system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG
                         ? STN_STORE_ERROR_FULL
                         : STN_STORE_ERROR_OPEN;

  set_error (error, code, verb, path, g_strerror (system_error));
}

/* Through SQLite's own file functions: closing a file descriptor of our own would drop the locks that another
 * connection of this process holds on the file (POSIX). */
static int
read_header (const char *path, guint8 header[HEADER_SIZE])
{
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  sqlite3_filename name = (sqlite3_filename) sqlite3_create_filename (path, "", "", 0, NULL);
  g_autofree sqlite3_file *file = g_malloc0 ((gsize) vfs->szOsFile);
  int result = vfs->xOpen (vfs, name, file,
                           SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW, NULL);

  if (result == SQLITE_OK) {
    result = file->pMethods->xRead (file, header, HEADER_SIZE, 0);
    file->pMethods->xClose (file);
  }
  sqlite3_free_filename (name);
  return result;
}

static guint32
header_number (const guint8 header[HEADER_SIZE], guint offset)
{
  return (guint32) header[offset] << 24 | (guint32) header[offset + 1] << 16 |
         (guint32) header[offset + 2] << 8 | header[offset + 3];
}

static gboolean
inspect_header (const char *path, goffset size, int *ret_version, GError **error)
{
  guint8 header[HEADER_SIZE] = {0};

  if (size == 0) {
    set_error (error, STN_STORE_ERROR_NOT_A_DIARY, "open", path,
               "it is an empty file, which no diary ever is");
    return FALSE;
  }
  int result = read_header (path, header);
  if (result != SQLITE_OK && result != SQLITE_IOERR_SHORT_READ) {
    set_error (error, STN_STORE_ERROR_OPEN, "open", path,
               errno != 0 ? g_strerror (errno) : sqlite3_errstr (result));
    return FALSE;
  }
  if (result != SQLITE_OK || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0) {
    set_error (error, STN_STORE_ERROR_NOT_A_DIARY, "open", path, "it is not an SQLite file");
    return FALSE;
  }
  if (header_number (header, HEADER_APPLICATION_ID) != STN_SCHEMA_APPLICATION_ID) {
    set_error (error, STN_STORE_ERROR_NOT_A_DIARY, "open", path, "it belongs to another program");
    return FALSE;
  }
  *ret_version = (int) header_number (header, HEADER_USER_VERSION);
  return TRUE;
}

static gboolean
check_ordinary (const struct stat *info, const char *verb, const char *path, GError **error)
{
  if (S_ISREG (info->st_mode))
    return TRUE;
  set_error (error, STN_STORE_ERROR_OPEN, verb, path,
             S_ISDIR (info->st_mode)   ? "it is a folder"
             : S_ISLNK (info->st_mode) ? "it is a symbolic link; name the file that it points to"
                                       : "it is not an ordinary file");
  return FALSE;
}

gboolean
stn_diary_file_inspect (const char *path,
                        StnDiaryFileKind *ret_kind,
                        int *ret_version,
                        GError **error)
{
  struct stat info;

  if (lstat (path, &info) != 0) {
    if (errno != ENOENT) {
      set_system_error (error, "open", path, errno);
      return FALSE;
    }
    *ret_kind = STN_DIARY_FILE_MISSING;
    return TRUE;
  }
  if (!check_ordinary (&info, "open", path, error))
    return FALSE;
  if (access (path, R_OK) != 0) {
    set_system_error (error, "open", path, errno);
    return FALSE;
  }
  if (!inspect_header (path, info.st_size, ret_version, error))
    return FALSE;
  *ret_kind = STN_DIARY_FILE_DIARY;
  return TRUE;
}

char *
stn_diary_file_resolve (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  char *real = realpath (folder, NULL);

  if (real == NULL) {
    set_system_error (error, "open", path, errno);
    return NULL;
  }
  char *resolved = g_build_filename (real, name, NULL);
  free (real);
  return resolved;
}

/* Whether @path can only be a folder, however much of it there is: no folder is made for such a diary. */
static gboolean
names_folder (const char *path)
{
  return g_str_has_suffix (path, "/") || g_str_has_suffix (path, "/.") ||
         g_str_has_suffix (path, "/..");
}

static gboolean
sync_path (const char *path, int flags)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | flags);

  if (fd < 0)
    return FALSE;
  gboolean synced =
    fsync (fd) == 0 || errno == EINVAL; /* there are file systems whose folders cannot be synced */
  int system_error = errno;

  close (fd);
  errno = system_error;
  return synced;
}

gboolean
stn_diary_file_make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *parent = g_path_get_dirname (folder);

  if (names_folder (path)) {
    set_error (error, STN_STORE_ERROR_OPEN, "open", path, "it is the name of a folder");
    return FALSE;
  }
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (!stn_diary_file_make_folder (folder, error))
    return FALSE;
  /* The second call: a umask such as 0777 may have taken rights from the owner too. The third: what is in a folder is as
   * durable as its name; a parent that may be written and not read cannot be asked for that. */
  if ((g_mkdir (folder, 0700) != 0 || g_chmod (folder, 0700) != 0 ||
       (!sync_path (parent, O_DIRECTORY) && errno != EACCES)) &&
      errno != EEXIST) {
    int system_error = errno;

    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_OPEN,
                 "cannot make folder '%s' for the diary: %s", folder, g_strerror (system_error));
    return FALSE;
  }
  return TRUE;
}

gboolean
stn_diary_file_is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return access (path, W_OK) == 0 && access (folder, W_OK | X_OK) == 0;
}

void
stn_diary_file_make_private (const char *path)
{
  struct stat info;

  /* A stick's file system has no modes and says so; that is no reason to refuse the diary on it. */
  if (lstat (path, &info) == 0 && S_ISREG (info.st_mode) && (info.st_mode & 0077) != 0 &&
      info.st_uid == geteuid ())
    (void) !g_chmod (path, info.st_mode & 0700);
}

char *
stn_diary_file_new_beside (const char *path, GError **error)
{
  g_autofree char *name = g_strconcat (path, ".XXXXXX", NULL);
  sigset_t signals;
  struct stat info;
  int fd;

  /* The new file is going to take the place of what is there: never that of a device or a link. */
  if (lstat (path, &info) == 0 && !check_ordinary (&info, "create", path, error))
    return NULL;
  stn_unfinished_hold (&signals);
  fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd >= 0)
    stn_unfinished_add (name);
  stn_unfinished_release (&signals);
  if (fd < 0 || fchmod (fd, 0600) != 0) {
    set_system_error (error, "create", path, errno);
    if (fd >= 0) {
      close (fd);
      stn_diary_file_discard (name);
    }
    return NULL;
  }
  close (fd);
  return g_steal_pointer (&name);
}

void
stn_diary_file_discard (const char *temporary)
{
  g_unlink (temporary);
  stn_unfinished_forget (temporary);
}

/* Like rename(), but never over a file that exists. */
static int
rename_to_free_name (const char *from, const char *to)
{
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS)
    return -1;
  /* A file system that cannot: link() refuses an existing name everywhere. */
  if (link (from, to) != 0)
    return -1;
  return unlink (from);
}

gboolean
stn_diary_file_place (const char *temporary,
                      const char *path,
                      StnDiaryFilePlacing placing,
                      GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int result = sync_path (temporary, O_NOFOLLOW) ? 0 : -1;

  if (result == 0)
    switch (placing) {
    case STN_DIARY_FILE_REPLACE:
      result = g_rename (temporary, path);
      break;
    case STN_DIARY_FILE_KEEP:
      result = rename_to_free_name (temporary, path);
      break;
    }
  if (result == 0) {
    stn_unfinished_forget (temporary);
    result = sync_path (folder, O_DIRECTORY) ? 0 : -1;
  }
  if (result == 0)
    return TRUE;
  if (errno == EEXIST)
    set_error (error, STN_STORE_ERROR_EXISTS, "create", path,
               "there is a file of that name already");
  else
    set_system_error (error, "create", path, errno);
  return FALSE;
}

/* The journal first: when the second step fails it gets its name back. */
static int
rename_with_journal (const char *from, const char *to)
{
  g_autofree char *journal = g_strconcat (from, "-journal", NULL);
  g_autofree char *new_journal = g_strconcat (to, "-journal", NULL);

  if (g_file_test (journal, G_FILE_TEST_EXISTS) && rename_to_free_name (journal, new_journal) != 0)
    return -1;
  if (rename_to_free_name (from, to) == 0)
    return 0;
  int system_error = errno;

  (void) !rename_to_free_name (new_journal, journal);
  errno = system_error;
  return -1;
}

/* (transfer full) the first of PATH + @mark + "-YYYY-MM-DD", -2, -3 and so on under which @give_name works; NULL and errno. */
static char *
rename_to_dated (const char *path,
                 const char *mark,
                 StnDate today,
                 int (*give_name) (const char *from, const char *to))
{
  char date[STN_DATE_TEXT_SIZE];
  g_autofree char *first = g_strconcat (path, mark, "-", stn_date_to_text (today, date), NULL);
  g_autofree char *name = g_strdup (first);

  for (guint i = 2; give_name (path, name) != 0; i++) {
    if (errno != EEXIST)
      return NULL;
    g_free (name);
    name = g_strdup_printf ("%s-%u", first, i);
  }
  return g_steal_pointer (&name);
}

gboolean
stn_diary_file_set_aside (
  const char *path, const char *mark, StnDate today, char **ret_path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  char *name = rename_to_dated (path, mark, today, rename_with_journal);

  if (name == NULL) {
    set_system_error (error, "set aside", path, errno);
    return FALSE;
  }
  (void) !sync_path (folder, O_DIRECTORY); /* renamed it is in any case */
  if (ret_path != NULL)
    *ret_path = name;
  else
    g_free (name);
  return TRUE;
}

/* Returns: 0, or errno of what failed. */
static int
copy_all (int from, int to)
{
  g_autofree char *piece = g_malloc (PIECE_BYTES);
  gssize got, done;

  while ((got = read (from, piece, PIECE_BYTES)) != 0) {
    if (got < 0 && errno != EINTR)
      return errno;
    for (gssize at = 0; at < got; at += done) {
      done = write (to, piece + at, (gsize) (got - at));
      if (done < 0 && errno != EINTR)
        return errno;
      done = MAX (done, 0);
    }
  }
  return 0;
}

int
stn_diary_file_copy (const char *from, const char *to)
{
  const int in = open (from, O_RDONLY | O_CLOEXEC);
  const int out = in < 0 ? -1 : open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  int reason = out < 0 ? errno : copy_all (in, out);

  if (reason == 0 && fsync (out) != 0 && errno != EINVAL)
    reason = errno;
  if (out >= 0 && close (out) != 0 && reason == 0)
    reason = errno;
  if (in >= 0)
    close (in);
  if (out >= 0 && reason != 0)
    unlink (to);
  errno = reason;
  return reason == 0 ? 0 : -1;
}

/* The other name is a second one of the same file, or of a copy where there are no second names: there is no moment without a file at
 * @from. */
static int
keep_with_journal (const char *from, const char *to)
{
  g_autofree char *journal = g_strconcat (from, "-journal", NULL);
  g_autofree char *new_journal = g_strconcat (to, "-journal", NULL);

  if (linkat (AT_FDCWD, from, AT_FDCWD, to, 0) != 0 &&
      (errno == EEXIST || stn_diary_file_copy (from, to) != 0))
    return -1;
  if (!g_file_test (journal, G_FILE_TEST_EXISTS) || rename_to_free_name (journal, new_journal) == 0)
    return 0;
  int system_error = errno;

  unlink (to);
  errno = system_error;
  return -1;
}

static void
take_back (const char *path, const char *aside)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *new_journal = g_strconcat (aside, "-journal", NULL);

  unlink (aside);
  (void) !rename_to_free_name (new_journal, journal);
}

gboolean
stn_diary_file_take_place (const char *temporary,
                           const char *path,
                           const char *mark,
                           StnDate today,
                           char **ret_aside,
                           GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *aside = rename_to_dated (path, mark, today, keep_with_journal);

  if (aside == NULL || !sync_path (folder, O_DIRECTORY)) {
    set_system_error (error, "set aside", path, errno);
    if (aside != NULL)
      take_back (path, aside);
    return FALSE;
  }
  if (!stn_diary_file_place (temporary, path, STN_DIARY_FILE_REPLACE, error)) {
    /* Else it was placed, and only that it is durable was not confirmed. */
    if (g_file_test (temporary, G_FILE_TEST_EXISTS))
      take_back (path, aside);
    return FALSE;
  }
  *ret_aside = g_steal_pointer (&aside);
  return TRUE;
}

gboolean
stn_diary_file_is_same (const char *a, const char *b)
{
  struct stat info_a, info_b;

  return stat (a, &info_a) == 0 && stat (b, &info_b) == 0 && info_a.st_dev == info_b.st_dev &&
         info_a.st_ino == info_b.st_ino;
}
