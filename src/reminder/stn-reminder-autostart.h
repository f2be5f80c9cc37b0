/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** StnAutostart: whether the process is there after the next login. */
typedef enum {
  STN_AUTOSTART_OFF, /* not asked for */
  STN_AUTOSTART_ON,
  STN_AUTOSTART_REFUSED, /* the person, or the desktop for them, said no */
  STN_AUTOSTART_FAILED,  /* it could not be arranged */
} StnAutostart;

/** Tokens for the bus: "off", "on", "refused", "failed". */
const char *stn_autostart_to_token (StnAutostart autostart);

/** stn_autostart_is_confined: inside Flatpak, where only the portal can arrange it. */
gboolean stn_autostart_is_confined (void);

/**
 * stn_autostart_set_file: writes or removes the desktop's autostart file of this program. One that the person switched off in
 * the desktop's own settings is left alone.
 */
StnAutostart stn_autostart_set_file (gboolean is_on);

/** stn_autostart_ask_portal: the same inside Flatpak; the desktop may ask the person. @callback: once, with the answer. */
typedef void (*StnAutostartAnswered) (StnAutostart autostart, gpointer data);
void stn_autostart_ask_portal (GDBusConnection *bus,
                               gboolean is_on,
                               StnAutostartAnswered callback,
                               gpointer data);

G_END_DECLS
