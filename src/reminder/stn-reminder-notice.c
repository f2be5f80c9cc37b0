/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-reminder-notice.h"

#include "stn-config.h"

#include <libnotify/notify.h>
#include <string.h>

struct _StnReminderNotice {
  StnReminderFace face;
  gint64 group;
  NotifyNotification *notification; /* NULL: never shown */
  StnReminderPressed pressed;
  StnReminderClosed closed;
  gpointer data;
};

static const char *const ids[STN_N_BUTTONS] = {
  [STN_BUTTON_UNDO] = "undo",
  [STN_BUTTON_START] = "start",
  [STN_BUTTON_ORDINARY] = "ordinary-day",
  [STN_BUTTON_QUIET] = "quiet-night",
  [STN_BUTTON_LATER] = "later",
  [STN_BUTTON_NOT_TONIGHT] = "not-tonight",
  [STN_BUTTON_OPEN] = "open",
};

StnReminderNotice *
stn_reminder_notice_new (StnReminderFace face, gint64 group)
{
  StnReminderNotice *self = g_new0 (StnReminderNotice, 1);

  self->face = face;
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

StnReminderFace
stn_reminder_notice_get_face (const StnReminderNotice *self)
{
  g_return_val_if_fail (self != NULL, (StnReminderFace){STN_NO_DATE});
  return self->face;
}

void
stn_reminder_notice_set_face (StnReminderNotice *self, StnReminderFace face)
{
  g_return_if_fail (self != NULL);
  self->face = face;
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
    if (strcmp (ids[i], id) == 0) {
      self->pressed (self, (StnReminderButton) i, self->data);
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
  for (guint i = 0; i < STN_N_BUTTONS; i++)
    if ((buttons & (1u << i)) != 0)
      notify_notification_add_action (self->notification, ids[i],
                                      stn_wording_reminder_button ((StnReminderButton) i, wording),
                                      (NotifyActionCallback) action_cb, self, NULL);
  if (buttons != 0)
    notify_notification_add_action (self->notification, "default",
                                    stn_wording_reminder_button (STN_BUTTON_OPEN, wording),
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
