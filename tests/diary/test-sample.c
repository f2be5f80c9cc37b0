/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "analysis/stn-publication.h"
#include "diary/stn-material.h"
#include "diary/stn-sample.h"

#include <math.h>

static StnSampleTruth
write_sample (
  StnDiary *diary, guint nights, StnSamplePlanted planted, guint64 seed, gboolean bad_night)
{
  g_autoptr (GError) error = NULL;
  StnSampleTruth truth = {0};

  g_assert_true (stn_sample_write (diary, nights, planted, seed, bad_night, &truth, &error));
  g_assert_no_error (error);
  return truth;
}

static GPtrArray *
list (StnDiary *diary)
{
  GPtrArray *nights = stn_diary_list_nights (diary, STN_NO_DATE, STN_NO_DATE, NULL);

  g_assert_nonnull (nights);
  return nights;
}

static void
test_counts (void)
{
  static const guint counts[] = {0, 1, 7, 14, 35};

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    DiaryFixture fixture;
    g_autoptr (GPtrArray) nights = NULL;

    diary_fixture_set_up (&fixture, NULL);
    write_sample (fixture.diary, counts[i], STN_SAMPLE_PLANTED_DEFAULT, 1, FALSE);
    nights = list (fixture.diary);
    g_assert_cmpuint (nights->len, <=, counts[i]);
    if (counts[i] > 0) {
      const StnNight *first = g_ptr_array_index (nights, 0);
      const StnNight *last = g_ptr_array_index (nights, nights->len - 1);

      g_assert_cmpint (stn_date_compare (last->key, stn_diary_last_night (fixture.diary)), ==, 0);
      g_assert_cmpint (stn_date_days_between (first->key, last->key), ==, (int) counts[i] - 1);
      g_assert_cmpint (stn_night_get_state (last), !=, STN_NIGHT_NOT_RECORDED);
    }
    diary_fixture_tear_down (&fixture, NULL);
  }
}

static void
assert_same (const StnNight *a, const StnNight *b)
{
  g_assert_cmpint (stn_date_compare (a->key, b->key), ==, 0);
  g_assert_cmpint (a->no_cramps, ==, b->no_cramps);
  g_assert_true (stn_sleep_equal (&a->sleep, &b->sleep));
  g_assert_cmpuint (a->episodes->len, ==, b->episodes->len);
  for (guint i = 0; i < a->episodes->len; i++)
    g_assert_true (
      stn_episode_equal (g_ptr_array_index (a->episodes, i), g_ptr_array_index (b->episodes, i)));
  g_assert_cmpuint (a->values->len, ==, b->values->len);
  for (guint i = 0; i < a->values->len; i++) {
    const StnFactorValue *first = g_ptr_array_index (a->values, i);
    const StnFactorValue *second = g_ptr_array_index (b->values, i);

    g_assert_cmpstr (first->slug, ==, second->slug);
    g_assert_cmpfloat (first->value, ==, second->value);
    g_assert_cmpint (first->entered, ==, second->entered);
  }
}

static void
test_same_seed_same_nights (void)
{
  DiaryFixture one, two;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;

  diary_fixture_set_up (&one, NULL);
  diary_fixture_set_up (&two, NULL);
  write_sample (one.diary, 60, STN_SAMPLE_PLANTED_DEFAULT, 7, FALSE);
  write_sample (two.diary, 60, STN_SAMPLE_PLANTED_DEFAULT, 7, FALSE);
  first = list (one.diary);
  second = list (two.diary);
  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++)
    assert_same (g_ptr_array_index (first, i), g_ptr_array_index (second, i));
  diary_fixture_tear_down (&one, NULL);
  diary_fixture_tear_down (&two, NULL);
}

/* Clinical 2.2: cramps on 15 to 50 of 100 nights, most in the calf, severity around 6, a few minutes long. */
static void
test_plausible (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) nights = NULL;
  guint recorded = 0, with_cramps = 0, episodes = 0, calf = 0, long_ones = 0, evening = 0,
        values = 0;
  double severity = 0;

  write_sample (fixture->diary, 400, STN_SAMPLE_PLANTED_DEFAULT, 1, FALSE);
  nights = list (fixture->diary);
  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);

    recorded += stn_night_get_state (night) != STN_NIGHT_NOT_RECORDED;
    with_cramps += night->episodes->len > 0;
    for (guint j = 0; j < night->episodes->len; j++) {
      const StnEpisode *episode = g_ptr_array_index (night->episodes, j);

      episodes++;
      calf += episode->site == STN_SITE_CALF;
      long_ones += episode->duration_s.value > 600;
      severity += episode->severity.value;
      g_assert_false (episode->duration_s.value > 600 && episode->eased == STN_ANSWER_NO);
    }
    for (guint j = 0; j < night->values->len; j++, values++)
      evening +=
        ((StnFactorValue *) g_ptr_array_index (night->values, j))->entered == STN_ENTERED_EVENING;
  }
  g_assert_cmpuint (recorded, >, 350);
  g_assert_cmpuint (recorded, <, 395);
  g_assert_cmpfloat (with_cramps, >, .15 * recorded);
  g_assert_cmpfloat (with_cramps, <, .50 * recorded);
  g_assert_cmpfloat (calf, >, .7 * episodes);
  g_assert_cmpfloat (long_ones, <, .15 * episodes);
  g_assert_cmpfloat (severity / episodes, >, 5);
  g_assert_cmpfloat (severity / episodes, <, 7);
  g_assert_cmpfloat (evening, >, .9 * values);
}

static void
test_bad_night (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) nights = NULL;
  const StnNight *last;
  const StnEpisode *cramp;

  write_sample (fixture->diary, 14, STN_SAMPLE_PLANTED_DEFAULT, 1, TRUE);
  nights = list (fixture->diary);
  last = g_ptr_array_index (nights, nights->len - 1);
  g_assert_cmpuint (last->episodes->len, ==, 1);
  g_assert_false (last->no_cramps);
  cramp = g_ptr_array_index (last->episodes, 0);
  g_assert_cmpint (cramp->duration_s.value, >, 600);
  g_assert_cmpint (cramp->eased, ==, STN_ANSWER_NO);
}

/* At twenty past midnight most of last night's cramps have not begun: without a start they are taken, at any other hour with one. */
static void
test_drawn_in_the_night (void)
{
  guint known[2] = {0}, unknown[2] = {0};

  for (guint seed = 1; seed <= 40; seed++) {
    const gboolean in_the_night = seed > 20;
    DiaryFixture fixture;
    g_autoptr (GPtrArray) nights = NULL;
    const StnNight *night;

    diary_fixture_set_up (&fixture, NULL);
    diary_fixture_set_now (&fixture, in_the_night ? "2026-11-22T00:20:00" : "2026-11-22T10:00:00");
    write_sample (fixture.diary, 1, STN_SAMPLE_PLANTED_NONE, (seed - 1) % 20 + 1, seed % 2 == 0);
    nights = list (fixture.diary);
    night = g_ptr_array_index (nights, 0);
    for (guint i = 0; i < night->episodes->len; i++) {
      const StnEpisode *episode = g_ptr_array_index (night->episodes, i);

      (episode->start_min.known ? known : unknown)[in_the_night]++;
      if (in_the_night && episode->start_min.known)
        g_assert_true (episode->start_min.value >= 12 * 60 || episode->start_min.value <= 20);
    }
    diary_fixture_tear_down (&fixture, NULL);
  }
  g_assert_cmpuint (known[FALSE], >=, 10);
  g_assert_cmpuint (unknown[TRUE], >, unknown[FALSE]);
}

static void
test_needs_an_empty_diary (DiaryFixture *fixture, gconstpointer data)
{
  StnSampleTruth truth;
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_diary_log_no_cramps (fixture->diary, night_of ("2026-11-01"), NULL, NULL));
  g_assert_false (
    stn_sample_write (fixture->diary, 7, STN_SAMPLE_PLANTED_NONE, 1, FALSE, &truth, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_CONTRADICTS);
}

static const StnFinding *
finding_of (const StnAnalysis *analysis, const char *name)
{
  const StnFinding *finding = stn_analysis_get_finding (analysis, name);

  g_assert_nonnull (finding);
  g_assert_true (finding->estimate.known);
  return finding;
}

/* The planted links have the largest estimated effects, and each goes the way it was planted. */
static void
test_planted_are_the_largest (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnMaterial) material = NULL;
  g_autoptr (StnAnalysis) analysis = NULL;
  StnSampleTruth truth = write_sample (fixture->diary, STN_SAMPLE_NIGHTS_DEFAULT,
                                       STN_SAMPLE_PLANTED_DEFAULT, STN_SAMPLE_SEED_DEFAULT, FALSE);
  double smallest = G_MAXDOUBLE;

  material = stn_diary_collect (fixture->diary, NULL);
  analysis = stn_analysis_run (stn_material_get_input (material), NULL, NULL, NULL, NULL);
  g_assert_nonnull (analysis);
  g_assert_cmpuint (truth.n_links, ==, 3);
  for (guint i = 0; i < truth.n_links; i++)
    smallest =
      MIN (smallest, fabs (log (finding_of (analysis, truth.links[i].slug)->estimate.odds_ratio)));
  for (guint i = 0; i < analysis->findings->len; i++) {
    const StnFinding *finding = g_ptr_array_index (analysis->findings, i);
    gboolean planted = FALSE;

    for (guint j = 0; j < truth.n_links; j++)
      planted |= g_str_equal (truth.links[j].slug, finding->name);
    g_test_message ("%s: %.2f%s", finding->name, finding->estimate.odds_ratio,
                    planted ? " (planted)" : "");
    if (!planted && finding->estimate.known)
      g_assert_cmpfloat (fabs (log (finding->estimate.odds_ratio)), <, smallest);
  }
  g_assert_cmpfloat (finding_of (analysis, "fluids")->estimate.odds_ratio, <, 1);
  g_assert_cmpfloat (finding_of (analysis, "exertion")->estimate.odds_ratio, >, 1);
  g_assert_cmpfloat (finding_of (analysis, "stretch")->estimate.odds_ratio, <, 1);
}

/* Whether @tier names a factor as @verdict, which has to be what was planted: of the raw value going up. */
static guint
count_named (const StnSampleTruth *truth, const char *name, StnVerdict verdict, StnTier tier)
{
  gboolean planted = FALSE;

  if (tier < STN_TIER_LIKELY)
    return 0;
  for (guint i = 0; i < truth->n_links; i++)
    planted |= g_str_equal (truth->links[i].slug, name);
  g_test_message ("%u nights, seed %u: %s", truth->nights, (guint) truth->seed, name);
  g_assert_true (planted);
  g_assert_cmpint (verdict, ==,
                   g_str_equal (name, "exertion") ? STN_VERDICT_TRIGGER : STN_VERDICT_PROTECTOR);
  return 1;
}

static void
check_named (guint nights, StnSamplePlanted planted, guint64 seed)
{
  g_autoptr (StnMaterial) material = NULL;
  g_autoptr (StnAnalysis) analysis = NULL;
  guint tonight = 0, published = 0, expected;
  StnSampleTruth truth;
  DiaryFixture fixture;

  diary_fixture_set_up (&fixture, NULL);
  truth = write_sample (fixture.diary, nights, planted, seed, FALSE);
  material = stn_diary_collect (fixture.diary, NULL);
  analysis = stn_material_analyze (material, NULL, NULL, NULL, NULL);
  for (guint i = 0; i < analysis->findings->len; i++) {
    const StnFinding *finding = g_ptr_array_index (analysis->findings, i);
    const StnPublished *last = stn_publication_get_last (finding->publication);

    tonight += count_named (&truth, finding->name, finding->verdict, finding->tier);
    if (last != NULL)
      published += count_named (&truth, finding->name, last->verdict, last->tier);
  }
  expected = nights >= STN_SAMPLE_SHOWS_ALL ? truth.n_links : 0;
  if (nights >= STN_SAMPLE_SHOWS_ALL || nights <= STN_SAMPLE_SHOWS_NONE) {
    g_assert_cmpuint (tonight, ==, expected);
    g_assert_cmpuint (published, ==, expected);
  }
  g_assert_cmpuint (truth.draw, >=, 1);
  diary_fixture_tear_down (&fixture, NULL);
}

/* Nights are drawn until they show what was planted, and nothing else. */
static void
test_shows_what_is_planted (void)
{
  static const guint counts[] = {35, 90, 200};

  for (guint64 seed = 1; seed <= 6; seed++)
    for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
      check_named (counts[i], STN_SAMPLE_PLANTED_DEFAULT, seed);
      check_named (counts[i], STN_SAMPLE_PLANTED_NONE, seed);
    }
}

static void
add (const char *name, void (*test) (DiaryFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/diary/sample/", name, NULL);

  g_test_add (path, DiaryFixture, NULL, diary_fixture_set_up, test, diary_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diary/sample/ends-with-last-night", test_counts);
  g_test_add_func ("/diary/sample/same-seed-same-nights", test_same_seed_same_nights);
  add ("plausible", test_plausible);
  add ("bad-night", test_bad_night);
  g_test_add_func ("/diary/sample/drawn-in-the-night", test_drawn_in_the_night);
  add ("needs-an-empty-diary", test_needs_an_empty_diary);
  add ("planted-are-the-largest", test_planted_are_the_largest);
  g_test_add_func ("/diary/sample/shows-what-is-planted", test_shows_what_is_planted);
  return g_test_run ();
}
