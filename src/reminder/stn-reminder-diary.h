/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-clock.h"
#include "stn-reminder-letter.h"

G_BEGIN_DECLS

/**
 * StnReminderDiary: what the process that waits asks of the diary. It does not read it itself: each call runs
 * stillnight-reminder-diary, which answers and ends, so that neither SQLite nor what it needs stays in memory all day, and the diary
 * may be moved, replaced or restored between two calls. One that crashes is an error of its call and nothing else.
 *
 * What became of reminders is noted here first and holds from then on, whether or not it can be written.
 */
typedef struct _StnReminderDiary StnReminderDiary;

/** stn_reminder_diary_new: Errors: %G_FILE_ERROR: stillnight-reminder-diary does not stand beside this program. */
StnReminderDiary *stn_reminder_diary_new (StnClock *clock, GError **error);
void stn_reminder_diary_free (StnReminderDiary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnReminderDiary, stn_reminder_diary_free)

/** stn_reminder_diary_now: seconds since 1970 UTC. */
gint64 stn_reminder_diary_now (const StnReminderDiary *self);

/** stn_reminder_diary_get_wording: as the last answer said. */
StnReminderWording stn_reminder_diary_get_wording (const StnReminderDiary *self);

/** stn_reminder_diary_note: what became of @kinds of @night. @again_s: of SNOOZED, else 0. */
void stn_reminder_diary_note (
  StnReminderDiary *self, StnDate night, guint kinds, StnClaimState what, gint64 again_s);

/**
 * Errors of all calls below. Messages of FAILED and LOCKED are sentences for a person. NO_ANSWER: it crashed, or could not be
 * started; what was to be written may be written.
 */
#define STN_REMINDER_ERROR (stn_reminder_error_quark ())
GQuark stn_reminder_error_quark (void);
typedef enum {
  STN_REMINDER_ERROR_FAILED,
  STN_REMINDER_ERROR_LOCKED,
  STN_REMINDER_ERROR_NO_ANSWER,
} StnReminderError;

/**
 * stn_reminder_diary_look: (transfer full) @shown: (element-type StnReminderFace). New notes are written, once; those that could not
 * be are written together with what is written next. @claims: what is due is claimed before it is returned.
 */
StnReminderLook *stn_reminder_diary_look (StnReminderDiary *self,
                                          const GArray *shown,
                                          gboolean claims,
                                          GError **error);

/** stn_reminder_diary_press: @button: ORDINARY or QUIET of @night. @ret_group: for Undo; 0 when nothing differed. */
gboolean stn_reminder_diary_press (StnReminderDiary *self,
                                   StnReminderButton button,
                                   StnDate night,
                                   gint64 *ret_group,
                                   GError **error);

/** stn_reminder_diary_undo: @face: see stn_reminder_undo() of the diary. */
gboolean stn_reminder_diary_undo (StnReminderDiary *self,
                                  gint64 group,
                                  StnReminderFace *face,
                                  GError **error);

G_END_DECLS
