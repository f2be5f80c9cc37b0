/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "schedule/stn-reminder-plan.h"

#include "base/stn-night-key.h"
#include "schedule/stn-civil-instant.h"

#define MINUTE_S 60

/* Not to be shown any more. */
#define NEVER G_MININT64

StnReminderState *
stn_reminder_state_new (void)
{
  StnReminderState *self = g_new0 (StnReminderState, 1);

  for (guint i = 0; i < STN_N_REMINDERS; i++)
    self->reminders[i] = stn_reminder_default ((StnReminderKind) i);
  self->day_change_min = STN_DAY_CHANGE_DEFAULT_MIN;
  self->nights = g_array_new (FALSE, FALSE, sizeof (StnReminderNight));
  self->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_reminder_claim_free);
  return self;
}

void
stn_reminder_state_free (StnReminderState *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->nights);
  g_ptr_array_unref (self->claims);
  g_free (self);
}

gboolean
stn_reminder_state_is_on (const StnReminderState *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < STN_N_REMINDERS; i++)
    if (self->reminders[i].is_on)
      return TRUE;
  return FALSE;
}

gboolean
stn_reminder_state_is_done (const StnReminderState *self, StnReminderKind kind, StnDate night)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->nights->len; i++) {
    const StnReminderNight *known = &g_array_index (self->nights, StnReminderNight, i);

    if (stn_date_compare (known->night, night) == 0)
      return (known->done & (1u << kind)) != 0;
  }
  return FALSE;
}

const StnReminderClaim *
stn_reminder_state_find_claim (const StnReminderState *self, StnReminderKind kind, StnDate night)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->claims->len; i++) {
    const StnReminderClaim *claim = g_ptr_array_index (self->claims, i);

    if (claim->kind == kind && stn_date_compare (claim->night, night) == 0)
      return claim;
  }
  return NULL;
}

int
stn_reminder_state_get_time (const StnReminderState *self, StnReminderKind kind)
{
  g_return_val_if_fail (self != NULL, 0);
  const StnReminder *reminder = &self->reminders[kind];
  int at_min = stn_reminder_get_time (reminder, self->bedtime_min);

  /* A little before a bedtime that is the first minute of its night would be of the night before. */
  if (reminder->follows_bedtime && self->bedtime_min.known &&
      self->bedtime_min.value >= self->day_change_min && at_min < self->day_change_min)
    at_min = self->day_change_min;
  return at_min;
}

/* The date on the clock at which reminder @kind of @night is due. */
static StnDate
date_of (const StnReminderState *state, StnReminderKind kind, int at_min, StnDate night)
{
  gboolean is_next_day = kind == STN_REMINDER_MORNING || at_min < state->day_change_min;

  return stn_date_add_days (night, is_next_day ? 1 : 0);
}

/* What was set after its minute begins with the next night; a stamp that lies ahead was written by a wrong clock. */
static gboolean
was_set_later (const StnReminder *reminder, gint64 at_s, gint64 now_s)
{
  return reminder->set_s <= now_s && at_s + MINUTE_S <= reminder->set_s;
}

/* When it is to come again, for one of which something is remembered; NEVER when not at all. */
static gint64
again_at (const StnReminderClaim *claim, gint64 at_s, gint64 now_s)
{
  switch (claim->state) {
  case STN_CLAIM_NONE:
    return at_s;
  case STN_CLAIM_CLAIMED:
    /* Another process is about to show it: look again when it must have done so. */
    return claim->written_s <= now_s && now_s < claim->written_s + STN_REMINDER_CLAIM_S
             ? claim->written_s + STN_REMINDER_CLAIM_S
             : at_s;
  case STN_CLAIM_SNOOZED:
    /* Further ahead than it can have been asked for: the clock was set back. */
    return MIN (claim->again_s, now_s + STN_REMINDER_SNOOZE_MIN * MINUTE_S);
  case STN_CLAIM_SHOWN:
  case STN_CLAIM_DISMISSED:
  case STN_CLAIM_DONE:
    return NEVER;
  }
  return NEVER;
}

typedef struct {
  gint64 at_s;       /* NEVER: it does not come */
  gboolean is_first; /* it was not shown yet */
} Moment;

static Moment
moment_of (const StnReminderState *state, StnReminderKind kind, StnDate night, GDateTime *now)
{
  const StnReminder *reminder = &state->reminders[kind];
  const StnReminderClaim *claim = stn_reminder_state_find_claim (state, kind, night);
  gint64 now_s = g_date_time_to_unix (now);
  int at_min = stn_reminder_state_get_time (state, kind);
  gint64 at_s;

  if (!reminder->is_on || !stn_reminder_is_of (reminder, night) ||
      stn_reminder_state_is_done (state, kind, night))
    return (Moment){NEVER, FALSE};
  at_s = stn_civil_instant (date_of (state, kind, at_min, night), at_min,
                            g_date_time_get_timezone (now));
  if (claim != NULL)
    return (Moment){again_at (claim, at_s, now_s), claim->state != STN_CLAIM_SNOOZED};
  return (Moment){was_set_later (reminder, at_s, now_s) ? NEVER : at_s, TRUE};
}

/* Those that come again are one only when they come together. */
static gboolean
are_one (Moment stretch, Moment evening)
{
  gint64 limit = stretch.is_first && evening.is_first ? STN_REMINDER_MERGE_MIN * MINUTE_S : 0;

  return stretch.at_s != NEVER && evening.at_s != NEVER &&
         ABS (stretch.at_s - evening.at_s) <= limit;
}

static void
add (GArray *plan, StnDate night, guint kinds, gint64 at_s, gint64 now_s)
{
  StnReminderDue due = {night, kinds, at_s};

  if (at_s != NEVER && now_s < at_s + STN_REMINDER_CATCH_UP_MIN * MINUTE_S)
    g_array_append_val (plan, due);
}

static void
add_night (GArray *plan, const StnReminderState *state, StnDate night, GDateTime *now)
{
  Moment stretch = moment_of (state, STN_REMINDER_STRETCH, night, now);
  Moment evening = moment_of (state, STN_REMINDER_EVENING, night, now);
  Moment morning = moment_of (state, STN_REMINDER_MORNING, night, now);
  gint64 now_s = g_date_time_to_unix (now);

  if (are_one (stretch, evening)) {
    add (plan, night, 1u << STN_REMINDER_STRETCH | 1u << STN_REMINDER_EVENING,
         MIN (stretch.at_s, evening.at_s), now_s);
  } else {
    add (plan, night, 1u << STN_REMINDER_STRETCH, stretch.at_s, now_s);
    add (plan, night, 1u << STN_REMINDER_EVENING, evening.at_s, now_s);
  }
  add (plan, night, 1u << STN_REMINDER_MORNING, morning.at_s, now_s);
}

static int
by_time (gconstpointer a, gconstpointer b)
{
  const StnReminderDue *first = a, *second = b;

  if (first->at_s != second->at_s)
    return first->at_s < second->at_s ? -1 : 1;
  return (int) first->kinds - (int) second->kinds;
}

GArray *
stn_reminder_plan_make (const StnReminderState *state, GDateTime *now)
{
  g_return_val_if_fail (state != NULL && now != NULL, NULL);
  GArray *plan = g_array_new (FALSE, FALSE, sizeof (StnReminderDue));
  StnDate today = stn_date_of (now);

  for (int i = -STN_REMINDER_NIGHTS_BACK; i <= STN_REMINDER_NIGHTS_AHEAD; i++) {
    StnDate night = stn_date_add_days (today, i);

    if (stn_date_is_set (night) && stn_date_is_set (stn_date_add_days (night, 1)))
      add_night (plan, state, night, now);
  }
  g_array_sort (plan, by_time);
  return plan;
}

gint64
stn_reminder_plan_next (const GArray *plan, gint64 now_s)
{
  g_return_val_if_fail (plan != NULL, 0);

  for (guint i = 0; i < plan->len; i++)
    if (g_array_index (plan, StnReminderDue, i).at_s > now_s)
      return g_array_index (plan, StnReminderDue, i).at_s;
  return 0;
}
