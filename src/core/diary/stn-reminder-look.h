/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary-reminders.h"
#include "schedule/stn-reminder-notes.h"

G_BEGIN_DECLS

/** stn_reminder_notes_write: all or none. @writer: which run of a program. Errors: of the store. */
gboolean
stn_reminder_notes_write (StnDiary *self, const GArray *notes, const char *writer, GError **error);

/** A diary that another program keeps locked is looked at again after so many seconds. */
#define STN_REMINDER_LOCKED_S 30

/**
 * stn_reminder_look: (transfer full) by the plan of schedule/stn-reminder-plan.h.
 * @notes: (element-type StnReminderNote) hold instead of what the file says. @shown: (element-type StnReminderFace).
 * @claimer: (nullable) which run of a program: what is due is claimed for it, and @due has what nobody else claimed first. Where
 * the file cannot be written it is claimed all the same: the caller's notes keep it. NULL: nothing is claimed or written.
 *
 * Errors: of the store; BUSY: look again after %STN_REMINDER_LOCKED_S.
 */
StnReminderLook *stn_reminder_look (
  StnDiary *self, const GArray *notes, const GArray *shown, const char *claimer, GError **error);

/**
 * stn_reminder_undo: takes back the group that a button wrote.
 * @face: in: what is left to be done; out: with the kinds that are to be shown again.
 *
 * Errors: those of stn_diary_undo(): nothing is changed.
 */
gboolean stn_reminder_undo (
  StnDiary *self, gint64 group, const GArray *notes, StnReminderFace *face, GError **error);

G_END_DECLS
