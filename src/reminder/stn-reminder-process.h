/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "stn-reminder-diary.h"

G_BEGIN_DECLS

/**
 * StnReminderProcess: the background process. It sleeps until a reminder is due, the clock is set, the zone changes, the diary is
 * written, or a button is pressed, and then has the plan looked at again; nothing is polled. It ends by itself when reminders are off.
 */
typedef struct _StnReminderProcess StnReminderProcess;

/**
 * stn_reminder_process_new: begins to remind, from @loop on.
 * @path: of the diary, to see when it is written. @diary: outlives it.
 * @bus: of the session, where it owns %STN_REMINDER_NAME; another one that owns it ends @loop.
 *
 * Errors: when the timer cannot be made.
 */
StnReminderProcess *stn_reminder_process_new (
  const char *path, StnReminderDiary *diary, GDBusConnection *bus, GMainLoop *loop, GError **error);

/** stn_reminder_process_free: takes off the screen what it shows: its buttons would do nothing any more. */
void stn_reminder_process_free (StnReminderProcess *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnReminderProcess, stn_reminder_process_free)

G_END_DECLS
