/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-reminder.h"

#include "model/stn-model-error.h"
#include "model/stn-word-list.h"

#include <string.h>

#define DAY_MIN (24 * 60)
#define EVERY_DAY_TOKEN "daily"

static const char *const kind_tokens[STN_N_REMINDERS] = {"stretch", "evening", "morning"};
static const char *const state_tokens[] = {NULL,      "claimed",   "shown",
                                           "snoozed", "dismissed", "done"};
static const char *const weekday_tokens[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

DEFINE_WORDS (StnReminderKind, stn_reminder_kind, kind_tokens, "reminder")
DEFINE_WORDS (StnClaimState, stn_claim_state, state_tokens, "state of a reminder")

StnReminder
stn_reminder_default (StnReminderKind kind)
{
  static const int at_min[STN_N_REMINDERS] = {22 * 60, 21 * 60 + 30, 8 * 60};

  return (StnReminder){.kind = kind, .at_min = at_min[kind], .days = STN_REMINDER_EVERY_DAY};
}

gboolean
stn_reminder_equal (const StnReminder *a, const StnReminder *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->kind == b->kind && a->at_min == b->at_min && a->days == b->days &&
         a->is_on == b->is_on && a->follows_bedtime == b->follows_bedtime;
}

static gboolean
bad (const StnReminder *self, const char *what, GError **error)
{
  g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE, "reminder '%s': %s",
               stn_reminder_kind_to_token (self->kind), what);
  return FALSE;
}

gboolean
stn_reminder_validate (const StnReminder *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->at_min < 0 || self->at_min >= DAY_MIN)
    return bad (self, "its time is not between 00:00 and 23:59", error);
  if (self->days == 0 || self->days > STN_REMINDER_EVERY_DAY)
    return bad (self, "it has no day of the week", error);
  if (self->follows_bedtime && self->kind != STN_REMINDER_STRETCH)
    return bad (self, "only the stretch can follow the usual bedtime", error);
  return TRUE;
}

int
stn_reminder_get_time (const StnReminder *self, StnOptInt bedtime_min)
{
  g_return_val_if_fail (self != NULL, 0);

  if (!self->follows_bedtime || !bedtime_min.known)
    return self->at_min;
  return (bedtime_min.value - STN_REMINDER_LEAD_MIN + DAY_MIN) % DAY_MIN;
}

gboolean
stn_reminder_is_of (const StnReminder *self, StnDate night)
{
  g_return_val_if_fail (self != NULL && stn_date_is_set (night), FALSE);

  return (self->days & (1u << (stn_date_weekday (night) - 1))) != 0;
}

gboolean
stn_weekdays_parse (const char *text, guint *ret_days, GError **error)
{
  g_return_val_if_fail (text != NULL && ret_days != NULL, FALSE);
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  guint days = 0;

  if (strcmp (text, EVERY_DAY_TOKEN) == 0) {
    *ret_days = STN_REMINDER_EVERY_DAY;
    return TRUE;
  }
  for (guint i = 0; words[i] != NULL || i == 0; i++) {
    guint day;

    if (!stn_word_list_find ("day of the week, apart by commas, or '" EVERY_DAY_TOKEN "'",
                             weekday_tokens, G_N_ELEMENTS (weekday_tokens),
                             words[i] != NULL ? words[i] : "", &day, error))
      return FALSE;
    days |= 1u << day;
  }
  *ret_days = days;
  return TRUE;
}

char *
stn_weekdays_to_text (guint days)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (days == STN_REMINDER_EVERY_DAY)
    return g_strdup (EVERY_DAY_TOKEN);
  for (guint i = 0; i < G_N_ELEMENTS (weekday_tokens); i++)
    if ((days & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", weekday_tokens[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
stn_reminder_claim_free (StnReminderClaim *self)
{
  if (self == NULL)
    return;
  g_free (self->process);
  g_free (self);
}
