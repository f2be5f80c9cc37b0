/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-fit.h"
#include "analysis/stn-cholesky.h"
#include "analysis/stn-dot.h"
#include "analysis/stn-loops.h"

#include <math.h>
#include <string.h>

#define CONVERGED 1e-11
#define MAX_STEPS 100
#define MAX_HALVINGS 40

/* Steps shrink fast when each is at most this share of the one before. */
#define SHRINKS_FAST 0.2

/* Nights taken together, few enough that a piece of every column stays in the cache. */
#define CHUNK_NIGHTS 128

/* log (1 + e^x) and 1 / (1 + e^-x) without overflow. */
static double
softplus (double x)
{
  return MAX (x, 0) + log1p (exp (-fabs (x)));
}

static double
sigmoid (double x)
{
  double e = exp (-fabs (x));

  return x >= 0 ? 1 / (1 + e) : e / (1 + e);
}

static void
add_scaled (double *sum, const double *values, double scale, guint n)
{
  for (guint i = 0; i < n; i++)
    sum[i] += scale * values[i];
}

/* The log-F(m,m) density, up to a constant, is m (b/2 - log (1 + e^b)): Greenland & Mansournia 2015, Statistics in
 * Medicine 34, 3133. */
static double
penalty_value (const StnTerm *term, double b)
{
  switch (term->penalty) {
  case STN_PENALTY_NORMAL:
    return -0.5 * term->strength * b * b;
  case STN_PENALTY_LOG_F:
    return term->strength * (b / 2 - softplus (b));
  }
  g_return_val_if_reached (0);
}

static double
penalty_slope (const StnTerm *term, double b)
{
  switch (term->penalty) {
  case STN_PENALTY_NORMAL:
    return -term->strength * b;
  case STN_PENALTY_LOG_F:
    return term->strength * (0.5 - sigmoid (b));
  }
  g_return_val_if_reached (0);
}

static double
penalty_information (const StnTerm *term, double b)
{
  switch (term->penalty) {
  case STN_PENALTY_NORMAL:
    return term->strength;
  case STN_PENALTY_LOG_F:
    return term->strength * sigmoid (b) * (1 - sigmoid (b));
  }
  g_return_val_if_reached (0);
}

/* Penalised log likelihood at coefficients whose linear predictor is @eta. */
static double
objective (const StnFit *self, const double *outcomes, const double *eta, const double *coefs)
{
  double sum = 0;

  for (guint i = 0; i < self->n_nights; i++)
    sum += outcomes[i] * eta[i] - softplus (eta[i]);
  for (guint k = 0; k < self->n_terms; k++)
    sum += penalty_value (&self->terms[k], coefs[k]);
  return sum;
}

/* Adds X'WX of the nights from @first to before @end to the lower triangle of @sums. */
static void
add_information (const StnFit *self, guint first, guint end, double *sums)
{
  double weighted[CHUNK_NIGHTS];
  guint p = self->n_terms, n = end - first;

  for (guint a = 0; a < p; a++) {
    for (guint i = 0; i < n; i++)
      weighted[i] = self->weights[first + i] * self->terms[a].values[first + i];
    for (guint b = 0; b <= a; b += 4) {
      const double *others[4];
      double dots[4];

      for (guint k = 0; k < 4; k++)
        others[k] = self->terms[MIN (b + k, a)].values + first;
      stn_loops_dots (weighted, others, n, dots);
      for (guint k = 0; k < 4 && b + k <= a; k++)
        sums[(gsize) a * p + b + k] += dots[k];
    }
  }
}

/* Residuals and weights at the present coefficients, whose linear predictor is @eta. */
static void
linearise (StnFit *self, const double *outcomes, const double *eta)
{
  for (guint i = 0; i < self->n_nights; i++) {
    double mu = sigmoid (eta[i]);

    self->residuals[i] = outcomes[i] - mu;
    self->weights[i] = mu * (1 - mu);
  }
}

/* The root of the information H = X'WX + penalties at the present coefficients. */
static void
set_root (StnFit *self)
{
  guint n = self->n_nights, p = self->n_terms;

  memset (self->root, 0, (gsize) p * p * sizeof *self->root);
  for (guint first = 0; first < n; first += CHUNK_NIGHTS)
    add_information (self, first, MIN (n, first + CHUNK_NIGHTS), self->root);
  for (guint a = 0; a < p; a++)
    self->root[(gsize) a * p + a] += penalty_information (&self->terms[a], self->coefs[a]);
  if (!stn_cholesky_factor (self->root, p))
    g_assert_not_reached (); /* every penalty is > 0 */
}

/* Newton's step H^-1 g with the root as it is; returns its largest part. */
static double
find_step (const StnFit *self, double *step)
{
  double largest = 0;

  for (guint k = 0; k < self->n_terms; k++)
    step[k] = stn_dot (self->terms[k].values, self->residuals, self->n_nights) +
              penalty_slope (&self->terms[k], self->coefs[k]);
  stn_cholesky_solve (self->root, self->n_terms, step);
  for (guint k = 0; k < self->n_terms; k++)
    largest = MAX (largest, fabs (step[k]));
  return largest;
}

/* Goes along @step, halved until the objective, @value, does not fall; keeps @eta in step with the coefficients. */
static void
take_step (StnFit *self,
           const double *outcomes,
           const double *step,
           double *value,
           double *eta,
           double *along)
{
  guint n = self->n_nights, p = self->n_terms;
  double before = *value, length = 1;
  g_autofree double *coefs = g_new (double, p);
  g_autofree double *moved = g_new (double, MAX (n, 1));

  memset (along, 0, n * sizeof *along);
  for (guint k = 0; k < p; k++)
    add_scaled (along, self->terms[k].values, step[k], n);
  for (guint halvings = 0; halvings < MAX_HALVINGS; halvings++, length /= 2) {
    for (guint k = 0; k < p; k++)
      coefs[k] = self->coefs[k] + length * step[k];
    for (guint i = 0; i < n; i++)
      moved[i] = eta[i] + length * along[i];
    *value = objective (self, outcomes, moved, coefs);
    if (*value >= before - 1e-12 * fabs (before))
      break;
  }
  memcpy (self->coefs, coefs, p * sizeof *coefs);
  memcpy (eta, moved, n * sizeof *eta);
}

/* To the mode, with the information of an earlier point as long as steps shrink fast with it: it costs far more than the rest
 * of a step (Kelley 1995, Iterative Methods for Linear and Nonlinear Equations, 5.4). In the end the root is that at the mode. */
static void
climb (StnFit *self, const double *outcomes, double *eta)
{
  g_autofree double *along = g_new0 (double, MAX (self->n_nights, 1));
  g_autofree double *step = g_new (double, self->n_terms);
  double before = 0, value = objective (self, outcomes, eta, self->coefs);
  gboolean is_root_of_here = FALSE;

  linearise (self, outcomes, eta);
  for (guint i = 0; i < MAX_STEPS; i++) {
    double largest = i > 0 ? find_step (self, step) : INFINITY;

    if (largest > SHRINKS_FAST * before) {
      set_root (self);
      is_root_of_here = TRUE;
      largest = find_step (self, step);
    }
    if (largest < CONVERGED)
      break;
    take_step (self, outcomes, step, &value, eta, along);
    linearise (self, outcomes, eta);
    is_root_of_here = FALSE;
    before = largest;
  }
  if (!is_root_of_here)
    set_root (self);
}

StnFit *
stn_fit_new (const double *outcomes,
             guint n_nights,
             const StnTerm *terms,
             guint n_terms,
             const double *start,
             guint n_start)
{
  g_return_val_if_fail (n_terms > 0 && n_start <= n_terms, NULL);
  StnFit *self = g_new0 (StnFit, 1);
  g_autofree double *eta = g_new0 (double, MAX (n_nights, 1));

  self->n_nights = n_nights;
  self->n_terms = n_terms;
  self->terms = g_memdup2 (terms, n_terms * sizeof *terms);
  self->coefs = g_new0 (double, n_terms);
  self->residuals = g_new0 (double, n_nights);
  self->weights = g_new0 (double, n_nights);
  self->root = g_new0 (double, (gsize) n_terms *n_terms);
  for (guint k = 0; k < n_start; k++) {
    self->coefs[k] = start[k];
    add_scaled (eta, terms[k].values, start[k], n_nights);
  }
  climb (self, outcomes, eta);
  return self;
}

void
stn_fit_free (StnFit *self)
{
  g_free (self->terms);
  g_free (self->coefs);
  g_free (self->residuals);
  g_free (self->weights);
  g_free (self->root);
  g_free (self);
}

/* (H^-1)_ab = (L^-1 e_a)' (L^-1 e_b). */
double
stn_fit_get_covariance (const StnFit *self, guint a, guint b)
{
  g_return_val_if_fail (a < self->n_terms && b < self->n_terms, 0);
  g_autofree double *left = g_new0 (double, self->n_terms);
  g_autofree double *right = g_new0 (double, self->n_terms);

  left[a] = 1;
  right[b] = 1;
  stn_cholesky_solve_lower (self->root, self->n_terms, left);
  stn_cholesky_solve_lower (self->root, self->n_terms, right);
  return stn_dot (left, right, self->n_terms);
}

double
stn_fit_get_sd (const StnFit *self, guint term)
{
  return sqrt (stn_fit_get_covariance (self, term, term));
}
