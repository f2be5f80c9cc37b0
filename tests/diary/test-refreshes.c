/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "analysis/stn-publication.h"
#include "diary/stn-material.h"
#include "diary/stn-refreshes.h"
#include "diary/stn-sample.h"
#include "store/stn-change-log.h"
#include "store/stn-refresh-table.h"

#include <math.h>
#include <string.h>

#define N 130
#define N_FACTORS 3

/* A diary of N nights in memory: the first factor goes with cramps, the others with nothing; "late" begins at night 80. */
typedef struct {
  StnDate dates[N];
  int cramps[N];
  double values[N_FACTORS][N];
  StnEntered entered[N_FACTORS][N];
  StnAnalysisFactor factors[N_FACTORS];
  StnAnalysisInput input;
} Diary;

static void
diary_init (Diary *self, guint32 seed)
{
  static const char *const names[N_FACTORS] = {"heat", "late", "walk"};
  g_autoptr (GRand) draw = g_rand_new_with_seed (seed);

  memset (self, 0, sizeof *self);
  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N; i++) {
    self->dates[i] = stn_date_add_days (stn_date_new (2026, 1, 1), (int) i);
    for (guint j = 0; j < N_FACTORS; j++) {
      gboolean missing = g_rand_double (draw) < .05 || (j == 1 && i < 80);

      self->values[j][i] = missing ? NAN : g_rand_boolean (draw);
      self->entered[j][i] = STN_ENTERED_EVENING;
    }
    self->cramps[i] = g_rand_double (draw) < (self->values[0][i] > 0 ? .6 : .1);
  }
  for (guint j = 0; j < N_FACTORS; j++)
    self->factors[j] = (StnAnalysisFactor){
      .name = names[j],
      .kind = STN_FACTOR_BINARY,
      .weight = 1,
      .values = self->values[j],
      .entered = self->entered[j],
    };
  self->input = (StnAnalysisInput){.n_nights = N,
                                   .dates = self->dates,
                                   .cramps = self->cramps,
                                   .n_factors = N_FACTORS,
                                   .factors = self->factors};
}

static GHashTable *
nothing_kept (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static StnRefreshes *
compute (const StnAnalysisInput *input, GHashTable *kept)
{
  g_autoptr (GError) error = NULL;
  StnRefreshes *self = stn_refreshes_new (input, kept);

  g_assert_true (stn_refreshes_compute (self, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (stn_refreshes_count_missing (self, NULL), ==, 0);
  return self;
}

/* The fingerprint of the refresh at night @night (from 1), NULL when there is none. */
static char *
fingerprint_at (const StnAnalysisInput *input, int night)
{
  g_autoptr (StnRefreshes) refreshes = compute (input, nothing_kept ());
  g_autoptr (GArray) rows = stn_refreshes_list (refreshes);

  for (guint i = 0; i < rows->len; i++) {
    const StnRefreshRow *row = &g_array_index (rows, StnRefreshRow, i);

    if (stn_date_days_between (input->dates[0], row->night) == night - 1)
      return g_strdup (row->fingerprint);
  }
  return NULL;
}

static void
assert_fingerprint (const StnAnalysisInput *input, int night, const char *before, gboolean same)
{
  g_autofree char *after = fingerprint_at (input, night);

  g_assert_nonnull (before);
  g_assert_nonnull (after);
  g_assert_cmpint (strcmp (before, after) == 0, ==, same);
}

static void
test_every_seventh_night (void)
{
  const guint counts[] = {0, 1, 6, 7, 13, 14, 21, N};
  Diary diary;

  diary_init (&diary, 1);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    diary.input.n_nights = counts[i];
    g_autoptr (StnRefreshes) refreshes = compute (&diary.input, nothing_kept ());
    g_autoptr (GArray) rows = stn_refreshes_list (refreshes);

    g_assert_cmpuint (rows->len, ==, counts[i] / 7);
    for (guint j = 0; j < rows->len; j++)
      g_assert_cmpint (
        stn_date_days_between (diary.dates[0], g_array_index (rows, StnRefreshRow, j).night), ==,
        (int) (7 * j + 6));
  }
}

/* Calendar nights count, logged or not; weeks without an entry look at the same and are computed once. */
static void
test_weeks_without_entries (void)
{
  Diary diary;

  diary_init (&diary, 1);
  for (guint i = 60; i < N; i++)
    diary.dates[i] = stn_date_add_days (diary.dates[i], 200);
  g_autoptr (StnRefreshes) refreshes = stn_refreshes_new (&diary.input, nothing_kept ());
  g_assert_cmpuint (stn_refreshes_count_missing (refreshes, NULL), ==, N / 7 + 1);
}

/* Nights of @n_days from 1 January 2026 on, one a week, and nothing in them. */
static GArray *
list_of_long_diary (guint n_days)
{
  g_autofree StnDate *dates = g_new (StnDate, n_days);
  g_autofree int *cramps = g_new0 (int, n_days);
  StnAnalysisInput input = {.dates = dates, .cramps = cramps};

  for (guint i = 0; i < n_days; i++)
    if (i % 7 == 0 || i + 1 == n_days)
      dates[input.n_nights++] = stn_date_add_days (stn_date_new (2026, 1, 1), (int) i);
  g_autoptr (StnRefreshes) refreshes = compute (&input, nothing_kept ());
  GArray *rows = stn_refreshes_list (refreshes);
  GArray *weeks = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < rows->len; i++) {
    int days = stn_date_days_between (dates[0], g_array_index (rows, StnRefreshRow, i).night);

    g_assert_cmpint (days % 7, ==, 6);
    g_array_append_val (weeks, (int){days / 7});
  }
  g_array_unref (rows);
  return weeks;
}

/* Every one of the last 52; before them the last three of every 12, and long before them of every 48. */
static void
test_old_refreshes_are_sampled (void)
{
  const guint counts[] = {52, 53, 64, 156, 312, 520};

  for (guint c = 0; c < G_N_ELEMENTS (counts); c++) {
    g_autoptr (GArray) weeks = list_of_long_diary (7 * counts[c]);
    guint found = 0;

    for (int week = 0; week < (int) counts[c]; week++) {
      int age = (int) counts[c] - 1 - week;
      gboolean looked_at = age < 52 || (age < 260 ? week % 12 >= 9 : week % 48 >= 45);

      if (looked_at) {
        g_assert_cmpuint (found, <, weeks->len);
        g_assert_cmpint (g_array_index (weeks, int, found), ==, week);
        found++;
      }
    }
    g_assert_cmpuint (found, ==, weeks->len);
  }
}

static void
test_a_night_concerns_later_refreshes (void)
{
  Diary diary;
  g_autofree char *at_63 = NULL, *at_70 = NULL, *at_126 = NULL;

  diary_init (&diary, 2);
  at_63 = fingerprint_at (&diary.input, 63);
  at_70 = fingerprint_at (&diary.input, 70);
  at_126 = fingerprint_at (&diary.input, 126);
  diary.cramps[63] += 1; /* night 64 */
  gboolean changed = diary.cramps[63] == 1;
  assert_fingerprint (&diary.input, 63, at_63, TRUE);
  assert_fingerprint (&diary.input, 70, at_70, !changed);
  diary.values[0][63] = diary.values[0][63] > 0 ? 0 : 1;
  assert_fingerprint (&diary.input, 63, at_63, TRUE);
  assert_fingerprint (&diary.input, 70, at_70, FALSE);
  assert_fingerprint (&diary.input, 126, at_126, FALSE);
}

/* A night that was written down for the wrong date: only its date changes. */
static void
test_a_moved_night (void)
{
  Diary diary;
  g_autofree char *at_63 = NULL, *at_70 = NULL;

  diary_init (&diary, 2);
  for (guint i = 64; i < N; i++)
    diary.dates[i] = stn_date_add_days (diary.dates[i], 1);
  at_63 = fingerprint_at (&diary.input, 63);
  at_70 = fingerprint_at (&diary.input, 70);
  diary.dates[63] = stn_date_add_days (diary.dates[63], 1);
  assert_fingerprint (&diary.input, 63, at_63, TRUE);
  assert_fingerprint (&diary.input, 70, at_70, FALSE);
}

static void
test_what_does_not_matter (void)
{
  Diary diary;
  g_autofree char *at_70 = NULL;
  guint night = 0;

  diary_init (&diary, 3);
  at_70 = fingerprint_at (&diary.input, 70);
  while (diary.cramps[night] == 0)
    night++;
  diary.cramps[night] = 5;
  diary.entered[0][3] = STN_ENTERED_USUAL;
  diary.factors[0].cut = (StnCut){STN_CUT_AT_OR_ABOVE, 1};
  assert_fingerprint (&diary.input, 70, at_70, TRUE);
  diary.input.n_nights = 100;
  assert_fingerprint (&diary.input, 70, at_70, TRUE);
  diary.entered[0][3] = STN_ENTERED_AFTER;
  assert_fingerprint (&diary.input, 70, at_70, isnan (diary.values[0][3]));
}

/* A factor first noted on night 81 is not there at the refreshes before. */
static void
test_a_new_factor (void)
{
  Diary diary;
  g_autofree char *at_77 = NULL, *at_91 = NULL;

  diary_init (&diary, 4);
  at_77 = fingerprint_at (&diary.input, 77);
  at_91 = fingerprint_at (&diary.input, 91);
  diary.factors[1] = diary.factors[2];
  diary.input.n_factors = 2;
  assert_fingerprint (&diary.input, 77, at_77, TRUE);
  assert_fingerprint (&diary.input, 91, at_91, FALSE);
}

/* A suspect counts from the day on which it was named. */
static void
test_a_suspect (void)
{
  Diary diary;
  g_autofree char *at_14 = NULL, *at_21 = NULL, *at_77 = NULL;

  diary_init (&diary, 5);
  at_14 = fingerprint_at (&diary.input, 14);
  at_21 = fingerprint_at (&diary.input, 21);
  at_77 = fingerprint_at (&diary.input, 77);
  diary.factors[0].suspect_since = diary.dates[14];
  assert_fingerprint (&diary.input, 14, at_14, TRUE);
  assert_fingerprint (&diary.input, 21, at_21, FALSE);
  assert_fingerprint (&diary.input, 77, at_77, FALSE);
}

static StnAnalysis *
tonight (const Diary *diary, const StnRefreshes *refreshes)
{
  StnAnalysis *analysis = stn_analysis_run (&diary->input, NULL, NULL, NULL, NULL);

  g_assert_nonnull (analysis);
  stn_refreshes_publish (refreshes, analysis);
  return analysis;
}

static void
assert_same_published (const StnAnalysis *a, const StnAnalysis *b)
{
  g_assert_cmpuint (a->findings->len, ==, b->findings->len);
  for (guint j = 0; j < a->findings->len; j++) {
    const StnPublication *first = ((StnFinding *) a->findings->pdata[j])->publication;
    const StnPublication *second = ((StnFinding *) b->findings->pdata[j])->publication;

    g_assert_cmpuint (first->history->len, ==, second->history->len);
    g_assert_cmpmem (first->history->data, first->history->len * sizeof (StnPublished),
                     second->history->data, second->history->len * sizeof (StnPublished));
    g_assert_true (g_strv_equal ((const char *const *) first->entangled_with,
                                 (const char *const *) second->entangled_with));
  }
}

static GHashTable *
kept_of (const StnRefreshes *refreshes)
{
  g_autoptr (GArray) rows = stn_refreshes_list (refreshes);
  GHashTable *kept = nothing_kept ();

  for (guint i = 0; i < rows->len; i++) {
    const StnRefreshRow *row = &g_array_index (rows, StnRefreshRow, i);

    g_hash_table_insert (kept, g_strdup (row->fingerprint), g_strdup (row->findings));
  }
  return kept;
}

/* By hand: the diary cut at each refresh and analysed. */
static StnPublication *
by_hand (const Diary *diary, const char *name)
{
  StnOpinion opinions[N / 7];
  StnDate dates[N / 7];
  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_analysis_free);

  for (guint k = 0; k < N / 7; k++) {
    StnAnalysisInput cut = diary->input;

    cut.n_nights = 7 * (k + 1);
    g_ptr_array_add (runs, stn_analysis_run (&cut, NULL, NULL, NULL, NULL));
    const StnFinding *finding = stn_analysis_get_finding (runs->pdata[k], name);
    opinions[k] = (StnOpinion){finding->verdict, finding->tier,
                               (double) finding->chance_count / MAX (finding->chance_slides, 1),
                               finding->entangled_with};
    dates[k] = diary->dates[cut.n_nights - 1];
  }
  return stn_publication_new (opinions, dates, N / 7);
}

static void
test_same_as_by_hand (void)
{
  for (guint32 seed = 1; seed <= 4; seed++) {
    Diary diary;

    diary_init (&diary, seed);
    g_autoptr (StnRefreshes) refreshes = compute (&diary.input, nothing_kept ());
    g_autoptr (StnAnalysis) analysis = tonight (&diary, refreshes);
    for (guint j = 0; j < analysis->findings->len; j++) {
      const StnFinding *finding = analysis->findings->pdata[j];
      g_autoptr (StnPublication) known = by_hand (&diary, finding->name);

      g_assert_cmpuint (finding->publication->history->len, ==, known->history->len);
      g_assert_cmpmem (finding->publication->history->data,
                       known->history->len * sizeof (StnPublished), known->history->data,
                       known->history->len * sizeof (StnPublished));
    }
    g_assert_cmpint (
      stn_publication_get_last (stn_analysis_get_finding (analysis, "heat")->publication)->verdict,
      ==, STN_VERDICT_TRIGGER);
  }
}

/* Opened every week, or once at the end, with what was kept, with half of it, or with a damaged part of it. */
static void
test_cold_is_warm (void)
{
  Diary diary;

  diary_init (&diary, 6);
  g_autoptr (StnRefreshes) cold = compute (&diary.input, nothing_kept ());
  g_autoptr (StnAnalysis) known = tonight (&diary, cold);
  g_assert_true (stn_refreshes_has_new (cold));

  g_autoptr (StnRefreshes) warm = compute (&diary.input, kept_of (cold));
  g_autoptr (StnAnalysis) same = tonight (&diary, warm);
  g_assert_false (stn_refreshes_has_new (warm));
  assert_same_published (known, same);

  StnAnalysisInput earlier = diary.input;
  earlier.n_nights = 80;
  g_autoptr (StnRefreshes) begun = compute (&earlier, nothing_kept ());
  g_autoptr (StnRefreshes) ended = stn_refreshes_new (&diary.input, kept_of (begun));
  g_assert_cmpuint (stn_refreshes_count_missing (ended, NULL), ==, N / 7 - 80 / 7);
  g_assert_true (stn_refreshes_compute (ended, NULL, NULL, NULL, NULL));
  g_autoptr (StnAnalysis) weekly = tonight (&diary, ended);
  assert_same_published (known, weekly);

  GHashTable *damaged = kept_of (cold);
  g_autofree char *at_70 = fingerprint_at (&diary.input, 70);
  g_autofree char *at_77 = fingerprint_at (&diary.input, 77);
  g_hash_table_replace (damaged, g_steal_pointer (&at_70), g_strdup ("heat trigger certain 0.01"));
  g_hash_table_replace (damaged, g_steal_pointer (&at_77), g_strdup ("heat"));
  g_autoptr (StnRefreshes) mended = stn_refreshes_new (&diary.input, damaged);
  g_assert_cmpuint (stn_refreshes_count_missing (mended, NULL), ==, 2);
  g_assert_true (stn_refreshes_compute (mended, NULL, NULL, NULL, NULL));
  g_autoptr (StnAnalysis) whole = tonight (&diary, mended);
  assert_same_published (known, whole);
}

typedef struct {
  GCancellable *cancellable;
  double last;
} Watcher;

static void
cancel_half_way_cb (double fraction, gpointer data)
{
  Watcher *watcher = data;

  g_assert_cmpfloat (fraction, >=, watcher->last);
  g_assert_cmpfloat (fraction, <=, 1);
  watcher->last = fraction;
  if (fraction > .3)
    g_cancellable_cancel (watcher->cancellable);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  Watcher watcher = {cancellable, 0};
  Diary diary;

  diary_init (&diary, 7);
  g_autoptr (StnRefreshes) refreshes = stn_refreshes_new (&diary.input, nothing_kept ());
  g_cancellable_cancel (cancellable);
  g_assert_false (stn_refreshes_compute (refreshes, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (stn_refreshes_has_new (refreshes));
  g_clear_error (&error);

  g_cancellable_reset (cancellable);
  if (!stn_refreshes_compute (refreshes, cancellable, cancel_half_way_cb, &watcher, &error))
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (stn_refreshes_has_new (refreshes));
  g_assert_cmpuint (stn_refreshes_count_missing (refreshes, NULL), <, N / 7);
  g_assert_true (stn_refreshes_compute (refreshes, NULL, NULL, NULL, NULL));
}

static StnAnalysis *
analyze (StnDiary *diary, gboolean keep)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnMaterial) material = stn_diary_collect (diary, &error);
  StnAnalysis *analysis = stn_material_analyze (material, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  if (keep)
    g_assert_true (stn_diary_keep_refreshes (diary, material, &error));
  g_assert_no_error (error);
  return analysis;
}

static guint
count_kept (StnDiary *diary)
{
  g_autoptr (GHashTable) kept = stn_refresh_table_load (stn_diary_get_store (diary), NULL);

  return g_hash_table_size (kept);
}

/* A sample brings its refreshes with it. */
static void
write_sample_and_forget (StnDiary *diary, guint nights)
{
  g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (StnRefreshRow));
  StnSampleTruth truth;

  g_assert_true (
    stn_sample_write (diary, nights, STN_SAMPLE_PLANTED_DEFAULT, 3, FALSE, &truth, NULL));
  g_assert_cmpuint (count_kept (diary), ==, nights / 7);
  g_assert_true (stn_refresh_table_keep (stn_diary_get_store (diary), nothing, NULL));
  g_assert_cmpuint (count_kept (diary), ==, 0);
}

/* Through the file: what is kept is used, is not in the change log, and does not grow with what is out of date. */
static void
test_kept_in_the_diary (DiaryFixture *fixture, gconstpointer data)
{
  StnStore *store = stn_diary_get_store (fixture->diary);

  write_sample_and_forget (fixture->diary, 120);
  gint64 seq = stn_change_log_last_seq (store, NULL);
  g_autoptr (StnAnalysis) cold = analyze (fixture->diary, FALSE);
  g_assert_cmpuint (count_kept (fixture->diary), ==, 0);
  g_autoptr (StnAnalysis) kept = analyze (fixture->diary, TRUE);
  g_assert_cmpuint (count_kept (fixture->diary), ==, 17);
  g_autoptr (StnAnalysis) warm = analyze (fixture->diary, TRUE);
  assert_same_published (cold, kept);
  assert_same_published (cold, warm);
  g_assert_cmpint (stn_change_log_last_seq (store, NULL), ==, seq);

  g_assert_true (
    stn_diary_log_cramps (fixture->diary, night_of ("2026-11-10"), 9, NULL, NULL, NULL));
  g_autoptr (StnAnalysis) later = analyze (fixture->diary, TRUE);
  g_assert_cmpuint (count_kept (fixture->diary), ==, 17);
  g_autoptr (StnDiary) other = diary_fixture_open_again (fixture);
  g_autoptr (StnAnalysis) seen = analyze (other, FALSE);
  assert_same_published (later, seen);
}

/* While another program writes, nothing is kept, nobody waits, and a person's save is as it was. */
static void
test_busy (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnDiary) other = diary_fixture_open_again (fixture);

  write_sample_and_forget (fixture->diary, 35);
  g_assert_true (stn_store_begin (stn_diary_get_store (other), "edit-night", "person", NULL));
  g_autoptr (StnAnalysis) analysis = analyze (fixture->diary, TRUE);
  g_assert_cmpuint (count_kept (fixture->diary), ==, 0);
  stn_store_rollback (stn_diary_get_store (other));
  g_autoptr (StnAnalysis) again = analyze (fixture->diary, TRUE);
  g_assert_cmpuint (count_kept (fixture->diary), ==, 5);
}

static void
test_read_only (DiaryFixture *fixture, gconstpointer data)
{
  write_sample_and_forget (fixture->diary, 35);
  g_autoptr (StnDiary) reader =
    stn_diary_open (fixture->path, STN_STORE_READ_ONLY, fixture->clock, NULL);
  g_autoptr (StnAnalysis) read = analyze (reader, TRUE);
  g_assert_cmpuint (count_kept (fixture->diary), ==, 0);
  g_autoptr (StnAnalysis) analysis = analyze (fixture->diary, TRUE);
  assert_same_published (read, analysis);
}

static void
add (const char *name, void (*test) (DiaryFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/diary/refreshes/", name, NULL);

  g_test_add (path, DiaryFixture, NULL, diary_fixture_set_up, test, diary_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diary/refreshes/every-seventh-night", test_every_seventh_night);
  g_test_add_func ("/diary/refreshes/weeks-without-entries", test_weeks_without_entries);
  g_test_add_func ("/diary/refreshes/old-refreshes-are-sampled", test_old_refreshes_are_sampled);
  g_test_add_func ("/diary/refreshes/a-night-concerns-later-ones",
                   test_a_night_concerns_later_refreshes);
  g_test_add_func ("/diary/refreshes/a-moved-night", test_a_moved_night);
  g_test_add_func ("/diary/refreshes/what-does-not-matter", test_what_does_not_matter);
  g_test_add_func ("/diary/refreshes/a-new-factor", test_a_new_factor);
  g_test_add_func ("/diary/refreshes/a-suspect", test_a_suspect);
  g_test_add_func ("/diary/refreshes/same-as-by-hand", test_same_as_by_hand);
  g_test_add_func ("/diary/refreshes/cold-is-warm", test_cold_is_warm);
  g_test_add_func ("/diary/refreshes/cancelled", test_cancelled);
  add ("kept-in-the-diary", test_kept_in_the_diary);
  add ("busy", test_busy);
  add ("read-only", test_read_only);
  return g_test_run ();
}
