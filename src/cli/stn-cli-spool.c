/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-spool.h"
#include "stn-cli.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define STANDARD_INPUT "-"

static const char *
name_of (const char *path)
{
  return strcmp (path, STANDARD_INPUT) == 0 ? "standard input" : path;
}

/* What is missing or a folder is told by whoever reads it. */
static gboolean
is_read_once (const char *path)
{
  struct stat about;

  if (strcmp (path, STANDARD_INPUT) == 0)
    return TRUE;
  return stat (path, &about) == 0 && !S_ISREG (about.st_mode) && !S_ISDIR (about.st_mode);
}

static gboolean
write_all (int fd, const char *bytes, gsize length)
{
  while (length > 0) {
    const gssize wrote = write (fd, bytes, length);

    if (wrote < 0 && errno != EINTR)
      return FALSE;
    bytes += MAX (wrote, 0);
    length -= (gsize) MAX (wrote, 0);
  }
  return TRUE;
}

/* errno says what failed; EFBIG when there is too much of it. */
static gboolean
copy (int from, int to)
{
  static char piece[64 * 1024];
  gsize all = 0;
  gssize got;

  while ((got = read (from, piece, sizeof piece)) != 0) {
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return FALSE;
    all += (gsize) got;
    if (all > STN_CLI_SPOOL_MAX_BYTES) {
      errno = EFBIG;
      return FALSE;
    }
    if (!write_all (to, piece, (gsize) got))
      return FALSE;
  }
  return TRUE;
}

static void
set_error (GError **error, const char *path, int reason)
{
  g_autofree char *name = g_filename_display_name (name_of (path));

  if (reason == EFBIG)
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA,
                 "%s: is longer than %d bytes; write it to a file first", name,
                 STN_CLI_SPOOL_MAX_BYTES);
  else
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA, "%s: cannot be read: %s", name,
                 g_strerror (reason));
}

char *
stn_cli_spool (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  const gboolean is_stdin = strcmp (path, STANDARD_INPUT) == 0;
  int from, to = -1;
  gboolean done;

  if (!is_read_once (path))
    return g_strdup (path);
  from = is_stdin ? STDIN_FILENO : open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (from >= 0)
    to = memfd_create ("stillnight-cli", MFD_CLOEXEC);
  done = to >= 0 && copy (from, to);
  if (!done)
    set_error (error, path, errno);
  if (from >= 0 && !is_stdin)
    close (from);
  if (!done && to >= 0)
    close (to);
  return done ? g_strdup_printf ("/proc/self/fd/%d", to) : NULL;
}

void
stn_cli_spool_tell (GError **error, const char *spooled, const char *path)
{
  g_return_if_fail (spooled != NULL && path != NULL);
  g_autofree char *name = g_filename_display_name (name_of (path));
  g_autoptr (GString) message = NULL;

  if (error == NULL || *error == NULL || strcmp (spooled, path) == 0)
    return;
  message = g_string_new ((*error)->message);
  g_string_replace (message, spooled, name, 0);
  g_free ((*error)->message);
  (*error)->message = g_strdup (message->str);
}
