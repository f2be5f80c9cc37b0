/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-verbs.h"

#include "exchange/stn-csv-export.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

static const StnCliOption options[] = {
  {"replace", NULL, FALSE, N_ ("replace a file of that name")},
  {NULL, NULL, FALSE, NULL},
};

static gboolean
is_same_file (const char *path, const char *other)
{
  GStatBuf a, b;

  return g_stat (path, &a) == 0 && g_stat (other, &b) == 0 && a.st_dev == b.st_dev &&
         a.st_ino == b.st_ino;
}

static gboolean
check_target (const StnCli *cli, const char *path, GError **error)
{
  const char *reason = NULL;

  if (is_same_file (path, cli->diary_path))
    reason = "is the diary itself";
  else if (g_file_test (path, G_FILE_TEST_EXISTS) && !stn_cli_has (cli, "replace"))
    reason = "exists already; --replace writes over it";
  if (reason != NULL)
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA, "%s: %s", path, reason);
  return reason == NULL;
}

static gboolean
run_export (StnCli *cli, GError **error)
{
  const char *path = cli->arguments->len > 0 ? g_ptr_array_index (cli->arguments, 0) : NULL;
  g_autoptr (StnDiary) diary = NULL;
  g_autoptr (GPtrArray) nights = NULL;
  g_autofree char *text = NULL;

  if (path != NULL && !check_target (cli, path, error))
    return FALSE;
  diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  nights = diary == NULL ? NULL : stn_diary_list_nights (diary, STN_NO_DATE, STN_NO_DATE, error);
  if (nights == NULL)
    return FALSE;
  text = stn_csv_export_nights (nights);
  if (path != NULL)
    return stn_csv_export_save (text, path, error);
  g_string_append (cli->out, text);
  return TRUE;
}

const StnCliVerb stn_cli_export_verb = {
  "export", "[FILE]",   0, 1, N_ ("Write cramps and factors as CSV, to a file or standard output"),
  options,  run_export,
};
