/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-column.h"
#include "analysis/stn-counts.h"
#include "diary-builder.h"
#include "known.h"

#include <math.h>

static StnRecord *
record_of (DiaryBuilder *diary, guint factor, StnCalendar **ret_calendar)
{
  StnAnalysisInput input = diary_builder_input (diary);

  *ret_calendar = stn_calendar_new (&input);
  return stn_record_new (&diary->factors[factor], *ret_calendar);
}

/* Nights 0-9 have cramps; values 0, 1, 2, ... on @n_early nights in the evening, then @n_late after the night. */
static void
check_late (guint n_early, guint n_late, guint recorded, guint late)
{
  g_autoptr (DiaryBuilder) diary = diary_builder_new (60, 1);
  double *values = diary_builder_add (diary, "tea", STN_FACTOR_COUNT);
  g_autoptr (StnCalendar) calendar = NULL;

  for (guint i = 0; i < n_early + n_late; i++) {
    values[i] = i;
    diary->entered[0][i] = i < n_early ? STN_ENTERED_EVENING : STN_ENTERED_AFTER;
  }
  g_autoptr (StnRecord) record = record_of (diary, 0, &calendar);
  g_assert_cmpuint (record->n_recorded, ==, recorded);
  g_assert_cmpuint (record->n_late, ==, late);
}

static void
test_late_values (void)
{
  check_late (20, 5, 20, 0);
  check_late (19, 5, 24, 5);
  check_late (0, 30, 30, 30);
}

static void
test_floors (void)
{
  static const struct {
    guint recorded, cramps;
    gboolean has_floors;
  } rows[] = {{20, 5, TRUE}, {19, 5, FALSE}, {20, 4, FALSE}, {20, 15, TRUE}, {20, 16, FALSE}};

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++) {
    g_autoptr (DiaryBuilder) diary = diary_builder_new (40, 1);
    double *values = diary_builder_add (diary, "tea", STN_FACTOR_COUNT);
    g_autoptr (StnCalendar) calendar = NULL;

    for (guint i = 0; i < rows[r].recorded; i++) {
      values[i] = i;
      diary->cramps[i] = i < rows[r].cramps;
    }
    g_autoptr (StnRecord) record = record_of (diary, 0, &calendar);
    g_assert_cmpint (stn_record_has_floors (record), ==, rows[r].has_floors);
  }
}

static void
test_contrast (void)
{
  for (guint yes = 0; yes <= 30; yes++) {
    g_autoptr (DiaryBuilder) diary = diary_builder_new (30, 1);
    double *values = diary_builder_add (diary, "nap", STN_FACTOR_BINARY);
    g_autoptr (StnCalendar) calendar = NULL;

    for (guint i = 0; i < 30; i++)
      values[i] = i < yes;
    g_autoptr (StnRecord) record = record_of (diary, 0, &calendar);
    g_assert_cmpint (stn_record_has_contrast (record), ==, yes >= 5 && yes <= 25);
  }
}

static void
test_nights_needed (void)
{
  static const struct {
    guint recorded, cramps;
    StnOptInt needed;
  } rows[] = {
    {40, 20, STN_KNOWN_INT (0)}, /* nothing is missing */
    {10, 20,
     STN_KNOWN_INT (40)}, /* ten more values, one night in four; cramps follow: 5 of 20 is enough */
    {40, 2, STN_KNOWN_INT (60)}, /* three more cramp nights at one night in twenty */
    {40, 0, STN_UNKNOWN_INT},    /* never a cramp: there is no answer */
    {0, 20, STN_UNKNOWN_INT},    /* never recorded */
  };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++) {
    g_autoptr (DiaryBuilder) diary = diary_builder_new (40, 1);
    double *values = diary_builder_add (diary, "tea", STN_FACTOR_COUNT);
    g_autoptr (StnCalendar) calendar = NULL;

    for (guint i = 0; i < 40; i++) {
      diary->cramps[i] = rows[r].cramps == 20 ? i % 2 : i < rows[r].cramps;
      if (i < rows[r].recorded)
        values[i] = i;
    }
    g_autoptr (StnRecord) record = record_of (diary, 0, &calendar);
    StnOptInt needed = stn_record_get_nights_needed (record, calendar);
    g_assert_true (stn_opt_int_equal (needed, rows[r].needed));
  }
}

static void
check_counts (StnFactorKind kind, StnCut cut, const guint (*answers)[4])
{
  static const double x[] = {0, 1, 1, 0, 1, NAN, 1, 0};
  static const int y[] = {0, 1, 0, 0, 2, 3, 1, 1};
  g_autoptr (DiaryBuilder) diary = diary_builder_new (8, 1);
  double *values = diary_builder_add (diary, "nap", kind);
  g_autoptr (StnCalendar) calendar = NULL;

  diary->factors[0].cut = cut;
  for (guint i = 0; i < 8; i++) {
    values[i] = x[i];
    diary->cramps[i] = y[i];
  }
  g_autoptr (StnRecord) record = record_of (diary, 0, &calendar);
  StnCounts counts = stn_counts_of (&diary->factors[0], record, calendar);
  g_assert_true (counts.known);
  g_assert_cmpuint (counts.nights_with, ==, (*answers)[0]);
  g_assert_cmpuint (counts.cramps_with, ==, (*answers)[1]);
  g_assert_cmpuint (counts.nights_without, ==, (*answers)[2]);
  g_assert_cmpuint (counts.cramps_without, ==, (*answers)[3]);
}

/* Seven values recorded, four of them 1; a night with three cramps is one cramp night, and not recorded is in neither. */
static void
test_counts (void)
{
  const StnCut none = {STN_CUT_NONE, 0};

  check_counts (STN_FACTOR_BINARY, none, &(const guint[4]){4, 3, 3, 1});
  check_counts (STN_FACTOR_COUNT, none,
                &(const guint[4]){0, 0, 7, 4}); /* median 1: nothing above it */
  check_counts (STN_FACTOR_COUNT, (StnCut){STN_CUT_ABOVE, .5}, &(const guint[4]){4, 3, 3, 1});
  check_counts (STN_FACTOR_COUNT, (StnCut){STN_CUT_BELOW, 1}, &(const guint[4]){3, 1, 4, 3});
  check_counts (STN_FACTOR_COUNT, (StnCut){STN_CUT_AT_OR_BELOW, 0}, &(const guint[4]){3, 1, 4, 3});
}

static void
test_no_cut (void)
{
  g_autoptr (DiaryBuilder) diary = diary_builder_new (8, 1);
  double *same = diary_builder_add (diary, "same", STN_FACTOR_COUNT);
  g_autoptr (StnCalendar) calendar = NULL, again = NULL;

  diary_builder_add (diary, "never", STN_FACTOR_COUNT);
  for (guint i = 0; i < 8; i++)
    same[i] = 3;
  g_autoptr (StnRecord) constant = record_of (diary, 0, &calendar);
  g_autoptr (StnRecord) never = record_of (diary, 1, &again);
  g_assert_false (stn_counts_of (&diary->factors[0], constant, calendar).known);
  g_assert_false (stn_counts_of (&diary->factors[1], never, calendar).known);
}

static void
test_column (void)
{
  g_autoptr (DiaryBuilder) diary = diary_builder_new (41, 1);
  double *values = diary_builder_add (diary, "tea", STN_FACTOR_CONTINUOUS);
  g_autoptr (StnCalendar) calendar = NULL;

  /* 0 to 39 and one night without: by hand, the 2.5 and 97.5 % quantiles are .975 and 38.025. */
  for (guint i = 0; i < 40; i++)
    values[i] = i;
  g_autoptr (StnRecord) record = record_of (diary, 0, &calendar);
  g_autoptr (StnColumn) column = stn_column_new (STN_FACTOR_CONTINUOUS, record, 41);
  double squares = 2 * (38.025 - 19.5) * (38.025 - 19.5);
  for (guint i = 1; i < 39; i++)
    squares += (i - 19.5) * (i - 19.5);
  assert_close (column->unit, 2 * sqrt (squares / 40), 1e-13);
  assert_close (column->values[0], (.975 - 19.5) / column->unit, 1e-13);
  assert_close (column->values[30], 10.5 / column->unit, 1e-13);
  g_assert_cmpfloat (column->values[40], ==, 0);
}

static void
test_huge_values (void)
{
  g_autoptr (DiaryBuilder) diary = diary_builder_new (40, 1);
  double *values = diary_builder_add (diary, "tea", STN_FACTOR_CONTINUOUS);
  g_autoptr (StnCalendar) calendar = NULL;

  for (guint i = 0; i < 40; i++)
    values[i] = i % 2 == 0 ? 1e308 : -1e308;
  g_autoptr (StnRecord) record = record_of (diary, 0, &calendar);
  g_autoptr (StnColumn) column = stn_column_new (STN_FACTOR_CONTINUOUS, record, 40);
  g_assert_false (column->unit_known);
  assert_close (column->values[0], .5, 1e-15);
}

static void
test_constant_once_winsorised (void)
{
  g_autoptr (DiaryBuilder) diary = diary_builder_new (400, 1);
  double *values = diary_builder_add (diary, "tea", STN_FACTOR_CONTINUOUS);
  g_autoptr (StnCalendar) calendar = NULL;

  for (guint i = 0; i < 400; i++)
    values[i] = i < 5 ? i : 7;
  g_autoptr (StnRecord) record = record_of (diary, 0, &calendar);
  g_assert_true (stn_record_has_contrast (record));
  g_assert_null (stn_column_new (STN_FACTOR_CONTINUOUS, record, 400));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/record/late-values-only-without-enough-others", test_late_values);
  g_test_add_func ("/analysis/record/floors", test_floors);
  g_test_add_func ("/analysis/record/contrast", test_contrast);
  g_test_add_func ("/analysis/record/nights-needed", test_nights_needed);
  g_test_add_func ("/analysis/counts/by-hand", test_counts);
  g_test_add_func ("/analysis/counts/no-cut-no-counts", test_no_cut);
  g_test_add_func ("/analysis/column/winsorised-centred-scaled", test_column);
  g_test_add_func ("/analysis/column/values-near-the-end-of-the-range", test_huge_values);
  g_test_add_func ("/analysis/column/constant-once-winsorised", test_constant_once_winsorised);
  return g_test_run ();
}
