/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-analysis-json.h"
#include "analysis/stn-publication.h"
#include "base/stn-json-writer.h"

#define SCHEMA "analysis-1"
#define DIGITS 6

/* Document, its lists and each finding in them: one member a line. */
#define LINE_DEPTH 3

static void
add_number (StnJsonWriter *writer, const char *name, gboolean known, double value)
{
  if (known)
    stn_json_writer_add_rounded (writer, name, value, DIGITS);
  else
    stn_json_writer_add_null (writer, name);
}

static void
add_count (StnJsonWriter *writer, const char *name, gboolean known, guint value)
{
  if (known)
    stn_json_writer_add_int (writer, name, value);
  else
    stn_json_writer_add_null (writer, name);
}

static void
add_frequency (StnJsonWriter *writer, const StnAnalysis *analysis)
{
  if (!analysis->frequency_known) {
    stn_json_writer_add_null (writer, "frequency");
    return;
  }
  stn_json_writer_begin_object (writer, "frequency");
  add_number (writer, "per_week", TRUE, analysis->per_week);
  add_number (writer, "ci_low", TRUE, analysis->per_week_low);
  add_number (writer, "ci_high", TRUE, analysis->per_week_high);
  stn_json_writer_end_object (writer);
}

/* Trend or season. */
static void
add_course (StnJsonWriter *writer, const char *name, const StnEstimate *estimate)
{
  if (!estimate->known) {
    stn_json_writer_add_null (writer, name);
    return;
  }
  stn_json_writer_begin_object (writer, name);
  add_number (writer, "or", TRUE, estimate->odds_ratio);
  add_number (writer, "ci_low", TRUE, estimate->ci_low);
  add_number (writer, "ci_high", TRUE, estimate->ci_high);
  add_number (writer, "p_value", TRUE, estimate->p_value);
  stn_json_writer_end_object (writer);
}

static void
add_interval (StnJsonWriter *writer, const StnEstimate *estimate)
{
  add_number (writer, "odds_ratio", estimate->known, estimate->odds_ratio);
  add_number (writer, "ci_low", estimate->known, estimate->ci_low);
  add_number (writer, "ci_high", estimate->known, estimate->ci_high);
}

static void
add_chance (StnJsonWriter *writer, const StnFinding *finding)
{
  gboolean known = finding->chance_slides > 0;
  double chance = known ? (double) finding->chance_count / finding->chance_slides : 0;

  add_number (writer, "chance", known, chance);
  add_count (writer, "chance_count", known, finding->chance_count);
  add_count (writer, "chance_slides", known, finding->chance_slides);
  add_number (writer, "q_value", known, chance);
}

static void
add_counts (StnJsonWriter *writer, const StnFinding *finding)
{
  gboolean known = finding->has_counts;

  add_number (writer, "cut", known, finding->cut.value);
  stn_json_writer_add_text (writer, "cut_side",
                            known ? stn_cut_side_to_token (finding->cut.side) : NULL);
  add_count (writer, "nights_with", known, finding->nights_with);
  add_count (writer, "cramps_with", known, finding->cramps_with);
  add_count (writer, "nights_without", known, finding->nights_without);
  add_count (writer, "cramps_without", known, finding->cramps_without);
}

static void
add_names (StnJsonWriter *writer, const char *name, char **names)
{
  stn_json_writer_begin_array (writer, name);
  for (; *names != NULL; names++)
    stn_json_writer_add_text (writer, NULL, *names);
  stn_json_writer_end_array (writer);
}

/* @publication: NULL for a CSV, which has no weekly refreshes. */
static void
add_published (StnJsonWriter *writer, const StnPublication *publication)
{
  const StnPublished *last = publication != NULL ? stn_publication_get_last (publication) : NULL;
  char since[STN_DATE_TEXT_SIZE];

  if (last == NULL) {
    stn_json_writer_add_null (writer, "published");
    return;
  }
  stn_json_writer_begin_object (writer, "published");
  stn_json_writer_add_text (writer, "tier", stn_tier_to_token (last->tier));
  stn_json_writer_add_text (writer, "verdict", stn_verdict_to_token (last->verdict));
  add_names (writer, "entangled_with", publication->entangled_with);
  stn_json_writer_add_text (writer, "since", stn_date_to_text (last->since, since));
  stn_json_writer_end_object (writer);
}

static void
add_finding (StnJsonWriter *writer, const StnFinding *finding)
{
  stn_json_writer_begin_object (writer, NULL);
  stn_json_writer_add_text (writer, "name", finding->name);
  stn_json_writer_add_text (writer, "type", stn_factor_kind_to_token (finding->kind));
  add_number (writer, "unit", finding->unit_known, finding->unit);
  add_interval (writer, &finding->estimate);
  add_number (writer, "ci_level", finding->estimate.known, finding->estimate.ci_level);
  add_number (writer, "p_value", finding->estimate.known, finding->estimate.p_value);
  add_chance (writer, finding);
  stn_json_writer_add_text (writer, "verdict", stn_verdict_to_token (finding->verdict));
  stn_json_writer_add_text (writer, "tier", stn_tier_to_token (finding->tier));
  add_published (writer, finding->publication);
  add_names (writer, "entangled_with", finding->entangled_with);
  add_counts (writer, finding);
  stn_json_writer_add_int (writer, "late_values", finding->late_values);
  add_number (writer, "diff_per_100", finding->diff_known, finding->diff_per_100);
  add_number (writer, "diff_low", finding->diff_known, finding->diff_low);
  add_number (writer, "diff_high", finding->diff_known, finding->diff_high);
  stn_json_writer_add_opt_int (writer, "nights_needed", finding->nights_needed);
  stn_json_writer_add_opt_int (writer, "nights_for_power", finding->nights_for_power);
  stn_json_writer_end_object (writer);
}

static void
add_medicine (StnJsonWriter *writer, const StnMedicineFinding *finding)
{
  char date[STN_DATE_TEXT_SIZE];

  stn_json_writer_begin_object (writer, NULL);
  stn_json_writer_add_text (writer, "name", finding->name);
  stn_json_writer_add_text (writer, "change", stn_medicine_event_to_token (finding->change));
  stn_json_writer_add_text (writer, "date", stn_date_to_text (finding->date, date));
  add_interval (writer, &finding->estimate);
  add_number (writer, "p_value", finding->estimate.known, finding->estimate.p_value);
  if (finding->estimate.known)
    stn_json_writer_add_boolean (writer, "trend_adjusted", finding->trend_adjusted);
  else
    stn_json_writer_add_null (writer, "trend_adjusted");
  stn_json_writer_add_text (writer, "verdict", stn_medicine_verdict_to_token (finding->verdict));
  stn_json_writer_end_object (writer);
}

static void
add_relief (StnJsonWriter *writer, const StnReliefFinding *finding)
{
  stn_json_writer_begin_object (writer, NULL);
  stn_json_writer_add_text (writer, "name", finding->name);
  stn_json_writer_add_int (writer, "episodes", finding->episodes);
  add_number (writer, "median_min", finding->known, finding->median_min);
  add_number (writer, "ci_low", finding->known, finding->ci_low);
  add_number (writer, "ci_high", finding->known, finding->ci_high);
  stn_json_writer_end_object (writer);
}

char *
stn_analysis_to_json (const StnAnalysis *analysis)
{
  GString *out = g_string_new (NULL);
  StnJsonWriter writer;

  stn_json_writer_init (&writer, out, LINE_DEPTH);
  stn_json_writer_begin_object (&writer, NULL);
  stn_json_writer_add_text (&writer, "schema", SCHEMA);
  stn_json_writer_add_int (&writer, "nights", analysis->nights);
  stn_json_writer_add_int (&writer, "cramp_nights", analysis->cramp_nights);
  add_frequency (&writer, analysis);
  add_course (&writer, "trend", &analysis->trend);
  add_course (&writer, "season", &analysis->season);
  stn_json_writer_begin_array (&writer, "factors");
  for (guint i = 0; i < analysis->findings->len; i++)
    add_finding (&writer, analysis->findings->pdata[i]);
  stn_json_writer_end_array (&writer);
  stn_json_writer_begin_array (&writer, "medicines");
  for (guint i = 0; i < analysis->medicines->len; i++)
    add_medicine (&writer, analysis->medicines->pdata[i]);
  stn_json_writer_end_array (&writer);
  stn_json_writer_begin_array (&writer, "relief");
  for (guint i = 0; i < analysis->reliefs->len; i++)
    add_relief (&writer, analysis->reliefs->pdata[i]);
  stn_json_writer_end_array (&writer);
  stn_json_writer_add_null (&writer, "forecast");
  stn_json_writer_end_object (&writer);
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}
