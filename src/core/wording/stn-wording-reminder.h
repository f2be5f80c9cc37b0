/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-reminder.h"

G_BEGIN_DECLS

/**
 * StnReminderWording: what a notification may say where others can read it.
 */
typedef enum {
  STN_REMINDER_NEUTRAL, /* nothing of health: it is shown on locked screens */
  STN_REMINDER_PLAIN,   /* by its name */
} StnReminderWording;

/** stn_wording_reminder_name: (transfer none) "Bedtime stretch". */
const char *stn_wording_reminder_name (StnReminderKind kind);

/** stn_wording_reminder_calendar: (transfer none) what a calendar says, which others may see. */
const char *stn_wording_reminder_calendar (StnReminderKind kind);

/** stn_wording_reminder_title, stn_wording_reminder_body: (transfer none) of the notification of @kinds (bits, 1 << kind). */
const char *stn_wording_reminder_title (guint kinds, StnReminderWording wording);
const char *stn_wording_reminder_body (guint kinds, StnReminderWording wording);

/** stn_wording_reminder_quiet: (transfer none) the button that answers a morning. */
const char *stn_wording_reminder_quiet (StnReminderWording wording);

/** stn_wording_weekdays: (transfer full) @days: bits, 1 Monday: "every day", "Monday to Friday", or their short names. */
char *stn_wording_weekdays (guint days);

G_END_DECLS
