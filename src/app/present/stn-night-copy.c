/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-night-copy.h"

#include <glib/gi18n.h>

#include "wording/stn-wording.h"

static void
add_episode (GString *text, const StnEpisode *episode)
{
  g_autofree char *title = stn_wording_episode_title (episode);
  g_autofree char *details = stn_wording_episode_details (episode);

  g_string_append_printf (text, "- %s", title);
  if (episode->severity.known) {
    g_autofree char *severity = stn_wording_severity (episode->severity.value);

    g_string_append_printf (text, ", %s", severity);
  }
  if (*details != '\0')
    g_string_append_printf (text, ", %s", details);
  for (char **name = episode->relief; name != NULL && *name != NULL; name++)
    g_string_append_printf (text, ", %s", stn_wording_relief_tried (*name));
  g_string_append_c (text, '\n');
  if (episode->note != NULL)
    g_string_append_printf (text, "  %s\n", episode->note);
}

static void
add_time (GString *text, const char *name, StnOptInt minute)
{
  if (minute.known) {
    g_autofree char *time = stn_wording_time (minute.value);

    g_string_append_printf (text, "%s: %s\n", name, time);
  }
}

static void
add_number (GString *text, const char *name, StnOptInt number)
{
  if (number.known)
    g_string_append_printf (text, "%s: %d\n", name, number.value);
}

static void
add_sleep (GString *text, const StnSleep *sleep)
{
  add_time (text, _ ("Into bed"), sleep->into_bed_min);
  add_time (text, _ ("Tried to sleep"), sleep->tried_min);
  add_number (text, _ ("Took to fall asleep"), sleep->asleep_min);
  add_number (text, _ ("Times awake"), sleep->awakenings);
  add_number (text, _ ("Awake in all"), sleep->awake_min);
  add_time (text, _ ("Woke up at last"), sleep->final_wake_min);
  add_time (text, _ ("Out of bed"), sleep->out_of_bed_min);
  add_number (text, _ ("How well did you sleep?"), sleep->quality);
  add_number (text, _ ("How rested did you feel?"), sleep->rested);
  add_number (text, _ ("How tired by day?"), sleep->tired);
}

char *
stn_night_copy_text (const StnNight *night, StnDate today)
{
  g_autofree char *heading = stn_wording_night (night->key, today);
  GString *text = g_string_new (heading);

  g_string_append_printf (text, "\n%s\n", stn_wording_state (stn_night_get_state (night)));
  for (guint i = 0; i < night->episodes->len; i++)
    add_episode (text, g_ptr_array_index (night->episodes, i));
  add_sleep (text, &night->sleep);
  if (night->note != NULL)
    g_string_append_printf (text, "%s\n", night->note);
  return g_string_free (text, FALSE);
}
