/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An export that is imported or merged: all of it is taken, the diary verifies then, its own export is taken by an empty diary and
 * gives the same export; or nothing is, and no byte of the diary differs. */
#include "fuzz-target.h"

#include "diary/stn-diary-archive.h"
#include "exchange/stn-json-rows.h"
#include "store/stn-verify.h"

#include <string.h>

static char *export, *diary, *other;
static GBytes *empty;

void
fuzz_target_set_up (void)
{
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize size;

  export = fuzz_path ("export.json");
  diary = fuzz_path ("diary.db");
  other = fuzz_path ("other.db");
  stn_store_close (stn_store_open (diary, STN_STORE_CREATE, fuzz_clock (), &error));
  g_assert_no_error (error);
  g_file_get_contents (diary, &bytes, &size, &error);
  g_assert_no_error (error);
  empty = g_bytes_new_take (bytes, size);
}

/* Returns whether it was taken; @ret_export: the diary's own export then. */
static gboolean
join (const char *path, char **ret_export)
{
  const char *const paths[] = {export, NULL};
  g_autoptr (GError) error = NULL;
  gsize size;
  const guint8 *bytes = g_bytes_get_data (empty, &size);

  fuzz_write (path, bytes, size);
  g_autoptr (StnDiary) open = stn_diary_open (path, STN_STORE_EXISTING, fuzz_clock (), &error);
  g_assert_no_error (error);
  g_autoptr (StnJoinReport) report = stn_diary_join (open, paths, "import", FALSE, NULL, &error);

  if (!fuzz_check (report != NULL, &error)) {
    fuzz_assert_unchanged (path, bytes, size);
    return FALSE;
  }
  stn_store_verify (path, fuzz_clock (), NULL, &error);
  g_assert_no_error (error);
  GString *text = stn_diary_export_json (open, &error);
  g_assert_no_error (error);
  *ret_export = g_string_free (text, FALSE);
  return TRUE;
}

void
fuzz_target_run (const guint8 *bytes, gsize size)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  fuzz_write (export, bytes, size);
  (void) stn_json_rows_is_json (export);
  (void) stn_diary_join_is_diary (export);
  if (!join (diary, &first))
    return;
  fuzz_write (export, (const guint8 *) first, strlen (first));
  g_assert_true (join (other, &second));
  g_assert_cmpstr (second, ==, first);
}
