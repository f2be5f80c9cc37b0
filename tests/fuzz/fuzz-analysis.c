/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "analyze TABLE --meta META": the input is META, a zero byte, the table. What is read is analysed if it is small; the result is
 * JSON without a number where there is no answer. */
#include "fuzz-target.h"

#include "exchange/stn-analysis-csv.h"
#include "exchange/stn-analysis-json.h"
#include "exchange/stn-analysis-meta.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#define NIGHTS_MAX 200
#define FACTORS_MAX 6

static char *meta_path, *table;

void
fuzz_target_set_up (void)
{
  meta_path = fuzz_path ("meta.json");
  table = fuzz_path ("table.csv");
}

static void
check_estimate (const StnEstimate *estimate)
{
  if (!estimate->known)
    return;
  g_assert_true (isfinite (estimate->odds_ratio) && estimate->odds_ratio > 0);
  g_assert_true (estimate->p_value >= 0 && estimate->p_value <= 1);
  g_assert_true (estimate->ci_low <= estimate->odds_ratio);
  g_assert_true (estimate->odds_ratio <= estimate->ci_high);
}

static void
check_analysis (const StnAnalysisInput *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnAnalysis) analysis = stn_analysis_run (input, NULL, NULL, NULL, &error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *json = NULL;

  if (!fuzz_check (analysis != NULL, &error))
    return;
  g_assert_cmpuint (analysis->findings->len, ==, input->n_factors);
  for (guint i = 0; i < analysis->findings->len; i++) {
    const StnFinding *finding = g_ptr_array_index (analysis->findings, i);

    check_estimate (&finding->estimate);
    g_assert_cmpuint (finding->cramps_with, <=, finding->nights_with);
    g_assert_cmpuint (finding->cramps_without, <=, finding->nights_without);
  }
  for (guint i = 0; i < analysis->medicines->len; i++)
    check_estimate (
      &((const StnMedicineFinding *) g_ptr_array_index (analysis->medicines, i))->estimate);
  json = stn_analysis_to_json (analysis);
  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
}

void
fuzz_target_run (const guint8 *bytes, gsize size)
{
  const guint8 *end = size > 0 ? memchr (bytes, '\0', size) : NULL;
  const gsize meta_size = end != NULL ? (gsize) (end - bytes) : size;
  g_autoptr (StnAnalysisMeta) meta = NULL;
  g_autoptr (StnAnalysisCsv) csv = NULL;
  g_autoptr (GError) error = NULL;

  fuzz_write (meta_path, bytes, meta_size);
  meta = stn_analysis_meta_read (meta_path, &error);
  if (!fuzz_check (meta != NULL, &error) || end == NULL)
    return;
  fuzz_write (table, end + 1, size - meta_size - 1);
  csv = stn_analysis_csv_read (table, meta, &error);
  if (!fuzz_check (csv != NULL, &error))
    return;
  const StnAnalysisInput *input = stn_analysis_csv_get_input (csv);

  if (input->n_nights <= NIGHTS_MAX && input->n_factors <= FACTORS_MAX)
    check_analysis (input);
}
