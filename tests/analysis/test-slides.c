/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-nuisance.h"
#include "analysis/stn-score.h"
#include "analysis/stn-slides.h"
#include "diary-builder.h"
#include "known.h"

#include <math.h>

/* A diary with nights missing, its model and two candidates that are not centred. */
typedef struct {
  DiaryBuilder *diary;
  StnCalendar *calendar;
  StnNuisance *nuisance;
  StnFit *fit;
  StnCandidate candidates[2];
} Scene;

static void
scene_init (Scene *self, guint n_nights, guint seed, gboolean one_weekday)
{
  DiaryBuilder *diary = diary_builder_new (n_nights, seed);

  diary_builder_draw_cramps (diary, .3);
  for (guint i = 1; i < n_nights; i++)
    diary->dates[i] = stn_date_add_days (
      diary->dates[i - 1], one_weekday ? 7 : 1 + (diary_builder_draw (diary) < .1) * 3);
  double *nap = diary_builder_add_drawn (diary, "nap", STN_FACTOR_BINARY);
  double *tea = diary_builder_add_drawn (diary, "tea", STN_FACTOR_CONTINUOUS);
  StnAnalysisInput input = diary_builder_input (diary);
  self->diary = diary;
  self->calendar = stn_calendar_new (&input);
  self->nuisance = stn_nuisance_new (self->calendar);
  self->fit = stn_fit_new (self->calendar->outcomes, n_nights, self->nuisance->terms,
                           self->nuisance->n_terms, NULL, 0);
  self->candidates[0] = (StnCandidate){nap, STN_DIRECTION_UP, 1.5};
  self->candidates[1] = (StnCandidate){tea, STN_DIRECTION_NONE, .5};
}

static void
scene_clear (Scene *self)
{
  stn_fit_free (self->fit);
  stn_nuisance_free (self->nuisance);
  stn_calendar_free (self->calendar);
  diary_builder_free (self->diary);
}

/* By hand: the calendar slid (or run backwards), then the plain score test of what came to lie on the logged nights. */
static double
slide_by_hand (const Scene *scene, const StnCandidate *candidate, guint place)
{
  const StnCalendar *calendar = scene->calendar;
  guint n_days = calendar->n_days;
  g_autofree double *days = g_new0 (double, n_days);
  g_autofree double *slid = g_new (double, calendar->n_nights);

  for (guint i = 0; i < calendar->n_nights; i++)
    days[calendar->days[i]] = candidate->values[i];
  for (guint i = 0; i < calendar->n_nights; i++) {
    guint t = calendar->days[i];
    guint from = place < n_days ? (t + n_days - place) % n_days : (place + n_days - t) % n_days;

    slid[i] = days[from];
  }
  double z = stn_score_z (scene->fit, slid);
  return stn_score_directed (z, candidate->expected) / candidate->weight;
}

static void
test_by_hand (void)
{
  Scene scene;
  const gboolean is_chosen[2] = {FALSE, FALSE};
  const StnWatch watch = {0};

  scene_init (&scene, 60, 30, FALSE);
  g_autoptr (StnSlides) slides = stn_slides_new (scene.calendar, scene.candidates, 2);
  g_autofree double *smallest =
    stn_slides_find_smallest (slides, scene.fit, is_chosen, &watch, NULL);
  for (guint s = 0; s < slides->n_places; s++) {
    double nap = slide_by_hand (&scene, &scene.candidates[0], s);
    double tea = slide_by_hand (&scene, &scene.candidates[1], s);

    if (slides->counted[s])
      assert_close (smallest[s], MIN (nap, tea), 1e-10);
  }
  scene_clear (&scene);
}

static void
test_chosen_do_not_slide (void)
{
  Scene scene;
  const gboolean is_chosen[2] = {TRUE, FALSE};
  const StnWatch watch = {0};

  scene_init (&scene, 60, 31, FALSE);
  g_autoptr (StnSlides) slides = stn_slides_new (scene.calendar, scene.candidates, 2);
  g_autofree double *smallest =
    stn_slides_find_smallest (slides, scene.fit, is_chosen, &watch, NULL);
  assert_close (smallest[100], slide_by_hand (&scene, &scene.candidates[1], 100), 1e-10);
  scene_clear (&scene);
}

/* Complete diary: shifts by 8 to T - 8, T - 15 of them, and T backwards. */
static void
test_places_of_complete_diary (void)
{
  g_autoptr (DiaryBuilder) diary = diary_builder_new (100, 32);
  StnAnalysisInput input = diary_builder_input (diary);
  g_autoptr (StnCalendar) calendar = stn_calendar_new (&input);
  g_autoptr (StnSlides) slides = stn_slides_new (calendar, NULL, 0);

  g_assert_cmpuint (slides->n_counted + 1, ==, 2 * 100 - 14);
  g_assert_false (slides->counted[7]);
  g_assert_true (slides->counted[8]);
  g_assert_true (slides->counted[92]);
  g_assert_false (slides->counted[93]);
  g_assert_true (slides->counted[100]);
  g_assert_true (slides->counted[199]);
}

/* One weekday only: slides by whole weeks alone let logged nights meet logged nights. T = 7 x 39 + 1. */
static void
test_places_of_one_weekday (void)
{
  Scene scene;

  scene_init (&scene, 40, 33, TRUE);
  g_autoptr (StnSlides) slides = stn_slides_new (scene.calendar, scene.candidates, 2);
  guint n_days = scene.calendar->n_days;
  g_assert_cmpuint (n_days, ==, 274);
  for (guint s = 0; s < slides->n_places; s++) {
    guint meeting = 0;

    for (guint i = 0; i < 40; i++)
      for (guint j = 0; j < 40; j++) {
        guint a = 7 * i, b = 7 * j;

        meeting += s < n_days ? (a + n_days - s) % n_days == b : (s + n_days - a) % n_days == b;
      }
    gboolean is_place = s >= n_days || (s >= 8 && s + 8 <= n_days);
    g_assert_cmpint (slides->counted[s], ==, is_place && 2 * meeting * n_days >= 40 * 40);
  }
  g_assert_cmpuint (slides->n_counted, >, 30);
  g_assert_cmpuint (slides->n_counted, <, 200);
  scene_clear (&scene);
}

static void
test_count (void)
{
  gboolean counted[4] = {TRUE, FALSE, TRUE, TRUE};
  const StnSlides slides = {.n_places = 4, .n_counted = 3, .counted = counted};
  const double smallest[4] = {.1, .1, .1 * (1 + 1e-10), .2};

  g_assert_cmpuint (stn_slides_count (&slides, smallest, .05), ==, 1);
  g_assert_cmpuint (stn_slides_count (&slides, smallest, .1), ==, 3);
  g_assert_cmpuint (stn_slides_count (&slides, smallest, 1), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/slides/by-hand", test_by_hand);
  g_test_add_func ("/analysis/slides/chosen-do-not-slide", test_chosen_do_not_slide);
  g_test_add_func ("/analysis/slides/places-of-a-complete-diary", test_places_of_complete_diary);
  g_test_add_func ("/analysis/slides/places-of-one-weekday", test_places_of_one_weekday);
  g_test_add_func ("/analysis/slides/count", test_count);
  return g_test_run ();
}
