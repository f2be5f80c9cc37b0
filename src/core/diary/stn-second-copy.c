/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-second-copy.h"

#include "diary/stn-diary-group.h"
#include "store/stn-setting-table.h"

#include <gio/gunixmounts.h>
#include <string.h>

#define SETTING "second-copy"

/* Between where a stick was mounted and the folder on it; no path has it. */
#define ON_STICK "//"

/* Where people and desktops mount what comes and goes. */
static const char *const places[] = {"/media/", "/run/media/", "/mnt/"};

static gint
compare_longest_first (gconstpointer a, gconstpointer b)
{
  const char *const *first = a;
  const char *const *second = b;
  const gsize first_length = strlen (*first), second_length = strlen (*second);

  if (first_length != second_length)
    return first_length > second_length ? -1 : 1;
  return strcmp (*first, *second);
}

static gboolean
comes_and_goes (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_has_prefix (path, places[i]))
      return TRUE;
  return FALSE;
}

GStrv
stn_mounts_list (void)
{
  g_autoptr (GPtrArray) mounts = g_ptr_array_new ();
  GList *entries = g_unix_mounts_get (NULL);

  for (GList *l = entries; l != NULL; l = l->next)
    if (comes_and_goes (g_unix_mount_get_mount_path (l->data)))
      g_ptr_array_add (mounts, g_strdup (g_unix_mount_get_mount_path (l->data)));
  g_list_free_full (entries, (GDestroyNotify) g_unix_mount_free);
  g_ptr_array_sort (mounts, compare_longest_first);
  g_ptr_array_add (mounts, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&mounts), FALSE);
}

/* What the setting says of @folder. */
static char *
describe (const char *folder, const char *const *mounts)
{
  for (guint i = 0; mounts != NULL && mounts[i] != NULL; i++) {
    const char *rest = g_str_has_prefix (folder, mounts[i]) ? folder + strlen (mounts[i]) : NULL;

    if (rest != NULL && (*rest == '\0' || *rest == '/'))
      return g_strconcat (mounts[i], ON_STICK, *rest == '/' ? rest + 1 : rest, NULL);
  }
  return g_strdup (folder);
}

static char *
plain (const char *setting)
{
  const char *stick = strstr (setting, ON_STICK);

  if (stick == NULL)
    return g_strdup (setting);
  g_autofree char *root = g_strndup (setting, (gsize) (stick - setting));

  return g_build_filename (root, stick + strlen (ON_STICK), NULL);
}

/* On what is mounted, the copy of this very diary; else NULL. */
static char *
find_on_stick (StnDiary *self, const char *within, const char *const *mounts)
{
  for (guint i = 0; mounts != NULL && mounts[i] != NULL; i++) {
    g_autofree char *path = g_build_filename (mounts[i], within, STN_SECOND_COPY_NAME, NULL);

    if (stn_store_is_copy (stn_diary_get_store (self), path))
      return g_steal_pointer (&path);
  }
  return NULL;
}

/* (transfer full) (nullable) the file, where it can be reached. */
static char *
find (StnDiary *self, const char *setting, const char *const *mounts)
{
  const char *stick = strstr (setting, ON_STICK);

  if (stick != NULL)
    return find_on_stick (self, stick + strlen (ON_STICK), mounts);
  if (!g_file_test (setting, G_FILE_TEST_IS_DIR))
    return NULL;
  return g_build_filename (setting, STN_SECOND_COPY_NAME, NULL);
}

StnSecondCopyState
stn_second_copy_state_of (StnOutsideOutcome outcome)
{
  switch (outcome) {
  case STN_OUTSIDE_CURRENT:
    return STN_SECOND_COPY_CURRENT;
  case STN_OUTSIDE_MADE:
    return STN_SECOND_COPY_MADE;
  case STN_OUTSIDE_HELD_BACK:
    return STN_SECOND_COPY_HELD_BACK;
  case STN_OUTSIDE_ANOTHER:
    return STN_SECOND_COPY_ANOTHER;
  case STN_OUTSIDE_AHEAD:
    return STN_SECOND_COPY_AHEAD;
  }
  g_return_val_if_reached (STN_SECOND_COPY_AWAY);
}

static gboolean
put_setting (StnDiary *self, const char *value, GError **error)
{
  StnStore *store = stn_diary_get_store (self);

  if (!stn_store_begin (store, "set-setting", "person", error))
    return FALSE;
  if (value != NULL ? stn_setting_table_put (store, SETTING, value, error)
                    : stn_setting_table_clear (store, SETTING, error))
    return stn_store_commit (store, NULL, error);
  stn_store_rollback (store);
  return FALSE;
}

char *
stn_diary_get_second_copy (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_autofree char *setting = stn_setting_table_get (stn_diary_get_store (self), SETTING, "", error);

  return setting != NULL ? plain (setting) : NULL;
}

gboolean
stn_diary_choose_second_copy (StnDiary *self,
                              const char *folder,
                              const char *const *mounts,
                              StnSecondCopyState *ret_state,
                              GError **error)
{
  g_return_val_if_fail (self != NULL && ret_state != NULL, FALSE);
  g_autofree char *setting = NULL;
  g_autofree char *path = NULL;
  StnStore *store = stn_diary_get_store (self);
  StnOutsideOutcome outcome;

  if (folder == NULL) {
    *ret_state = STN_SECOND_COPY_NONE;
    return put_setting (self, NULL, error);
  }
  setting = describe (folder, mounts);
  path = g_build_filename (folder, STN_SECOND_COPY_NAME, NULL);
  /* The copy comes first: a folder in which none can be made is not remembered. Then it gets what remembers it. */
  if (!stn_store_update_copy (store, path, TRUE, &outcome, error))
    return FALSE;
  if (outcome == STN_OUTSIDE_MADE || outcome == STN_OUTSIDE_CURRENT) {
    if (!put_setting (self, setting, error) ||
        !stn_store_update_copy (store, path, TRUE, &outcome, error))
      return FALSE;
  }
  *ret_state = stn_second_copy_state_of (outcome);
  return TRUE;
}

gboolean
stn_diary_keep_second_copy (StnDiary *self,
                            const char *const *mounts,
                            gboolean anyway,
                            StnSecondCopyState *ret_state,
                            GError **error)
{
  g_return_val_if_fail (self != NULL && ret_state != NULL, FALSE);
  StnStore *store = stn_diary_get_store (self);
  g_autofree char *setting = stn_setting_table_get (store, SETTING, "", error);
  g_autofree char *path = NULL;
  StnOutsideOutcome outcome;

  if (setting == NULL)
    return FALSE;
  if (*setting == '\0' || stn_store_is_read_only (store)) {
    *ret_state = STN_SECOND_COPY_NONE;
    return TRUE;
  }
  path = find (self, setting, mounts);
  if (path == NULL) {
    *ret_state = STN_SECOND_COPY_AWAY;
    return TRUE;
  }
  if (!stn_store_update_copy (store, path, anyway, &outcome, error))
    return FALSE;
  *ret_state = stn_second_copy_state_of (outcome);
  return TRUE;
}

char *
stn_second_copy_find (const char *const *mounts)
{
  for (guint i = 0; mounts != NULL && mounts[i] != NULL; i++) {
    g_autoptr (GDir) dir = g_dir_open (mounts[i], 0, NULL);
    g_autofree char *top = g_build_filename (mounts[i], STN_SECOND_COPY_NAME, NULL);
    const char *name;

    if (g_file_test (top, G_FILE_TEST_IS_REGULAR))
      return g_steal_pointer (&top);
    while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
      g_autofree char *path = g_build_filename (mounts[i], name, STN_SECOND_COPY_NAME, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
  }
  return NULL;
}
