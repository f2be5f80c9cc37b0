/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-reminder-wording.h"

#include "stn-config.h"

#include <gio/gio.h>

#define WORDING_KEY "notification-wording"

StnReminderWording
stn_reminder_wording_read (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    source != NULL ? g_settings_schema_source_lookup (source, STN_APP_ID, TRUE) : NULL;
  g_autoptr (GSettings) settings = NULL;

  /* Not installed, as when it runs from where it was built. */
  if (schema == NULL || !g_settings_schema_has_key (schema, WORDING_KEY))
    return STN_REMINDER_NEUTRAL;
  settings = g_settings_new_full (schema, NULL, NULL);
  g_autofree char *word = g_settings_get_string (settings, WORDING_KEY);
  return g_strcmp0 (word, "plain") == 0 ? STN_REMINDER_PLAIN : STN_REMINDER_NEUTRAL;
}
