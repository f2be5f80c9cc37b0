/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the analysis of one simulated diary takes, and how much memory: one row of a table.
 *
 *   bench-speed SCENARIO NIGHTS FACTORS [CSV META]   with two files the diary is written there, too
 *
 * Columns: diary, CPU time in ms (best of RUNS), selection steps, transforms, million operations, peak memory in MB.
 */
#include "person.h"

#include "base/stn-text-number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#define SEED 2000001
#define RUNS 5
#define CATALOGUE 25

/* Newton's steps of a usual fit. */
#define NEWTON_STEPS 5

/* More columns than there are in the catalogue: its own, backwards in time. */
static void
widen (Person *person, guint n_factors)
{
  StnAnalysisInput *input = &person->input;
  guint n_own = input->n_factors;

  person->factors = g_renew (StnAnalysisFactor, person->factors, n_factors);
  input->factors = person->factors;
  for (guint j = n_own; j < n_factors; j++) {
    double *values = g_new (double, input->n_nights);

    person->factors[j] = person->factors[j - n_own];
    for (guint i = 0; i < input->n_nights; i++)
      values[i] = person->factors[j - n_own].values[input->n_nights - 1 - i];
    person->factors[j].name = g_intern_string (g_strdup_printf ("backwards_%u", j));
    person->factors[j].values = values;
  }
  input->n_factors = n_factors;
}

static void
write_text (const char *path, const GString *text)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_set_contents (path, text->str, (gssize) text->len, &error))
    g_error ("%s", error->message);
}

static void
write_csv (const StnAnalysisInput *input, const char *path)
{
  g_autoptr (GString) text = g_string_new ("date,cramps,severity");
  char date[STN_DATE_TEXT_SIZE], number[STN_REAL_TEXT_SIZE];

  for (guint j = 0; j < input->n_factors; j++)
    g_string_append_printf (text, ",%s", input->factors[j].name);
  for (guint i = 0; i < input->n_nights; i++) {
    g_string_append_printf (text, "\n%s,%d,", stn_date_to_text (input->dates[i], date),
                            input->cramps[i]);
    for (guint j = 0; j < input->n_factors; j++) {
      double value = input->factors[j].values[i];

      g_string_append_printf (text, ",%s", isnan (value) ? "" : stn_real_to_text (value, number));
    }
  }
  g_string_append_c (text, '\n');
  write_text (path, text);
}

static void
write_meta (const StnAnalysisInput *input, const char *path)
{
  g_autoptr (GString) text = g_string_new ("{\"factors\":[");

  for (guint j = 0; j < input->n_factors; j++)
    g_string_append_printf (text, "%s{\"name\":\"%s\",\"type\":\"%s\",\"expected\":\"%s\"}",
                            j > 0 ? "," : "", input->factors[j].name,
                            stn_factor_kind_to_token (input->factors[j].kind),
                            stn_direction_to_token (input->factors[j].expected));
  g_string_append (text, "],\"medicines\":[]}\n");
  write_text (path, text);
}

static double
cpu_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return 1e3 * (double) usage.ru_utime.tv_sec + 1e-3 * (double) usage.ru_utime.tv_usec +
         1e3 * (double) usage.ru_stime.tv_sec + 1e-3 * (double) usage.ru_stime.tv_usec;
}

/* Best of RUNS; the steps of the selection are those that chose a factor and the one that did not. */
static double
time_analysis (const StnAnalysisInput *input, guint *ret_steps)
{
  double best = INFINITY;

  for (guint run = 0; run < RUNS; run++) {
    g_autoptr (GError) error = NULL;
    double start = cpu_ms ();
    g_autoptr (StnAnalysis) analysis = stn_analysis_run (input, NULL, NULL, NULL, &error);

    best = MIN (best, cpu_ms () - start);
    g_assert_no_error (error);
    *ret_steps = 1;
    for (guint j = 0; j < analysis->findings->len; j++) {
      const StnFinding *finding = analysis->findings->pdata[j];

      *ret_steps += finding->tier >= STN_TIER_LIKELY || finding->entangled_with[0] != NULL;
    }
  }
  return best;
}

/* A step of the selection transforms weights, residuals and p model columns, and for each of m factors its values, its squares
 * and p + 2 products; a transform of N (at least twice the calendar) is 5 N log2 N operations. An estimate is a fit of
 * p + 1 columns to n nights, each Newton step n p^2 operations and as many again for what lies around it. */
static void
print_row (const char *scenario, const StnAnalysisInput *input, double ms, guint n_steps)
{
  guint n = input->n_nights, m = input->n_factors;
  guint n_days = (guint) stn_date_days_between (input->dates[0], input->dates[n - 1]) + 1;
  guint p = 4 + CLAMP (n_days / 30, 1, 36) + (n_days >= 1096 ? 2 : 0);
  guint n_transforms = n_steps * (m * (p + 4) + p + 2);
  double size = exp2 (ceil (log2 (2.0 * n_days)));
  double operations =
    n_transforms * 5 * size * log2 (size) + 2.0 * (m + n_steps) * NEWTON_STEPS * (double) n * p * p;
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  printf ("| %s %u x %u | %.1f | %u | %u | %.0f | %.1f |\n", scenario, n_days, m, ms, n_steps,
          n_transforms, operations / 1e6, (double) usage.ru_maxrss / 1024);
}

int
main (int argc, char **argv)
{
  guint n_steps;

  if (argc != 4 && argc != 6) {
    fprintf (stderr, "usage: bench-speed SCENARIO NIGHTS FACTORS [CSV META]\n");
    return 2;
  }
  guint n_factors = (guint) atoi (argv[3]);
  g_autoptr (Person) person = person_new (scenario_get (argv[1]), (guint) atoi (argv[2]),
                                          n_factors > 12 ? CATALOGUE : 12, SEED);

  widen (person, n_factors);
  person->input.n_medicines = 0;
  if (argc == 6) {
    write_csv (&person->input, argv[4]);
    write_meta (&person->input, argv[5]);
  }
  double ms = time_analysis (&person->input, &n_steps);
  print_row (argv[1], &person->input, ms, n_steps);
  return 0;
}
