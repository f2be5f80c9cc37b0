/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-night-rows.h"

#include "base/stn-uid.h"
#include "store/stn-row-identity.h"
#include "store/stn-row-json.h"
#include "store/stn-row-tables.h"

#include <string.h>

#define COLUMNS                                                                                    \
  "night, start, duration_s, severity, distress, side, site, by_day, arms_or_hands, woke, eased, " \
  "ongoing, "                                                                                      \
  "soreness_h, relief, ended_by, note"

enum {
  NIGHT,
  START,
  DURATION_S,
  SEVERITY,
  DISTRESS,
  SIDE,
  SITE,
  BY_DAY,
  ARMS_OR_HANDS,
  WOKE,
  EASED,
  ONGOING,
  SORENESS_H,
  RELIEF,
  ENDED_BY,
  NOTE,
  N_COLUMNS
};

/* The names tried, one after the other, apart by a character that no name has. */
#define SEPARATOR "\x1f"
#define RELIEF_NAMES "(SELECT group_concat (value, char (31)) FROM json_each (relief))"

const StnRowTable stn_episode_rows = STN_ROW_TABLE (
  "episode", 1, N_COLUMNS, COLUMNS, "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?");

static gboolean
read_answer (StnStatement *select, int column, StnAnswer *ret_answer)
{
  const char *token = stn_statement_get_opt_text (select, column);

  *ret_answer = STN_ANSWER_UNKNOWN;
  return token == NULL || stn_answer_parse (token, ret_answer, NULL);
}

static gboolean
read_words (StnStatement *select, StnEpisode *episode)
{
  const char *side = stn_statement_get_opt_text (select, SIDE);
  const char *site = stn_statement_get_opt_text (select, SITE);

  return (side == NULL || stn_side_parse (side, &episode->side, NULL)) &&
         (site == NULL || stn_site_parse (site, &episode->site, NULL)) &&
         read_answer (select, BY_DAY, &episode->by_day) &&
         read_answer (select, ARMS_OR_HANDS, &episode->arms_or_hands) &&
         read_answer (select, WOKE, &episode->woke) &&
         read_answer (select, EASED, &episode->eased) &&
         read_answer (select, ONGOING, &episode->ongoing);
}

static char **
read_relief (StnStatement *select)
{
  const char *names = stn_statement_get_opt_text (select, N_COLUMNS);

  if (stn_statement_get_type (select, RELIEF) == SQLITE_NULL)
    return NULL;
  return names != NULL ? g_strsplit (names, SEPARATOR, -1) : g_new0 (char *, 1);
}

static gboolean
read_episode (StnConnection *connection, StnStatement *select, StnNight *night, GError **error)
{
  g_autoptr (StnEpisode) episode = stn_episode_new ();

  if (!read_words (select, episode) ||
      !stn_statement_get_clock_time (select, START, &episode->start_min)) {
    stn_connection_set_damaged (connection, error,
                                "it has a cramp with an unknown word or time on %s",
                                stn_statement_get_text (select, NIGHT));
    return FALSE;
  }
  episode->duration_s = stn_statement_get_opt_int (select, DURATION_S);
  episode->severity = stn_statement_get_opt_int (select, SEVERITY);
  episode->distress = stn_statement_get_opt_int (select, DISTRESS);
  if (stn_statement_get_type (select, SORENESS_H) != SQLITE_NULL)
    episode->soreness_h = STN_KNOWN_REAL (stn_statement_get_real (select, SORENESS_H));
  episode->relief = read_relief (select);
  episode->ended_by = g_strdup (stn_statement_get_opt_text (select, ENDED_BY));
  episode->note = g_strdup (stn_statement_get_opt_text (select, NOTE));
  if (!stn_row_identity_read (connection, select, N_COLUMNS + 1, &episode->id, error))
    return FALSE;
  g_ptr_array_add (night->episodes, g_steal_pointer (&episode));
  return TRUE;
}

/* In order of start: what is before noon is the morning after; unknown starts last; then as entered. */
const StnNightReader stn_episode_reader = {
  "SELECT " COLUMNS ", " RELIEF_NAMES ", " STN_ROW_IDENTITY_COLUMNS " FROM episode "
  "WHERE night BETWEEN ? AND ? AND NOT deleted "
  "ORDER BY night, start IS NULL, start < '12:00', start, entry",
  read_episode,
};

static void
set_relief (StnRow *row, char **relief)
{
  if (relief == NULL)
    return;
  g_autoptr (GString) json = g_string_new ("[");

  for (char **name = relief; *name != NULL; name++) {
    if (name != relief)
      g_string_append_c (json, ',');
    stn_json_append_text (json, *name);
  }
  g_string_append_c (json, ']');
  stn_row_set_text (row, RELIEF, json->str);
}

static void
fill_row (StnRow *row, StnDate key, const StnEpisode *episode)
{
  char night[STN_DATE_TEXT_SIZE];

  stn_row_init (row, &stn_episode_rows);
  stn_row_set_text (row, NIGHT, stn_date_to_text (key, night));
  stn_row_set_clock_time (row, START, episode->start_min);
  stn_row_set_opt_int (row, DURATION_S, episode->duration_s);
  stn_row_set_opt_int (row, SEVERITY, episode->severity);
  stn_row_set_opt_int (row, DISTRESS, episode->distress);
  stn_row_set_text (row, SIDE, stn_side_to_token (episode->side));
  stn_row_set_text (row, SITE, stn_site_to_token (episode->site));
  stn_row_set_text (row, BY_DAY, stn_answer_to_token (episode->by_day));
  stn_row_set_text (row, ARMS_OR_HANDS, stn_answer_to_token (episode->arms_or_hands));
  stn_row_set_text (row, WOKE, stn_answer_to_token (episode->woke));
  stn_row_set_text (row, EASED, stn_answer_to_token (episode->eased));
  stn_row_set_text (row, ONGOING, stn_answer_to_token (episode->ongoing));
  if (episode->soreness_h.known)
    stn_row_set_real (row, SORENESS_H, episode->soreness_h.value);
  set_relief (row, episode->relief);
  stn_row_set_text (row, ENDED_BY, episode->ended_by);
  stn_row_set_text (row, NOTE, episode->note);
}

static const StnEpisode *
find_episode (const StnNight *night, const char *uid)
{
  for (guint i = 0; uid != NULL && i < night->episodes->len; i++) {
    const StnEpisode *episode = g_ptr_array_index (night->episodes, i);

    if (g_strcmp0 (episode->id.uid, uid) == 0)
      return episode;
  }
  return NULL;
}

static gboolean
save_episode (
  StnStore *store, StnDate key, const StnEpisode *old, const StnEpisode *new, GError **error)
{
  g_autofree char *uid = new->id.uid != NULL ? g_strdup (new->id.uid) : stn_uid_new_random ();
  g_auto (StnRow) row = {0};

  if (old != NULL && stn_episode_equal (old, new))
    return TRUE;
  fill_row (&row, key, new);
  return stn_row_put (store, uid, &row, old != NULL ? old->id.rev : STN_ROW_ABSENT, error);
}

gboolean
stn_episodes_save (StnStore *store, const StnNight *before, const StnNight *after, GError **error)
{
  for (guint i = 0; i < before->episodes->len; i++) {
    const StnEpisode *old = g_ptr_array_index (before->episodes, i);

    if (find_episode (after, old->id.uid) == NULL &&
        !stn_row_delete (store, &stn_episode_rows, old->id.uid, old->id.rev, error))
      return FALSE;
  }
  for (guint i = 0; i < after->episodes->len; i++) {
    const StnEpisode *new = g_ptr_array_index (after->episodes, i);

    if (!save_episode (store, after->key, find_episode (before, new->id.uid), new, error))
      return FALSE;
  }
  return TRUE;
}
