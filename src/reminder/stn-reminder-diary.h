/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary-reminders.h"

G_BEGIN_DECLS

/**
 * StnReminderDiary: what the process asks of the diary and writes into it. The diary is open only during each call, so that a
 * process that does nothing holds nothing; it may be moved, replaced or restored between two of them.
 */
typedef struct _StnReminderDiary StnReminderDiary;

/** stn_reminder_diary_new: @path: it need not exist. */
StnReminderDiary *stn_reminder_diary_new (const char *path, StnClock *clock);
void stn_reminder_diary_free (StnReminderDiary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnReminderDiary, stn_reminder_diary_free)

const char *stn_reminder_diary_get_path (const StnReminderDiary *self);
StnClock *stn_reminder_diary_get_clock (const StnReminderDiary *self);

/**
 * stn_reminder_diary_read: (transfer full) with what could not be written down by stn_reminder_diary_note(). Errors: of the store.
 */
StnReminderState *stn_reminder_diary_read (StnReminderDiary *self, GError **error);

/**
 * stn_reminder_diary_claim: claims what is to be shown, before it is shown.
 * @state: as it was read. @ret_claimed: FALSE: another process was faster. Where the diary cannot be written, the claim is kept in
 * this process, which is the only one of its session.
 *
 * Errors: BUSY: try again later.
 */
gboolean stn_reminder_diary_claim (StnReminderDiary *self,
                                   const StnReminderState *state,
                                   const StnReminderDue *due,
                                   gboolean *ret_claimed,
                                   GError **error);

/**
 * stn_reminder_diary_note: what became of @kinds of @night. @again_s: of SNOOZED: when it comes again, else 0.
 *
 * Errors: of the store; what was to be noted holds in this process all the same.
 */
gboolean stn_reminder_diary_note (StnReminderDiary *self,
                                  StnDate night,
                                  guint kinds,
                                  StnClaimState what,
                                  gint64 again_s,
                                  GError **error);

/** stn_reminder_diary_knows_usual: whether anything is known of an ordinary day before @night; FALSE also on errors. */
gboolean stn_reminder_diary_knows_usual (StnReminderDiary *self, StnDate night);

/** What the buttons write. @ret_group: for Undo; 0 when nothing differed. Errors: of the diary and the store: nothing is saved. */
gboolean stn_reminder_diary_take_usual (StnReminderDiary *self,
                                        StnDate night,
                                        gint64 *ret_group,
                                        GError **error);
gboolean stn_reminder_diary_log_no_cramps (StnReminderDiary *self,
                                           StnDate night,
                                           gint64 *ret_group,
                                           GError **error);
gboolean stn_reminder_diary_undo (StnReminderDiary *self, gint64 group, GError **error);

G_END_DECLS
