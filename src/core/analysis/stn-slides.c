/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-slides.h"
#include "analysis/stn-loops.h"
#include "analysis/stn-score.h"

#include <math.h>
#include <string.h>

/* Shifts by fewer nights are too like the true order. */
#define NEAREST_SHIFT 8

/* p values this close, relatively, are the same. */
#define TIE 1e-9

/* As in stn_score_z(). */
#define LEFT_AT_LEAST 1e-12

/* Of the first wave. */
#define WEIGHTS_LANE 3

/* Four sequences of complex numbers side by side, as long as the transform. */
typedef struct {
  double *re;
  double *im;
} Wave;

static Wave
wave_new (const StnFft *fft)
{
  return (Wave){g_new0 (double, STN_N_LANES *(gsize) fft->size),
                g_new0 (double, STN_N_LANES *(gsize) fft->size)};
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

/* Spectra of columns laid on the calendar, nights that are not logged 0. @columns: NULL = a column of 0. */
static void
set_spectra (Wave *wave, const StnSlides *slides, const double *const columns[STN_N_LANES])
{
  const StnCalendar *calendar = slides->calendar;

  memset (wave->re, 0, STN_N_LANES * (gsize) slides->fft->size * sizeof *wave->re);
  memset (wave->im, 0, STN_N_LANES * (gsize) slides->fft->size * sizeof *wave->im);
  for (guint lane = 0; lane < STN_N_LANES; lane++)
    for (guint i = 0; columns[lane] != NULL && i < calendar->n_nights; i++)
      wave->re[STN_N_LANES * (gsize) calendar->days[i] + lane] = columns[lane][i];
  stn_fft_forward (slides->fft, wave->re, wave->im);
}

/* From the spectrum Z of a real sliding column to its Hartley transform H = Re Z - Im Z, over the size. Since conj Z + i Z = (1 + i) H, one
 * transform of A H gives x + i y with both kinds of sums: forwards x - y, backwards x + y (Bracewell 1983, JOSA 73, 1832). */
static double *
take_hartley (const StnSlides *self, const Wave *wave, guint lane)
{
  double *hartley = g_new (double, self->fft->size);

  for (guint f = 0; f < self->fft->size; f++) {
    gsize at = STN_N_LANES * (gsize) f + lane;

    hartley[f] = (wave->re[at] - wave->im[at]) / self->fft->size;
  }
  return hartley;
}

/* A H of resting spectra A and a sliding Hartley transform H, brought back: x + i y of above. The sequences are padded with 0, so
 * these are sums on a line, which are laid around the circle of T nights: sum_t a[t] z[t - s] at places s < T, and
 * sum_t a[t] z[s - t] at places T + s. @last: the transform that the last lane meets, which may be another. */
static void
correlate (const StnSlides *self,
           const Wave *resting,
           const double *sliding,
           const double *last,
           Wave *work,
           double *ret_sums)
{
  guint size = self->fft->size;

  stn_loops_multiply (work->re, work->im, resting->re, resting->im, sliding, last, size);
  stn_fft_backward (self->fft, work->re, work->im);
  stn_loops_fold (ret_sums, work->re, work->im, size, self->calendar->n_days);
}

/* Only places count at which the nights logged both in place and after the slide reach half of n^2 / T. */
static void
choose_places (StnSlides *self)
{
  guint n_days = self->calendar->n_days, n_nights = self->calendar->n_nights;
  g_autofree double *logged = g_new (double, n_nights);
  g_autofree double *common = g_new (double, STN_N_LANES *(gsize) self->n_places);
  g_auto (Wave) resting = wave_new (self->fft);
  g_auto (Wave) work = wave_new (self->fft);

  for (guint i = 0; i < n_nights; i++)
    logged[i] = 1;
  set_spectra (&resting, self, (const double *const[STN_N_LANES]){logged});
  g_autofree double *sliding = take_hartley (self, &resting, 0);
  correlate (self, &resting, sliding, sliding, &work, common);
  for (guint s = 0; s < self->n_places; s++) {
    gboolean is_place = s >= n_days || (s >= NEAREST_SHIFT && s + NEAREST_SHIFT <= n_days);
    double meeting = floor (common[STN_N_LANES * (gsize) s] + 0.5);

    self->counted[s] = is_place && 2 * meeting * n_days >= (double) n_nights * n_nights;
    self->n_counted += self->counted[s];
  }
}

/* They stay the same at every step: the transforms of all candidates and of their squares, two candidates at a time. */
static void
transform_candidates (StnSlides *self)
{
  guint n = self->calendar->n_nights, m = self->n_candidates;
  g_autofree double *squares = g_new (double, 2 * (gsize) n);
  g_auto (Wave) wave = wave_new (self->fft);

  for (guint j = 0; j < m; j += 2) {
    const double *first = self->candidates[j].values;
    const double *second = j + 1 < m ? self->candidates[j + 1].values : first;

    for (guint i = 0; i < n; i++) {
      squares[i] = first[i] * first[i];
      squares[n + i] = second[i] * second[i];
    }
    set_spectra (&wave, self, (const double *const[]){first, squares, second, squares + n});
    for (guint lane = 0; lane < STN_N_LANES && 2 * j + lane < 2 * m; lane++)
      self->transforms[2 * j + lane] = take_hartley (self, &wave, lane);
  }
}

StnSlides *
stn_slides_new (const StnCalendar *calendar, const StnCandidate *candidates, guint n_candidates)
{
  g_return_val_if_fail (calendar->n_nights > 0, NULL);
  StnSlides *self = g_new0 (StnSlides, 1);

  self->calendar = calendar;
  self->candidates = candidates;
  self->n_candidates = n_candidates;
  self->fft = stn_fft_new (2 * calendar->n_days);
  self->n_places = 2 * calendar->n_days;
  self->counted = g_new0 (gboolean, self->n_places);
  self->transforms = g_new0 (double *, 2 * (gsize) n_candidates);
  choose_places (self);
  transform_candidates (self);
  return self;
}

void
stn_slides_free (StnSlides *self)
{
  for (guint k = 0; k < 2 * self->n_candidates; k++)
    g_free (self->transforms[k]);
  g_free (self->transforms);
  stn_fft_free (self->fft);
  g_free (self->counted);
  g_free (self);
}

/* The resting side of the sums: weights w, the columns w X C^(1/2) of what the model takes away, where C = H^-1 = L^-T L^-1 is
 * the penalised inverse information and so X C^(1/2) = X L^-T, and residuals r: in the lanes of waves, the weights in the last
 * lane of the first wave, the residuals after the last column. */
typedef struct {
  guint n_waves;
  Wave *waves;
  guint residual_lane; /* of the last wave */
} Resting;

static void
resting_clear (Resting *self)
{
  for (guint k = 0; k < self->n_waves; k++)
    wave_clear (&self->waves[k]);
  g_free (self->waves);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Resting, resting_clear)

/* W X L^-T: row by row L y = x, so column by column y_k = (x_k - sum_(j<k) L_kj y_j) / L_kk. */
static double *
weigh_columns (const StnFit *fit)
{
  guint n = fit->n_nights, p = fit->n_terms;
  double *columns = g_new (double, (gsize) p *n);

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
  for (guint k = 0; k < p; k++)
    for (guint i = 0; i < n; i++)
      columns[(gsize) k * n + i] *= fit->weights[i];
  return columns;
}

static Resting
resting_new (const StnSlides *slides, const StnFit *fit)
{
  guint p = fit->n_terms, n_lanes = p + 2;
  guint n_waves = (n_lanes + STN_N_LANES - 1) / STN_N_LANES;
  Resting self = {n_waves, g_new (Wave, n_waves), (n_lanes - 1) % STN_N_LANES};
  g_autofree double *columns = weigh_columns (fit);
  g_autofree const double **lanes = g_new0 (const double *, (gsize) n_waves *STN_N_LANES);

  for (guint k = 0; k < p; k++)
    lanes[k < WEIGHTS_LANE ? k : k + 1] = columns + (gsize) k * fit->n_nights;
  lanes[WEIGHTS_LANE] = fit->weights;
  lanes[n_lanes - 1] = fit->residuals;
  for (guint k = 0; k < n_waves; k++) {
    self.waves[k] = wave_new (slides->fft);
    set_spectra (&self.waves[k], slides, lanes + k * STN_N_LANES);
  }
  return self;
}

/* Room for the sums of one candidate at a time. */
typedef struct {
  Wave work;
  double *sums;  /* in lanes */
  double *taken; /* in lanes */
  double *whole;
  double *z;
} Bench;

static Bench
bench_new (const StnSlides *slides)
{
  gsize n_places = slides->n_places;

  return (Bench){wave_new (slides->fft), g_new (double, STN_N_LANES *n_places),
                 g_new (double, STN_N_LANES *n_places), g_new (double, n_places),
                 g_new (double, n_places)};
}

static void
bench_clear (Bench *self)
{
  wave_clear (&self->work);
  g_free (self->sums);
  g_free (self->taken);
  g_free (self->whole);
  g_free (self->z);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Bench, bench_clear)

/* Score statistics of candidate @j at all places: U[s] / sqrt V[s] with V[s] = sum_t w z^2 - sum_k (...)^2. */
static void
score_places (const StnSlides *self, const Resting *resting, guint j, Bench *bench)
{
  const double *values = self->transforms[2 * j], *squares = self->transforms[2 * j + 1];
  const double *residual = bench->sums + resting->residual_lane;
  guint n = self->n_places;

  memset (bench->taken, 0, STN_N_LANES * (gsize) n * sizeof *bench->taken);
  for (guint k = 0; k < resting->n_waves; k++) {
    double lanes[STN_N_LANES] = {1, 1, 1, k > 0};

    correlate (self, &resting->waves[k], values, k > 0 ? values : squares, &bench->work,
               bench->sums);
    for (guint s = 0; k == 0 && s < n; s++)
      bench->whole[s] = bench->sums[STN_N_LANES * (gsize) s + WEIGHTS_LANE];
    if (k + 1 == resting->n_waves)
      lanes[resting->residual_lane] = 0;
    stn_loops_add_squares (bench->taken, bench->sums, lanes, n);
  }
  for (guint s = 0; s < n; s++) {
    const double *taken = bench->taken + STN_N_LANES * (gsize) s;
    double left = bench->whole[s] - ((taken[0] + taken[1]) + (taken[2] + taken[3]));

    bench->z[s] =
      left > LEFT_AT_LEAST * bench->whole[s] ? residual[STN_N_LANES * (gsize) s] / sqrt (left) : 0;
  }
}

/* Candidates of one direction and weight: of them, the largest and the smallest statistic decide. */
typedef struct {
  StnDirection expected;
  double weight;
  double *low;
  double *high;
} Class;

static void
class_clear (gpointer data)
{
  Class *self = data;

  g_free (self->low);
  g_free (self->high);
}

/* The class of @candidate in @classes, a new one if there is none. */
static Class *
find_class (GArray *classes, const StnCandidate *candidate, guint n_places)
{
  for (guint c = 0; c < classes->len; c++) {
    Class *class = &g_array_index (classes, Class, c);

    if (class->expected == candidate->expected && class->weight == candidate->weight)
      return class;
  }
  Class class = {candidate->expected, candidate->weight, g_new (double, n_places),
                 g_new (double, n_places)};
  for (guint s = 0; s < n_places; s++) {
    class.low[s] = G_MAXDOUBLE;
    class.high[s] = -G_MAXDOUBLE;
  }
  return &g_array_index (g_array_append_val (classes, class), Class, classes->len - 1);
}

static double *
smallest_of (const StnSlides *self, const GArray *classes)
{
  double *smallest = g_new (double, self->n_places);

  for (guint s = 0; s < self->n_places; s++)
    smallest[s] = G_MAXDOUBLE;
  for (guint c = 0; c < classes->len; c++) {
    const Class *class = &g_array_index (classes, Class, c);

    for (guint s = 0; s < self->n_places; s++)
      if (self->counted[s])
        smallest[s] = MIN (
          smallest[s],
          stn_score_directed_most (class->low[s], class->high[s], class->expected) / class->weight);
  }
  return smallest;
}

double *
stn_slides_find_smallest (const StnSlides *self,
                          const StnFit *fit,
                          const gboolean *is_chosen,
                          const StnWatch *watch,
                          GError **error)
{
  g_auto (Resting) resting = resting_new (self, fit);
  g_auto (Bench) bench = bench_new (self);
  g_autoptr (GArray) classes = g_array_new (FALSE, FALSE, sizeof (Class));

  g_array_set_clear_func (classes, class_clear);
  for (guint j = 0; j < self->n_candidates; j++) {
    if (is_chosen[j])
      continue;
    if (g_cancellable_set_error_if_cancelled (watch->cancellable, error))
      return NULL;
    score_places (self, &resting, j, &bench);
    Class *class = find_class (classes, &self->candidates[j], self->n_places);
    for (guint s = 0; s < self->n_places; s++) {
      class->low[s] = MIN (class->low[s], bench.z[s]);
      class->high[s] = MAX (class->high[s], bench.z[s]);
    }
  }
  return smallest_of (self, classes);
}

guint
stn_slides_count (const StnSlides *self, const double *smallest, double p)
{
  guint count = 1;

  for (guint s = 0; s < self->n_places; s++)
    count += self->counted[s] && smallest[s] <= p * (1 + TIE);
  return count;
}
