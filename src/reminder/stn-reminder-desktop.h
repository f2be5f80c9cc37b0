/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** What the process needs of the desktop's bus beside notifications. */

/** stn_desktop_get_notification_name: the bus name of whoever shows notifications: the portal inside Flatpak. */
const char *stn_desktop_get_notification_name (void);

/** stn_desktop_shows_notifications: whether somebody does, or would be started for it. */
gboolean stn_desktop_shows_notifications (GDBusConnection *bus);

/**
 * stn_desktop_open_window: has the window do one of its actions ("stretch", "show-page"); the bus starts it when it is shut.
 * @parameter: (nullable) (transfer floating). @callback: get the outcome from stn_desktop_open_window_finish().
 */
void stn_desktop_open_window (GDBusConnection *bus,
                              const char *action,
                              GVariant *parameter,
                              GAsyncReadyCallback callback,
                              gpointer data);
gboolean
stn_desktop_open_window_finish (GDBusConnection *bus, GAsyncResult *result, GError **error);

G_END_DECLS
