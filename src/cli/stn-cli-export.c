/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-target.h"
#include "stn-cli-verbs.h"

#include "diary/stn-diary-archive.h"
#include "exchange/stn-csv-export.h"
#include "store/stn-backup.h"

#include <glib/gi18n.h>

static const StnCliOption options[] = {
  {"csv", NULL, FALSE, N_ ("nights as CSV, which is the default")},
  {"json", NULL, FALSE, N_ ("everything, without loss, as JSON")},
  {"for-merge", NULL, FALSE, N_ ("a copy of the diary for 'merge' on another computer")},
  {"rows", "nights|episodes|long", FALSE,
   N_ ("what a row of a CSV file is (default: nights); long: night, item, value")},
  {"parts", "PART[,PART]", FALSE, N_ ("what a CSV file has: cramps, factors, sleep, notes")},
  {"from", "NIGHT", FALSE, N_ ("first night of a CSV file")},
  {"to", "NIGHT", FALSE, N_ ("last night of a CSV file")},
  {"replace", NULL, FALSE, N_ ("replace a file of that name")},
  {NULL, NULL, FALSE, NULL},
};

static gboolean
usage (GError **error, const char *what)
{
  g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, "export: %s", what);
  return FALSE;
}

static gboolean
check_usage (const StnCli *cli, const char *path, GError **error)
{
  gboolean has_period = stn_cli_has (cli, "from") || stn_cli_has (cli, "to");
  gboolean has_table = stn_cli_has (cli, "rows") || stn_cli_has (cli, "parts");
  guint n_forms = (guint) stn_cli_has (cli, "csv") + (guint) stn_cli_has (cli, "json") +
                  (guint) stn_cli_has (cli, "for-merge");
  gboolean is_whole = stn_cli_has (cli, "json") || stn_cli_has (cli, "for-merge");

  if (n_forms > 1)
    return usage (error, "either --csv, --json or --for-merge");
  if (has_period && is_whole)
    return usage (error, "--from and --to are for CSV; --json and --for-merge write everything");
  if (has_table && is_whole)
    return usage (error, "--rows and --parts are for CSV; --json and --for-merge write everything");
  if (stn_cli_has (cli, "for-merge") && path == NULL)
    return usage (error, "--for-merge needs a FILE");
  return TRUE;
}

typedef struct {
  StnCsvRows rows;
  StnCsvParts parts;
  StnDate from;
  StnDate to;
} Table;

static gboolean
read_table (const StnCli *cli, Table *table, GError **error)
{
  const char *rows = stn_cli_get (cli, "rows"), *parts = stn_cli_get (cli, "parts");

  *table = (Table){STN_CSV_ROWS_NIGHTS, STN_CSV_PARTS_NONE, STN_NO_DATE, STN_NO_DATE};
  if (rows != NULL && !stn_csv_rows_parse (rows, &table->rows))
    return usage (error, "--rows: nights, episodes or long");
  table->parts = stn_csv_parts_default (table->rows);
  if (parts != NULL && !stn_csv_parts_parse (parts, &table->parts))
    return usage (error, "--parts: cramps, factors, sleep or notes, with commas between them");
  if ((table->parts & ~stn_csv_parts_of (table->rows)) != 0)
    return usage (error, "--parts: rows of episodes have cramps and notes only");
  if (table->rows == STN_CSV_ROWS_EPISODES && (table->parts & STN_CSV_PARTS_CRAMPS) == 0)
    return usage (error, "--parts: rows of episodes have cramps");
  if (!stn_cli_get_date (cli, "from", &table->from, error) ||
      !stn_cli_get_date (cli, "to", &table->to, error))
    return FALSE;
  if (stn_date_is_set (table->from) && stn_date_is_set (table->to) &&
      stn_date_compare (table->from, table->to) > 0)
    return usage (error, "--from is after --to");
  return TRUE;
}

/* (transfer full) */
static char *
make_text (const StnCli *cli, StnDiary *diary, const Table *table, GError **error)
{
  g_autoptr (GPtrArray) nights = NULL;

  if (stn_cli_has (cli, "json")) {
    GString *json = stn_diary_export_json (diary, error);

    return json == NULL ? NULL : g_string_free (json, FALSE);
  }
  nights = stn_diary_list_nights (diary, table->from, table->to, error);
  return nights == NULL ? NULL : stn_csv_export_table (nights, table->rows, table->parts);
}

static gboolean
run_export (StnCli *cli, GError **error)
{
  const char *path = cli->arguments->len > 0 ? g_ptr_array_index (cli->arguments, 0) : NULL;
  g_autoptr (StnDiary) diary = NULL;
  g_autofree char *text = NULL;
  Table table;

  if (!check_usage (cli, path, error) || !read_table (cli, &table, error) ||
      (path != NULL && !stn_cli_check_target (cli, path, error)))
    return FALSE;
  diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  if (diary == NULL)
    return FALSE;
  if (stn_cli_has (cli, "for-merge"))
    return stn_store_copy_to (stn_diary_get_store (diary), path, error);
  text = make_text (cli, diary, &table, error);
  if (text == NULL)
    return FALSE;
  if (path != NULL)
    return stn_csv_export_save (text, path, error);
  g_string_append (cli->out, text);
  return TRUE;
}

const StnCliVerb stn_cli_export_verb = {
  "export",
  "[FILE]",
  0,
  1,
  N_ ("Write nights as CSV or everything as JSON, to a file or standard output"),
  options,
  run_export,
};
