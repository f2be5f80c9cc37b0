/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-person-settings.h"

#include "base/stn-text-line.h"
#include "base/stn-text-number.h"
#include "store/stn-setting-table.h"
#include "store/stn-store-private.h"

#define BIRTH_YEAR "birth-year"
#define SEX "sex"
#define HEMISPHERE "hemisphere"
#define NOT_PREGNANT_ON "not-pregnant-on"
#define EMERGENCY_NUMBER "emergency-number"

static gboolean
read_birth_year (const char *text, StnPerson *person)
{
  int year;

  if (!stn_int_parse (text, STN_DATE_FIRST_YEAR, STN_DATE_LAST_YEAR, &year, NULL))
    return FALSE;
  person->birth_year = STN_KNOWN_INT (year);
  return TRUE;
}

static gboolean
read_sex (const char *text, StnPerson *person)
{
  return stn_sex_parse (text, &person->sex, NULL);
}

static gboolean
read_hemisphere (const char *text, StnPerson *person)
{
  return stn_hemisphere_parse (text, &person->hemisphere, NULL);
}

static gboolean
read_not_pregnant (const char *text, StnPerson *person)
{
  return stn_date_parse (text, &person->not_pregnant_on, NULL);
}

static gboolean
read_emergency_number (const char *text, StnPerson *person)
{
  person->emergency_number = g_strdup (text);
  return TRUE;
}

StnPerson *
stn_person_settings_load (StnStore *self, GError **error)
{
  static const struct {
    const char *name;
    gboolean (*read) (const char *text, StnPerson *person);
  } settings[] = {
    {BIRTH_YEAR, read_birth_year},
    {SEX, read_sex},
    {HEMISPHERE, read_hemisphere},
    {NOT_PREGNANT_ON, read_not_pregnant},
    {EMERGENCY_NUMBER, read_emergency_number},
  };
  g_autoptr (StnPerson) person = stn_person_new ();

  g_return_val_if_fail (self != NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++) {
    g_autofree char *text = stn_setting_table_get (self, settings[i].name, "", error);

    if (text == NULL)
      return NULL;
    if (*text != '\0' && !settings[i].read (text, person)) {
      stn_connection_set_damaged (stn_store_get_connection (self, NULL), error,
                                  "its setting %s is '%s'", settings[i].name, stn_excerpt (text));
      return NULL;
    }
  }
  return g_steal_pointer (&person);
}

static gboolean
put (StnStore *self, const char *name, const char *value, GError **error)
{
  return value == NULL ? stn_setting_table_clear (self, name, error)
                       : stn_setting_table_put (self, name, value, error);
}

gboolean
stn_person_settings_put (StnStore *self, const StnPerson *person, GError **error)
{
  g_return_val_if_fail (self != NULL && person != NULL, FALSE);
  g_autofree char *birth_year =
    person->birth_year.known ? g_strdup_printf ("%d", person->birth_year.value) : NULL;
  char date[STN_DATE_TEXT_SIZE];
  const char *not_pregnant_on = stn_date_is_set (person->not_pregnant_on)
                                  ? stn_date_to_text (person->not_pregnant_on, date)
                                  : NULL;

  return put (self, BIRTH_YEAR, birth_year, error) &&
         put (self, SEX, stn_sex_to_token (person->sex), error) &&
         put (self, HEMISPHERE, stn_hemisphere_to_token (person->hemisphere), error) &&
         put (self, NOT_PREGNANT_ON, not_pregnant_on, error) &&
         put (self, EMERGENCY_NUMBER, person->emergency_number, error);
}
