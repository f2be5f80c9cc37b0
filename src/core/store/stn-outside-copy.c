/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-outside-copy.h"

#include "store/stn-backup.h"
#include "store/stn-copy-state.h"
#include "store/stn-diary-file.h"
#include "store/stn-statement.h"
#include "store/stn-store-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define SELECT_REV "SELECT 1 FROM change_group WHERE rev = ?"

/* Whether the diary grew out of what the copy says. */
static gboolean
is_ancestor (StnConnection *diary, const StnCopyState *copy, const StnCopyState *own)
{
  g_autoptr (StnStatement) select = NULL;
  gboolean row = FALSE;

  if (*copy->rev == '\0' || strcmp (copy->rev, own->forgotten) <= 0)
    return TRUE;
  select = stn_statement_get (diary, SELECT_REV, NULL);
  if (select == NULL)
    return FALSE;
  stn_statement_bind_text (select, 1, copy->rev);
  return stn_statement_step (select, &row, NULL) && row;
}

static StnOutsideOutcome
compare (StnConnection *diary, const StnCopyState *copy, const StnCopyState *own, gboolean anyway)
{
  guint vanished;

  if (strcmp (copy->uid, own->uid) != 0)
    return STN_OUTSIDE_ANOTHER;
  if (strcmp (copy->rev, own->rev) == 0 && strcmp (copy->forgotten, own->forgotten) == 0)
    return STN_OUTSIDE_CURRENT;
  if (!is_ancestor (diary, copy, own))
    return STN_OUTSIDE_AHEAD;
  if (!anyway && (!stn_copy_count_vanished (diary, own, copy, &vanished, NULL) ||
                  stn_copy_are_many (vanished, copy)))
    return STN_OUTSIDE_HELD_BACK;
  return STN_OUTSIDE_MADE;
}

static gboolean
decide (
  StnStore *self, const char *path, gboolean anyway, StnOutsideOutcome *ret_outcome, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_auto (StnCopyState) own = {0};
  g_auto (StnCopyState) copy = {0};
  g_autoptr (StnConnection) there = NULL;
  StnConnection *diary = stn_store_get_connection (self, error);
  StnDiaryFileKind kind;
  int version;

  *ret_outcome = STN_OUTSIDE_MADE;
  if (diary == NULL || !stn_copy_state_read (diary, &own, error))
    return FALSE;
  if (!stn_diary_file_inspect (path, &kind, &version, &reason)) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_EXISTS,
                 "cannot copy the diary to '%s': what is there is not a diary (%s)", path,
                 reason->message);
    return FALSE;
  }
  if (kind == STN_DIARY_FILE_MISSING)
    return TRUE;
  there = stn_connection_open (path, path, STN_CONNECTION_READ, NULL);
  if (there != NULL && stn_copy_state_read (there, &copy, NULL))
    *ret_outcome = compare (diary, &copy, &own, anyway);
  return TRUE;
}

/* Names that stn_diary_file_new_beside() gives. */
static gboolean
is_leftover (const char *name, const char *copy)
{
  const char *rest = g_str_has_prefix (name, copy) ? name + strlen (copy) : "";

  if (*rest != '.' || strlen (rest) != 7)
    return FALSE;
  for (rest++; *rest != '\0'; rest++)
    if (!g_ascii_isalnum (*rest))
      return FALSE;
  return TRUE;
}

/* What a stick that was pulled out keeps of a copy that was being made. */
static void
delete_leftovers (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *copy = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *leftover = g_build_filename (folder, name, NULL);

    if (is_leftover (name, copy))
      (void) !g_unlink (leftover); /* the copy is as good when it stays */
  }
}

gboolean
stn_store_update_copy (
  StnStore *self, const char *path, gboolean anyway, StnOutsideOutcome *ret_outcome, GError **error)
{
  g_return_val_if_fail (path != NULL && ret_outcome != NULL, FALSE);
  StnOutsideOutcome outcome;

  if (!decide (self, path, anyway, &outcome, error))
    return FALSE;
  if (outcome == STN_OUTSIDE_MADE) {
    delete_leftovers (path);
    if (!stn_store_back_up (self, path, error))
      return FALSE;
  }
  *ret_outcome = outcome;
  return TRUE;
}

gboolean
stn_store_is_copy (StnStore *self, const char *path)
{
  g_auto (StnCopyState) own = {0};
  g_auto (StnCopyState) copy = {0};
  g_autoptr (StnConnection) there = NULL;
  StnConnection *diary = stn_store_get_connection (self, NULL);
  StnDiaryFileKind kind;
  int version;

  if (diary == NULL || !stn_diary_file_inspect (path, &kind, &version, NULL) ||
      kind == STN_DIARY_FILE_MISSING)
    return FALSE;
  there = stn_connection_open (path, path, STN_CONNECTION_READ, NULL);
  return there != NULL && stn_copy_state_read (diary, &own, NULL) &&
         stn_copy_state_read (there, &copy, NULL) && strcmp (own.uid, copy.uid) == 0;
}
