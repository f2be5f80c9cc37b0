/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-night-scan.h"

/* Nights read at once: large enough that the reads do not count, small enough to hold in memory and to be cancelled. */
#define NIGHTS_AT_ONCE 366

/* Lower case without accents, so that "creme" finds "Crème". */
static char *
fold (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = g_utf8_casefold (decomposed ? decomposed : "", -1);
  GString *bare = g_string_new (NULL);

  for (const char *at = folded; *at; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (!g_unichar_ismark (c))
      g_string_append_unichar (bare, c);
  }
  return g_string_free (bare, FALSE);
}

static gboolean
text_has (const char *text, const char *folded_search)
{
  g_autofree char *folded = NULL;

  if (!text)
    return FALSE;
  folded = fold (text);
  return strstr (folded, folded_search) != NULL;
}

static gboolean
notes_have (const StnNight *night, const char *folded_search)
{
  if (text_has (night->note, folded_search))
    return TRUE;
  for (guint i = 0; i < night->episodes->len; i++) {
    const StnEpisode *episode = g_ptr_array_index (night->episodes, i);

    if (text_has (episode->note, folded_search))
      return TRUE;
  }
  return FALSE;
}

static gboolean
filter_passes (StnNightFilter filter, StnNightState state)
{
  switch (filter) {
  case STN_NIGHT_FILTER_ALL:
    return TRUE;
  case STN_NIGHT_FILTER_CRAMPS:
    return state == STN_NIGHT_CRAMPS;
  case STN_NIGHT_FILTER_NOT_RECORDED:
    return state == STN_NIGHT_NOT_RECORDED;
  }
  g_assert_not_reached ();
}

static void
append_all (GArray *keys, StnDate from, StnDate to)
{
  for (StnDate key = to; stn_date_compare (key, from) >= 0; key = stn_date_add_days (key, -1))
    g_array_append_val (keys, key);
}

/* @nights: what is stored of @from to @to, by key. */
static void
append_passing (GArray *keys,
                GPtrArray *nights,
                StnDate from,
                StnDate to,
                StnNightFilter filter,
                const char *folded_search)
{
  guint left = nights->len;

  for (StnDate key = to; stn_date_compare (key, from) >= 0; key = stn_date_add_days (key, -1)) {
    const StnNight *night = left > 0 ? g_ptr_array_index (nights, left - 1) : NULL;

    if (night && stn_date_compare (night->key, key) == 0)
      left--;
    else
      night = NULL;
    if (!filter_passes (filter, night ? stn_night_get_state (night) : STN_NIGHT_NOT_RECORDED))
      continue;
    if (folded_search && (!night || !notes_have (night, folded_search)))
      continue;
    g_array_append_val (keys, key);
  }
}

static gboolean
read_passing (StnDiary *diary,
              StnDate first,
              StnDate last,
              StnNightFilter filter,
              const char *folded_search,
              GArray *keys,
              GCancellable *cancellable,
              GError **error)
{
  for (StnDate to = last; stn_date_compare (to, first) >= 0;
       to = stn_date_add_days (to, -NIGHTS_AT_ONCE)) {
    StnDate from = stn_date_add_days (to, 1 - NIGHTS_AT_ONCE);
    g_autoptr (GPtrArray) nights = NULL;

    if (stn_date_compare (from, first) < 0)
      from = first;
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    nights = stn_diary_list_nights (diary, from, to, error);
    if (!nights)
      return FALSE;
    append_passing (keys, nights, from, to, filter, folded_search);
  }
  return TRUE;
}

StnNightScan *
stn_night_scan (StnDiary *diary,
                StnNightFilter filter,
                const char *search,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (StnNightScan) scan = g_new0 (StnNightScan, 1);
  g_autofree char *folded_search = search && *search ? fold (search) : NULL;
  StnDate last = stn_diary_last_night (diary);
  StnDate first;

  scan->keys = g_array_new (FALSE, FALSE, sizeof (StnDate));
  if (!stn_diary_get_first_night (diary, &first, error))
    return NULL;
  if (!stn_date_is_set (first)) {
    scan->diary_empty = TRUE;
    return g_steal_pointer (&scan);
  }
  if (stn_date_compare (first, last) >
      0) /* only the coming night has something: its evening list */
    first = last;
  if (filter == STN_NIGHT_FILTER_ALL && !folded_search)
    append_all (scan->keys, first, last);
  else if (!read_passing (diary, first, last, filter, folded_search, scan->keys, cancellable,
                          error))
    return NULL;
  return g_steal_pointer (&scan);
}

void
stn_night_scan_free (StnNightScan *self)
{
  g_array_unref (self->keys);
  g_free (self);
}
