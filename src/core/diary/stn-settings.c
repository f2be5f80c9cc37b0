/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-settings.h"

#include "base/stn-night-key.h"
#include "base/stn-text-line.h"
#include "base/stn-text-number.h"
#include "diary/stn-diary-group.h"
#include "knowledge/stn-knowledge.h"
#include "store/stn-setting-table.h"

#include <stdlib.h>

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

static char *
get_whole (StnDiary *diary, const char *slug, GError **error)
{
  double portion;

  if (!stn_diary_get_portion (diary, slug, &portion, error))
    return NULL;
  return g_strdup_printf ("%.0f", portion);
}

static char *
get_glass (StnDiary *diary, GError **error)
{
  return get_whole (diary, "fluids", error);
}

static gboolean
is_glass (const char *value)
{
  int ml;

  return stn_int_parse (value, STN_GLASS_MIN_ML, STN_GLASS_MAX_ML, &ml, NULL);
}

static char *
get_drink (StnDiary *diary, GError **error)
{
  return get_whole (diary, "alcohol", error);
}

static gboolean
is_drink (const char *value)
{
  int grams;

  return stn_int_parse (value, STN_DRINK_MIN_G, STN_DRINK_MAX_G, &grams, NULL);
}

static const StnSetting settings[] = {
  {"day-change", "a time of day from 06:00 to 18:00", get_day_change, is_day_change},
  {"glass-ml", "a whole number of millilitres from 50 to 1000", get_glass, is_glass},
  {"drink-g", "a whole number of grams of alcohol from 5 to 30", get_drink, is_drink},
  {NULL},
};

const StnSetting *
stn_settings_list (void)
{
  return settings;
}

gboolean
stn_diary_get_portion (StnDiary *self, const char *slug, double *ret_portion, GError **error)
{
  g_return_val_if_fail (self != NULL && slug != NULL && ret_portion != NULL, FALSE);
  gboolean is_fluids = g_str_equal (slug, "fluids");
  int portion = is_fluids ? STN_GLASS_ML : STN_DRINK_G;
  g_autofree char *text = NULL;

  if (!is_fluids && !g_str_equal (slug, "alcohol")) {
    *ret_portion = 0;
    return TRUE;
  }
  text = stn_setting_table_get (stn_diary_get_store (self), is_fluids ? "glass-ml" : "drink-g", "",
                                error);
  if (text == NULL)
    return FALSE;
  if (is_fluids ? is_glass (text) : is_drink (text))
    portion = atoi (text);
  *ret_portion = portion;
  return TRUE;
}

static const StnSetting *
find (const char *name, GError **error)
{
  for (const StnSetting *setting = settings; setting->name != NULL; setting++)
    if (g_str_equal (setting->name, name))
      return setting;
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NO_SUCH_RECORD, "there is no setting '%s'",
               stn_excerpt (name));
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
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE, "%s is %s, not '%s'", name,
               setting->values, stn_excerpt (value));
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
