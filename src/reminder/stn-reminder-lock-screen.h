/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * stn_lock_screen_hide_words: inside Flatpak, where the portal knows how, the words of what libnotify 0.8 sends over @bus are not shown
 * on a locked screen; it cannot ask for that itself. (Portal documentation, "Notification", version 2: display-hint.) Elsewhere and
 * before version 2 nothing changes: there the settings of the desktop decide, and neutral words are the protection. Waits for the
 * portal's answer, 5 s at most.
 */
void stn_lock_screen_hide_words (GDBusConnection *bus);

G_END_DECLS
