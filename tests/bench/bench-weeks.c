/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person sees who looks every week of the first year: simulated diaries, and the tiers that the diary's own weekly
 * refreshes publish (diary/stn-refreshes.h).
 *
 *   bench-weeks [DIARIES [SEED [SCENARIO]]]   one line per scenario
 */
#include "person.h"
#include "tally.h"

#include "analysis/stn-publication.h"
#include "diary/stn-refreshes.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define N_DAYS 365
#define N_FACTORS 12
#define NEVER G_MAXUINT

/**
 * Year: what was ever published in the first year of many diaries.
 * @likely, @confirmed: diaries in which a factor without effect was ever published as likely (or more), as confirmed.
 * @found: diaries in which a true factor was ever published in the right direction. @first_nights: (element-type guint) the
 * night on which it first was, NEVER.
 * @changes, @squares: changes between not named, likely and confirmed, of all factors; sum over diaries, and of squares.
 * @comings: those of them by which a factor comes to be named, or ceases to be.
 */
typedef struct {
  guint n_diaries;
  Share likely;
  Share confirmed;
  Share found;
  GArray *first_nights;
  double changes;
  double squares;
  double comings;
  double coming_squares;
} Year;

/* What one diary published. */
typedef struct {
  gboolean false_likely;
  gboolean false_confirmed;
  guint first_night;
  guint changes;
  guint comings;
} Sight;

/* Neither "possible" nor "unlikely" names a factor. */
static StnTier
named_tier (const StnPublished *published)
{
  return published->known && published->tier >= STN_TIER_LIKELY ? published->tier : STN_TIER_NONE;
}

static void
look_at (Sight *self, const StnPublication *publication, double truth, StnDate first)
{
  StnTier before = STN_TIER_NONE;

  for (guint i = 0; i < publication->history->len; i++) {
    const StnPublished *published = &g_array_index (publication->history, StnPublished, i);
    StnTier tier = named_tier (published);
    guint night = (guint) stn_date_days_between (first, published->since) + 1;

    self->changes += tier != before;
    self->comings += (tier == STN_TIER_NONE) != (before == STN_TIER_NONE);
    before = tier;
    if (tier == STN_TIER_NONE)
      continue;
    if (truth == 0) {
      self->false_likely = TRUE;
      self->false_confirmed |= tier == STN_TIER_CONFIRMED;
    } else if ((published->verdict == STN_VERDICT_TRIGGER) == (truth > 0)) {
      self->first_night = MIN (self->first_night, night);
    }
  }
}

static void
count (Share *share, gboolean hit)
{
  share->hits += hit;
  share->tries++;
}

static void
year_add (Year *self, const Person *person)
{
  GHashTable *nothing_kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (StnRefreshes) refreshes = stn_refreshes_new (&person->input, nothing_kept);
  g_autoptr (GError) error = NULL;
  g_autoptr (StnAnalysis) analysis = stn_analysis_run (&person->input, NULL, NULL, NULL, &error);
  Sight sight = {.first_night = NEVER};

  g_assert_no_error (error);
  stn_refreshes_compute (refreshes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  stn_refreshes_publish (refreshes, analysis);
  for (guint j = 0; j < person->input.n_factors; j++) {
    const StnFinding *finding = stn_analysis_get_finding (analysis, person->factors[j].name);

    look_at (&sight, finding->publication, person->truths[j], person->dates[0]);
  }
  self->n_diaries++;
  count (&self->likely, sight.false_likely);
  count (&self->confirmed, sight.false_confirmed);
  count (&self->found, sight.first_night != NEVER);
  g_array_append_val (self->first_nights, sight.first_night);
  self->changes += sight.changes;
  self->squares += (double) sight.changes * sight.changes;
  self->comings += sight.comings;
  self->coming_squares += (double) sight.comings * sight.comings;
}

static void
print_share (Share share)
{
  double p = share_of (share);

  printf ("| %.3f (%.3f) ", p, sqrt (p * (1 - p) / share.tries));
}

static int
compare_nights (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* A diary in which it was never found counts as later than the year. */
static void
print_median_night (GArray *nights)
{
  g_array_sort (nights, compare_nights);
  guint middle = g_array_index (nights, guint, nights->len / 2);

  if (middle == NEVER)
    printf ("| > %d ", N_DAYS);
  else
    printf ("| %u ", middle);
}

static void
print_mean (double sum, double squares, double n)
{
  double mean = sum / n;

  printf ("| %.2f (%.2f) ", mean, sqrt (MAX (0, squares / n - mean * mean) / n));
}

static void
print_year (const char *name, const Year *year)
{
  printf ("| %s ", name);
  print_share (year->likely);
  print_share (year->confirmed);
  print_share (year->found);
  print_median_night (year->first_nights);
  print_mean (year->changes, year->squares, year->n_diaries);
  print_mean (year->comings, year->coming_squares, year->n_diaries);
  printf ("|\n");
  fflush (stdout);
}

int
main (int argc, char **argv)
{
  static const char *const usual[] = {"null", "autocorr_null", "strong", NULL};
  const char *only[] = {argc > 3 ? argv[3] : NULL, NULL};
  guint n_diaries = argc > 1 ? (guint) atoi (argv[1]) : 300;
  guint64 seed = argc > 2 ? g_ascii_strtoull (argv[2], NULL, 10) : 1;

  printf ("%u diaries of %d nights and %d factors, seeds from %" G_GUINT64_FORMAT
          "; share or mean (standard error)\n\n",
          n_diaries, N_DAYS, N_FACTORS, seed);
  printf ("| scenario | ever a false likely | ever a false confirmed | ever a true likely | first, "
          "median night | tier changes a year | named or no more, a year |\n"
          "|---|---|---|---|---|---|---|\n");
  for (const char *const *name = only[0] != NULL ? only : usual; *name != NULL; name++) {
    g_autoptr (GArray) first_nights = g_array_new (FALSE, FALSE, sizeof (guint));
    Year year = {.first_nights = first_nights};

    for (guint i = 0; i < n_diaries; i++) {
      g_autoptr (Person) person = person_new (scenario_get (*name), N_DAYS, N_FACTORS, seed + i);

      year_add (&year, person);
    }
    print_year (*name, &year);
  }
  return 0;
}
