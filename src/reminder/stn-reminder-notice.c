/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-reminder-notice.h"

#include "stn-config.h"

#include <glib/gi18n.h>
#include <libnotify/notify.h>
#include <string.h>

struct _StnReminderNotice {
  StnDate night;
  guint kinds;
  gint64 group;
  NotifyNotification *notification; /* NULL: never shown */
  StnReminderPressed pressed;
  StnReminderClosed closed;
  gpointer data;
};

/* In the order in which they are shown; some desktops show the first three. */
static const struct {
  StnReminderButton button;
  const char *id;
  const char *label;
} faces[STN_N_BUTTONS] = {
  {STN_BUTTON_UNDO, "undo", N_ ("Undo")},
  {STN_BUTTON_START, "start", N_ ("Start")},
  {STN_BUTTON_ORDINARY, "ordinary-day", N_ ("Ordinary day")},
  {STN_BUTTON_QUIET, "quiet-night", NULL}, /* by the wording */
  {STN_BUTTON_LATER, "later", N_ ("In 15 minutes")},
  {STN_BUTTON_NOT_TONIGHT, "not-tonight", N_ ("Not tonight")},
  {STN_BUTTON_OPEN, "open", N_ ("Open")},
};

StnReminderNotice *
stn_reminder_notice_new (StnDate night, guint kinds, gint64 group)
{
  StnReminderNotice *self = g_new0 (StnReminderNotice, 1);

  self->night = night;
  self->kinds = kinds;
  self->group = group;
  return self;
}

void
stn_reminder_notice_free (StnReminderNotice *self)
{
  if (self == NULL)
    return;
  if (self->notification != NULL) {
    g_signal_handlers_disconnect_by_data (self->notification, self);
    notify_notification_clear_actions (self->notification);
    /* That it is gone already is no matter. */
    notify_notification_close (self->notification, NULL);
  }
  g_clear_object (&self->notification);
  g_free (self);
}

void
stn_reminder_notice_set_callbacks (StnReminderNotice *self,
                                   StnReminderPressed pressed,
                                   StnReminderClosed closed,
                                   gpointer data)
{
  g_return_if_fail (self != NULL);

  self->pressed = pressed;
  self->closed = closed;
  self->data = data;
}

StnDate
stn_reminder_notice_get_night (const StnReminderNotice *self)
{
  g_return_val_if_fail (self != NULL, STN_NO_DATE);
  return self->night;
}

guint
stn_reminder_notice_get_kinds (const StnReminderNotice *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->kinds;
}

void
stn_reminder_notice_set_kinds (StnReminderNotice *self, guint kinds)
{
  g_return_if_fail (self != NULL);
  self->kinds = kinds;
}

gint64
stn_reminder_notice_get_group (const StnReminderNotice *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->group;
}

static void
action_cb (NotifyNotification *notification, char *id, gpointer data)
{
  StnReminderNotice *self = data;

  for (guint i = 0; i < STN_N_BUTTONS; i++)
    if (strcmp (faces[i].id, id) == 0) {
      self->pressed (self, faces[i].button, self->data);
      return;
    }
  self->pressed (self, STN_BUTTON_OPEN, self->data); /* "default" */
}

static void
closed_cb (NotifyNotification *notification, gpointer data)
{
  StnReminderNotice *self = data;

  self->closed (self, self->data);
}

static void
add_buttons (StnReminderNotice *self, guint buttons, StnReminderWording wording)
{
  for (guint i = 0; i < STN_N_BUTTONS; i++) {
    const char *label =
      faces[i].label != NULL ? _ (faces[i].label) : stn_wording_reminder_quiet (wording);

    if ((buttons & (1u << faces[i].button)) != 0)
      notify_notification_add_action (self->notification, faces[i].id, label,
                                      (NotifyActionCallback) action_cb, self, NULL);
  }
  if (buttons != 0)
    notify_notification_add_action (self->notification, "default", _ ("Open"),
                                    (NotifyActionCallback) action_cb, self, NULL);
}

static gboolean
has_buttons (void)
{
  GList *caps = notify_get_server_caps ();
  gboolean has = g_list_find_custom (caps, "actions", (GCompareFunc) strcmp) != NULL;

  g_list_free_full (caps, g_free);
  return has;
}

gboolean
stn_reminder_notice_show (StnReminderNotice *self,
                          const char *title,
                          const char *body,
                          guint buttons,
                          StnReminderWording wording,
                          gboolean stays,
                          GError **error)
{
  g_return_val_if_fail (self != NULL && title != NULL && body != NULL, FALSE);
  g_autofree char *markup = g_markup_escape_text (body, -1);

  if (self->notification == NULL) {
    self->notification = notify_notification_new (title, markup, STN_APP_ID);
    g_signal_connect (self->notification, "closed", G_CALLBACK (closed_cb), self);
  } else {
    notify_notification_update (self->notification, title, markup, STN_APP_ID);
    notify_notification_clear_actions (self->notification);
  }
  notify_notification_set_hint (self->notification, "desktop-entry",
                                g_variant_new_string (STN_APP_ID));
  notify_notification_set_timeout (self->notification,
                                   stays ? NOTIFY_EXPIRES_NEVER : NOTIFY_EXPIRES_DEFAULT);
  if (has_buttons ())
    add_buttons (self, buttons, wording);
  return notify_notification_show (self->notification, error);
}
