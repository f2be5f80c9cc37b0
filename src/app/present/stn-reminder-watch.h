/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "present/stn-diary-client.h"
#include "present/stn-reminder-link.h"
#include "schedule/stn-reminder-notes.h"
#include "wording/stn-wording-reminder.h"

G_BEGIN_DECLS

#define STN_TYPE_REMINDER_WATCH (stn_reminder_watch_get_type ())
G_DECLARE_FINAL_TYPE (StnReminderWatch, stn_reminder_watch, STN, REMINDER_WATCH, GObject)

/**
 * StnReminderWatch: the reminders that the window itself shows, of the person's own diary, while nothing else does: the background
 * process does not run, or nothing on this desktop shows notifications. It claims what it shows as that process does, so that
 * each comes once. Reminders that are on have the process started.
 *
 * Signals:
 * "changed" (): another reminder is to be shown, or none.
 * "said" (char *text, gint64 group): what became of a press; group: for Undo, or 0.
 */
StnReminderWatch *stn_reminder_watch_new (StnDiaryClient *client);

/** stn_reminder_watch_get_face: the reminder that is to be shown; without kinds: none. */
StnReminderFace stn_reminder_watch_get_face (StnReminderWatch *self);

/** stn_reminder_watch_press: of the reminder that is shown; START and OPEN: the caller goes there. */
void stn_reminder_watch_press (StnReminderWatch *self, StnReminderButton button);

G_END_DECLS
