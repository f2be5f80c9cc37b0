/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-reminder.h"

G_BEGIN_DECLS

/** A reminder that could not be shown in time is shown so many minutes later at most, and then not at all. */
#define STN_REMINDER_CATCH_UP_MIN 90

/** A stretch and an evening entry that are so many minutes apart at most come as one, at the earlier time. */
#define STN_REMINDER_MERGE_MIN 30

/** "In 15 minutes". */
#define STN_REMINDER_SNOOZE_MIN 15

/** How long a process that claimed a reminder may take to show it: seconds. Then another one may. */
#define STN_REMINDER_CLAIM_S 60

/** StnReminderNight: @done: bits, 1 << kind: what a reminder of that night would remind of is done. */
typedef struct {
  StnDate night;
  guint done;
} StnReminderNight;

/**
 * StnReminderState: all that the plan depends on beside the time: what the diary says.
 * @bedtime_min: the usual bedtime, minutes after midnight; unknown while the diary has none.
 * @day_change_min: see stn_night_key_at().
 * @nights: (element-type StnReminderNight) those around now; of others nothing is done.
 * @claims: (element-type StnReminderClaim).
 */
typedef struct {
  StnReminder reminders[STN_N_REMINDERS];
  StnOptInt bedtime_min;
  int day_change_min;
  GArray *nights;
  GPtrArray *claims;
} StnReminderState;

StnReminderState *stn_reminder_state_new (void);
void stn_reminder_state_free (StnReminderState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnReminderState, stn_reminder_state_free)

/** stn_reminder_state_is_on: whether any reminder is on. */
gboolean stn_reminder_state_is_on (const StnReminderState *self);

/** stn_reminder_state_is_done: whether what reminder @kind of @night reminds of is done. */
gboolean
stn_reminder_state_is_done (const StnReminderState *self, StnReminderKind kind, StnDate night);

/** stn_reminder_state_find_claim: (transfer none) (nullable) what this computer remembers of a reminder. */
const StnReminderClaim *
stn_reminder_state_find_claim (const StnReminderState *self, StnReminderKind kind, StnDate night);

/** stn_reminder_state_get_time: when @kind is due, minutes after midnight; with its usual bedtime taken in. */
int stn_reminder_state_get_time (const StnReminderState *self, StnReminderKind kind);

/** StnReminderDue: one notification. @kinds: bits, 1 << kind; a stretch and an evening can be one. @at_s: when, UTC. */
typedef struct {
  StnDate night;
  guint kinds;
  gint64 at_s;
} StnReminderDue;

/** Nights that are looked at around the date that the clock shows. */
#define STN_REMINDER_NIGHTS_BACK 2
#define STN_REMINDER_NIGHTS_AHEAD 8

/**
 * stn_reminder_plan_make: what is to be shown at @now, and when what comes next; by the rules of this header:
 *
 * - Each reminder comes once for a night: not when it is done, was shown, was declined.
 * - It comes at its minute on the clock of the zone where the computer is (stn_civil_instant() says what a minute is that
 *   does not come, or comes twice); the night key says to which date it belongs, the weekday is that of the key.
 * - Late by at most %STN_REMINDER_CATCH_UP_MIN, else not at all. A snoozed one comes at its own time, likewise.
 * - What the person set after its minute begins with the next night.
 * - A reminder that was claimed and not shown in %STN_REMINDER_CLAIM_S comes once more: the process is gone.
 *
 * @now: the local time with its zone. Pure: the same arguments, the same plan.
 * Returns: (transfer full) (element-type StnReminderDue) by time; those with @at_s not after @now are to be shown now, the
 * first after it says when to look again. At most one week ahead.
 */
GArray *stn_reminder_plan_make (const StnReminderState *state, GDateTime *now);

/** stn_reminder_plan_next: when to look again: UTC seconds; 0 for never. */
gint64 stn_reminder_plan_next (const GArray *plan, gint64 now_s);

G_END_DECLS
