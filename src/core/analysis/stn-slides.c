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

/* What has been summed of one candidate, at each place. */
typedef struct {
  double *taken; /* sum_k (...)^2 so far, in lanes */
  double *whole; /* sum_t w z^2 */
  double *z;     /* U, then the score statistic */
} Sums;

/* Room to work in, the same at every step. */
struct _StnSlidesRoom {
  Wave resting;
  Wave work;
  double *folded; /* in lanes */
  Sums *sums;     /* of each candidate */
};

static StnSlidesRoom *
room_new (const StnSlides *slides)
{
  StnSlidesRoom *self = g_new (StnSlidesRoom, 1);
  gsize n = slides->n_places;

  self->resting = wave_new (slides->fft);
  self->work = wave_new (slides->fft);
  self->folded = g_new (double, STN_N_LANES *n);
  self->sums = g_new (Sums, slides->n_candidates);
  for (guint j = 0; j < slides->n_candidates; j++)
    self->sums[j] = (Sums){g_new (double, STN_N_LANES *n), g_new (double, n), g_new (double, n)};
  return self;
}

static void
room_free (StnSlidesRoom *self, guint n_candidates)
{
  for (guint j = 0; j < n_candidates; j++) {
    g_free (self->sums[j].taken);
    g_free (self->sums[j].whole);
    g_free (self->sums[j].z);
  }
  g_free (self->sums);
  g_free (self->folded);
  wave_clear (&self->resting);
  wave_clear (&self->work);
  g_free (self);
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
  self->room = room_new (self);
  return self;
}

void
stn_slides_free (StnSlides *self)
{
  for (guint k = 0; k < 2 * self->n_candidates; k++)
    g_free (self->transforms[k]);
  g_free (self->transforms);
  room_free (self->room, self->n_candidates);
  stn_fft_free (self->fft);
  g_free (self->counted);
  g_free (self);
}

/* The resting side of the sums: weights w, the columns w X C^(1/2) of what the model takes away, where C = H^-1 = L^-T L^-1 is
 * the penalised inverse information and so X C^(1/2) = X L^-T, and residuals r. They stand in the lanes of waves, the weights in
 * the last lane of the first wave, the residuals after the last column. */
typedef struct {
  guint n_waves;
  double *columns;      /* w X L^-T */
  const double **lanes; /* of all waves; NULL = a lane that stays empty */
  guint residual_lane;  /* of the last wave */
} Resting;

static void
resting_clear (Resting *self)
{
  g_free (self->columns);
  g_free (self->lanes);
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
resting_new (const StnFit *fit)
{
  guint p = fit->n_terms, n_lanes = p + 2;
  guint n_waves = (n_lanes + STN_N_LANES - 1) / STN_N_LANES;
  Resting self = {n_waves, weigh_columns (fit),
                  g_new0 (const double *, (gsize) n_waves *STN_N_LANES),
                  (n_lanes - 1) % STN_N_LANES};

  for (guint k = 0; k < p; k++)
    self.lanes[k < WEIGHTS_LANE ? k : k + 1] = self.columns + (gsize) k * fit->n_nights;
  self.lanes[WEIGHTS_LANE] = fit->weights;
  self.lanes[n_lanes - 1] = fit->residuals;
  return self;
}

/* Adds what wave @k, which stands ready, says of candidate @j. */
static void
add_wave (const StnSlides *self, const Resting *resting, guint k, guint j)
{
  const double *values = self->transforms[2 * j], *squares = self->transforms[2 * j + 1];
  const double *folded = self->room->folded;
  const Sums *to = &self->room->sums[j];
  double lanes[STN_N_LANES] = {1, 1, 1, k > 0};
  guint n = self->n_places;

  correlate (self, &self->room->resting, values, k > 0 ? values : squares, &self->room->work,
             self->room->folded);
  if (k == 0) {
    memset (to->taken, 0, STN_N_LANES * (gsize) n * sizeof *to->taken);
    for (guint s = 0; s < n; s++)
      to->whole[s] = folded[STN_N_LANES * (gsize) s + WEIGHTS_LANE];
  }
  if (k + 1 == resting->n_waves) {
    lanes[resting->residual_lane] = 0;
    for (guint s = 0; s < n; s++)
      to->z[s] = folded[STN_N_LANES * (gsize) s + resting->residual_lane];
  }
  stn_loops_add_squares (to->taken, folded, lanes, n);
}

/* U[s] / sqrt V[s] with V[s] = sum_t w z^2 - sum_k (...)^2. */
static void
finish_scores (const StnSlides *self, guint j)
{
  const Sums *sums = &self->room->sums[j];

  for (guint s = 0; s < self->n_places; s++) {
    const double *taken = sums->taken + STN_N_LANES * (gsize) s;
    double left = sums->whole[s] - ((taken[0] + taken[1]) + (taken[2] + taken[3]));

    sums->z[s] = left > LEFT_AT_LEAST * sums->whole[s] ? sums->z[s] / sqrt (left) : 0;
  }
}

/* Score statistics at all places of each candidate that is not chosen. A wave at a time for all of them: of a long diary the waves
 * of one model take more memory than all else. */
static gboolean
score_places (const StnSlides *self,
              const StnFit *fit,
              const gboolean *is_chosen,
              const StnWatch *watch,
              GError **error)
{
  g_auto (Resting) resting = resting_new (fit);

  for (guint k = 0; k < resting.n_waves; k++) {
    set_spectra (&self->room->resting, self, resting.lanes + k * STN_N_LANES);
    for (guint j = 0; j < self->n_candidates; j++) {
      if (is_chosen[j])
        continue;
      if (g_cancellable_set_error_if_cancelled (watch->cancellable, error))
        return FALSE;
      add_wave (self, &resting, k, j);
    }
  }
  for (guint j = 0; j < self->n_candidates; j++)
    if (!is_chosen[j])
      finish_scores (self, j);
  return TRUE;
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
  g_autoptr (GArray) classes = g_array_new (FALSE, FALSE, sizeof (Class));

  g_array_set_clear_func (classes, class_clear);
  if (!score_places (self, fit, is_chosen, watch, error))
    return NULL;
  for (guint j = 0; j < self->n_candidates; j++) {
    const double *z = self->room->sums[j].z;

    if (is_chosen[j])
      continue;
    Class *class = find_class (classes, &self->candidates[j], self->n_places);
    for (guint s = 0; s < self->n_places; s++) {
      class->low[s] = MIN (class->low[s], z[s]);
      class->high[s] = MAX (class->high[s], z[s]);
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
