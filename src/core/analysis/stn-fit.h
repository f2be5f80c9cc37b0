/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** StnPenalty: what holds a coefficient near 0. */
typedef enum {
  STN_PENALTY_NORMAL, /* a normal prior; the strength is its precision */
  STN_PENALTY_LOG_F,  /* a log-F(m,m) prior; the strength is m */
} StnPenalty;

/** StnTerm: one column of a model. @values: borrowed, one per night. @strength: > 0. */
typedef struct {
  const double *values;
  StnPenalty penalty;
  double strength;
} StnTerm;

/**
 * StnFit: a penalised logistic regression, fitted.
 * @terms: a copy; their values are borrowed.
 * @coefs: per term. @residuals: y - mu and @weights: mu (1 - mu) per night.
 * @root: L of the penalised information H = L L', lower triangle, row by row.
 */
typedef struct {
  guint n_nights;
  guint n_terms;
  StnTerm *terms;
  double *coefs;
  double *residuals;
  double *weights;
  double *root;
} StnFit;

/**
 * stn_fit_new: the mode, by Newton's method with step halving, converged to 1e-11. The penalties make the problem strictly
 * concave, so there is exactly one mode, finite also when a factor separates the cramps completely.
 * @outcomes: 0 or 1 per night. @n_terms: > 0.
 * @start: (nullable) coefficients of the first terms to start from, @n_start of them; the others start at 0.
 *
 * Returns: (transfer full).
 */
StnFit *stn_fit_new (const double *outcomes,
                     guint n_nights,
                     const StnTerm *terms,
                     guint n_terms,
                     const double *start,
                     guint n_start);
void stn_fit_free (StnFit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnFit, stn_fit_free)

/** stn_fit_get_covariance: of two coefficients: an element of the inverse of the penalised information. */
double stn_fit_get_covariance (const StnFit *self, guint a, guint b);

/** stn_fit_get_sd: Wald's standard error of a coefficient. */
double stn_fit_get_sd (const StnFit *self, guint term);

G_END_DECLS
