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

/**
 * stn_wording_reminder_title, stn_wording_reminder_body: (transfer none) of a reminder of @kinds (bits, 1 << kind); the body may be
 * "". @knows_usual: see stn_wording_reminder_buttons().
 */
const char *stn_wording_reminder_title (guint kinds, StnReminderWording wording);
const char *
stn_wording_reminder_body (guint kinds, gboolean knows_usual, StnReminderWording wording);

/** StnReminderButton: what can be pressed, in the order in which it is shown; some desktops show the first three. */
typedef enum {
  STN_BUTTON_UNDO,
  STN_BUTTON_START,    /* the guided stretch */
  STN_BUTTON_ORDINARY, /* today was an ordinary day */
  STN_BUTTON_QUIET,    /* last night had no cramps */
  STN_BUTTON_LATER,    /* in 15 minutes */
  STN_BUTTON_NOT_TONIGHT,
  STN_BUTTON_OPEN, /* what it reminds of */
} StnReminderButton;

#define STN_N_BUTTONS 7

/**
 * stn_wording_reminder_buttons: bits, 1 << button, of a reminder of @kinds (bits, 1 << kind). @knows_usual: "Ordinary day" would
 * do something.
 */
guint stn_wording_reminder_buttons (guint kinds, gboolean knows_usual);

/** stn_wording_reminder_button: (transfer none) what stands on it. */
const char *stn_wording_reminder_button (StnReminderButton button, StnReminderWording wording);

/** stn_wording_reminder_saved: (transfer none) what @button, ORDINARY or QUIET, wrote. */
const char *stn_wording_reminder_saved (StnReminderButton button, StnReminderWording wording);

/** stn_wording_weekdays: (transfer full) @days: bits, 1 Monday: "every day", "Monday to Friday", or their short names. */
char *stn_wording_weekdays (guint days);

G_END_DECLS
