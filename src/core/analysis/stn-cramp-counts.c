/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-summary.h"

#include <string.h>

const int stn_duration_ends_s[STN_DURATION_CLASSES - 1] = {30, 60, 180, 600, 1800};

typedef void (*EpisodeFunc) (const StnEpisode *episode, gpointer data);

static void
for_each_episode (GPtrArray *nights, EpisodeFunc func, gpointer data)
{
  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);

    for (guint j = 0; j < night->episodes->len; j++)
      func (g_ptr_array_index (night->episodes, j), data);
  }
}

typedef struct {
  guint *counts;
  guint known;
} Counts;

static void
count_hour (const StnEpisode *episode, gpointer data)
{
  Counts *self = data;

  if (!episode->start_min.known)
    return;
  self->counts[episode->start_min.value / 60]++;
  self->known++;
}

guint
stn_count_hours (GPtrArray *nights, guint ret_hours[24])
{
  Counts counts = {ret_hours, 0};

  memset (ret_hours, 0, 24 * sizeof *ret_hours);
  for_each_episode (nights, count_hour, &counts);
  return counts.known;
}

static void
count_severity (const StnEpisode *episode, gpointer data)
{
  Counts *self = data;

  if (!episode->severity.known)
    return;
  self->counts[episode->severity.value]++;
  self->known++;
}

guint
stn_count_severities (GPtrArray *nights, guint ret_severities[STN_SEVERITY_MAX + 1])
{
  Counts counts = {ret_severities, 0};

  memset (ret_severities, 0, (STN_SEVERITY_MAX + 1) * sizeof *ret_severities);
  for_each_episode (nights, count_severity, &counts);
  return counts.known;
}

static void
count_duration (const StnEpisode *episode, gpointer data)
{
  Counts *self = data;
  guint class = 0;

  if (!episode->duration_s.known)
    return;
  while (class < STN_DURATION_CLASSES - 1 && episode->duration_s.value > stn_duration_ends_s[class])
    class ++;
  self->counts[class]++;
  self->known++;
}

guint
stn_count_durations (GPtrArray *nights, guint ret_classes[STN_DURATION_CLASSES])
{
  Counts counts = {ret_classes, 0};

  memset (ret_classes, 0, STN_DURATION_CLASSES * sizeof *ret_classes);
  for_each_episode (nights, count_duration, &counts);
  return counts.known;
}

static void
count_place (const StnEpisode *episode, gpointer data)
{
  StnPlaces *self = data;

  self->episodes++;
  self->known += episode->site != STN_SITE_UNKNOWN ? 1 : 0;
  self->n[episode->side][episode->site]++;
}

StnPlaces
stn_count_places (GPtrArray *nights)
{
  StnPlaces places = {0};

  for_each_episode (nights, count_place, &places);
  return places;
}

guint
stn_longest_run_without (GPtrArray *nights, StnDate *ret_last)
{
  guint longest = 0, run = 0;
  StnDate before = STN_NO_DATE;

  *ret_last = STN_NO_DATE;
  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);
    gboolean quiet = stn_night_get_state (night) == STN_NIGHT_NO_CRAMPS;
    gboolean next = stn_date_is_set (before) && stn_date_days_between (before, night->key) == 1;

    run = !quiet ? 0 : next ? run + 1 : 1;
    before = night->key;
    if (run > longest) {
      longest = run;
      *ret_last = night->key;
    }
  }
  return longest;
}
