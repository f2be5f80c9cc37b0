/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-reminder-preferences.h"

#include <glib/gi18n.h>

#include "diary/stn-failure.h"
#include "pages/stn-reminder-row.h"
#include "present/stn-reminder-link.h"
#include "present/stn-reminder-settings.h"
#include "stn-config.h"
#include "widgets/stn-file-dialog.h"
#include "widgets/stn-inner-names.h"

#define WORDING_KEY "notification-wording"

struct _StnReminderPreferences {
  AdwPreferencesPage parent_instance;

  StnDiaryClient *client;
  StnReminderLink *link;
  GSettings *settings; /* NULL: not installed */
  gboolean is_own;
  gboolean is_on;
  gboolean is_showing;

  StnReminderRow *stretch;
  StnReminderRow *evening;
  StnReminderRow *morning;
  AdwActionRow *status;
  GtkImage *status_icon;
  AdwComboRow *wording;
  GtkWidget *save_calendar;
};

G_DEFINE_FINAL_TYPE (StnReminderPreferences, stn_reminder_preferences, ADW_TYPE_PREFERENCES_PAGE)

enum { SAID, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
say (StnReminderPreferences *self, const char *text)
{
  g_signal_emit (self, signals[SAID], 0, text);
}

/* What is true of the process */

static const char *
status_of (StnReminderPreferences *self)
{
  if (!self->is_own)
    return _ ("Reminders come from your own diary, not from this one.");
  if (!self->is_on)
    return _ ("No reminder is on.");
  switch (stn_reminder_link_get_status (self->link)) {
  case STN_REMINDER_STATUS_UNKNOWN:
    return _ ("Looking whether reminders can come…");
  case STN_REMINDER_STATUS_STOPPED:
    return _ (
      "The program that reminds does not run here: reminders come in this window, while it is "
      "open.");
  case STN_REMINDER_STATUS_NOWHERE:
    return _ (
      "Nothing on this desktop shows notifications: reminders come in this window, while it is "
      "open.");
  case STN_REMINDER_STATUS_THIS_SESSION:
    return _ ("Reminders come until you log out. This desktop does not start them by itself.");
  case STN_REMINDER_STATUS_RUNS:
    return _ ("Reminders come.");
  }
  return "";
}

static void
show_status (StnReminderPreferences *self)
{
  gboolean is_good = self->is_own && self->is_on &&
                     stn_reminder_link_get_status (self->link) == STN_REMINDER_STATUS_RUNS;
  gboolean is_bad = self->is_own && self->is_on && !is_good &&
                    stn_reminder_link_get_status (self->link) != STN_REMINDER_STATUS_UNKNOWN;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->status), status_of (self));
  gtk_image_set_from_icon_name (self->status_icon, is_good  ? "emblem-ok-symbolic"
                                                   : is_bad ? "dialog-warning-symbolic"
                                                            : "dialog-information-symbolic");
}

/* Reading */

static void
show (StnReminderPreferences *self, const StnReminderSettings *read)
{
  StnReminderRow *const rows[STN_N_REMINDERS] = {self->stretch, self->evening, self->morning};
  gboolean was_on = self->is_on;

  self->is_on = FALSE;
  self->is_own = read->is_own;
  for (guint i = 0; i < STN_N_REMINDERS; i++) {
    stn_reminder_row_show (rows[i], &read->reminders[i], read->bedtime_min, read->suggested_min[i]);
    self->is_on = self->is_on || read->reminders[i].is_on;
  }
  gtk_widget_set_sensitive (self->save_calendar, self->is_on);
  if (self->is_on && !was_on && self->is_own)
    stn_reminder_link_wake (self->link);
  show_status (self);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnReminderPreferences) self = STN_REMINDER_PREFERENCES (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree StnReminderSettings *read =
    stn_reminder_settings_read_finish (STN_DIARY_CLIENT (source), result, &error);
  g_autofree char *reason = NULL;

  if (self->client == NULL)
    return;
  if (read != NULL) {
    show (self, read);
    return;
  }
  reason = stn_failure_reason (error);
  if (!stn_failure_is_end (error))
    say (self, reason);
}

static void
read_again (StnReminderPreferences *self)
{
  stn_reminder_settings_read (self->client, read_cb, g_object_ref (self));
}

/* Changing */

static void
put_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnReminderPreferences) self = STN_REMINDER_PREFERENCES (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;

  if (stn_reminder_settings_put_finish (STN_DIARY_CLIENT (source), result, &error) ||
      self->client == NULL)
    return;
  reason = stn_failure_not_saved (error);
  say (self, reason);
  read_again (self); /* what is shown is what is stored */
}

static void
change_cb (StnReminderRow *row, const StnReminder *reminder, StnReminderPreferences *self)
{
  stn_reminder_settings_put (self->client, reminder, put_cb, g_object_ref (self));
}

static void
wording_cb (StnReminderPreferences *self)
{
  if (self->is_showing || self->settings == NULL)
    return;
  g_settings_set_string (self->settings, WORDING_KEY,
                         adw_combo_row_get_selected (self->wording) == 0 ? "neutral" : "plain");
}

/* The calendar */

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnReminderPreferences) self = STN_REMINDER_PREFERENCES (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (stn_reminder_settings_save_calendar_finish (STN_DIARY_CLIENT (source), result, &error))
    text = g_strdup (_ ("Saved. Open the file on the phone to take it into its calendar."));
  else
    text = stn_failure_not_saved (error);
  if (self->client != NULL)
    say (self, text);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StnReminderPreferences *self = STN_REMINDER_PREFERENCES (source);
  g_autoptr (GFile) file = stn_file_dialog_finish (result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->client != NULL)
    stn_reminder_settings_save_calendar (self->client, path, saved_cb, g_object_ref (self));
}

static void
save_calendar_cb (StnReminderPreferences *self)
{
  const StnFileQuestion question = {.action = GTK_FILE_CHOOSER_ACTION_SAVE,
                                    .title = _ ("Save a Calendar for the Phone"),
                                    .accept = _ ("Save"),
                                    .name = "stillnight.ics"};

  stn_file_dialog_ask (GTK_WIDGET (self), &question, file_chosen_cb, NULL);
}

static void
stn_reminder_preferences_dispose (GObject *object)
{
  StnReminderPreferences *self = STN_REMINDER_PREFERENCES (object);

  if (self->client != NULL)
    g_signal_handlers_disconnect_by_data (self->client, self);
  g_clear_object (&self->client);
  if (self->link != NULL)
    g_signal_handlers_disconnect_by_data (self->link, self);
  g_clear_object (&self->link);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (stn_reminder_preferences_parent_class)->dispose (object);
}

static void
stn_reminder_preferences_class_init (StnReminderPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_reminder_preferences_dispose;

  signals[SAID] = g_signal_new ("said", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (STN_TYPE_REMINDER_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-reminder-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, StnReminderPreferences, stretch);
  gtk_widget_class_bind_template_child (widget_class, StnReminderPreferences, evening);
  gtk_widget_class_bind_template_child (widget_class, StnReminderPreferences, morning);
  gtk_widget_class_bind_template_child (widget_class, StnReminderPreferences, status);
  gtk_widget_class_bind_template_child (widget_class, StnReminderPreferences, status_icon);
  gtk_widget_class_bind_template_child (widget_class, StnReminderPreferences, wording);
  gtk_widget_class_bind_template_child (widget_class, StnReminderPreferences, save_calendar);
  gtk_widget_class_bind_template_callback (widget_class, change_cb);
  gtk_widget_class_bind_template_callback (widget_class, wording_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_calendar_cb);
}

static void
open_settings (StnReminderPreferences *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    source != NULL ? g_settings_schema_source_lookup (source, STN_APP_ID, TRUE) : NULL;
  g_autofree char *word = NULL;

  if (schema == NULL)
    return;
  self->settings = g_settings_new_full (schema, NULL, NULL);
  word = g_settings_get_string (self->settings, WORDING_KEY);
  adw_combo_row_set_selected (self->wording, g_str_equal (word, "plain") ? 1 : 0);
}

static void
stn_reminder_preferences_init (StnReminderPreferences *self)
{
  self->is_showing = TRUE;
  self->is_own = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  open_settings (self);
  self->link = stn_reminder_link_new ();
  g_signal_connect_swapped (self->link, "changed", G_CALLBACK (show_status), self);
  show_status (self);
  self->is_showing = FALSE;
}

void
stn_reminder_preferences_set_client (StnReminderPreferences *self, StnDiaryClient *client)
{
  g_return_if_fail (STN_IS_REMINDER_PREFERENCES (self) && self->client == NULL);

  self->client = g_object_ref (client);
  g_signal_connect_swapped (client, "changed", G_CALLBACK (read_again), self);
  read_again (self);
}
