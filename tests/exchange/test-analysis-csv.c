/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-analysis-csv.h"
#include "exchange/stn-analysis-json.h"
#include "exchange/stn-exchange-error.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define META                                                                                       \
  "{\"factors\":[{\"name\":\"nap\",\"type\":\"binary\",\"expected\":\"up\"},"                      \
  "{\"name\":\"tea\",\"type\":\"count\",\"expected\":\"none\",\"suspect\":true}],"                 \
  "\"medicines\":[{\"name\":\"m\",\"start\":\"2024-01-03\",\"stop\":\"2024-02-03\"}]}"

static StnAnalysisMeta *
read_meta (const char *text, GError **error)
{
  g_assert_true (g_file_set_contents ("meta.json", text, -1, NULL));
  return stn_analysis_meta_read ("meta.json", error);
}

static StnAnalysisCsv *
read_csv (const char *text, GError **error)
{
  g_autoptr (StnAnalysisMeta) meta = read_meta (META, NULL);

  g_assert_true (g_file_set_contents ("diary.csv", text, -1, NULL));
  return stn_analysis_csv_read ("diary.csv", meta, error);
}

static void
test_reading (void)
{
  g_autoptr (StnAnalysisCsv) csv =
    read_csv ("date,cramps,other,tea,tea:entered,nap\n2024-01-05,2,x,3,after,1\n"
              "2024-01-04,,x,9,,1\n2024-01-03,0,x,,evening,0\n",
              NULL);
  const StnAnalysisInput *input = stn_analysis_csv_get_input (csv);

  g_assert_cmpuint (input->n_nights, ==, 2);
  g_assert_cmpint (input->cramps[0], ==, 0);
  g_assert_cmpint (input->cramps[1], ==, 2);
  g_assert_cmpint (stn_date_compare (input->dates[0], stn_date_new (2024, 1, 3)), ==, 0);
  g_assert_cmpuint (input->n_factors, ==, 2);
  g_assert_cmpstr (input->factors[0].name, ==, "nap");
  g_assert_cmpint (input->factors[0].expected, ==, STN_DIRECTION_UP);
  g_assert_cmpfloat (input->factors[0].weight, ==, 2);
  g_assert_cmpfloat (input->factors[0].values[1], ==, 1);
  g_assert_cmpfloat (input->factors[1].weight, ==, 5);
  g_assert_true (isnan (input->factors[1].values[0]));
  g_assert_cmpint (input->factors[1].entered[1], ==, STN_ENTERED_AFTER);
  g_assert_cmpuint (input->n_medicines, ==, 2);
  g_assert_cmpint (input->medicines[1].change, ==, STN_MEDICINE_STOP);
}

static void
test_factor_without_column (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_csv ("date,event,nap\n2024-01-03,1,0\n", &error));
  g_assert_error (error, STN_EXCHANGE_ERROR, STN_EXCHANGE_ERROR_MAPPING);
  g_assert_nonnull (strstr (error->message, "diary.csv:1: there is no column 'tea'"));
}

static void
test_bad_rows (void)
{
  static const struct {
    const char *text, *words;
  } rows[] = {
    {"", "diary.csv"},
    {"cramps,nap\n1,0\n", "'date'"},
    {"date,nap\n2024-01-03,0\n", "'cramps'"},
    {"date,cramps,nap,nap\n", "twice"},
    {"date,cramps,nap,tea\n2024-02-30,1,0,\n", "diary.csv:2:"},
    {"date,cramps,nap,tea\n2024-01-03,1,0,\n2024-01-03,0,0,\n", "diary.csv:3:"},
    {"date,cramps,nap,tea\n2024-01-03,-1,0,\n", "diary.csv:2: cramps"},
    {"date,cramps,severity,nap,tea\n2024-01-03,1,11,,\n", "diary.csv:2: severity 11"},
    {"date,cramps,severity,nap,tea\n2024-01-03,1,-1,,\n", "diary.csv:2: severity -1"},
    {"date,cramps,severity,nap,tea\n2024-01-03,1,bad,,\n", "diary.csv:2: severity"},
    {"date,cramps,nap,tea\n2024-01-03,1,yes,\n", "nap: "},
    {"date,cramps,nap,tea\n2024-01-03,1,2,\n", "neither 0 nor 1"},
    {"date,cramps,nap,tea\n2024-01-03,1,,nan\n", "tea: "},
    {"date,cramps,nap,tea\n2024-01-03,1,,1e309\n", "tea: "},
    {"date,cramps,nap,tea,tea:entered\n2024-01-03,1,,1,noon\n", "noon"},
    {"date,cramps,nap,tea\n2024-01-03,1\n", "diary.csv:2:"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (read_csv (rows[i].text, &error));
    g_assert_cmpint (error->domain, ==, STN_EXCHANGE_ERROR);
    if (strstr (error->message, rows[i].words) == NULL)
      g_error ("'%s' does not say %s", error->message, rows[i].words);
  }
}

static void
test_bad_meta (void)
{
  static const struct {
    const char *text, *words;
  } rows[] = {
    {"", "meta.json"},
    {"[]", "not an object"},
    {"{\"factors\":", "meta.json:1: not written as JSON is: "},
    {"{\n\"factors\":[}", "meta.json:2: not written as JSON is: "},
    {"{}", "factors: missing"},
    {"{\"factors\":{}}", "factors: not a list"},
    {"{\"factors\":[3]}", "not an object"},
    {"{\"factors\":[{\"type\":\"count\"}]}", "factor 1: name: missing"},
    {"{\"factors\":[{\"name\":\"a\"}]}", "type: missing"},
    {"{\"factors\":[{\"name\":\"a\",\"type\":\"odd\"}]}", "odd"},
    {"{\"factors\":[{\"name\":\"a\",\"type\":\"count\",\"expected\":\"left\"}]}", "left"},
    {"{\"factors\":[{\"name\":\"a\",\"type\":\"count\",\"suspect\":1}]}", "suspect"},
    {"{\"factors\":[{\"name\":\"a\",\"type\":\"count\"},{\"name\":\"a\",\"type\":\"count\"}]}",
     "factor 2: a: there twice"},
    {"{\"factors\":[],\"medicines\":[{\"name\":\"m\",\"start\":\"soon\"}]}", "medicine 1"},
    {"{\"factors\":[],\"medicines\":[{\"name\":\"m\",\"start\":\"2024-03-02\",\"stop\":\"2024-03-"
     "01\"}]}",
     "stops before it starts"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (read_meta (rows[i].text, &error));
    g_assert_cmpint (error->domain, ==, STN_EXCHANGE_ERROR);
    g_assert_true (g_str_has_prefix (error->message, "meta.json:"));
    if (strstr (error->message, rows[i].words) == NULL)
      g_error ("'%s' does not say %s", error->message, rows[i].words);
  }
}

/* All keys are there, in the order of the format, and what has no answer is null. */
static void
test_json (void)
{
  g_autoptr (StnAnalysisCsv) csv = read_csv ("date,cramps,nap,tea\n2024-01-03,1,0,\n", NULL);
  g_autoptr (StnAnalysis) analysis =
    stn_analysis_run (stn_analysis_csv_get_input (csv), NULL, NULL, NULL, NULL);
  g_autofree char *json = stn_analysis_to_json (analysis);
  static const char *const keys[] = {
    "schema",        "nights",         "cramp_nights",
    "frequency",     "per_week",       "trend",
    "season",        "factors",        "name",
    "type",          "unit",           "odds_ratio",
    "ci_low",        "ci_high",        "ci_level",
    "p_value",       "chance",         "chance_count",
    "chance_slides", "q_value",        "verdict",
    "tier",          "published",      "entangled_with",
    "cut",           "cut_side",       "nights_with",
    "cramps_with",   "nights_without", "cramps_without",
    "late_values",   "diff_per_100",   "diff_low",
    "diff_high",     "nights_needed",  "nights_for_power",
    "medicines",     "relief",         "forecast",
  };
  const char *place = json;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autofree char *key = g_strdup_printf ("\"%s\":", keys[i]);

    place = strstr (place, key);
    if (place == NULL)
      g_error ("no %s after the keys before it", key);
  }
  g_assert_nonnull (strstr (json, "\"odds_ratio\":null"));
  g_assert_nonnull (strstr (json, "\"cut\":1,"));
  g_assert_true (g_str_has_suffix (json, "}\n"));
  g_assert_null (strstr (json, "nan"));
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("stillnight-test-XXXXXX", NULL);

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (g_chdir (folder), ==, 0);
  g_test_add_func ("/exchange/analysis-csv/reading", test_reading);
  g_test_add_func ("/exchange/analysis-csv/factor-without-column", test_factor_without_column);
  g_test_add_func ("/exchange/analysis-csv/bad-rows-name-file-and-line", test_bad_rows);
  g_test_add_func ("/exchange/analysis-meta/bad-files-are-refused", test_bad_meta);
  g_test_add_func ("/exchange/analysis-json/keys-and-nulls", test_json);
  int failed = g_test_run ();
  g_remove ("meta.json");
  g_remove ("diary.csv");
  g_assert_cmpint (g_chdir ("/"), ==, 0);
  g_rmdir (folder);
  return failed;
}
