/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-target.h"
#include "stn-cli-verbs.h"

#include "diary/stn-diary-archive.h"
#include "exchange/stn-csv-export.h"
#include "store/stn-backup.h"

#include <glib/gi18n.h>

static const StnCliOption options[] = {
  {"json", NULL, FALSE, N_ ("everything, without loss, as JSON")},
  {"for-merge", NULL, FALSE, N_ ("a copy of the diary for 'merge' on another computer")},
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
  gboolean is_whole = stn_cli_has (cli, "json") || stn_cli_has (cli, "for-merge");

  if (stn_cli_has (cli, "json") && stn_cli_has (cli, "for-merge"))
    return usage (error, "either --json or --for-merge");
  if (has_period && is_whole)
    return usage (error, "--from and --to are for CSV; --json and --for-merge write everything");
  if (stn_cli_has (cli, "for-merge") && path == NULL)
    return usage (error, "--for-merge needs a FILE");
  return TRUE;
}

/* (transfer full) */
static char *
make_text (const StnCli *cli, StnDiary *diary, GError **error)
{
  StnDate from = STN_NO_DATE, to = STN_NO_DATE;
  g_autoptr (GPtrArray) nights = NULL;

  if (stn_cli_has (cli, "json")) {
    GString *json = stn_diary_export_json (diary, error);

    return json == NULL ? NULL : g_string_free (json, FALSE);
  }
  if (!stn_cli_get_date (cli, "from", &from, error) || !stn_cli_get_date (cli, "to", &to, error))
    return NULL;
  nights = stn_diary_list_nights (diary, from, to, error);
  return nights == NULL ? NULL : stn_csv_export_nights (nights);
}

static gboolean
run_export (StnCli *cli, GError **error)
{
  const char *path = cli->arguments->len > 0 ? g_ptr_array_index (cli->arguments, 0) : NULL;
  g_autoptr (StnDiary) diary = NULL;
  g_autofree char *text = NULL;

  if (!check_usage (cli, path, error) || (path != NULL && !stn_cli_check_target (cli, path, error)))
    return FALSE;
  diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  if (diary == NULL)
    return FALSE;
  if (stn_cli_has (cli, "for-merge"))
    return stn_store_copy_to (stn_diary_get_store (diary), path, error);
  text = make_text (cli, diary, error);
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
