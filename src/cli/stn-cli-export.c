/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-target.h"
#include "stn-cli-verbs.h"

#include "exchange/stn-csv-export.h"

#include <glib/gi18n.h>

static const StnCliOption options[] = {
  {"replace", NULL, FALSE, N_ ("replace a file of that name")},
  {NULL, NULL, FALSE, NULL},
};

static gboolean
run_export (StnCli *cli, GError **error)
{
  const char *path = cli->arguments->len > 0 ? g_ptr_array_index (cli->arguments, 0) : NULL;
  g_autoptr (StnDiary) diary = NULL;
  g_autoptr (GPtrArray) nights = NULL;
  g_autofree char *text = NULL;

  if (path != NULL && !stn_cli_check_target (cli, path, error))
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
