/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-markup.h"
#include "stn-cli-verbs.h"

#include "diary/stn-material.h"
#include "exchange/stn-analysis-csv.h"
#include "exchange/stn-analysis-json.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

/* To write only what was computed; a diary of a newer version can still be read. */
static StnDiary *
open_diary (StnCli *cli, GError **error)
{
  g_autoptr (GError) reason = NULL;
  StnDiary *diary = stn_cli_open_diary (cli, STN_STORE_EXISTING, &reason);

  if (g_error_matches (reason, STN_STORE_ERROR, STN_STORE_ERROR_NEWER))
    return stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  if (diary == NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  return diary;
}

static StnAnalysis *
analyze_diary (StnCli *cli, GPtrArray *factors, GError **error)
{
  g_autoptr (StnDiary) diary = open_diary (cli, error);
  g_autoptr (StnMaterial) material = diary == NULL ? NULL : stn_diary_collect (diary, error);
  g_autoptr (GError) not_kept = NULL;
  StnAnalysis *analysis;

  if (material == NULL)
    return NULL;
  GPtrArray *list = stn_material_list_factors (material);
  for (guint j = 0; j < list->len; j++)
    g_ptr_array_add (factors, stn_factor_copy (list->pdata[j]));
  analysis = stn_material_analyze (material, NULL, NULL, NULL, error);
  /* The answer is as good without. */
  if (analysis != NULL && !stn_diary_keep_refreshes (diary, material, &not_kept))
    g_printerr ("stillnight-cli: not kept for next time: %s\n", not_kept->message);
  return analysis;
}

static StnAnalysis *
analyze_csv (const char *path, const char *meta_path, GPtrArray *factors, GError **error)
{
  g_autoptr (StnAnalysisMeta) meta = stn_analysis_meta_read (meta_path, error);
  g_autoptr (StnAnalysisCsv) csv = meta == NULL ? NULL : stn_analysis_csv_read (path, meta, error);

  if (csv == NULL)
    return NULL;
  for (guint j = 0; j < meta->factors->len; j++) {
    const StnMetaFactor *factor = meta->factors->pdata[j];

    g_ptr_array_add (factors, stn_factor_new (factor->name, factor->kind));
  }
  return stn_analysis_run (stn_analysis_csv_get_input (csv), NULL, NULL, NULL, error);
}

/* A CSV and its META go together, and neither goes with a diary. */
static gboolean
check_usage (const StnCli *cli, GError **error)
{
  gboolean has_csv = cli->arguments->len > 0;

  if (has_csv != stn_cli_has (cli, "meta"))
    g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
                         has_csv ? "analyze: a CSV file needs --meta META.json"
                                 : "analyze: --meta needs a CSV file");
  else if (has_csv && cli->has_diary)
    g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
                         "analyze: either a CSV file or --diary, not both");
  else
    return TRUE;
  return FALSE;
}

static void
print_line (GString *out, const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (out, "  %s\n", line);
}

static void
print_finding (GString *out, const StnFindingText *text)
{
  g_autofree char *counts = stn_cli_strip_markup (text->counts);

  g_string_append_printf (out, "\n%s: %s\n", text->title, text->tag);
  print_line (out, text->suspected);
  print_line (out, counts);
  print_line (out, text->note);
  print_line (out, text->difference);
  print_line (out, text->history);
}

static void
print_medicines (GString *out, const StnAnalysis *analysis, StnDate today)
{
  if (analysis->medicines->len > 0)
    g_string_append_printf (out, "\n%s\n  %s\n", stn_wording_medicines_heading (),
                            stn_wording_medicines_lead ());
  for (guint i = 0; i < analysis->medicines->len; i++) {
    g_autoptr (StnMedicineText) text =
      stn_wording_medicine_finding (analysis->medicines->pdata[i], today);

    g_string_append_printf (out, "\n%s: %s\n", text->title, text->tag);
    print_line (out, text->counts);
    print_line (out, text->note);
  }
}

static void
print_reliefs (GString *out, const StnAnalysis *analysis)
{
  if (analysis->reliefs->len > 0)
    g_string_append_printf (out, "\n%s\n  %s\n\n", stn_wording_reliefs_heading (),
                            stn_wording_reliefs_lead ());
  for (guint i = 0; i < analysis->reliefs->len; i++) {
    g_autofree char *title = stn_wording_relief_title (analysis->reliefs->pdata[i]);
    g_autofree char *line = stn_wording_relief_finding (analysis->reliefs->pdata[i]);

    g_string_append_printf (out, "%s: %s\n", title, line);
  }
}

static void
print_plain (StnCli *cli, const StnAnalysis *analysis, GPtrArray *factors)
{
  g_autofree char *lead = stn_wording_findings_lead (analysis);
  g_autoptr (GDateTime) now = stn_clock_now (cli->clock);

  g_string_append_printf (cli->out, "%s\n", lead);
  if (cli->arguments->len > 0 && analysis->findings->len > 0)
    g_string_append_printf (
      cli->out, "%s\n",
      /* Translators: --json is typed as it is */
      _ ("A table has no earlier weeks that agree, so nothing is told of it yet; what tonight's "
         "comparison alone says is in --json."));
  for (guint i = 0; i < analysis->findings->len; i++) {
    g_autoptr (StnFindingText) text =
      stn_wording_finding (analysis->findings->pdata[i], analysis, factors, stn_date_of (now));

    print_finding (cli->out, text);
  }
  print_medicines (cli->out, analysis, stn_date_of (now));
  print_reliefs (cli->out, analysis);
}

static gboolean
run (StnCli *cli, GError **error)
{
  g_autoptr (GPtrArray) factors = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_factor_free);

  if (!check_usage (cli, error))
    return FALSE;

  g_autoptr (StnAnalysis) analysis =
    cli->arguments->len > 0
      ? analyze_csv (cli->arguments->pdata[0], stn_cli_get (cli, "meta"), factors, error)
      : analyze_diary (cli, factors, error);
  if (analysis == NULL)
    return FALSE;
  if (stn_cli_has (cli, "json")) {
    g_autofree char *json = stn_analysis_to_json (analysis);

    g_string_append (stn_cli_out (cli), json);
  } else {
    stn_analysis_show_published (analysis);
    print_plain (cli, analysis, factors);
  }
  return TRUE;
}

static const StnCliOption options[] = {
  {"json", NULL, FALSE, N_ ("print JSON")},
  {"meta", "META.json", FALSE, N_ ("what the columns of the CSV file are")},
  STN_CLI_NO_MORE_OPTIONS,
};

const StnCliVerb stn_cli_analyze_verb = {
  .name = "analyze",
  .arguments = "[DIARY.csv]",
  .min_arguments = 0,
  .max_arguments = 1,
  .summary = N_ ("What goes with the cramps, in a diary or a CSV file"),
  .options = options,
  .run = run,
};
