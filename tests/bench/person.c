/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "person.h"
#include "draw.h"

#include "analysis/stn-quantile.h"

#include <math.h>
#include <string.h>

#define NIGHT_LOST 0.06
#define CELL_LOST 0.04
#define DRIFT 1.7
#define YEAR 365.25

/* The catalogue: the first 11 make the small set, the medicine is the twelfth. */
typedef enum {
  FLUIDS_LOW,
  HEAT,
  ALCOHOL,
  CAFFEINE,
  EXERTION,
  SITTING,
  STRETCH,
  STRESS,
  MAGNESIUM,
  STEPS,
  LATE_MEAL,
  STANDING,
  TIGHT_SHEETS,
  BATH,
  SLEEP,
  NAP,
  SALTY_FOOD,
  SCREEN,
  TRAVEL,
  ILLNESS,
  CYCLE,
  MOOD,
  COLD_FEET,
  N_CATALOGUE,
  N_SMALL = STANDING,
} Name;

static const struct {
  const char *name;
  StnFactorKind kind;
  StnDirection expected;
} catalogue[N_CATALOGUE] = {
  [FLUIDS_LOW] = {"fluids_low", STN_FACTOR_BINARY, STN_DIRECTION_UP},
  [HEAT] = {"heat_c", STN_FACTOR_CONTINUOUS, STN_DIRECTION_NONE},
  [ALCOHOL] = {"alcohol_units", STN_FACTOR_COUNT, STN_DIRECTION_UP},
  [CAFFEINE] = {"caffeine_cups", STN_FACTOR_COUNT, STN_DIRECTION_NONE},
  [EXERTION] = {"exertion", STN_FACTOR_BINARY, STN_DIRECTION_UP},
  [SITTING] = {"sitting_h", STN_FACTOR_CONTINUOUS, STN_DIRECTION_UP},
  [STRETCH] = {"stretch", STN_FACTOR_BINARY, STN_DIRECTION_DOWN},
  [STRESS] = {"stress", STN_FACTOR_SCALE, STN_DIRECTION_NONE},
  [MAGNESIUM] = {"magnesium", STN_FACTOR_BINARY, STN_DIRECTION_NONE},
  [STEPS] = {"steps_k", STN_FACTOR_CONTINUOUS, STN_DIRECTION_NONE},
  [LATE_MEAL] = {"late_meal", STN_FACTOR_BINARY, STN_DIRECTION_NONE},
  [STANDING] = {"standing_h", STN_FACTOR_CONTINUOUS, STN_DIRECTION_NONE},
  [TIGHT_SHEETS] = {"tight_sheets", STN_FACTOR_BINARY, STN_DIRECTION_NONE},
  [BATH] = {"bath", STN_FACTOR_BINARY, STN_DIRECTION_NONE},
  [SLEEP] = {"sleep_h", STN_FACTOR_CONTINUOUS, STN_DIRECTION_NONE},
  [NAP] = {"nap", STN_FACTOR_BINARY, STN_DIRECTION_NONE},
  [SALTY_FOOD] = {"salty_food", STN_FACTOR_BINARY, STN_DIRECTION_NONE},
  [SCREEN] = {"screen_h", STN_FACTOR_CONTINUOUS, STN_DIRECTION_NONE},
  [TRAVEL] = {"travel", STN_FACTOR_BINARY, STN_DIRECTION_NONE},
  [ILLNESS] = {"illness", STN_FACTOR_BINARY, STN_DIRECTION_NONE},
  [CYCLE] = {"cycle", STN_FACTOR_BINARY, STN_DIRECTION_NONE},
  [MOOD] = {"mood", STN_FACTOR_SCALE, STN_DIRECTION_NONE},
  [COLD_FEET] = {"cold_feet", STN_FACTOR_BINARY, STN_DIRECTION_NONE},
};

/* The days as they were, before anything is lost or forgotten. */
typedef struct {
  const Scenario *scenario;
  guint n_days;
  StnDate first;
  Draw draw;
  double *days[N_CATALOGUE];
  gboolean *cramps;
} World;

static double
sigmoid (double x)
{
  return 1 / (1 + exp (-x));
}

/* Stays as it is with chance @stay, else is drawn anew. */
static void
fill_runs (World *self, Name name, double share, double stay)
{
  double *days = self->days[name];

  for (guint t = 0; t < self->n_days; t++)
    days[t] = t > 0 && draw_hit (&self->draw, stay) ? days[t - 1] : draw_hit (&self->draw, share);
}

/* A series with SD 1 and correlation @memory from day to day. */
static void
fill_memory (Draw *draw, double *days, guint n_days, double memory)
{
  for (guint t = 0; t < n_days; t++)
    days[t] = t > 0 ? memory * days[t - 1] + sqrt (1 - memory * memory) * draw_normal (draw)
                    : draw_normal (draw);
}

static gboolean
is_weekend (const World *self, guint t)
{
  return stn_date_weekday (stn_date_add_days (self->first, (int) t)) >= 6;
}

static double
drift_at (const World *self, guint t)
{
  return self->scenario->twist == TWIST_DRIFT ? (t + .5) / self->n_days : 0;
}

static void
fill_small_set (World *self)
{
  Draw *draw = &self->draw;
  double tie = self->scenario->twist == TWIST_TIED_HEAT ? .5 : .12;
  double phase = draw_share (draw) * YEAR;

  fill_memory (draw, self->days[HEAT], self->n_days, .8);
  fill_memory (draw, self->days[STRESS], self->n_days, .85);
  fill_runs (self, STRETCH, .5, .7);
  fill_runs (self, MAGNESIUM, .5, .93);
  for (guint t = 0; t < self->n_days; t++) {
    double drift = drift_at (self, t), effort = draw_normal (draw);
    double *heat = &self->days[HEAT][t], *stress = &self->days[STRESS][t];

    *heat = 18 + 6 * sin (2 * G_PI * (t + phase) / YEAR) + 3 * *heat + 8 * drift;
    *stress = CLAMP (round (1.8 + 1.1 * *stress), 0, 4);
    self->days[FLUIDS_LOW][t] = draw_hit (draw, sigmoid (-1.2 + tie * (*heat - 18)));
    self->days[ALCOHOL][t] = draw_poisson (draw, is_weekend (self, t) ? 1.8 : .6);
    self->days[CAFFEINE][t] = draw_poisson (draw, 2);
    self->days[EXERTION][t] = effort > .6745;
    self->days[STEPS][t] = 6.5 + 2.6 * (.65 * effort + .76 * draw_normal (draw));
    self->days[SITTING][t] =
      MAX (0, (is_weekend (self, t) ? 4.5 : 7) + 1.7 * draw_normal (draw) + 2 * drift);
    self->days[LATE_MEAL][t] = draw_hit (draw, sigmoid (-1 + .5 * self->days[ALCOHOL][t]));
    if (draw_hit (draw, .6 * drift))
      self->days[MAGNESIUM][t] = 1;
  }
}

static void
fill_large_set (World *self)
{
  Draw *draw = &self->draw;
  guint start = (guint) (draw_share (draw) * 28);

  fill_runs (self, TIGHT_SHEETS, .3, .8);
  fill_runs (self, ILLNESS, .06, .8);
  for (guint t = 0; t < self->n_days; t++) {
    self->days[STANDING][t] = MAX (0, 3 + draw_normal (draw) - .2 * (self->days[SITTING][t] - 6));
    self->days[BATH][t] = draw_hit (draw, .3);
    self->days[SLEEP][t] = 7 + .9 * draw_normal (draw);
    self->days[NAP][t] = draw_hit (draw, .2);
    self->days[SALTY_FOOD][t] = draw_hit (draw, .3);
    self->days[SCREEN][t] = MAX (0, 2.5 + draw_normal (draw));
    self->days[TRAVEL][t] = draw_hit (draw, .04);
    self->days[CYCLE][t] = (t + start) % 28 < 5;
    self->days[MOOD][t] =
      CLAMP (round (3.5 - .6 * self->days[STRESS][t] + draw_normal (draw)), 0, 5);
    self->days[COLD_FEET][t] = draw_hit (draw, sigmoid (-.5 - .1 * (self->days[HEAT][t] - 18)));
  }
}

static Name
name_of (const char *factor)
{
  for (guint j = 0; j < N_CATALOGUE; j++)
    if (g_str_equal (catalogue[j].name, factor))
      return (Name) j;
  g_error ("no factor '%s'", factor);
}

/* True log odds ratio of 1 more. */
static double
slope_of (const World *self, const Effect *effect)
{
  Name name = name_of (effect->factor);
  double step = 1;

  if (catalogue[name].kind != STN_FACTOR_BINARY) {
    g_autofree double *sorted = g_memdup2 (self->days[name], self->n_days * sizeof (double));

    stn_sort_reals (sorted, self->n_days);
    step = stn_quantile (sorted, self->n_days, .8) - stn_quantile (sorted, self->n_days, .2);
  }
  return log (effect->odds_ratio) / step;
}

/* What a factor adds to the logit of day @t. */
static double
effect_at (const World *self, const Effect *effect, double slope, guint t)
{
  const double *days = self->days[name_of (effect->factor)];

  switch (self->scenario->twist) {
  case TWIST_CARRY_OVER:
    return t > 0 ? slope * days[t - 1] : 0;
  case TWIST_THRESHOLD:
    return days[t] > 8 ? log (effect->odds_ratio) : 0;
  case TWIST_SUMMER:
    return self->days[HEAT][t] > 18 ? slope * days[t] : 0;
  case TWIST_TOGETHER:
    return self->days[FLUIDS_LOW][t] > 0 ? slope * days[t] : 0;
  case TWIST_NONE:
  case TWIST_TIED_HEAT:
  case TWIST_DRIFT:
  case TWIST_CLUSTERS:
  case TWIST_LOGS_CRAMPS:
  case TWIST_RECALL:
  case TWIST_MEDICINE:
  case TWIST_GAPS:
  case TWIST_ONE_WEEKDAY:
  case TWIST_WRITTEN_TWICE:
    break;
  }
  return slope * days[t];
}

static double
mean_rate (const double *logits, guint n, double level)
{
  double sum = 0;

  for (guint t = 0; t < n; t++)
    sum += sigmoid (level + logits[t]);
  return sum / n;
}

/* The level at which the logits make the scenario's rate on average. */
static double
find_level (const double *logits, guint n, double rate)
{
  double low = -15, high = 15;

  for (guint i = 0; i < 60; i++) {
    double middle = (low + high) / 2;

    *(mean_rate (logits, n, middle) < rate ? &low : &high) = middle;
  }
  return low;
}

static void
draw_cramps (World *self)
{
  const Scenario *scenario = self->scenario;
  g_autofree double *logits = g_new0 (double, self->n_days);
  g_autofree double *hidden = g_new0 (double, self->n_days);

  fill_memory (&self->draw, hidden, self->n_days, .85);
  for (const Effect *effect = scenario->effects; effect->factor != NULL; effect++) {
    double slope = slope_of (self, effect);

    for (guint t = 0; t < self->n_days; t++)
      logits[t] += effect_at (self, effect, slope, t);
  }
  for (guint t = 0; t < self->n_days; t++) {
    logits[t] += scenario->clusters_sd * hidden[t] + DRIFT * drift_at (self, t);
    if (scenario->twist == TWIST_DRIFT)
      logits[t] += .4 * sin (2 * G_PI * t / YEAR);
    if (scenario->twist == TWIST_MEDICINE)
      logits[t] += 2 * t >= self->n_days ? log (.3 / .7) - log (.15 / .85) : 0;
  }
  double level =
    find_level (logits, self->n_days, scenario->twist == TWIST_MEDICINE ? .225 : scenario->rate);
  for (guint t = 0; t < self->n_days; t++)
    self->cramps[t] = draw_hit (&self->draw, sigmoid (level + logits[t]));
}

static World
world_new (const Scenario *scenario, guint n_days, guint64 seed)
{
  World self = {.scenario = scenario, .n_days = n_days, .first = stn_date_new (2023, 1, 2)};

  draw_init (&self.draw, seed, n_days);
  self.first = stn_date_add_days (self.first, (int) (draw_share (&self.draw) * YEAR));
  for (guint j = 0; j < N_CATALOGUE; j++)
    self.days[j] = g_new0 (double, n_days);
  self.cramps = g_new0 (gboolean, n_days);
  fill_small_set (&self);
  fill_large_set (&self);
  draw_cramps (&self);
  return self;
}

static void
world_clear (World *self)
{
  for (guint j = 0; j < N_CATALOGUE; j++)
    g_free (self->days[j]);
  g_free (self->cramps);
}

/* Whether the night of day @t got into the diary; @gap: whether a run of missing nights is on. */
static gboolean
is_logged (World *self, guint t, gboolean *gap)
{
  switch (self->scenario->twist) {
  case TWIST_LOGS_CRAMPS:
    return draw_hit (&self->draw, self->cramps[t] ? .95 : .6);
  case TWIST_GAPS:
    *gap = draw_hit (&self->draw, .85) ? *gap : draw_hit (&self->draw, .5);
    return !*gap;
  case TWIST_ONE_WEEKDAY:
    return t % 7 == 0;
  case TWIST_NONE:
  case TWIST_TIED_HEAT:
  case TWIST_DRIFT:
  case TWIST_CLUSTERS:
  case TWIST_RECALL:
  case TWIST_MEDICINE:
  case TWIST_CARRY_OVER:
  case TWIST_THRESHOLD:
  case TWIST_SUMMER:
  case TWIST_TOGETHER:
  case TWIST_WRITTEN_TWICE:
    break;
  }
  return !draw_hit (&self->draw, NIGHT_LOST);
}

/* What is written down of a factor on day @t. */
static double
written (World *self, Name name, guint t)
{
  double value = self->days[name][t];

  if (draw_hit (&self->draw, CELL_LOST))
    return NAN;
  if (self->scenario->twist == TWIST_RECALL && catalogue[name].kind == STN_FACTOR_BINARY &&
      value > 0)
    return draw_hit (&self->draw, self->cramps[t] ? .9 : .7);
  return value;
}

static void
write_nights (Person *self, World *world)
{
  gboolean gap = FALSE;
  guint n = 0;

  self->dates = g_new (StnDate, world->n_days);
  self->cramps = g_new (int, world->n_days);
  for (guint t = 0; t < world->n_days; t++) {
    if (!is_logged (world, t, &gap))
      continue;
    self->dates[n] = stn_date_add_days (world->first, (int) t);
    self->cramps[n++] = world->cramps[t];
  }
  self->input.n_nights = n;
  self->input.dates = self->dates;
  self->input.cramps = self->cramps;
}

static void
write_factor (Person *self, World *world, Name name, const char *title)
{
  guint n = self->input.n_nights, j = self->input.n_factors++;
  double *values = g_new (double, MAX (n, 1));
  gboolean has_direction = catalogue[name].expected != STN_DIRECTION_NONE;

  for (guint i = 0; i < n; i++)
    values[i] = written (world, name, (guint) stn_date_days_between (world->first, self->dates[i]));
  self->factors[j] = (StnAnalysisFactor){.name = title,
                                         .kind = catalogue[name].kind,
                                         .expected = catalogue[name].expected,
                                         .weight = has_direction ? 2 : 1,
                                         .values = values};
  for (const Effect *effect = world->scenario->effects; effect->factor != NULL; effect++)
    if (name_of (effect->factor) == name)
      self->truths[j] = slope_of (world, effect);
}

Person *
person_new (const Scenario *scenario, guint n_days, guint n_factors, guint64 seed)
{
  Person *self = g_new0 (Person, 1);
  World world = world_new (scenario, n_days, seed);
  guint n_names = n_factors <= 12 ? N_SMALL : N_CATALOGUE;

  self->factors = g_new0 (StnAnalysisFactor, N_CATALOGUE + 1);
  self->truths = g_new0 (double, N_CATALOGUE + 1);
  self->input.factors = self->factors;
  write_nights (self, &world);
  for (guint j = 0; j < n_names; j++)
    write_factor (self, &world, (Name) j, catalogue[j].name);
  if (scenario->twist == TWIST_WRITTEN_TWICE) {
    guint copy = self->input.n_factors++;

    self->factors[copy] = self->factors[EXERTION];
    self->factors[copy].name = "exertion_again";
    self->factors[copy].values =
      g_memdup2 (self->factors[EXERTION].values, self->input.n_nights * sizeof (double));
    self->truths[copy] = self->truths[EXERTION];
  }
  self->medicine = (StnAnalysisMedicine){"diuretic", STN_MEDICINE_START,
                                         stn_date_add_days (world.first, (int) (n_days / 2))};
  self->input.medicines = &self->medicine;
  self->input.n_medicines = 1;
  world_clear (&world);
  return self;
}

void
person_free (Person *self)
{
  for (guint j = 0; j < self->input.n_factors; j++)
    g_free ((gpointer) self->factors[j].values);
  g_free (self->factors);
  g_free (self->truths);
  g_free (self->dates);
  g_free (self->cramps);
  g_free (self);
}
