/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-fields.h"
#include "base/stn-text-number.h"

#include <string.h>

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

static gboolean
is_sleep_clock (guint field)
{
  return field < 2 || field == 5 || field == 6;
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
  *ret_is_clock = is_sleep_clock (field);
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

char *
stn_csv_take_text (const char *cell)
{
  gboolean is_guarded = cell[0] == '\'' && stn_csv_is_formula (cell + 1);

  return *cell == '\0' ? NULL : g_strdup (is_guarded ? cell + 1 : cell);
}

static gboolean
take_int (StnOptInt *value, const char *cell, int max, GError **error)
{
  if (!stn_int_parse (cell, 0, max, &value->value, error))
    return FALSE;
  value->known = TRUE;
  return TRUE;
}

static gboolean
take_clock (StnOptInt *value, const char *cell, GError **error)
{
  if (!stn_clock_time_parse (cell, &value->value, error))
    return FALSE;
  value->known = TRUE;
  return TRUE;
}

static gboolean
take_real (StnOptReal *value, const char *cell, GError **error)
{
  if (!stn_real_parse (cell, &value->value, error))
    return FALSE;
  value->known = TRUE;
  return TRUE;
}

static char **
take_relief (const char *cell)
{
  g_autofree char *names = stn_csv_take_text (cell);

  return strcmp (names, "none") == 0 ? g_new0 (char *, 1) : g_strsplit (names, " ", -1);
}

gboolean
stn_csv_take_episode_field (StnEpisode *episode, guint field, const char *cell, GError **error)
{
  if (*cell == '\0')
    return TRUE;
  switch (field) {
  case 0:
    return take_clock (&episode->start_min, cell, error);
  case 1:
    return take_int (&episode->duration_s, cell, STN_DURATION_MAX_S, error);
  case 2:
    return take_int (&episode->severity, cell, STN_SEVERITY_MAX, error);
  case 3:
    return take_int (&episode->distress, cell, STN_SEVERITY_MAX, error);
  case 4:
    return stn_side_parse (cell, &episode->side, error);
  case 5:
    return stn_site_parse (cell, &episode->site, error);
  case 6:
    return stn_answer_parse (cell, &episode->by_day, error);
  case 7:
    return stn_answer_parse (cell, &episode->arms_or_hands, error);
  case 8:
    return stn_answer_parse (cell, &episode->woke, error);
  case 9:
    return stn_answer_parse (cell, &episode->eased, error);
  case 10:
    return stn_answer_parse (cell, &episode->ongoing, error);
  case 11:
    return take_real (&episode->soreness_h, cell, error);
  case 12:
    episode->relief = take_relief (cell);
    return TRUE;
  case 13:
    episode->ended_by = stn_csv_take_text (cell);
    return TRUE;
  case 14:
    episode->note = stn_csv_take_text (cell);
    return TRUE;
  default:
    g_assert_not_reached ();
  }
}

gboolean
stn_csv_take_sleep_field (StnSleep *sleep, guint field, const char *cell, GError **error)
{
  StnOptInt *const values[] = {
    &sleep->into_bed_min, &sleep->tried_min,      &sleep->asleep_min,     &sleep->awakenings,
    &sleep->awake_min,    &sleep->final_wake_min, &sleep->out_of_bed_min, &sleep->quality,
    &sleep->rested,       &sleep->tired,
  };

  g_assert (field < G_N_ELEMENTS (values));
  if (*cell == '\0')
    return TRUE;
  return is_sleep_clock (field) ? take_clock (values[field], cell, error)
                                : take_int (values[field], cell, 24 * 60, error);
}
