/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-settings.h"

#include "base/stn-night-key.h"
#include "base/stn-text-number.h"
#include "diary/stn-diary-group.h"
#include "store/stn-setting-table.h"

static char *
get_day_change (StnDiary *diary, GError **error)
{
  int minute;

  if (!stn_diary_get_day_change (diary, &minute, error))
    return NULL;
  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}

static gboolean
is_day_change (const char *value)
{
  int minute;

  return stn_clock_time_parse (value, &minute, NULL) && minute >= STN_DAY_CHANGE_FIRST_MIN &&
         minute <= STN_DAY_CHANGE_LAST_MIN;
}

static const StnSetting settings[] = {
  {"day-change", "a time of day from 06:00 to 18:00", get_day_change, is_day_change},
  {NULL},
};

const StnSetting *
stn_settings_list (void)
{
  return settings;
}

static const StnSetting *
find (const char *name, GError **error)
{
  for (const StnSetting *setting = settings; setting->name != NULL; setting++)
    if (g_str_equal (setting->name, name))
      return setting;
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NO_SUCH_RECORD,
               "there is no setting '%.60s'", name);
  return NULL;
}

char *
stn_diary_get_setting (StnDiary *self, const char *name, GError **error)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  const StnSetting *setting = find (name, error);

  return setting == NULL ? NULL : setting->get (self, error);
}

static gboolean
check_value (const char *name, const char *value, GError **error)
{
  const StnSetting *setting = find (name, error);

  if (setting == NULL || value == NULL || setting->takes (value))
    return setting != NULL;
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE, "%s is %s, not '%.40s'", name,
               setting->values, value);
  return FALSE;
}

gboolean
stn_diary_put_setting (
  StnDiary *self, const char *name, const char *value, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);
  StnStore *store = stn_diary_get_store (self);

  if (!check_value (name, value, error) || !stn_store_begin (store, "set-setting", "person", error))
    return FALSE;
  return stn_diary_end_group (self,
                              value == NULL ? stn_setting_table_clear (store, name, error)
                                            : stn_setting_table_put (store, name, value, error),
                              ret_group, error);
}
