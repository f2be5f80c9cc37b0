/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static char *folder;

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

const char *
fuzz_folder (void)
{
  if (folder == NULL) {
    g_autoptr (GError) error = NULL;

    folder = g_dir_make_tmp ("stillnight-fuzz-XXXXXX", &error);
    g_assert_no_error (error);
    atexit (remove_folder);
  }
  return folder;
}

char *
fuzz_path (const char *name)
{
  return g_build_filename (fuzz_folder (), name, NULL);
}

StnClock *
fuzz_clock (void)
{
  static StnClock *clock;

  if (clock == NULL) {
    g_autoptr (GTimeZone) berlin = g_time_zone_new_offset (3600);
    g_autoptr (GDateTime) now = g_date_time_new (berlin, 2026, 11, 22, 7, 10, 0);

    clock = stn_clock_new_fixed (now);
  }
  return clock;
}

/* Not g_file_set_contents(): that waits for the disk. */
void
fuzz_write (const char *path, const guint8 *bytes, gsize size)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  while (size > 0) {
    gssize written = write (fd, bytes, size);

    g_assert_cmpint (written, >, 0);
    bytes += written;
    size -= (gsize) written;
  }
  g_assert_no_errno (close (fd));
}

void
fuzz_assert_unchanged (const char *path, const guint8 *bytes, gsize size)
{
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;
  gsize now_size;

  g_file_get_contents (path, &now, &now_size, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (now_size, ==, size);
  g_assert_true (size == 0 || memcmp (now, bytes, size) == 0);
}

void
fuzz_remove (const char *path)
{
  g_unlink (path);
}

gboolean
fuzz_check (gboolean done, GError **error)
{
  g_assert_true (done == (*error == NULL));
  if (!done) {
    g_assert_cmpuint (strlen ((*error)->message), >, 10);
    g_assert_true (g_utf8_validate ((*error)->message, -1, NULL));
  }
  g_clear_error (error);
  return done;
}

char **
fuzz_words (const guint8 *bytes, gsize size, guint max)
{
  g_autofree char *text = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    text[i] = bytes[i] == '\0' ? ' ' : (char) bytes[i];
  text[size] = '\0';
  return g_strsplit (text, "\n", (int) max);
}
