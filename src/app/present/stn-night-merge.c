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

static gboolean
is_added (const StnNight *base, const StnEpisode *episode)
{
  return find_episode (base, episode->id.uid) == NULL;
}

/* The same cramp was saved by somebody else, or by an entry of which the draft was left over. */
static gboolean
has_equal_addition (const StnNight *stored, const StnNight *base, const StnEpisode *episode)
{
  for (guint i = 0; i < stored->episodes->len; i++) {
    const StnEpisode *other = g_ptr_array_index (stored->episodes, i);

    if (other->id.uid != NULL && is_added (base, other) && stn_episode_equal (other, episode))
      return TRUE;
  }
  return FALSE;
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
    else if (!has_equal_addition (stored, base, episode))
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

/* Both described cramps that were not there: the same ones only if each has its equal. */
static gboolean
additions_clash (const StnNight *stored, const StnNight *base, const StnNight *mine)
{
  guint theirs = 0;
  guint matched = 0;
  guint ours = 0;

  for (guint i = 0; i < stored->episodes->len; i++)
    theirs += is_added (base, g_ptr_array_index (stored->episodes, i));
  for (guint i = 0; i < mine->episodes->len; i++) {
    const StnEpisode *episode = g_ptr_array_index (mine->episodes, i);

    if (!is_added (base, episode))
      continue;
    ours++;
    for (guint k = 0; k < stored->episodes->len; k++) {
      const StnEpisode *other = g_ptr_array_index (stored->episodes, k);

      if (is_added (base, other) && stn_episode_equal (other, episode)) {
        matched++;
        break;
      }
    }
  }
  return theirs > 0 && ours > 0 && (theirs != ours || matched != ours);
}

/* A cramp that was there, and is now other here than there; removed is other, too. */
static gboolean
changes_clash (const StnNight *stored, const StnNight *base, const StnNight *mine)
{
  for (guint i = 0; i < base->episodes->len; i++) {
    const StnEpisode *was = g_ptr_array_index (base->episodes, i);
    const StnEpisode *ours = find_episode (mine, was->id.uid);
    const StnEpisode *theirs = find_episode (stored, was->id.uid);
    gboolean is_ours_changed = ours == NULL || !stn_episode_equal (was, ours);
    gboolean is_theirs_changed = theirs == NULL || !stn_episode_equal (was, theirs);

    if (is_ours_changed && is_theirs_changed && (ours == NULL) + (theirs == NULL) != 2 &&
        (ours == NULL || theirs == NULL || !stn_episode_equal (ours, theirs)))
      return TRUE;
  }
  return FALSE;
}

/* One says no cramps, the other describes some. */
static gboolean
outcomes_clash (const StnNight *stored, const StnNight *base, const StnNight *mine)
{
  gboolean theirs_changed = base->no_cramps != stored->no_cramps || episodes_differ (base, stored);
  gboolean ours_changed = base->no_cramps != mine->no_cramps || episodes_differ (base, mine);
  gboolean is_other = (stored->no_cramps && mine->episodes->len > 0) ||
                      (mine->no_cramps && stored->episodes->len > 0);

  return theirs_changed && ours_changed && is_other;
}

static gboolean
sleep_clashes (const StnSleep *stored, const StnSleep *base, const StnSleep *mine)
{
  for (guint i = 0; i < G_N_ELEMENTS (sleep_fields); i++) {
    const StnOptInt *was = G_STRUCT_MEMBER_P (base, sleep_fields[i]);
    const StnOptInt *ours = G_STRUCT_MEMBER_P (mine, sleep_fields[i]);
    const StnOptInt *theirs = G_STRUCT_MEMBER_P (stored, sleep_fields[i]);

    if (!stn_opt_int_equal (*was, *ours) && !stn_opt_int_equal (*was, *theirs) &&
        !stn_opt_int_equal (*ours, *theirs))
      return TRUE;
  }
  return FALSE;
}

static gboolean
note_clashes (const char *stored, const char *base, const char *mine)
{
  return g_strcmp0 (base, mine) != 0 && g_strcmp0 (base, stored) != 0 &&
         g_strcmp0 (mine, stored) != 0;
}

gboolean
stn_night_merge_clashes (const StnNight *stored,
                         const StnNight *base,
                         const StnNight *mine,
                         StnNightClash *ret_clash)
{
  StnNightClash clash = {
    .cramps = outcomes_clash (stored, base, mine) || additions_clash (stored, base, mine) ||
              changes_clash (stored, base, mine),
    .sleep = sleep_clashes (&stored->sleep, &base->sleep, &mine->sleep),
    .note = note_clashes (stored->note, base->note, mine->note),
  };

  if (ret_clash != NULL)
    *ret_clash = clash;
  return clash.cramps || clash.sleep || clash.note;
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

void
stn_night_merge_mine (StnNight *stored, const StnNight *base, const StnNight *mine)
{
  StnNightClash clash;

  stn_night_merge_clashes (stored, base, mine, &clash);
  for (guint i = stored->episodes->len; clash.cramps && i > 0; i--)
    if (is_added (base, g_ptr_array_index (stored->episodes, i - 1)))
      g_ptr_array_remove_index (stored->episodes, i - 1);
  if (clash.cramps)
    stored->no_cramps = mine->no_cramps;
  if (clash.note) {
    g_free (stored->note);
    stored->note = g_strdup (base->note);
  }
  stn_night_merge (stored, base, mine);
}
