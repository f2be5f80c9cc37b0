/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-summary.h"
#include "known.h"

#include <math.h>

static StnNight *
add_night (GPtrArray *nights, int month, int day, int cramps)
{
  StnNight *night = stn_night_new (stn_date_new (2026, month, day));

  night->no_cramps = cramps == 0;
  for (int i = 0; i < cramps; i++)
    g_ptr_array_add (night->episodes, stn_episode_new ());
  g_ptr_array_add (nights, night);
  return night;
}

static GPtrArray *
new_nights (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) stn_night_free);
}

/* R 4.2.2: prop.test (3, 7, correct = FALSE). A night that says nothing of cramps does not count. */
static void
test_share (void)
{
  g_autoptr (GPtrArray) nights = new_nights ();

  for (int day = 1; day <= 7; day++)
    add_night (nights, 6, day, day <= 3 ? 2 : 0);
  add_night (nights, 6, 8, -1);
  StnSummary summary = stn_summarize (nights, STN_MEASURE_CRAMPS);
  g_assert_cmpuint (summary.n, ==, 7);
  g_assert_cmpuint (summary.hits, ==, 3);
  assert_near (summary.mean.value, 3.0 / 7, 1e-12);
  assert_near (summary.low.value, 0.1582198553, 1e-9);
  assert_near (summary.high.value, 0.7495416355, 1e-9);
}

/* R 4.2.2: t.test (c (6.5, 7, 5.25, 8, 7.75, 6)). */
static void
test_mean (void)
{
  static const int minutes[] = {390, 420, 315, 480, 465, 360};
  g_autoptr (GPtrArray) nights = new_nights ();

  for (int i = 0; i < (int) G_N_ELEMENTS (minutes); i++) {
    StnNight *night = add_night (nights, 6, i + 1, 1);
    StnEpisode *episode = g_ptr_array_index (night->episodes, 0);

    episode->duration_s = STN_KNOWN_INT (minutes[i]);
  }
  StnSummary summary = stn_summarize (nights, STN_MEASURE_DURATION);
  assert_near (summary.mean.value * 60, 6.75 * 60, 1e-12);
  assert_near (summary.low.value, 5.64934261529, 1e-10);
  assert_near (summary.high.value, 7.85065738471, 1e-10);

  g_ptr_array_set_size (nights, 1);
  summary = stn_summarize (nights, STN_MEASURE_DURATION);
  g_assert_true (summary.mean.known);
  g_assert_false (summary.low.known);
  g_ptr_array_set_size (nights, 0);
  g_assert_false (stn_summarize (nights, STN_MEASURE_DURATION).mean.known);
}

/* R 4.2.2, tests/fixtures/charts/intervals.R: prop.test (..., correct = FALSE). None and all, one night and thousands. */
static void
test_shares (void)
{
  static const struct {
    int hits, n;
    double low, high;
  } known[] = {
    {0, 1, 0.0, 0.793450685622763},
    {1, 1, 0.206549314377238, 1},
    {0, 7, 0, 0.354330435066687},
    {7, 7, 0.645669564933313, 1},
    {1, 30, 0.00590859038161246, 0.16670390991409170},
    {69, 189, 0.299762048356871, 0.435771999602078},
    {5000, 10000, 0.490202061815405, 0.509797938184595},
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
    g_autoptr (GPtrArray) nights = new_nights ();

    for (int j = 0; j < known[i].n; j++)
      add_night (nights, 6, 1, j < known[i].hits);
    StnSummary summary = stn_summarize (nights, STN_MEASURE_CRAMPS);
    assert_near (summary.low.value, known[i].low, 1e-12);
    assert_near (summary.high.value, known[i].high, 1e-12);
  }
}

static StnSummary
summarize_severities (const int *values, guint n)
{
  g_autoptr (GPtrArray) nights = new_nights ();

  for (guint i = 0; i < n; i++) {
    StnNight *night = add_night (nights, 6, (int) i + 1, 1);

    ((StnEpisode *) g_ptr_array_index (night->episodes, 0))->severity = STN_KNOWN_INT (values[i]);
  }
  return stn_summarize (nights, STN_MEASURE_SEVERITY);
}

static StnSummary
summarize_minutes (const int *values, guint n)
{
  g_autoptr (GPtrArray) nights = new_nights ();

  for (guint i = 0; i < n; i++)
    add_night (nights, 6, (int) i + 1, -1)->sleep.asleep_min = STN_KNOWN_INT (values[i]);
  return stn_summarize (nights, STN_MEASURE_LATENCY);
}

/* R 4.2.2, the same file: t.test (...). Cut off where the measure ends: no pain is above 10, no time below 0. */
static void
test_means (void)
{
  static const int two[] = {10, 20}, minutes[] = {30, 45, 5, 10, 15, 20, 25, 90, 60, 35};
  static const int pains[] = {4, 5, 9, 3, 6, 7, 7}, great[] = {9, 10, 10, 9};
  static const int same[] = {6, 6, 6, 6};
  StnSummary summary = summarize_minutes (two, G_N_ELEMENTS (two));

  assert_near (summary.low.value, 0.0, 1e-12); /* -48.5 */
  assert_near (summary.high.value, 78.5310236808735, 1e-12);
  summary = summarize_minutes (minutes, G_N_ELEMENTS (minutes));
  assert_near (summary.low.value, 15.0257165038147, 1e-11);
  assert_near (summary.high.value, 51.9742834961853, 1e-11);
  summary = summarize_severities (pains, G_N_ELEMENTS (pains));
  assert_near (summary.mean.value, 5.85714285714286, 1e-12);
  assert_near (summary.low.value, 3.97471091615054, 1e-11);
  assert_near (summary.high.value, 7.73957479813518, 1e-11);
  summary = summarize_severities (great, G_N_ELEMENTS (great));
  assert_near (summary.low.value, 8.58130688448146, 1e-11);
  assert_near (summary.high.value, 10.0, 1e-12); /* 10.4 */
  /* R: "data are essentially constant". */
  summary = summarize_severities (same, G_N_ELEMENTS (same));
  g_assert_true (summary.mean.known);
  g_assert_false (summary.low.known || summary.high.known);
}

/* From Wednesday 3 June to Tuesday 16: a cut week, a whole one, a cut one; a night outside is left out. */
static void
test_weeks (void)
{
  g_autoptr (GPtrArray) nights = new_nights ();

  add_night (nights, 6, 2, 1);
  add_night (nights, 6, 3, 1);
  add_night (nights, 6, 7, 0);
  add_night (nights, 6, 8, -1);
  add_night (nights, 6, 16, 0);
  add_night (nights, 6, 17, 1);
  g_autoptr (GArray) weeks =
    stn_summarize_periods (nights, STN_MEASURE_CRAMPS, STN_PERIOD_WEEK, stn_date_new (2026, 6, 3),
                           stn_date_new (2026, 6, 16));
  const StnPeriodSummary *week = &g_array_index (weeks, StnPeriodSummary, 0);

  g_assert_cmpuint (weeks->len, ==, 3);
  g_assert_cmpint (stn_date_days_between (week[0].from, week[0].to), ==, 4);
  g_assert_cmpuint (week[0].recorded, ==, 2);
  g_assert_cmpuint (week[0].summary.hits, ==, 1);
  g_assert_cmpuint (week[1].recorded, ==, 0);
  g_assert_false (week[1].summary.mean.known);
  g_assert_cmpint (stn_date_days_between (week[2].from, week[2].to), ==, 1);
  g_assert_cmpuint (week[2].recorded, ==, 1);
}

/* Every night is in exactly one period, whatever the period. */
static void
test_periods_cover (void)
{
  g_autoptr (GPtrArray) nights = new_nights ();

  for (int i = 0; i < 500; i++) {
    StnDate date = stn_date_add_days (stn_date_new (2023, 12, 30), i);
    int year, month, day;

    stn_date_split (date, &year, &month, &day);
    StnNight *night = stn_night_new (date);
    night->no_cramps = TRUE;
    g_ptr_array_add (nights, night);
  }
  for (StnPeriod period = STN_PERIOD_NIGHT; period <= STN_PERIOD_YEAR; period++) {
    g_autoptr (GArray) periods =
      stn_summarize_periods (nights, STN_MEASURE_CRAMPS, period, stn_date_new (2023, 12, 30),
                             stn_date_add_days (stn_date_new (2023, 12, 30), 499));
    guint covered = 0;

    for (guint i = 0; i < periods->len; i++)
      covered += g_array_index (periods, StnPeriodSummary, i).recorded;
    g_assert_cmpuint (covered, ==, 500);
  }
}

static void
test_groups (void)
{
  g_autoptr (GPtrArray) nights = new_nights ();

  for (int i = 0; i < 40; i++) {
    StnNight *night = add_night (nights, i < 20 ? 6 : 7, i % 20 + 1, i % 4 == 0 ? 1 : 0);

    stn_night_take_value (night, stn_factor_value_new ("stretch", i % 2, STN_ENTERED_EVENING));
    if (i < 38)
      stn_night_take_value (night, stn_factor_value_new ("fluids", 100 * i, STN_ENTERED_EVENING));
  }
  g_autoptr (GArray) stretch = stn_summarize_groups (nights, STN_MEASURE_CRAMPS, "stretch");
  const StnGroupSummary *group = &g_array_index (stretch, StnGroupSummary, 0);
  g_assert_cmpuint (stretch->len, ==, 2);
  g_assert_cmpuint (group[0].summary.n, ==, 20);
  g_assert_cmpuint (group[0].summary.hits, ==, 10);
  g_assert_cmpuint (group[1].summary.hits, ==, 0);

  g_autoptr (GArray) fluids = stn_summarize_groups (nights, STN_MEASURE_CRAMPS, "fluids");
  guint n = 0;
  g_assert_cmpuint (fluids->len, ==, STN_GROUPS);
  for (guint i = 0; i < fluids->len; i++) {
    group = &g_array_index (fluids, StnGroupSummary, i);
    n += group->summary.n;
    g_assert_cmpfloat (group->low, <=, group->high);
    g_assert_true (i == 0 || group->low > g_array_index (fluids, StnGroupSummary, i - 1).high);
  }
  g_assert_cmpuint (n, ==, 38);

  g_autoptr (GArray) none = stn_summarize_groups (nights, STN_MEASURE_CRAMPS, "alcohol");
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_counts (void)
{
  g_autoptr (GPtrArray) nights = new_nights ();
  StnNight *night = add_night (nights, 6, 1, 3);
  StnEpisode *first = g_ptr_array_index (night->episodes, 0);
  StnEpisode *second = g_ptr_array_index (night->episodes, 1);
  guint hours[24], severities[STN_SEVERITY_MAX + 1], durations[STN_DURATION_CLASSES];

  first->start_min = STN_KNOWN_INT (3 * 60 + 59);
  first->severity = STN_KNOWN_INT (10);
  first->duration_s = STN_KNOWN_INT (60);
  first->side = STN_SIDE_BOTH;
  first->site = STN_SITE_CALF;
  second->duration_s = STN_KNOWN_INT (86400);
  second->site = STN_SITE_FOOT;

  g_assert_cmpuint (stn_count_hours (nights, hours), ==, 1);
  g_assert_cmpuint (hours[3], ==, 1);
  g_assert_cmpuint (stn_count_severities (nights, severities), ==, 1);
  g_assert_cmpuint (severities[10], ==, 1);
  g_assert_cmpuint (stn_count_durations (nights, durations), ==, 2);
  g_assert_cmpuint (durations[1], ==, 1);
  g_assert_cmpuint (durations[STN_DURATION_CLASSES - 1], ==, 1);
  StnPlaces places = stn_count_places (nights);
  g_assert_cmpuint (places.episodes, ==, 3);
  g_assert_cmpuint (places.known, ==, 2);
  g_assert_cmpuint (places.n[STN_SIDE_BOTH][STN_SITE_CALF], ==, 1);
  g_assert_cmpuint (places.n[STN_SIDE_LEFT][STN_SITE_CALF], ==, 0);
  g_assert_cmpuint (places.n[STN_SIDE_UNKNOWN][STN_SITE_FOOT], ==, 1);
}

/* A night that was not recorded ends a run: nobody knows. */
static void
test_longest_run (void)
{
  g_autoptr (GPtrArray) nights = new_nights ();
  StnDate last;
  char text[STN_DATE_TEXT_SIZE];

  g_assert_cmpuint (stn_longest_run_without (nights, &last), ==, 0);
  g_assert_false (stn_date_is_set (last));
  for (int day = 1; day <= 20; day++)
    if (day != 5 && day != 12)
      add_night (nights, 6, day, day == 9 ? 1 : day == 17 ? -1 : 0);
  g_assert_cmpuint (stn_longest_run_without (nights, &last), ==, 4);
  g_assert_cmpstr (stn_date_to_text (last, text), ==, "2026-06-04");
}

static void
test_seasons (void)
{
  g_autoptr (GPtrArray) nights = new_nights ();
  StnSummary months[12];

  add_night (nights, 1, 31, 1);
  add_night (nights, 2, 1, 0);
  stn_summarize_seasons (nights, STN_MEASURE_CRAMPS, months);
  g_assert_cmpuint (months[0].hits, ==, 1);
  g_assert_cmpuint (months[1].n, ==, 1);
  g_assert_false (months[2].mean.known);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/summary/share-is-wilson", test_share);
  g_test_add_func ("/analysis/summary/mean-is-student", test_mean);
  g_test_add_func ("/analysis/summary/shares-equal-r", test_shares);
  g_test_add_func ("/analysis/summary/means-equal-r", test_means);
  g_test_add_func ("/analysis/summary/weeks", test_weeks);
  g_test_add_func ("/analysis/summary/every-night-in-one-period", test_periods_cover);
  g_test_add_func ("/analysis/summary/groups", test_groups);
  g_test_add_func ("/analysis/summary/counts", test_counts);
  g_test_add_func ("/analysis/summary/not-recorded-ends-a-run", test_longest_run);
  g_test_add_func ("/analysis/summary/seasons", test_seasons);
  return g_test_run ();
}
