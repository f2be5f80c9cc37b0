/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-night-log.h"
#include "diary/stn-diary.h"

gboolean
stn_night_log_no_cramps (StnNight *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  char key[STN_DATE_TEXT_SIZE];

  if (self->episodes->len > 0) {
    g_set_error (
      error, STN_DIARY_ERROR, STN_DIARY_ERROR_CONTRADICTS,
      "night %s: cramps are recorded (%u); delete them before saying that there were none",
      stn_date_to_text (self->key, key), self->episodes->len);
    return FALSE;
  }
  self->no_cramps = TRUE;
  return TRUE;
}

static void
fill_int (StnOptInt *into, StnOptInt said)
{
  if (said.known)
    *into = said;
}

static void
fill_answer (StnAnswer *into, StnAnswer said)
{
  if (said != STN_ANSWER_UNKNOWN)
    *into = said;
}

static void
fill_text (char **into, const char *said)
{
  if (said == NULL)
    return;
  g_free (*into);
  *into = g_strdup (said);
}

static void
fill_episode (StnEpisode *self, const StnEpisode *said)
{
  fill_int (&self->start_min, said->start_min);
  fill_int (&self->duration_s, said->duration_s);
  fill_int (&self->severity, said->severity);
  fill_int (&self->distress, said->distress);
  if (said->side != STN_SIDE_UNKNOWN)
    self->side = said->side;
  if (said->site != STN_SITE_UNKNOWN)
    self->site = said->site;
  fill_answer (&self->by_day, said->by_day);
  fill_answer (&self->arms_or_hands, said->arms_or_hands);
  fill_answer (&self->woke, said->woke);
  fill_answer (&self->eased, said->eased);
  /* What eased it, or ended it, says that it is not going on any more. */
  if (self->ongoing == STN_ANSWER_YES && (said->eased == STN_ANSWER_YES || said->ended_by != NULL))
    self->ongoing = STN_ANSWER_NO;
  fill_answer (&self->ongoing, said->ongoing);
  if (said->soreness_h.known)
    self->soreness_h = said->soreness_h;
  if (said->relief != NULL) {
    g_strfreev (self->relief);
    self->relief = g_strdupv (said->relief);
  }
  fill_text (&self->ended_by, said->ended_by);
  fill_text (&self->note, said->note);
}

/* Adds unknown episodes until there are @count; returns the first added, NULL when there are enough. */
static StnEpisode *
add_missing (StnNight *self, guint count)
{
  StnEpisode *first = NULL;

  while (self->episodes->len < count) {
    StnEpisode *episode = stn_episode_new ();

    if (first == NULL)
      first = episode;
    g_ptr_array_add (self->episodes, episode);
  }
  return first;
}

gboolean
stn_night_log_cramps (StnNight *self, guint count, const StnEpisode *worst, GError **error)
{
  g_return_val_if_fail (self != NULL && count > 0, FALSE);
  StnEpisode *stored_worst = stn_night_get_worst (self);
  StnEpisode *added;
  gboolean describes_added;

  if (self->episodes->len > count) {
    char key[STN_DATE_TEXT_SIZE];

    g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_CONTRADICTS,
                 "night %s: %u cramps are recorded, more than %u",
                 stn_date_to_text (self->key, key), self->episodes->len, count);
    return FALSE;
  }
  self->no_cramps = FALSE;
  added = add_missing (self, count);
  if (worst == NULL)
    return TRUE;
  /* A cramp that was recorded as milder stays what it was; the new one is the worst. */
  describes_added = stored_worst == NULL ||
                    (added != NULL && worst->severity.known && stored_worst->severity.known &&
                     worst->severity.value > stored_worst->severity.value);
  fill_episode (describes_added ? added : stored_worst, worst);
  return TRUE;
}

void
stn_sleep_fill (StnSleep *self, const StnSleep *said)
{
  g_return_if_fail (self != NULL && said != NULL);

  fill_int (&self->into_bed_min, said->into_bed_min);
  fill_int (&self->tried_min, said->tried_min);
  fill_int (&self->asleep_min, said->asleep_min);
  fill_int (&self->awakenings, said->awakenings);
  fill_int (&self->awake_min, said->awake_min);
  fill_int (&self->final_wake_min, said->final_wake_min);
  fill_int (&self->out_of_bed_min, said->out_of_bed_min);
  fill_int (&self->quality, said->quality);
  fill_int (&self->rested, said->rested);
  fill_int (&self->tired, said->tired);
}
