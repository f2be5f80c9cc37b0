/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** Follows what a person chose for the clock of all programs: 12 or 24 hours. */
typedef struct _StnClockSetting StnClockSetting;

/**
 * stn_clock_setting_new: times of day are written as was chosen, from now on and after each change, while this lives; without a
 * choice as in the locale. The choice is the desktop's setting "clock-format"; in a sandbox, which has settings of its own, the portal
 * tells it.
 * @portal: (nullable): the bus with the portal, in a sandbox; waited for at most a second.
 * @changed: called with @user_data after each change, when what is written already is to be written anew.
 */
StnClockSetting *stn_clock_setting_new (GDBusConnection *portal,
                                        void (*changed) (gpointer user_data),
                                        gpointer user_data);

void stn_clock_setting_free (StnClockSetting *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnClockSetting, stn_clock_setting_free)

G_END_DECLS
