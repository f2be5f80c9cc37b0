/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-reminder.h"

#include "wording/stn-wording.h"

#include <glib/gi18n.h>

#define STRETCH (1u << STN_REMINDER_STRETCH)
#define EVENING (1u << STN_REMINDER_EVENING)
#define MORNING (1u << STN_REMINDER_MORNING)
#define WORKDAYS 31u
#define WEEK_DAYS 7

const char *
stn_wording_reminder_name (StnReminderKind kind)
{
  switch (kind) {
  case STN_REMINDER_STRETCH:
    return _ ("Bedtime stretch");
  case STN_REMINDER_EVENING:
    return _ ("Evening entry");
  case STN_REMINDER_MORNING:
    return _ ("Morning entry");
  }
  g_return_val_if_reached ("");
}

const char *
stn_wording_reminder_calendar (StnReminderKind kind)
{
  switch (kind) {
  case STN_REMINDER_STRETCH:
    return _ ("Evening stretch");
  case STN_REMINDER_EVENING:
    return _ ("Evening entry");
  case STN_REMINDER_MORNING:
    return _ ("Morning entry");
  }
  g_return_val_if_reached ("");
}

static const char *
neutral_title (guint kinds)
{
  if (kinds == (STRETCH | EVENING))
    return _ ("Time for your evening stretch and entry");
  if (kinds == STRETCH)
    return _ ("Time for your evening stretch");
  if (kinds == EVENING)
    return _ ("Time for your evening entry");
  return _ ("Time for your morning entry");
}

static const char *
plain_title (guint kinds)
{
  if (kinds == (STRETCH | EVENING))
    return _ ("Time to stretch your legs, and for today's entry");
  if (kinds == STRETCH)
    return _ ("Time to stretch your legs");
  if (kinds == EVENING)
    return _ ("How was today?");
  return _ ("How was last night?");
}

const char *
stn_wording_reminder_title (guint kinds, StnReminderWording wording)
{
  return wording == STN_REMINDER_PLAIN ? plain_title (kinds) : neutral_title (kinds);
}

const char *
stn_wording_reminder_body (guint kinds, gboolean knows_usual, StnReminderWording wording)
{
  if ((kinds & EVENING) != 0)
    return knows_usual ? _ ("One press when today was an ordinary day.") : "";
  if (wording == STN_REMINDER_NEUTRAL)
    return "";
  return kinds == STRETCH ? _ ("Three minutes, right before you go to sleep.")
                          : _ ("One press when there were no cramps.");
}

guint
stn_wording_reminder_buttons (guint kinds, gboolean knows_usual)
{
  guint buttons = 0;

  if ((kinds & STRETCH) != 0)
    buttons |= 1u << STN_BUTTON_START | 1u << STN_BUTTON_LATER | 1u << STN_BUTTON_NOT_TONIGHT;
  if ((kinds & EVENING) != 0 && knows_usual)
    buttons |= 1u << STN_BUTTON_ORDINARY;
  if ((kinds & MORNING) != 0)
    buttons |= 1u << STN_BUTTON_QUIET;
  if ((kinds & STRETCH) == 0)
    buttons |= 1u << STN_BUTTON_OPEN;
  return buttons;
}

const char *
stn_wording_reminder_button (StnReminderButton button, StnReminderWording wording)
{
  switch (button) {
  case STN_BUTTON_UNDO:
    return _ ("Undo");
  case STN_BUTTON_START:
    return _ ("Start");
  case STN_BUTTON_ORDINARY:
    return _ ("Ordinary day");
  case STN_BUTTON_QUIET:
    return wording == STN_REMINDER_PLAIN ? _ ("No cramps") : _ ("Quiet night");
  case STN_BUTTON_LATER:
    return _ ("In 15 minutes");
  case STN_BUTTON_NOT_TONIGHT:
    return _ ("Not tonight");
  case STN_BUTTON_OPEN:
    return _ ("Open");
  }
  g_return_val_if_reached ("");
}

const char *
stn_wording_reminder_saved (StnReminderButton button, StnReminderWording wording)
{
  if (button == STN_BUTTON_ORDINARY)
    return _ ("Today was an ordinary day.");
  return wording == STN_REMINDER_PLAIN ? _ ("No cramps last night.") : _ ("Last night was quiet.");
}

/* 4 to 10 January 2027 are Monday to Sunday. */
static char *
short_name (guint day)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (2027, 1, 4 + (int) day, 12, 0, 0);

  return stn_wording_format (date, "%a");
}

char *
stn_wording_weekdays (guint days)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (days == STN_REMINDER_EVERY_DAY)
    return g_strdup (_ ("every day"));
  if (days == WORKDAYS)
    return g_strdup (_ ("Monday to Friday"));
  for (guint i = 0; i < WEEK_DAYS; i++)
    if ((days & (1u << i)) != 0)
      g_ptr_array_add (names, short_name (i));
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}
