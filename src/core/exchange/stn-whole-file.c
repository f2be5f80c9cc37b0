/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-whole-file.h"

#include "base/stn-unfinished.h"
#include "exchange/stn-csv-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
write_durably (int fd, const char *text, gsize left)
{
  while (left > 0) {
    gssize written = write (fd, text, left);

    if (written < 0 && errno != EINTR)
      return FALSE;
    text += MAX (written, 0);
    left -= (gsize) MAX (written, 0);
  }
  return fsync (fd) == 0;
}

/* The name in the folder is as durable as the content only after this. */
static gboolean
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return done;
}

static gboolean
replace (const char *text, gsize length, const char *path)
{
  g_autofree char *temporary = g_strdup_printf ("%s.XXXXXX", path);
  sigset_t signals;
  gboolean done;
  int fd, reason;

  stn_unfinished_hold (&signals);
  fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (fd >= 0)
    stn_unfinished_add (temporary);
  stn_unfinished_release (&signals);
  done = fd >= 0 && write_durably (fd, text, length);
  reason = errno;

  if (fd >= 0 && close (fd) != 0 && done) {
    done = FALSE;
    reason = errno;
  }
  if (done && rename (temporary, path) == 0) {
    stn_unfinished_forget (temporary);
    return sync_folder_of (path);
  }
  if (done)
    reason = errno;
  if (fd >= 0) {
    unlink (temporary);
    stn_unfinished_forget (temporary);
  }
  errno = reason;
  return FALSE;
}

gboolean
stn_whole_file_save (const char *bytes, gsize length, const char *path, GError **error)
{
  g_return_val_if_fail (bytes != NULL && path != NULL, FALSE);
  g_autofree char *target = realpath (path, NULL); /* a link stays one */
  struct stat about;

  if (target != NULL && stat (target, &about) == 0 && !S_ISREG (about.st_mode))
    return stn_csv_fail (error, STN_EXCHANGE_ERROR_WRITE, path, 0, "is not a file");
  return replace (bytes, length, target != NULL ? target : path) ||
         stn_csv_fail (error, STN_EXCHANGE_ERROR_WRITE, path, 0, "cannot be written: %s",
                       g_strerror (errno));
}
