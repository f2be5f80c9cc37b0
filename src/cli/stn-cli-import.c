/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-join.h"
#include "stn-cli-progress.h"
#include "stn-cli-spool.h"
#include "stn-cli-verbs.h"

#include "diary/stn-import-factors.h"
#include "diary/stn-import.h"
#include "exchange/stn-exchange-error.h"
#include "exchange/stn-json-rows.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

static const StnCliOption options[] = {
  {"date-column", "COLUMN", FALSE,
   N_ ("the column of the dates (default: date, night, day or key)")},
  {"time-column", "COLUMN", FALSE, N_ ("times of day that belong to the dates")},
  {"cramps-column", "COLUMN", FALSE,
   N_ ("the number of cramps (default: cramps, cramp, episodes, events or event)")},
  {"severity-column", "COLUMN", FALSE, N_ ("the night's worst, 0 to 10 (default: severity)")},
  {"note-column", "COLUMN", FALSE,
   N_ ("what was written about the night (default: note, comment, Notiz, nota, with words)")},
  {"skip-column", "COLUMN", TRUE, N_ ("read nothing of the column")},
  {"factor", "COLUMN[=KIND]", TRUE,
   N_ ("import the column as a factor: binary, count, scale or continuous")},
  {"dates", "evening|morning", FALSE,
   N_ ("whether a date is of the evening or of the morning after (default: evening)")},
  {"date-order", "dmy|mdy", FALSE, N_ ("what comes first in dates such as 01/11/2026")},
  {"decimal", "point|comma", FALSE, N_ ("what numbers such as 1,500 mean")},
  {"delimiter", "comma|semicolon|tab|pipe", FALSE, N_ ("what parts the cells (default: as found)")},
  {"encoding", "utf-8|utf-16le|utf-16be|windows-1252", FALSE,
   N_ ("how letters are stored (default: as found)")},
  {"header", "LINE|none", FALSE, N_ ("where the names of the columns stand (default: as found)")},
  {"replace", NULL, FALSE, N_ ("the file's value wins where the diary has another")},
  {"dry-run", NULL, FALSE, N_ ("say what would be done and store nothing")},
  {NULL, NULL, FALSE, NULL},
};

/* "COLUMN" or "COLUMN=KIND"; a column's name may have '=' in it. */
static StnCsvFactorMapping *
read_factor (const char *text, GError **error)
{
  g_autofree StnCsvFactorMapping *said = g_new0 (StnCsvFactorMapping, 1);
  const char *equals = strrchr (text, '=');
  GError *reason = NULL;

  if (equals != NULL && !stn_factor_kind_parse (equals + 1, &said->kind, &reason)) {
    stn_cli_usage ("factor", reason, error);
    return NULL;
  }
  said->column = equals == NULL ? g_strdup (text) : g_strndup (text, (gsize) (equals - text));
  return g_steal_pointer (&said);
}

/* An option that is not given is good. */
#define TAKES(cli, name, parse, ret)                                                               \
  (stn_cli_get (cli, name) == NULL || parse (stn_cli_get (cli, name), ret))

static gboolean
read_form (const StnCli *cli, StnCsvForm *form, GError **error)
{
  const char *wrong = NULL;

  if (!TAKES (cli, "date-order", stn_csv_dates_parse, &form->dates))
    wrong = "--date-order: dmy or mdy";
  else if (!TAKES (cli, "decimal", stn_csv_decimal_parse, &form->decimal))
    wrong = "--decimal: point or comma";
  else if (!TAKES (cli, "dates", stn_csv_night_of_parse, &form->night_of))
    wrong = "--dates: evening or morning";
  else if (!TAKES (cli, "delimiter", stn_csv_delimiter_parse, &form->delimiter))
    wrong = "--delimiter: comma, semicolon, tab or pipe";
  else if (!TAKES (cli, "encoding", stn_csv_encoding_parse, &form->encoding))
    wrong = "--encoding: utf-8, utf-16le, utf-16be or windows-1252";
  else if (!TAKES (cli, "header", stn_csv_header_parse, &form->header_line))
    wrong = "--header: a line from 1, or none";
  if (wrong != NULL)
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, "import: %s", wrong);
  return wrong == NULL;
}

/* When a day begins is a setting of the diary, where there is one. */
static gboolean
read_day_change (StnCli *cli, int *ret_minute, GError **error)
{
  g_autoptr (StnDiary) diary = NULL;

  if (!g_file_test (cli->diary_path, G_FILE_TEST_EXISTS))
    return TRUE;
  diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  return diary != NULL && stn_diary_get_day_change (diary, ret_minute, error);
}

static StnCsvMapping *
read_mapping (StnCli *cli, GError **error)
{
  g_autoptr (StnCsvMapping) mapping = stn_csv_mapping_new ();
  GPtrArray *factors = stn_cli_list (cli, "factor");

  mapping->date_column = g_strdup (stn_cli_get (cli, "date-column"));
  mapping->time_column = g_strdup (stn_cli_get (cli, "time-column"));
  mapping->cramps_column = g_strdup (stn_cli_get (cli, "cramps-column"));
  mapping->severity_column = g_strdup (stn_cli_get (cli, "severity-column"));
  mapping->note_column = g_strdup (stn_cli_get (cli, "note-column"));
  for (guint i = 0; i < stn_cli_list (cli, "skip-column")->len; i++)
    g_ptr_array_add (mapping->skipped,
                     g_strdup (g_ptr_array_index (stn_cli_list (cli, "skip-column"), i)));
  if (!read_form (cli, &mapping->form, error) ||
      !read_day_change (cli, &mapping->day_change_min, error))
    return NULL;
  for (guint i = 0; i < factors->len; i++) {
    StnCsvFactorMapping *said = read_factor (g_ptr_array_index (factors, i), error);

    if (said == NULL)
      return NULL;
    g_ptr_array_add (mapping->factors, said);
  }
  return g_steal_pointer (&mapping);
}

/* What an import does where there is no diary yet and is to be none: tried on an empty one that is thrown away. */
static StnImportReport *
try_import (StnCli *cli, const StnCsvNights *nights, GError **error)
{
  char *path = stn_cli_make_empty_diary (cli, error);
  g_autoptr (StnDiary) empty =
    path == NULL ? NULL : stn_diary_open (path, STN_STORE_EXISTING, cli->clock, error);
  StnImportReport *report =
    empty == NULL ? NULL : stn_diary_import (empty, nights, STN_IMPORT_DRY_RUN, NULL, error);

  g_clear_pointer (&empty, stn_diary_close);
  if (path != NULL)
    stn_cli_remove_empty_diary (path);
  return report;
}

/* What is imported, and what came of it. */
typedef struct {
  const StnCsvNights *nights;
  StnImportFlags flags;
  StnImportReport *report;
} Order;

static gboolean
fill (StnDiary *diary, gpointer data, GError **error)
{
  Order *order = data;

  g_clear_pointer (&order->report, stn_import_report_free);
  order->report =
    stn_diary_import (diary, order->nights, order->flags, stn_cli_progress_begin (), error);
  stn_cli_progress_end ();
  return order->report != NULL;
}

/* Nights that say nothing leave no new, empty diary behind. */
static StnImportReport *
import (StnCli *cli, const StnCsvNights *nights, StnImportFlags flags, GError **error)
{
  const gboolean dry_run = (flags & STN_IMPORT_DRY_RUN) != 0;
  Order order = {nights, flags, NULL};
  g_autoptr (StnDiary) diary = NULL;

  if (!g_file_test (cli->diary_path, G_FILE_TEST_EXISTS) &&
      (dry_run || stn_night_pack_get_length (nights->nights) == 0))
    return try_import (cli, nights, error);
  if (dry_run) {
    diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
    return diary != NULL && fill (diary, &order, error) ? order.report : NULL;
  }
  if (!stn_cli_fill_diary (cli, fill, &order, error))
    g_clear_pointer (&order.report, stn_import_report_free);
  return order.report;
}

static void
print_form (GString *out, const StnCsvNights *nights, int day_change_min)
{
  StnImportForm form = stn_import_form (nights, day_change_min);
  g_auto (GStrv) sentences = stn_wording_import_form (&form);

  for (guint i = 0; sentences[i] != NULL; i++)
    g_string_append_printf (out, "%s\n", sentences[i]);
}

/* What Stillnight wrote says itself what its columns are. */
static gboolean
print_rows (GString *out, const StnCsvNights *nights)
{
  switch (nights->rows) {
  case STN_CSV_ROWS_NIGHTS:
    return FALSE;
  case STN_CSV_ROWS_EPISODES:
    g_string_append_printf (out, "%s\n", _ ("Each row is a cramp, as Stillnight exports them."));
    return TRUE;
  case STN_CSV_ROWS_LONG:
    g_string_append_printf (out, "%s\n",
                            _ ("Each row is one thing of a night, as Stillnight exports them."));
    return TRUE;
  }
  return FALSE;
}

static void
print_uses (GString *out, const StnCsvNights *nights)
{
  if (print_rows (out, nights))
    return;
  if (!stn_csv_is_date_name (nights->date_column))
    g_string_append_printf (out, _ ("Column '%s' is the date.\n"), nights->date_column);
  if (nights->time_column != NULL)
    g_string_append_printf (out, _ ("Column '%s' is the time of the date.\n"), nights->time_column);
  if (nights->cramps_column == NULL)
    g_string_append_printf (
      out, "%s\n", _ ("No column says how many cramps a night had; --cramps-column names one."));
  else
    g_string_append_printf (out, _ ("Column '%s' is the number of cramps.\n"),
                            nights->cramps_column);
  if (nights->severity_column != NULL)
    g_string_append_printf (out, _ ("Column '%s' is how bad the worst cramp was.\n"),
                            nights->severity_column);
  if (nights->note_column != NULL)
    g_string_append_printf (out, _ ("Column '%s' is the note.\n"), nights->note_column);
  if (nights->duration_column == NULL)
    return;
  if (g_ascii_strcasecmp (nights->duration_column, "duration_s") == 0)
    g_string_append_printf (out, _ ("Column '%s' is how many seconds the worst cramp lasted.\n"),
                            nights->duration_column);
  else
    g_string_append_printf (out, _ ("Column '%s' is how many minutes the worst cramp lasted.\n"),
                            nights->duration_column);
}

static void
print_factors (GString *out, const StnCsvNights *nights, const StnImportReport *report)
{
  for (guint i = 0; i < report->factors->len; i++) {
    const StnCsvFactorColumn *column = g_ptr_array_index (nights->factors, i);
    const StnFactor *factor = g_ptr_array_index (report->factors, i);

    /* Translators: a column of a file, the name of the factor that it became, "binary" or another kind */
    g_string_append_printf (out, _ ("Column '%s' is the factor %s (%s).\n"), column->column,
                            factor->slug, stn_factor_kind_to_token (factor->kind));
    if (stn_import_get_scale (column->unit, factor->unit) != 1)
      /* Translators: a column of a file, two units such as "l" and "ml" */
      g_string_append_printf (out, _ ("Column '%s' was turned from %s into %s.\n"), column->column,
                              column->unit, factor->unit);
  }
}

static void
print_wordy (GString *out, const StnCsvNights *nights)
{
  for (guint i = 0; nights->wordy[i] != NULL; i++)
    g_string_append_printf (out, _ ("Column '%s' holds words and was passed over.\n"),
                            nights->wordy[i]);
}

static void
print_report (const StnCli *cli,
              const StnCsvNights *nights,
              const StnImportReport *report,
              int day_change_min,
              gboolean dry_run)
{
  StnImportCounts counts = {
    report->nights_new,      report->nights_filled, report->nights_same, report->values_kept,
    report->values_replaced, report->factors_new,   report->passed_over,
  };
  g_autofree char *summary = stn_wording_import_summary (&counts, dry_run);

  g_string_append_printf (cli->out, "%s\n", summary);
  print_form (cli->out, nights, day_change_min);
  print_uses (cli->out, nights);
  print_factors (cli->out, nights, report);
  print_wordy (cli->out, nights);
}

/* Where somebody has to say something: how it is said here. */
static void
add_hint (GError **error)
{
  static const struct {
    StnExchangeError code;
    const char *hint;
  } hints[] = {
    {STN_EXCHANGE_ERROR_UNCLEAR_DATE, "say --date-order dmy or --date-order mdy"},
    {STN_EXCHANGE_ERROR_UNCLEAR_NUMBER, "say --decimal comma or --decimal point"},
    {STN_EXCHANGE_ERROR_NO_HEADER,
     "say which columns you mean by their place, as in --cramps-column 'column 2'"},
    {STN_EXCHANGE_ERROR_NO_DATE, "say with --date-column which one it is"},
    {STN_EXCHANGE_ERROR_NO_CRAMPS,
     "say with --cramps-column which one it is, or --cramps-column '' where none is"},
    {STN_EXCHANGE_ERROR_TWO_SEVERITIES,
     "say with --severity-column which one it is, or --severity-column '' where none is"},
    {STN_EXCHANGE_ERROR_WORDS,
     "--note-column reads its words as the note, --skip-column passes over it"},
  };

  for (guint i = 0; error != NULL && i < G_N_ELEMENTS (hints); i++)
    if (g_error_matches (*error, STN_EXCHANGE_ERROR, hints[i].code)) {
      GError *hinted =
        g_error_new (STN_EXCHANGE_ERROR, hints[i].code, "%s; %s", (*error)->message, hints[i].hint);

      g_clear_error (error);
      g_propagate_error (error, hinted);
      return;
    }
}

/* Cramps that nobody counted would be lost, and whoever called it would not know. */
static gboolean
check_cramps (const StnCsvNights *nights, const StnCsvMapping *mapping, GError **error)
{
  const gboolean is_uncounted = mapping->cramps_column == NULL && nights->cramps_column == NULL &&
                                nights->severity_column != NULL;
  const gboolean is_all = stn_night_pack_get_length (nights->nights) == 0;
  g_autofree char *path = NULL;

  if (nights->passed_over == 0 || (!is_uncounted && !is_all))
    return TRUE;
  path = g_filename_display_name (nights->path);
  g_set_error (error, STN_EXCHANGE_ERROR,
               is_uncounted ? STN_EXCHANGE_ERROR_NO_CRAMPS : STN_EXCHANGE_ERROR_FORMAT,
               "%s: '%s' is of cramps, but no number of cramps stands beside it; add a column "
               "'cramps' with the number of each night",
               path,
               nights->severity_column != NULL ? nights->severity_column : nights->duration_column);
  return FALSE;
}

/* @path: can be read more than once. */
static gboolean
import_file (StnCli *cli, const char *path, GError **error)
{
  g_autoptr (StnCsvMapping) mapping = NULL;
  g_autoptr (StnCsvNights) nights = NULL;
  g_autoptr (StnImportReport) report = NULL;
  StnImportFlags flags = STN_IMPORT_FILL;

  if (stn_json_rows_is_json (path))
    return stn_cli_join (cli, (const char *const[]){path, NULL}, "import", error);
  mapping = read_mapping (cli, error);
  if (stn_cli_has (cli, "replace"))
    flags |= STN_IMPORT_REPLACE;
  if (stn_cli_has (cli, "dry-run"))
    flags |= STN_IMPORT_DRY_RUN;
  if (mapping == NULL)
    return FALSE;
  nights = stn_csv_nights_read (path, mapping, error);
  if (nights == NULL || !check_cramps (nights, mapping, error)) {
    add_hint (error);
    return FALSE;
  }
  report = import (cli, nights, flags, error);
  if (report == NULL)
    return FALSE;
  print_report (cli, nights, report, mapping->day_change_min, (flags & STN_IMPORT_DRY_RUN) != 0);
  return TRUE;
}

static gboolean
run_import (StnCli *cli, GError **error)
{
  const char *path = g_ptr_array_index (cli->arguments, 0);
  g_autofree char *spooled = stn_cli_spool (path, error);
  GError *reason = NULL;

  if (spooled == NULL || import_file (cli, spooled, &reason))
    return spooled != NULL;
  stn_cli_spool_tell (&reason, spooled, path);
  g_propagate_error (error, reason);
  return FALSE;
}

const StnCliVerb stn_cli_import_verb = {
  "import",
  "FILE",
  1,
  1,
  N_ ("Fill the diary from a CSV file or an export, all of it or nothing"),
  options,
  run_import,
};
