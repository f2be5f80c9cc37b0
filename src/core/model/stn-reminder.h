/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "base/stn-optional.h"

G_BEGIN_DECLS

/** StnReminderKind: of what the person is reminded; each has one time of day. */
typedef enum {
  STN_REMINDER_STRETCH, /* the bedtime stretch */
  STN_REMINDER_EVENING, /* the entry of the day before the night */
  STN_REMINDER_MORNING, /* the entry of last night */
} StnReminderKind;

#define STN_N_REMINDERS 3

/** Tokens: "stretch", "evening", "morning". Errors: UNKNOWN_WORD of %STN_MODEL_ERROR. */
gboolean stn_reminder_kind_parse (const char *token, StnReminderKind *ret, GError **error);
const char *stn_reminder_kind_to_token (StnReminderKind kind);

/** Weekdays of the evening of the night, as bits: 1 Monday, 2 Tuesday ... 64 Sunday. */
#define STN_REMINDER_EVERY_DAY 127u

/**
 * StnReminder: when the person wants to be reminded; a plain value that is copied.
 * @at_min: minutes after midnight as the clock on the wall shows them, 0-1439. A stretch or an evening before the day change
 * is after midnight, still of the same night; a morning is always the morning after the night.
 * @days: of the evening of the night: Sunday = the night from Sunday to Monday, also for the morning.
 * @follows_bedtime: only of a stretch: %STN_REMINDER_LEAD_MIN before the usual bedtime; @at_min as long as none is known.
 * @set_s: when the person last changed it, seconds since 1970 UTC; 0 = not known.
 */
typedef struct {
  StnReminderKind kind;
  int at_min;
  guint days;
  gboolean is_on;
  gboolean follows_bedtime;
  gint64 set_s;
} StnReminder;

/** How long before the usual bedtime a stretch that follows it is due: minutes (clinical section 6: right before sleep). */
#define STN_REMINDER_LEAD_MIN 15

/** stn_reminder_default: what it is before the person sets it: off, every day, 22:00, 21:30 or 08:00. */
StnReminder stn_reminder_default (StnReminderKind kind);

/** stn_reminder_equal: the same, whenever it was set. */
gboolean stn_reminder_equal (const StnReminder *a, const StnReminder *b);

/** stn_reminder_validate: Errors: OUT_OF_RANGE of %STN_MODEL_ERROR, naming what is wrong. */
gboolean stn_reminder_validate (const StnReminder *self, GError **error);

/** stn_reminder_get_time: when it is due: @at_min, or before @bedtime_min (0-1439, unknown while there is none). */
int stn_reminder_get_time (const StnReminder *self, StnOptInt bedtime_min);

/** stn_reminder_is_of: whether the night @night is among its days. */
gboolean stn_reminder_is_of (const StnReminder *self, StnDate night);

/** stn_weekdays_parse: "mon,tue", or "daily". Errors: UNKNOWN_WORD of %STN_MODEL_ERROR. */
gboolean stn_weekdays_parse (const char *text, guint *ret_days, GError **error);

/** stn_weekdays_to_text: (transfer full) the same in the order of the week; "daily" when it is every day. */
char *stn_weekdays_to_text (guint days);

/**
 * StnReminderClaim: what became of one reminder of one night on this computer.
 * @again_s: of a snoozed one: when it is to come again, seconds since 1970 UTC.
 * @written_s: when this was written. @process: which run of the program wrote it.
 */
typedef enum {
  STN_CLAIM_NONE,
  STN_CLAIM_CLAIMED, /* a process is about to show it */
  STN_CLAIM_SHOWN,
  STN_CLAIM_SNOOZED,
  STN_CLAIM_DISMISSED,
  STN_CLAIM_DONE,
} StnClaimState;

/** Tokens: none has none, "claimed", "shown", "snoozed", "dismissed", "done". */
gboolean stn_claim_state_parse (const char *token, StnClaimState *ret, GError **error);
const char *stn_claim_state_to_token (StnClaimState state);

typedef struct {
  StnReminderKind kind;
  StnDate night;
  StnClaimState state;
  gint64 again_s;
  gint64 written_s;
  char *process;
} StnReminderClaim;

void stn_reminder_claim_free (StnReminderClaim *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnReminderClaim, stn_reminder_claim_free)

G_END_DECLS
