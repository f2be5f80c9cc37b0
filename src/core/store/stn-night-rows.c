/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-night-rows.h"

#include "base/stn-text-number.h"
#include "base/stn-uid.h"
#include "store/stn-row-identity.h"
#include "store/stn-row-tables.h"
#include "store/stn-stamp-text.h"

#define COLUMNS                                                                                    \
  "night, answer, answered, into_bed, tried, asleep_min, awakenings, awake_min, final_wake, "      \
  "out_of_bed, "                                                                                   \
  "quality, rested, tired, note, forgotten"

enum {
  NIGHT,
  ANSWER = STN_NIGHT_ROW_ANSWER,
  ANSWERED,
  INTO_BED,
  TRIED,
  ASLEEP_MIN,
  AWAKENINGS,
  AWAKE_MIN,
  FINAL_WAKE,
  OUT_OF_BED,
  QUALITY,
  RESTED,
  TIRED,
  NOTE,
  FORGOTTEN,
  N_COLUMNS
};

#define NO_CRAMPS "no-cramps"

const StnRowTable stn_night_rows =
  STN_ROW_TABLE ("night", 1, N_COLUMNS, COLUMNS, "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?");

void
stn_row_set_opt_int (StnRow *row, guint column, StnOptInt value)
{
  if (value.known)
    stn_row_set_int (row, column, value.value);
}

StnOptInt
stn_statement_get_opt_int (StnStatement *statement, int column)
{
  if (stn_statement_get_type (statement, column) == SQLITE_NULL)
    return STN_UNKNOWN_INT;
  return STN_KNOWN_INT ((int) stn_statement_get_int (statement, column));
}

void
stn_row_set_clock_time (StnRow *row, guint column, StnOptInt minute)
{
  char text[16];

  if (!minute.known)
    return;
  g_snprintf (text, sizeof text, "%02d:%02d", minute.value / 60, minute.value % 60);
  stn_row_set_text (row, column, text);
}

gboolean
stn_statement_get_clock_time (StnStatement *statement, int column, StnOptInt *ret_minute)
{
  const char *text = stn_statement_get_opt_text (statement, column);
  int minute;

  if (text == NULL)
    *ret_minute = STN_UNKNOWN_INT;
  else if (stn_clock_time_parse (text, &minute, NULL))
    *ret_minute = STN_KNOWN_INT (minute);
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_sleep (StnStatement *select, StnSleep *sleep)
{
  sleep->asleep_min = stn_statement_get_opt_int (select, ASLEEP_MIN);
  sleep->awakenings = stn_statement_get_opt_int (select, AWAKENINGS);
  sleep->awake_min = stn_statement_get_opt_int (select, AWAKE_MIN);
  sleep->quality = stn_statement_get_opt_int (select, QUALITY);
  sleep->rested = stn_statement_get_opt_int (select, RESTED);
  sleep->tired = stn_statement_get_opt_int (select, TIRED);
  return stn_statement_get_clock_time (select, INTO_BED, &sleep->into_bed_min) &&
         stn_statement_get_clock_time (select, TRIED, &sleep->tried_min) &&
         stn_statement_get_clock_time (select, FINAL_WAKE, &sleep->final_wake_min) &&
         stn_statement_get_clock_time (select, OUT_OF_BED, &sleep->out_of_bed_min);
}

static gboolean
read_night (StnConnection *connection, StnStatement *select, StnNight *night, GError **error)
{
  const char *answered = stn_statement_get_opt_text (select, ANSWERED);

  if (answered != NULL && !stn_stamp_from_text (answered, &night->answered)) {
    stn_connection_set_damaged (connection, error, "it has a night with time of answer '%s'",
                                answered);
    return FALSE;
  }
  if (!read_sleep (select, &night->sleep)) {
    stn_connection_set_damaged (connection, error,
                                "it has a night with an impossible clock time on %s",
                                stn_statement_get_text (select, NIGHT));
    return FALSE;
  }
  night->no_cramps = stn_statement_get_opt_text (select, ANSWER) != NULL;
  night->forgotten = stn_statement_get_type (select, FORGOTTEN) != SQLITE_NULL;
  night->note = g_strdup (stn_statement_get_opt_text (select, NOTE));
  return stn_row_identity_read (connection, select, N_COLUMNS, &night->id, error);
}

const StnNightReader stn_night_row_reader = {
  "SELECT " COLUMNS ", " STN_ROW_IDENTITY_COLUMNS
  " FROM night WHERE night BETWEEN ? AND ? AND NOT deleted ORDER BY night",
  read_night,
};

static void
fill_row (StnRow *row, const StnNight *night)
{
  char key[STN_DATE_TEXT_SIZE];
  g_autofree char *answered = stn_stamp_to_text (night->answered);

  stn_row_init (row, &stn_night_rows);
  stn_row_set_text (row, NIGHT, stn_date_to_text (night->key, key));
  stn_row_set_text (row, ANSWER, night->no_cramps ? NO_CRAMPS : NULL);
  stn_row_set_text (row, ANSWERED, answered);
  stn_row_set_clock_time (row, INTO_BED, night->sleep.into_bed_min);
  stn_row_set_clock_time (row, TRIED, night->sleep.tried_min);
  stn_row_set_opt_int (row, ASLEEP_MIN, night->sleep.asleep_min);
  stn_row_set_opt_int (row, AWAKENINGS, night->sleep.awakenings);
  stn_row_set_opt_int (row, AWAKE_MIN, night->sleep.awake_min);
  stn_row_set_clock_time (row, FINAL_WAKE, night->sleep.final_wake_min);
  stn_row_set_clock_time (row, OUT_OF_BED, night->sleep.out_of_bed_min);
  stn_row_set_opt_int (row, QUALITY, night->sleep.quality);
  stn_row_set_opt_int (row, RESTED, night->sleep.rested);
  stn_row_set_opt_int (row, TIRED, night->sleep.tired);
  stn_row_set_text (row, NOTE, night->note);
  if (night->forgotten)
    stn_row_set_int (row, FORGOTTEN, 1);
}

/* A night of which nothing is said but its factors or cramps has no row of its own. */
static gboolean
says_something (const StnRow *row)
{
  for (guint i = row->table->n_keys; i < row->table->n_columns; i++)
    if (row->cells[i].type != SQLITE_NULL)
      return TRUE;
  return FALSE;
}

gboolean
stn_night_row_save (StnStore *store, const StnNight *before, const StnNight *after, GError **error)
{
  g_auto (StnRow) old = {0};
  g_auto (StnRow) new = {0};

  fill_row (&old, before);
  fill_row (&new, after);
  if (stn_row_equal (&old, &new))
    return TRUE;
  g_autofree char *uid = stn_uid_new_for (stn_night_rows.name, new.cells[NIGHT].text);
  if (!says_something (&new))
    stn_row_make_tombstone (&new);
  return stn_row_put (store, uid, &new, before->id.rev != NULL ? before->id.rev : STN_ROW_ABSENT,
                      error);
}
