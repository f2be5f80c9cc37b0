/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-night-json.h"

static void
add_clock_time (StnJsonWriter *writer, const char *name, StnOptInt minute)
{
  char text[16];

  g_snprintf (text, sizeof text, "%02d:%02d", minute.value / 60, minute.value % 60);
  stn_json_writer_add_text (writer, name, minute.known ? text : NULL);
}

static void
add_relief (StnJsonWriter *writer, char **relief)
{
  stn_json_writer_begin_array (writer, "relief");
  for (char **name = relief; name != NULL && *name != NULL; name++)
    stn_json_writer_add_text (writer, NULL, *name);
  stn_json_writer_end_array (writer);
}

static void
add_episode (StnJsonWriter *writer, const StnEpisode *episode)
{
  stn_json_writer_begin_object (writer, NULL);
  stn_json_writer_add_text (writer, "uid", episode->id.uid);
  add_clock_time (writer, "start", episode->start_min);
  stn_json_writer_add_opt_int (writer, "duration_s", episode->duration_s);
  stn_json_writer_add_opt_int (writer, "severity", episode->severity);
  stn_json_writer_add_opt_int (writer, "distress", episode->distress);
  stn_json_writer_add_text (writer, "side", stn_side_to_token (episode->side));
  stn_json_writer_add_text (writer, "site", stn_site_to_token (episode->site));
  stn_json_writer_add_text (writer, "by_day", stn_answer_to_token (episode->by_day));
  stn_json_writer_add_text (writer, "arms_or_hands", stn_answer_to_token (episode->arms_or_hands));
  stn_json_writer_add_text (writer, "woke", stn_answer_to_token (episode->woke));
  stn_json_writer_add_text (writer, "eased", stn_answer_to_token (episode->eased));
  stn_json_writer_add_text (writer, "ongoing", stn_answer_to_token (episode->ongoing));
  stn_json_writer_add_opt_real (writer, "soreness_h", episode->soreness_h);
  add_relief (writer, episode->relief);
  stn_json_writer_add_text (writer, "ended_by", episode->ended_by);
  stn_json_writer_add_text (writer, "note", episode->note);
  stn_json_writer_end_object (writer);
}

static void
add_sleep (StnJsonWriter *writer, const StnSleep *sleep)
{
  stn_json_writer_begin_object (writer, "sleep");
  add_clock_time (writer, "into_bed", sleep->into_bed_min);
  add_clock_time (writer, "tried", sleep->tried_min);
  stn_json_writer_add_opt_int (writer, "asleep_min", sleep->asleep_min);
  stn_json_writer_add_opt_int (writer, "awakenings", sleep->awakenings);
  stn_json_writer_add_opt_int (writer, "awake_min", sleep->awake_min);
  add_clock_time (writer, "final_wake", sleep->final_wake_min);
  add_clock_time (writer, "out_of_bed", sleep->out_of_bed_min);
  stn_json_writer_add_opt_int (writer, "quality", sleep->quality);
  stn_json_writer_add_opt_int (writer, "rested", sleep->rested);
  stn_json_writer_add_opt_int (writer, "tired", sleep->tired);
  stn_json_writer_end_object (writer);
}

static void
add_values (StnJsonWriter *writer, GPtrArray *values)
{
  stn_json_writer_begin_object (writer, "factors");
  for (guint i = 0; i < values->len; i++) {
    const StnFactorValue *value = g_ptr_array_index (values, i);

    stn_json_writer_begin_object (writer, value->slug);
    stn_json_writer_add_real (writer, "value", value->value);
    stn_json_writer_add_text (writer, "entered", stn_entered_to_token (value->entered));
    stn_json_writer_end_object (writer);
  }
  stn_json_writer_end_object (writer);
}

void
stn_cli_add_night (StnJsonWriter *writer, const StnNight *night)
{
  char key[STN_DATE_TEXT_SIZE];

  stn_json_writer_begin_object (writer, NULL);
  stn_json_writer_add_text (writer, "night", stn_date_to_text (night->key, key));
  stn_json_writer_add_text (writer, "state",
                            stn_night_state_to_token (stn_night_get_state (night)));
  stn_json_writer_begin_array (writer, "episodes");
  for (guint i = 0; i < night->episodes->len; i++)
    add_episode (writer, g_ptr_array_index (night->episodes, i));
  stn_json_writer_end_array (writer);
  add_values (writer, night->values);
  add_sleep (writer, &night->sleep);
  stn_json_writer_add_text (writer, "note", night->note);
  stn_json_writer_end_object (writer);
}
