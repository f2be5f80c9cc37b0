/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"
#include "schedule/stn-reminder-plan.h"

G_BEGIN_DECLS

/** stn_diary_get_reminders: all kinds in their order. @ret_reminders: room for %STN_N_REMINDERS. Errors: of the store. */
gboolean stn_diary_get_reminders (StnDiary *self, StnReminder *ret_reminders, GError **error);

/**
 * stn_diary_put_reminder: one undo step. The running process notices it by itself.
 *
 * Errors: OUT_OF_RANGE of %STN_MODEL_ERROR; of the store.
 */
gboolean stn_diary_put_reminder (StnDiary *self,
                                 const StnReminder *reminder,
                                 gint64 *ret_group,
                                 GError **error);

/** Nights with a bedtime from which the usual one is told, the newest first, and how many it needs at least. */
#define STN_USUAL_BEDTIME_NIGHTS 28
#define STN_USUAL_BEDTIME_LEAST 3

/**
 * stn_diary_get_usual_bedtime: the median of when the person tried to sleep, else went to bed, in the newest nights of the
 * last 90 days that say so; minutes after midnight. Unknown with fewer than %STN_USUAL_BEDTIME_LEAST.
 */
gboolean stn_diary_get_usual_bedtime (StnDiary *self, StnOptInt *ret_minute, GError **error);

/**
 * stn_diary_suggest_reminder: a time at which the computer usually is on: the median of when the person wrote in this diary
 * in the last 60 days, in the evening (18:00 to 03:00) or in the morning (04:00 to 12:00), one time a day, down to
 * a quarter of an hour. Unknown with fewer than %STN_SUGGESTION_LEAST days.
 */
#define STN_SUGGESTION_LEAST 3
gboolean stn_diary_suggest_reminder (StnDiary *self,
                                     StnReminderKind kind,
                                     StnOptInt *ret_minute,
                                     GError **error);

/**
 * stn_diary_get_reminder_state: (transfer full) all that the plan needs of the diary, of one moment each. What a reminder
 * reminds of is done when: the stretch is stored as done; a value of the day is stored that was neither only counted nor is of
 * the night itself; the night has an outcome or is not remembered.
 */
StnReminderState *stn_diary_get_reminder_state (StnDiary *self, GError **error);

G_END_DECLS
