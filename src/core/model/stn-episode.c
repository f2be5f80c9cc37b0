/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-episode.h"
#include "base/stn-text-line.h"
#include "model/stn-model-error.h"

#define SORENESS_MAX_H 240
#define NAME_MAX_CHARACTERS 80
#define LAST_MINUTE (24 * 60 - 1)

StnEpisode *
stn_episode_new (void)
{
  return g_new0 (StnEpisode, 1);
}

StnEpisode *
stn_episode_copy (const StnEpisode *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  StnEpisode *copy = g_memdup2 (self, sizeof *self);

  stn_identity_copy (&copy->id, &self->id);
  copy->relief = g_strdupv (self->relief);
  copy->ended_by = g_strdup (self->ended_by);
  copy->note = g_strdup (self->note);
  return copy;
}

void
stn_episode_free (StnEpisode *self)
{
  if (self == NULL)
    return;
  stn_identity_clear (&self->id);
  g_strfreev (self->relief);
  g_free (self->ended_by);
  g_free (self->note);
  g_free (self);
}

static gboolean
relief_equal (char **a, char **b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

gboolean
stn_episode_equal (const StnEpisode *a, const StnEpisode *b)
{
  return stn_opt_int_equal (a->start_min, b->start_min) &&
         stn_opt_int_equal (a->duration_s, b->duration_s) &&
         stn_opt_int_equal (a->severity, b->severity) &&
         stn_opt_int_equal (a->distress, b->distress) && a->side == b->side && a->site == b->site &&
         a->by_day == b->by_day && a->arms_or_hands == b->arms_or_hands && a->woke == b->woke &&
         a->eased == b->eased && a->ongoing == b->ongoing &&
         stn_opt_real_equal (a->soreness_h, b->soreness_h) && relief_equal (a->relief, b->relief) &&
         g_strcmp0 (a->ended_by, b->ended_by) == 0 && g_strcmp0 (a->note, b->note) == 0;
}

/* What was tried, and what ended it, are named: one line each. */
static gboolean
validate_names (const StnEpisode *self, GError **error)
{
  gboolean fits = self->ended_by == NULL || stn_text_is_line (self->ended_by, NAME_MAX_CHARACTERS);

  for (char **name = self->relief; fits && name != NULL && *name != NULL; name++)
    fits = stn_text_is_line (*name, NAME_MAX_CHARACTERS);
  if (!fits)
    g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_NAME,
                 "what was tried against a cramp has a name of 1 to %d characters in one line",
                 NAME_MAX_CHARACTERS);
  return fits;
}

gboolean
stn_episode_validate (const StnEpisode *self, GError **error)
{
  const struct {
    const char *name;
    StnOptInt value;
    int max;
  } fields[] = {
    {"start", self->start_min, LAST_MINUTE},
    {"duration in seconds", self->duration_s, STN_DURATION_MAX_S},
    {"severity", self->severity, STN_SEVERITY_MAX},
    {"distress", self->distress, STN_SEVERITY_MAX},
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].value.known &&
        (fields[i].value.value < 0 || fields[i].value.value > fields[i].max)) {
      g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE,
                   "%s %d is not from 0 to %d", fields[i].name, fields[i].value.value,
                   fields[i].max);
      return FALSE;
    }
  if (self->soreness_h.known &&
      !(self->soreness_h.value >= 0 && self->soreness_h.value <= SORENESS_MAX_H)) {
    g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE,
                 "soreness of %g hours is not from 0 to %d", self->soreness_h.value,
                 SORENESS_MAX_H);
    return FALSE;
  }
  return validate_names (self, error);
}

gboolean
stn_episode_is_unknown (const StnEpisode *self)
{
  static const StnEpisode nothing = {0};

  return stn_episode_equal (self, &nothing);
}
