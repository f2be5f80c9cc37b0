/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "schedule/stn-reminder-notes.h"
#include "wording/stn-wording-reminder.h"

G_BEGIN_DECLS

/** StnReminderNotice: one notification that is shown. */
typedef struct _StnReminderNotice StnReminderNotice;

/** Calls back when a button was pressed; the notice may be freed meanwhile. */
typedef void (*StnReminderPressed) (StnReminderNotice *notice,
                                    StnReminderButton button,
                                    gpointer data);
/** Calls back when it is gone without a button. */
typedef void (*StnReminderClosed) (StnReminderNotice *notice, gpointer data);

/** stn_reminder_notice_new: @face: what it reminds of. @group: what Undo takes back, 0 for nothing. Nothing is shown yet. */
StnReminderNotice *stn_reminder_notice_new (StnReminderFace face, gint64 group);

/** stn_reminder_notice_free: takes it off the screen, too. */
void stn_reminder_notice_free (StnReminderNotice *self);

void stn_reminder_notice_set_callbacks (StnReminderNotice *self,
                                        StnReminderPressed pressed,
                                        StnReminderClosed closed,
                                        gpointer data);

StnReminderFace stn_reminder_notice_get_face (const StnReminderNotice *self);
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

/** stn_reminder_notice_set_face: what it is still for. */
void stn_reminder_notice_set_face (StnReminderNotice *self, StnReminderFace face);

G_END_DECLS
