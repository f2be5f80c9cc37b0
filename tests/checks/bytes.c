/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints the analysis of DIARY.csv with META.json; built by bytes.py with each compiler and optimisation level. */
#include "exchange/stn-analysis-csv.h"
#include "exchange/stn-analysis-json.h"

#include <stdio.h>

int
main (int argc, char **argv)
{
  for (int i = 1; i + 1 < argc; i += 2) {
    g_autoptr (StnAnalysisMeta) meta = stn_analysis_meta_read (argv[i + 1], NULL);
    g_autoptr (StnAnalysisCsv) csv = stn_analysis_csv_read (argv[i], meta, NULL);
    g_autoptr (StnAnalysis) analysis =
      stn_analysis_run (stn_analysis_csv_get_input (csv), NULL, NULL, NULL, NULL);
    g_autofree char *json = stn_analysis_to_json (analysis);

    fputs (json, stdout);
  }
  return 0;
}
