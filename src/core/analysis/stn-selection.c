/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-selection.h"
#include "analysis/stn-effect.h"

#include <math.h>
#include <string.h>

/* The k-th factor may be reached by luck in k x .08 of the slides, but never in more than a quarter. */
#define STEP_CHANCE 0.08
#define MOST_CHANCE 0.25
#define CONFIRMED_CHANCE 0.02

/* Of factors this close, relatively, the first is taken. */
#define TIE 1e-9

gboolean
stn_selection_has (const StnSelection *self, guint candidate)
{
  for (guint k = 0; k < self->n_chosen; k++)
    if (self->chosen[k] == candidate)
      return TRUE;
  return FALSE;
}

StnFit *
stn_selection_fit_without (const StnSelection *self,
                           const StnCalendar *calendar,
                           guint left_out,
                           guint replaced,
                           const StnTerm *extra)
{
  guint n_nuisance = self->fit->n_terms - self->n_chosen, n_terms = n_nuisance;
  g_autofree StnTerm *terms = g_new (StnTerm, self->fit->n_terms + 1);
  g_autofree double *start = g_new0 (double, self->fit->n_terms + 1);

  memcpy (terms, self->fit->terms, n_nuisance * sizeof *terms);
  memcpy (start, self->fit->coefs, n_nuisance * sizeof *start);
  for (guint k = 0; k < self->n_chosen; k++) {
    if (self->chosen[k] == left_out || self->chosen[k] == replaced)
      continue;
    start[n_terms] = self->fit->coefs[n_nuisance + k];
    terms[n_terms++] = self->fit->terms[n_nuisance + k];
  }
  if (extra != NULL)
    terms[n_terms++] = *extra;
  return stn_fit_new (calendar->outcomes, calendar->n_nights, terms, n_terms, start, n_terms);
}

static void
add_chosen (StnSelection *self, const StnCalendar *calendar, const double *values)
{
  g_autoptr (StnFit) before = g_steal_pointer (&self->fit);
  g_autofree StnTerm *terms = g_new (StnTerm, before->n_terms + 1);

  memcpy (terms, before->terms, before->n_terms * sizeof *terms);
  terms[before->n_terms] = stn_factor_term (values);
  self->fit = stn_fit_new (calendar->outcomes, calendar->n_nights, terms, before->n_terms + 1,
                           before->coefs, before->n_terms);
}

/* Weighted p values of the candidates outside the model; returns the strongest. */
static guint
find_strongest (const StnCandidate *candidates,
                const gboolean *is_chosen,
                guint n_candidates,
                const StnFit *fit,
                double *ret_p)
{
  guint strongest = G_MAXUINT;

  for (guint j = 0; j < n_candidates; j++) {
    if (is_chosen[j])
      continue;
    ret_p[j] = stn_candidate_get_p (&candidates[j], fit);
    if (strongest == G_MAXUINT || ret_p[j] < ret_p[strongest] * (1 - TIE))
      strongest = j;
  }
  return strongest;
}

static gboolean
is_accepted (const StnSelection *self, guint count)
{
  double chance = (double) count / self->n_slides;

  return self->n_chosen < STN_MAX_CHOSEN &&
         chance <= MIN (MOST_CHANCE, (self->n_chosen + 1) * STEP_CHANCE);
}

/* Chooses until luck does as well; the counts of those left over are given all chosen. */
static gboolean
step_down (StnSelection *self,
           const StnCalendar *calendar,
           const StnSlides *slides,
           const StnCandidate *candidates,
           const StnWatch *watch,
           GError **error)
{
  guint n = self->n_candidates, largest = 0;
  g_autofree gboolean *is_chosen = g_new0 (gboolean, n);
  g_autofree double *p = g_new0 (double, n);

  while (self->n_chosen < n) {
    guint strongest = find_strongest (candidates, is_chosen, n, self->fit, p);
    g_autofree double *smallest =
      stn_slides_find_smallest (slides, self->fit, is_chosen, watch, error);
    /* How many steps there will be is not known: each takes half of what is left. */
    if (smallest == NULL ||
        !stn_watch_pass (watch, 0.7 * (1 - ldexp (1, -(int) self->n_chosen - 1)), error))
      return FALSE;

    guint count = stn_slides_count (slides, smallest, p[strongest]);
    if (!is_accepted (self, count)) {
      for (guint j = 0; j < n; j++)
        if (!is_chosen[j])
          self->counts[j] = stn_slides_count (slides, smallest, p[j]);
      break;
    }
    /* The chance of the k-th is the largest of the first k. */
    largest = MAX (largest, count);
    self->counts[strongest] = largest;
    if (largest <= CONFIRMED_CHANCE * self->n_slides)
      self->n_confirmed++;
    is_chosen[strongest] = TRUE;
    self->chosen[self->n_chosen++] = strongest;
    add_chosen (self, calendar, candidates[strongest].values);
  }
  return TRUE;
}

StnSelection *
stn_selection_new (const StnCalendar *calendar,
                   const StnNuisance *nuisance,
                   const StnCandidate *candidates,
                   guint n_candidates,
                   const StnWatch *watch,
                   GError **error)
{
  g_autoptr (StnSelection) self = g_new0 (StnSelection, 1);
  g_autoptr (StnSlides) slides = stn_slides_new (calendar, candidates, n_candidates);

  self->n_candidates = n_candidates;
  self->counts = g_new0 (guint, n_candidates);
  self->n_slides = slides->n_counted + 1;
  self->fit = stn_fit_new (calendar->outcomes, calendar->n_nights, nuisance->terms,
                           nuisance->n_terms, NULL, 0);
  if (!step_down (self, calendar, slides, candidates, watch, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
stn_selection_free (StnSelection *self)
{
  g_free (self->counts);
  g_clear_pointer (&self->fit, stn_fit_free);
  g_free (self);
}
