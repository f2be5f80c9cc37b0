/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-import-choices.h"

#include "store/stn-setting-table.h"

static char *
name_of (const char *shape)
{
  return g_strconcat ("import.", shape, NULL);
}

char *
stn_import_choices_get (StnDiary *diary, const char *shape, GError **error)
{
  g_return_val_if_fail (diary != NULL && shape != NULL, NULL);
  g_autofree char *name = name_of (shape);

  return stn_setting_table_get (stn_diary_get_store (diary), name, "", error);
}

gboolean
stn_import_choices_put (StnDiary *diary, const char *shape, const char *choices, GError **error)
{
  g_return_val_if_fail (diary != NULL && shape != NULL && choices != NULL, FALSE);
  g_autofree char *name = name_of (shape);
  g_autofree char *before = stn_import_choices_get (diary, shape, error);

  if (before == NULL)
    return FALSE;
  return g_str_equal (before, choices) ||
         stn_setting_table_put (stn_diary_get_store (diary), name, choices, error);
}
