/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-verbs.h"

#include "store/stn-backup.h"
#include "store/stn-verify.h"

#include <glib/gi18n.h>

static const StnCliOption backup_options[] = {
  {"replace", NULL, FALSE, N_ ("replace a file of that name")},
  {NULL, NULL, FALSE, NULL},
};

static gboolean
run_backup (StnCli *cli, GError **error)
{
  const char *path = g_ptr_array_index (cli->arguments, 0);
  g_autoptr (StnDiary) diary = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !stn_cli_has (cli, "replace")) {
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA,
                 "%s: exists already; --replace writes over it", path);
    return FALSE;
  }
  diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  if (diary == NULL || !stn_store_back_up (stn_diary_get_store (diary), path, error))
    return FALSE;
  g_string_append_printf (cli->out, _ ("%s: the copy was read back and is complete\n"), path);
  return TRUE;
}

static gboolean
run_verify (StnCli *cli, GError **error)
{
  const char *path =
    cli->arguments->len > 0 ? g_ptr_array_index (cli->arguments, 0) : cli->diary_path;
  StnStoreReport report;

  if (!stn_store_verify (path, cli->clock, &report, error))
    return FALSE;
  g_string_append_printf (
    cli->out,
    /* Translators: 1: a file, 2-5: how many of each */
    _ ("%1$s: complete. Nights: %2$u, cramps: %3$u, factor values: %4$u, changes: %5$u\n"), path,
    report.nights, report.episodes, report.values, report.changes);
  return TRUE;
}

const StnCliVerb stn_cli_backup_verb = {
  "backup",       "FILE",     1, 1, N_ ("Copy the diary to a file and read the copy back"),
  backup_options, run_backup,
};

const StnCliVerb stn_cli_verify_verb = {
  "verify",
  "[FILE]",
  0,
  1,
  N_ ("Read every record of a diary or backup and say whether it is complete"),
  NULL,
  run_verify,
};
