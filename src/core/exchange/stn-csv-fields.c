/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-fields.h"

/* In the order of the cells below. */
const char *const stn_csv_episode_fields[] = {
  "start", "duration_s", "severity", "distress",   "side",   "site",     "by_day", "arms_or_hands",
  "woke",  "eased",      "ongoing",  "soreness_h", "relief", "ended_by", "note",   NULL,
};
const char *const stn_csv_sleep_fields[] = {
  "into_bed",   "tried",   "asleep_min", "awakenings", "awake_min", "final_wake",
  "out_of_bed", "quality", "rested",     "tired",      NULL,
};

static void
put_int (StnCsvWriter *writer, StnOptInt value)
{
  if (value.known)
    stn_csv_writer_add_real (writer, value.value);
  else
    stn_csv_writer_add_empty (writer);
}

static void
put_text (StnCsvWriter *writer, const char *text)
{
  if (text != NULL)
    stn_csv_writer_add_text (writer, text);
  else
    stn_csv_writer_add_empty (writer);
}

static void
put_clock (StnCsvWriter *writer, StnOptInt minute)
{
  char text[16];

  g_snprintf (text, sizeof text, "%02d:%02d", minute.value / 60, minute.value % 60);
  put_text (writer, minute.known ? text : NULL);
}

/* What was tried; "none" when it was nothing, which is not the same as not known. */
static void
put_relief (StnCsvWriter *writer, char **relief)
{
  g_autofree char *names = relief == NULL ? NULL : g_strjoinv (" ", relief);

  put_text (writer, names != NULL && *names == '\0' ? "none" : names);
}

static void
put_soreness (StnCsvWriter *writer, StnOptReal hours)
{
  if (hours.known)
    stn_csv_writer_add_real (writer, hours.value);
  else
    stn_csv_writer_add_empty (writer);
}

void
stn_csv_put_episode_field (StnCsvWriter *writer, const StnEpisode *episode, guint field)
{
  switch (field) {
  case 0:
    put_clock (writer, episode->start_min);
    break;
  case 1:
    put_int (writer, episode->duration_s);
    break;
  case 2:
    put_int (writer, episode->severity);
    break;
  case 3:
    put_int (writer, episode->distress);
    break;
  case 4:
    put_text (writer, stn_side_to_token (episode->side));
    break;
  case 5:
    put_text (writer, stn_site_to_token (episode->site));
    break;
  case 6:
    put_text (writer, stn_answer_to_token (episode->by_day));
    break;
  case 7:
    put_text (writer, stn_answer_to_token (episode->arms_or_hands));
    break;
  case 8:
    put_text (writer, stn_answer_to_token (episode->woke));
    break;
  case 9:
    put_text (writer, stn_answer_to_token (episode->eased));
    break;
  case 10:
    put_text (writer, stn_answer_to_token (episode->ongoing));
    break;
  case 11:
    put_soreness (writer, episode->soreness_h);
    break;
  case 12:
    put_relief (writer, episode->relief);
    break;
  case 13:
    put_text (writer, episode->ended_by);
    break;
  case 14:
    put_text (writer, episode->note);
    break;
  default:
    g_assert_not_reached ();
  }
}

/* Of @field: its number, or a time of day. */
static StnOptInt
get_sleep (const StnSleep *sleep, guint field, gboolean *ret_is_clock)
{
  const StnOptInt values[] = {
    sleep->into_bed_min, sleep->tried_min,      sleep->asleep_min,     sleep->awakenings,
    sleep->awake_min,    sleep->final_wake_min, sleep->out_of_bed_min, sleep->quality,
    sleep->rested,       sleep->tired,
  };

  g_assert (field < G_N_ELEMENTS (values));
  *ret_is_clock = field < 2 || field == 5 || field == 6;
  return values[field];
}

void
stn_csv_put_sleep_field (StnCsvWriter *writer, const StnSleep *sleep, guint field)
{
  gboolean is_clock;
  StnOptInt value = get_sleep (sleep, field, &is_clock);

  if (is_clock)
    put_clock (writer, value);
  else
    put_int (writer, value);
}

gboolean
stn_csv_has_sleep_field (const StnSleep *sleep, guint field)
{
  gboolean is_clock;

  return get_sleep (sleep, field, &is_clock).known;
}
