/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-slides.h"
#include "analysis/stn-score.h"

#include <math.h>
#include <string.h>

/* Shifts by fewer nights are too like the true order. */
#define NEAREST_SHIFT 8

/* p values this close, relatively, are the same. */
#define TIE 1e-9

/* As in stn_score_z(). */
#define LEFT_AT_LEAST 1e-12

/* A sequence of complex numbers as long as the transform. */
typedef struct {
  double *re;
  double *im;
} Wave;

static Wave
wave_new (const StnFft *fft)
{
  return (Wave){g_new0 (double, fft->size), g_new0 (double, fft->size)};
}

static void
wave_clear (Wave *self)
{
  g_free (self->re);
  g_free (self->im);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wave, wave_clear)

double
stn_candidate_get_p (const StnCandidate *self, const StnFit *fit)
{
  return stn_score_directed (stn_score_z (fit, self->values), self->expected) / self->weight;
}

/* Spectrum of a column laid on the calendar, nights that are not logged 0. */
static void
set_spectrum (Wave *wave, const StnSlides *slides, const double *values)
{
  const StnCalendar *calendar = slides->calendar;

  memset (wave->re, 0, slides->fft->size * sizeof *wave->re);
  memset (wave->im, 0, slides->fft->size * sizeof *wave->im);
  for (guint i = 0; i < calendar->n_nights; i++)
    wave->re[calendar->days[i]] = values[i];
  stn_fft_forward (slides->fft, wave->re, wave->im);
}

/* From the spectrum Z of a real sliding column to its Hartley transform H = Re Z - Im Z. Since conj Z + i Z = (1 + i) H, one
 * transform of A H gives x + i y with both kinds of sums: forwards x - y, backwards x + y (Bracewell 1983, JOSA 73, 1832). */
static void
set_hartley (Wave *wave, const StnSlides *slides, const double *values)
{
  set_spectrum (wave, slides, values);
  for (guint f = 0; f < slides->fft->size; f++)
    wave->re[f] -= wave->im[f];
}

/* A H of a resting spectrum A and a sliding Hartley transform H, brought back: x + i y of above. The sequences are padded with
 * 0, so these are sums on a line, which fold() lays around the circle. */
static void
correlate (const StnSlides *self, const Wave *resting, const Wave *sliding, Wave *work)
{
  guint size = self->fft->size;

  for (guint f = 0; f < size; f++) {
    work->re[f] = resting->re[f] * sliding->re[f];
    work->im[f] = resting->im[f] * sliding->re[f];
  }
  stn_fft_backward (self->fft, work->re, work->im);
}

/* sum_t a[t] z[t - s] at places s < T, and sum_t a[t] z[s - t] at places T + s, indices around the circle of T nights. */
static void
fold (const StnSlides *self, const Wave *work, double *ret_sums)
{
  guint size = self->fft->size, n_days = self->calendar->n_days;
  const double *x = work->re, *y = work->im;
  const double *x_before = x + size - n_days, *y_before = y + size - n_days;
  const double *x_after = x + n_days, *y_after = y + n_days;

  for (guint s = 0; s < n_days; s++) {
    ret_sums[s] = (x[s] - y[s] + (s > 0 ? x_before[s] - y_before[s] : 0)) / size;
    ret_sums[n_days + s] = (x[s] + y[s] + x_after[s] + y_after[s]) / size;
  }
}

/* Only places count at which the nights logged both in place and after the slide reach half of n^2 / T. */
static void
choose_places (StnSlides *self)
{
  guint n_days = self->calendar->n_days, n_nights = self->calendar->n_nights;
  g_autofree double *logged = g_new (double, n_nights);
  g_autofree double *common = g_new (double, self->n_places);
  g_auto (Wave) resting = wave_new (self->fft);
  g_auto (Wave) sliding = wave_new (self->fft);
  g_auto (Wave) work = wave_new (self->fft);

  for (guint i = 0; i < n_nights; i++)
    logged[i] = 1;
  set_spectrum (&resting, self, logged);
  set_hartley (&sliding, self, logged);
  correlate (self, &resting, &sliding, &work);
  fold (self, &work, common);
  for (guint s = 0; s < self->n_places; s++) {
    gboolean is_place = s >= n_days || (s >= NEAREST_SHIFT && s + NEAREST_SHIFT <= n_days);
    double meeting = floor (common[s] + 0.5);

    self->counted[s] = is_place && 2 * meeting * n_days >= (double) n_nights * n_nights;
    self->n_counted += self->counted[s];
  }
}

StnSlides *
stn_slides_new (const StnCalendar *calendar)
{
  g_return_val_if_fail (calendar->n_nights > 0, NULL);
  StnSlides *self = g_new0 (StnSlides, 1);

  self->calendar = calendar;
  self->fft = stn_fft_new (2 * calendar->n_days);
  self->n_places = 2 * calendar->n_days;
  self->counted = g_new0 (gboolean, self->n_places);
  choose_places (self);
  return self;
}

void
stn_slides_free (StnSlides *self)
{
  stn_fft_free (self->fft);
  g_free (self->counted);
  g_free (self);
}

/* The resting side of the sums: residuals r, weights w, and the columns w X C^(1/2) of what the model takes away, where
 * C = H^-1 = L^-T L^-1 is the penalised inverse information and so X C^(1/2) = X L^-T. */
typedef struct {
  guint n_shared;
  Wave residuals;
  Wave weights;
  Wave *shared;
} Resting;

static void
resting_clear (Resting *self)
{
  wave_clear (&self->residuals);
  wave_clear (&self->weights);
  for (guint k = 0; k < self->n_shared; k++)
    wave_clear (&self->shared[k]);
  g_free (self->shared);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Resting, resting_clear)

static Resting
resting_new (const StnSlides *slides, const StnFit *fit)
{
  guint n = fit->n_nights, p = fit->n_terms;
  Resting self = {p, wave_new (slides->fft), wave_new (slides->fft), g_new (Wave, p)};
  g_autofree double *columns = g_new (double, (gsize) p *n);

  set_spectrum (&self.residuals, slides, fit->residuals);
  set_spectrum (&self.weights, slides, fit->weights);
  /* Row by row L y = x, so column by column y_k = (x_k - sum_(j<k) L_kj y_j) / L_kk. */
  for (guint k = 0; k < p; k++) {
    double *column = columns + (gsize) k * n;
    const double *row = fit->root + (gsize) k * p;

    memcpy (column, fit->terms[k].values, n * sizeof *column);
    for (guint j = 0; j < k; j++)
      for (guint i = 0; i < n; i++)
        column[i] -= row[j] * columns[(gsize) j * n + i];
    for (guint i = 0; i < n; i++)
      column[i] /= row[k];
  }
  for (guint k = 0; k < p; k++) {
    double *column = columns + (gsize) k * n;

    for (guint i = 0; i < n; i++)
      column[i] *= fit->weights[i];
    self.shared[k] = wave_new (slides->fft);
    set_spectrum (&self.shared[k], slides, column);
  }
  return self;
}

/* Room for the sums of one candidate at a time. */
typedef struct {
  Wave sliding;
  Wave work;
  double *squares;
  double *whole;
  double *left;
  double *sums;
} Bench;

static Bench
bench_new (const StnSlides *slides)
{
  guint n = slides->calendar->n_nights, n_places = slides->n_places;

  return (Bench){wave_new (slides->fft),   wave_new (slides->fft),   g_new (double, n),
                 g_new (double, n_places), g_new (double, n_places), g_new (double, n_places)};
}

static void
bench_clear (Bench *self)
{
  wave_clear (&self->sliding);
  wave_clear (&self->work);
  g_free (self->squares);
  g_free (self->whole);
  g_free (self->left);
  g_free (self->sums);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bench, bench_clear)

static void
sum_places (const StnSlides *self, const Wave *resting, Bench *bench, double *ret_sums)
{
  correlate (self, resting, &bench->sliding, &bench->work);
  fold (self, &bench->work, ret_sums);
}

/* Score statistics of one candidate at all places: U[s] / sqrt V[s] with V[s] = sum_t w z^2 - sum_k (...)^2. */
static void
score_places (
  const StnSlides *self, const Resting *resting, const double *values, Bench *bench, double *ret_z)
{
  double *whole = bench->whole, *left = bench->left, *sums = bench->sums;

  for (guint i = 0; i < self->calendar->n_nights; i++)
    bench->squares[i] = values[i] * values[i];
  set_hartley (&bench->sliding, self, bench->squares);
  sum_places (self, &resting->weights, bench, whole);
  memcpy (left, whole, self->n_places * sizeof *left);
  set_hartley (&bench->sliding, self, values);
  for (guint k = 0; k < resting->n_shared; k++) {
    sum_places (self, &resting->shared[k], bench, sums);
    for (guint s = 0; s < self->n_places; s++)
      left[s] -= sums[s] * sums[s];
  }
  sum_places (self, &resting->residuals, bench, sums);
  for (guint s = 0; s < self->n_places; s++)
    ret_z[s] = left[s] > LEFT_AT_LEAST * whole[s] ? sums[s] / sqrt (left[s]) : 0;
}

double *
stn_slides_find_smallest (const StnSlides *self,
                          const StnFit *fit,
                          const StnCandidate *candidates,
                          const gboolean *is_chosen,
                          guint n_candidates,
                          const StnWatch *watch,
                          GError **error)
{
  g_auto (Resting) resting = resting_new (self, fit);
  g_auto (Bench) bench = bench_new (self);
  g_autofree double *smallest = g_new (double, self->n_places);
  g_autofree double *z = g_new (double, self->n_places);

  for (guint s = 0; s < self->n_places; s++)
    smallest[s] = G_MAXDOUBLE;
  for (guint j = 0; j < n_candidates; j++) {
    const StnCandidate *candidate = &candidates[j];

    if (is_chosen[j])
      continue;
    if (g_cancellable_set_error_if_cancelled (watch->cancellable, error))
      return NULL;
    score_places (self, &resting, candidate->values, &bench, z);
    for (guint s = 0; s < self->n_places; s++)
      if (self->counted[s])
        smallest[s] =
          MIN (smallest[s], stn_score_directed (z[s], candidate->expected) / candidate->weight);
  }
  return g_steal_pointer (&smallest);
}

guint
stn_slides_count (const StnSlides *self, const double *smallest, double p)
{
  guint count = 1;

  for (guint s = 0; s < self->n_places; s++)
    count += self->counted[s] && smallest[s] <= p * (1 + TIE);
  return count;
}
