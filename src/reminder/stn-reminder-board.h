/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "stn-reminder-notice.h"

G_BEGIN_DECLS

/** StnReminderBoard: the notifications that are on the screen, one of a kind at most. */
typedef struct _StnReminderBoard StnReminderBoard;

/** Calls back when a button was pressed or one is gone without a button; it is off the screen by then. */
typedef void (*StnReminderBoardPressed) (StnReminderFace face,
                                         gint64 group,
                                         StnReminderButton button,
                                         gpointer data);
typedef void (*StnReminderBoardClosed) (gpointer data);

StnReminderBoard *stn_reminder_board_new (StnReminderBoardPressed pressed,
                                          StnReminderBoardClosed closed,
                                          gpointer data);

/** stn_reminder_board_free: takes them off the screen: their buttons would do nothing any more. */
void stn_reminder_board_free (StnReminderBoard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnReminderBoard, stn_reminder_board_free)

/** stn_reminder_board_remind: shows the reminder @face. @now_s: seconds since 1970 UTC. Errors: nobody shows notifications. */
gboolean stn_reminder_board_remind (StnReminderBoard *self,
                                    StnReminderFace face,
                                    StnReminderWording wording,
                                    gint64 now_s,
                                    GError **error);

/**
 * stn_reminder_board_tell: shows what became of a press. @face: what is still to be done; no kinds: nothing. @group: what Undo
 * takes back, 0 for nothing. @buttons: bits, 1 << button. What cannot be shown was for nobody to see.
 */
void stn_reminder_board_tell (StnReminderBoard *self,
                              StnReminderFace face,
                              gint64 group,
                              const char *title,
                              const char *body,
                              guint buttons,
                              StnReminderWording wording,
                              gint64 now_s);

/** stn_reminder_board_list: (transfer full) (element-type StnReminderFace) the reminders that are shown. */
GArray *stn_reminder_board_list (StnReminderBoard *self);

/** stn_reminder_board_leave: @left: of each of that list, what it is still for: the rest goes, in place or as a whole. */
void
stn_reminder_board_leave (StnReminderBoard *self, const GArray *left, StnReminderWording wording);

/** stn_reminder_board_take_old: takes off reminders that nobody dealt with. Returns: when the next one goes; 0: never. */
gint64 stn_reminder_board_take_old (StnReminderBoard *self, gint64 now_s);

G_END_DECLS
