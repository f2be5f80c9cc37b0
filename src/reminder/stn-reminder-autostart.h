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
 * stn_autostart_is_there: FALSE: the file that stn_autostart_arrange() wrote is gone or was switched off since. What a portal was told
 * cannot be asked for.
 */
gboolean stn_autostart_is_there (void);

/** Calls back once with the answer, before it returns or later: inside Flatpak the desktop may ask the person. */
typedef void (*StnAutostartAnswered) (StnAutostart autostart, gpointer data);

/**
 * stn_autostart_arrange: whether this program is started with the session, by the portal or by the desktop's autostart file. One
 * that the person switched off in the desktop's own settings is left alone.
 */
void stn_autostart_arrange (GDBusConnection *bus,
                            gboolean is_on,
                            StnAutostartAnswered callback,
                            gpointer data);

G_END_DECLS
