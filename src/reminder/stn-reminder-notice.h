/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "wording/stn-wording-reminder.h"

G_BEGIN_DECLS

/** StnReminderButton: what can be pressed. */
typedef enum {
  STN_BUTTON_START, /* the guided stretch */
  STN_BUTTON_LATER, /* in 15 minutes */
  STN_BUTTON_NOT_TONIGHT,
  STN_BUTTON_ORDINARY, /* today was an ordinary day */
  STN_BUTTON_QUIET,    /* last night had no cramps */
  STN_BUTTON_OPEN,     /* the window; also a press on the notification itself */
  STN_BUTTON_UNDO,
} StnReminderButton;

#define STN_N_BUTTONS 7

/** StnReminderNotice: one notification that is shown, at most for @kinds of @night. */
typedef struct _StnReminderNotice StnReminderNotice;

/** Calls back when a button was pressed; the notice may be freed meanwhile. */
typedef void (*StnReminderPressed) (StnReminderNotice *notice,
                                    StnReminderButton button,
                                    gpointer data);
/** Calls back when it is gone without a button. */
typedef void (*StnReminderClosed) (StnReminderNotice *notice, gpointer data);

/**
 * stn_reminder_notice_new: @kinds: bits, 1 << kind. @group: what Undo takes back, 0 for nothing. Nothing is shown yet.
 */
StnReminderNotice *stn_reminder_notice_new (StnDate night, guint kinds, gint64 group);

/** stn_reminder_notice_free: takes it off the screen, too. */
void stn_reminder_notice_free (StnReminderNotice *self);

void stn_reminder_notice_set_callbacks (StnReminderNotice *self,
                                        StnReminderPressed pressed,
                                        StnReminderClosed closed,
                                        gpointer data);

StnDate stn_reminder_notice_get_night (const StnReminderNotice *self);
guint stn_reminder_notice_get_kinds (const StnReminderNotice *self);
gint64 stn_reminder_notice_get_group (const StnReminderNotice *self);

/**
 * stn_reminder_notice_show: shows it, or changes in place what is shown.
 * @title, @body: plain text. @buttons: bits, 1 << button; only as far as the desktop has buttons.
 * @stays: until somebody deals with it; else as long as the desktop shows a message.
 *
 * Errors: of the bus, when nobody shows notifications.
 */
gboolean stn_reminder_notice_show (StnReminderNotice *self,
                                   const char *title,
                                   const char *body,
                                   guint buttons,
                                   StnReminderWording wording,
                                   gboolean stays,
                                   GError **error);

/** stn_reminder_notice_set_kinds: what it is still for. */
void stn_reminder_notice_set_kinds (StnReminderNotice *self, guint kinds);

G_END_DECLS
