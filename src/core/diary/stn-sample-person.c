/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-sample-person.h"

#include <math.h>

#define DAY_MIN (24 * 60)
#define DRINK_G 12 /* of alcohol in a drink, in most of Europe */
#define CUP_MG 95  /* of caffeine in a cup of coffee */

void
stn_sample_person_init (StnSamplePerson *self, guint64 seed, guint draw)
{
  const guint32 seeds[] = {(guint32) seed, (guint32) (seed >> 32), draw};

  *self = (StnSamplePerson){.rand = g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds))};
}

void
stn_sample_person_clear (StnSamplePerson *self)
{
  g_clear_pointer (&self->rand, g_rand_free);
}

gboolean
stn_sample_person_chance (StnSamplePerson *self, double p)
{
  return g_rand_double (self->rand) < p;
}

/* Box and Muller 1958; two draws each time, so that the order of draws never depends on values. */
static double
normal (StnSamplePerson *self, double mean, double sd)
{
  double u = 1 - g_rand_double (self->rand), v = g_rand_double (self->rand);

  return mean + sd * sqrt (-2 * log (u)) * cos (2 * G_PI * v);
}

/* A normal draw as someone would write it down: in whole @steps, within limits. */
static double
noted (StnSamplePerson *self, double mean, double sd, double step, double min, double max)
{
  double value = round (normal (self, mean, sd) / step) * step;

  return CLAMP (value, min, max);
}

static int
noted_int (StnSamplePerson *self, double mean, double sd, double step, double min, double max)
{
  return (int) lround (noted (self, mean, sd, step, min, max));
}

/* First-order autoregression with variance 1: yesterday's spell mostly lasts. */
static double
drift (StnSamplePerson *self, double state, double stickiness)
{
  return stickiness * state + sqrt (1 - stickiness * stickiness) * normal (self, 0, 1);
}

/* One draw after the other: the order within an initialiser is the compiler's choice. */
void
stn_sample_person_live (StnSamplePerson *self, StnDate date, StnSampleDay ret_day)
{
  int weekday = stn_date_weekday (date);
  gboolean free_day = weekday >= 6, night_out = weekday == 5 || weekday == 6;
  gboolean drinks_little = stn_sample_person_chance (self, .45);
  gboolean works_hard = stn_sample_person_chance (self, .42);
  gboolean has_a_drink = stn_sample_person_chance (self, night_out ? .55 : .22);
  double little_ml = noted (self, 1100, 120, 50, 500, 1450);
  double enough_ml = noted (self, 1850, 150, 50, 1500, 3000);
  double hard = noted (self, 8, .7, 1, 7, 10);
  double light = noted (self, 2.2, .9, 1, 0, 6);
  double drinks = noted (self, 1.6, .9, 1, 1, 5);
  double activity_min = noted (self, 32, 20, 5, 0, 120);
  double sitting_h = noted (self, free_day ? 5 : 7.5, 1.8, .5, 1, 14);
  double cups = noted (self, 2.3, 1, 1, 0, 6);

  self->strain = drift (self, self->strain, .7);
  self->ache = drift (self, self->ache, .6);
  self->stretches = stn_sample_person_chance (self, self->stretches ? .6 : .4);

  ret_day[0] = (StnSampleValue){"fluids", drinks_little ? little_ml : enough_ml};
  ret_day[1] = (StnSampleValue){"activity", activity_min};
  ret_day[2] = (StnSampleValue){"exertion", works_hard ? hard : light};
  ret_day[3] = (StnSampleValue){"sitting", sitting_h};
  ret_day[4] = (StnSampleValue){"alcohol", has_a_drink ? DRINK_G * drinks : 0};
  ret_day[5] = (StnSampleValue){"stretch", self->stretches};
  ret_day[6] = (StnSampleValue){"caffeine", CUP_MG * cups};
  ret_day[7] = (StnSampleValue){"stress", CLAMP (round (4 + 2 * self->strain), 0, 10)};
}

static StnSite
site_of (double u)
{
  return u < .80   ? STN_SITE_CALF
         : u < .90 ? STN_SITE_FOOT
         : u < .95 ? STN_SITE_TOES
         : u < .98 ? STN_SITE_BACK_THIGH
                   : STN_SITE_FRONT_THIGH;
}

static char **
reliefs_tried (StnSamplePerson *self)
{
  static const struct {
    const char *name;
    double chance;
  } reliefs[] = {{"stretch", .85}, {"walk", .45}, {"massage", .35}, {"warmth", .12}};
  g_autoptr (GStrvBuilder) tried = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (reliefs); i++)
    if (stn_sample_person_chance (self, reliefs[i].chance))
      g_strv_builder_add (tried, reliefs[i].name);
  return g_strv_builder_end (tried);
}

/* Log-normal, median 3 min, 95th percentile 11 min (clinical 2.2), in the round figures that people give. */
static int
duration_s (StnSamplePerson *self)
{
  double seconds = exp (normal (self, log (180), .8));
  double step = seconds < 90 ? 10 : seconds < 300 ? 30 : 60;

  return (int) lround (CLAMP (round (seconds / step) * step, 10, 2400));
}

static StnEpisode *
episode (StnSamplePerson *self)
{
  StnEpisode *cramp = stn_episode_new ();
  double side = g_rand_double (self->rand);
  gboolean eased = stn_sample_person_chance (self, .85);
  int severity = noted_int (self, 6, 1.5, 1, 2, 10);

  cramp->start_min =
    STN_KNOWN_INT ((noted_int (self, 3 * 60, 100, 5, -2 * 60, 7 * 60) + DAY_MIN) % DAY_MIN);
  cramp->duration_s = STN_KNOWN_INT (duration_s (self));
  cramp->severity = STN_KNOWN_INT (severity);
  cramp->distress = STN_KNOWN_INT (noted_int (self, severity - 1, 1.2, 1, 0, 10));
  cramp->side = side < .45 ? STN_SIDE_LEFT : side < .92 ? STN_SIDE_RIGHT : STN_SIDE_BOTH;
  cramp->site = site_of (g_rand_double (self->rand));
  cramp->by_day = STN_ANSWER_NO;
  cramp->woke = stn_sample_person_chance (self, .9) ? STN_ANSWER_YES : STN_ANSWER_NO;
  /* Long ones do let go in the end: the sample person needs no doctor at once. */
  cramp->eased = eased || cramp->duration_s.value > 600 ? STN_ANSWER_YES : STN_ANSWER_NO;
  cramp->relief = reliefs_tried (self);
  if (cramp->relief[0] != NULL && cramp->eased == STN_ANSWER_YES)
    cramp->ended_by = g_strdup (cramp->relief[0]);
  if (stn_sample_person_chance (self, .4))
    cramp->soreness_h = STN_KNOWN_REAL (noted (self, 6, 5, 1, 0, 48));
  if (stn_sample_person_chance (self, .15))
    cramp->start_min = STN_UNKNOWN_INT;
  return cramp;
}

/* Order of a night: unknown starts last, evening before morning. */
static int
by_start (gconstpointer a, gconstpointer b)
{
  const StnEpisode *first = *(StnEpisode *const *) a, *second = *(StnEpisode *const *) b;
  int first_min =
    first->start_min.known ? (first->start_min.value + DAY_MIN / 2) % DAY_MIN : DAY_MIN;
  int second_min =
    second->start_min.known ? (second->start_min.value + DAY_MIN / 2) % DAY_MIN : DAY_MIN;

  return first_min - second_min;
}

void
stn_sample_person_suffer (StnSamplePerson *self, StnNight *night)
{
  do
    g_ptr_array_add (night->episodes, episode (self));
  while (night->episodes->len < 4 && stn_sample_person_chance (self, .3));
  g_ptr_array_sort (night->episodes, by_start);
}

void
stn_sample_person_sleep (StnSamplePerson *self, StnNight *night)
{
  int cramps = (int) night->episodes->len;
  int into_bed = noted_int (self, 22 * 60 + 40, 30, 5, 21 * 60, 24 * 60 - 5);
  int tried = into_bed + noted_int (self, 12, 8, 5, 0, 40);
  int asleep = noted_int (self, 18, 10, 5, 0, 60);
  int awakenings = noted_int (self, 1 + cramps, .7, 1, cramps, 8);
  int awake = noted_int (self, 8 * awakenings + 10 * cramps, 6, 5, 5 * awakenings, 180);
  int wake = noted_int (self, 6 * 60 + 45, 30, 5, 5 * 60, 8 * 60 + 30);
  int up = wake + noted_int (self, 15, 10, 5, 0, 60);
  int quality = noted_int (self, 4 - .8 * cramps, .7, 1, 1, 5);
  int rested = noted_int (self, 3.7 - .6 * cramps, .8, 1, 1, 5);

  night->sleep = (StnSleep){
    .into_bed_min = STN_KNOWN_INT (into_bed),
    .tried_min = STN_KNOWN_INT (tried % DAY_MIN),
    .asleep_min = STN_KNOWN_INT (asleep),
    .awakenings = STN_KNOWN_INT (awakenings),
    .awake_min = STN_KNOWN_INT (awake),
    .final_wake_min = STN_KNOWN_INT (wake),
    .out_of_bed_min = STN_KNOWN_INT (up),
    .quality = STN_KNOWN_INT (quality),
    .rested = STN_KNOWN_INT (rested),
  };
}
