/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-night-merge.h"

#include <string.h>

/* All fields of sleep are of one type: what holds for one holds for all. */
static const gsize sleep_fields[] = {
  offsetof (StnSleep, into_bed_min),   offsetof (StnSleep, tried_min),
  offsetof (StnSleep, asleep_min),     offsetof (StnSleep, awakenings),
  offsetof (StnSleep, awake_min),      offsetof (StnSleep, final_wake_min),
  offsetof (StnSleep, out_of_bed_min), offsetof (StnSleep, quality),
  offsetof (StnSleep, rested),         offsetof (StnSleep, tired),
};

static StnEpisode *
find_episode (const StnNight *night, const char *uid)
{
  for (guint i = 0; uid != NULL && i < night->episodes->len; i++) {
    StnEpisode *episode = g_ptr_array_index (night->episodes, i);

    if (g_strcmp0 (episode->id.uid, uid) == 0)
      return episode;
  }
  return NULL;
}

/* The person's episode, in the place that @episode has in @stored. */
static void
replace_episode (StnNight *stored, const StnEpisode *episode)
{
  for (guint i = 0; i < stored->episodes->len; i++) {
    StnEpisode *old = g_ptr_array_index (stored->episodes, i);
    StnEpisode *copy;

    if (g_strcmp0 (old->id.uid, episode->id.uid) != 0)
      continue;
    copy = stn_episode_copy (episode);
    stn_identity_clear (&copy->id);
    stn_identity_copy (&copy->id, &old->id);
    stored->episodes->pdata[i] = copy;
    stn_episode_free (old);
    return;
  }
}

/* As a new one: it was not there, or somebody else deleted it while the person described it. */
static void
add_episode (StnNight *stored, const StnEpisode *episode)
{
  StnEpisode *copy = stn_episode_copy (episode);

  stn_identity_clear (&copy->id);
  g_ptr_array_add (stored->episodes, copy);
}

static void
merge_episodes (StnNight *stored, const StnNight *base, const StnNight *mine)
{
  for (guint i = 0; i < base->episodes->len; i++) {
    const StnEpisode *old = g_ptr_array_index (base->episodes, i);
    StnEpisode *gone =
      find_episode (mine, old->id.uid) == NULL ? find_episode (stored, old->id.uid) : NULL;

    if (gone != NULL)
      g_ptr_array_remove (stored->episodes, gone);
  }
  for (guint i = 0; i < mine->episodes->len; i++) {
    const StnEpisode *episode = g_ptr_array_index (mine->episodes, i);
    const StnEpisode *old = find_episode (base, episode->id.uid);

    if (old != NULL && stn_episode_equal (old, episode))
      continue;
    if (find_episode (stored, episode->id.uid) != NULL)
      replace_episode (stored, episode);
    else
      add_episode (stored, episode);
  }
}

static void
merge_sleep (StnSleep *stored, const StnSleep *base, const StnSleep *mine)
{
  for (guint i = 0; i < G_N_ELEMENTS (sleep_fields); i++) {
    const StnOptInt *was = G_STRUCT_MEMBER_P (base, sleep_fields[i]);
    const StnOptInt *is = G_STRUCT_MEMBER_P (mine, sleep_fields[i]);

    if (!stn_opt_int_equal (*was, *is))
      *(StnOptInt *) G_STRUCT_MEMBER_P (stored, sleep_fields[i]) = *is;
  }
}

static void
merge_note (StnNight *stored, const StnNight *base, const StnNight *mine)
{
  g_autofree char *theirs = NULL;

  if (g_strcmp0 (base->note, mine->note) == 0)
    return;
  theirs = g_steal_pointer (&stored->note);
  if (theirs != NULL && mine->note != NULL && g_strcmp0 (theirs, base->note) != 0 &&
      g_strcmp0 (theirs, mine->note) != 0)
    stored->note = g_strjoin ("\n\n", theirs, mine->note, NULL);
  else
    stored->note = g_strdup (mine->note);
}

static gboolean
episodes_differ (const StnNight *base, const StnNight *mine)
{
  if (base->episodes->len != mine->episodes->len)
    return TRUE;
  for (guint i = 0; i < mine->episodes->len; i++) {
    const StnEpisode *episode = g_ptr_array_index (mine->episodes, i);
    const StnEpisode *old = find_episode (base, episode->id.uid);

    if (old == NULL || !stn_episode_equal (old, episode))
      return TRUE;
  }
  return FALSE;
}

gboolean
stn_night_merge_differs (const StnNight *base, const StnNight *mine)
{
  return base->no_cramps != mine->no_cramps || episodes_differ (base, mine) ||
         !stn_sleep_equal (&base->sleep, &mine->sleep) || g_strcmp0 (base->note, mine->note) != 0;
}

void
stn_night_merge (StnNight *stored, const StnNight *base, const StnNight *mine)
{
  merge_episodes (stored, base, mine);
  merge_sleep (&stored->sleep, &base->sleep, &mine->sleep);
  merge_note (stored, base, mine);
  if (base->no_cramps != mine->no_cramps)
    stored->no_cramps = mine->no_cramps;
  /* Whoever described a cramp takes the answer "no cramps" back. */
  if (mine->episodes->len > 0)
    stored->no_cramps = FALSE;
}
