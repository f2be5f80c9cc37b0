/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-verbs.h"

#include "diary/stn-safekeeping.h"
#include "store/stn-backup.h"
#include "store/stn-backup-folder.h"
#include "store/stn-diary-file.h"
#include "store/stn-verify.h"
#include "wording/stn-wording-restore.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

static const StnCliOption backup_options[] = {
  {"to", "FOLDER", FALSE, N_ ("bring the second copy in that folder up to date, or make it")},
  {"remember", NULL, FALSE,
   N_ ("with --to: do so by itself from now on, when the folder is there")},
  {"list", NULL, FALSE, N_ ("list the backups that there are, newest first")},
  {"replace", NULL, FALSE, N_ ("replace a file of that name")},
  {NULL, NULL, FALSE, NULL},
};

static void
print_proved (StnCli *cli, const char *path)
{
  g_string_append_printf (cli->out, _ ("%s: the copy was read back and is complete\n"), path);
}

/* To a file that the person names. */
static gboolean
back_up_to_file (StnCli *cli, const char *path, GError **error)
{
  g_autoptr (StnDiary) diary = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !stn_cli_has (cli, "replace")) {
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA,
                 "%s: exists already; --replace writes over it", path);
    return FALSE;
  }
  diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  if (diary == NULL || !stn_store_back_up (stn_diary_get_store (diary), path, error))
    return FALSE;
  print_proved (cli, path);
  return TRUE;
}

static gboolean
set_copy_error (const char *path, const char *reason, GError **error)
{
  g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA, "%s: %s", path, reason);
  return FALSE;
}

static gboolean
print_second_copy (StnCli *cli, const char *path, StnSecondCopyState state, GError **error)
{
  switch (state) {
  case STN_SECOND_COPY_MADE:
    print_proved (cli, path);
    return TRUE;
  case STN_SECOND_COPY_CURRENT:
    g_string_append_printf (cli->out, _ ("%s: says already what the diary says\n"), path);
    return TRUE;
  case STN_SECOND_COPY_HELD_BACK:
    return set_copy_error (path, "has nights that are gone from the diary and was left as it is",
                           error);
  case STN_SECOND_COPY_ANOTHER:
    return set_copy_error (path, "is the copy of another diary and was left as it is", error);
  case STN_SECOND_COPY_AHEAD:
    return set_copy_error (path,
                           "has changes that this diary has not, and was left as it is; "
                           "restore it, or choose another folder",
                           error);
  case STN_SECOND_COPY_NONE:
  case STN_SECOND_COPY_AWAY:
    break;
  }
  return set_copy_error (path, "is not there", error);
}

static gboolean
back_up_to_folder (StnCli *cli, const char *folder, GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (folder, NULL);
  g_autofree char *path = g_build_filename (absolute, STN_SECOND_COPY_NAME, NULL);
  g_auto (GStrv) mounts = stn_mounts_list ();
  const gboolean remember = stn_cli_has (cli, "remember");
  g_autoptr (StnDiary) diary = NULL;
  StnSecondCopyState state;
  StnOutsideOutcome outcome;

  if (!g_file_test (absolute, G_FILE_TEST_IS_DIR))
    return set_copy_error (folder, "is not a folder", error);
  diary = stn_cli_open_diary (cli, remember ? STN_STORE_EXISTING : STN_STORE_READ_ONLY, error);
  if (diary == NULL)
    return FALSE;
  if (remember ? !stn_diary_choose_second_copy (diary, absolute, (const char *const *) mounts,
                                                &state, error)
               : !stn_store_update_copy (stn_diary_get_store (diary), path, FALSE, &outcome, error))
    return FALSE;
  return print_second_copy (cli, path, remember ? state : stn_second_copy_state_of (outcome),
                            error);
}

static gboolean
back_up_now (StnCli *cli, GError **error)
{
  g_autoptr (StnDiary) diary = stn_cli_open_diary (cli, STN_STORE_EXISTING, error);
  g_autoptr (GPtrArray) files = NULL;

  if (diary == NULL ||
      !stn_store_keep_backup (stn_diary_get_store (diary), STN_BACKUP_NOW, NULL, error))
    return FALSE;
  g_clear_pointer (&cli->notice, g_free); /* that none was made so far */
  files = stn_backup_folder_list (cli->diary_path);
  if (files->len == 0)
    return set_copy_error (cli->diary_path, "may not be written: name a file for the copy", error);
  print_proved (cli, ((const StnBackupFile *) g_ptr_array_index (files, 0))->path);
  return TRUE;
}

static void
list_backups (StnCli *cli)
{
  g_autoptr (GPtrArray) files = stn_backup_folder_list (cli->diary_path);

  for (guint i = 0; i < files->len; i++) {
    const StnBackupFile *file = g_ptr_array_index (files, i);

    g_string_append_printf (cli->out, "%s\n", file->path);
  }
}

static gboolean
run_backup (StnCli *cli, GError **error)
{
  const char *folder = stn_cli_get (cli, "to");

  if ((folder != NULL) + (cli->arguments->len > 0) + stn_cli_has (cli, "list") > 1 ||
      (folder == NULL && stn_cli_has (cli, "remember"))) {
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
                 "backup: FILE, --to FOLDER [--remember] and --list do not go together");
    return FALSE;
  }
  if (stn_cli_has (cli, "list")) {
    list_backups (cli);
    return TRUE;
  }
  if (folder != NULL)
    return back_up_to_folder (cli, folder, error);
  if (cli->arguments->len > 0)
    return back_up_to_file (cli, g_ptr_array_index (cli->arguments, 0), error);
  return back_up_now (cli, error);
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

/* Restoring */

static const StnCliOption restore_options[] = {
  {"dry-run", NULL, FALSE, N_ ("say what would be changed and store nothing")},
  {"set-aside", NULL, FALSE,
   N_ ("the diary cannot be read: keep it under a dated name and put FILE in its place")},
  {NULL, NULL, FALSE, NULL},
};

static void
print_restored (StnCli *cli, const StnRestoreReport *report, gboolean dry_run)
{
  G_STATIC_ASSERT ((int) STN_RESTORE_N_KINDS == STN_RESTORE_WORDS);

  if (stn_restore_report_is_empty (report)) {
    g_string_append_printf (cli->out, "%s\n", _ ("The diary says the same already."));
    return;
  }
  g_string_append_printf (cli->out, "%s\n",
                          dry_run ? _ ("This would be restored; nothing was changed:")
                                  : _ ("Restored; \"undo\" brings back what was there before:"));
  for (guint i = 0; i < STN_RESTORE_N_KINDS; i++) {
    const StnRestoreCount *count = &report->counts[i];
    g_autofree char *line =
      stn_wording_restore_line (i, count->added, count->changed, count->removed);

    if (line != NULL)
      g_string_append_printf (cli->out, "%s\n", line);
  }
}

/* There is nothing that could be lost, or it is set aside. */
static gboolean
adopt (StnCli *cli, const char *from, GError **error)
{
  g_autofree char *aside = NULL;

  if (stn_cli_has (cli, "set-aside") && g_access (cli->diary_path, F_OK) == 0
        ? !stn_store_adopt_over (from, cli->diary_path, cli->clock, &aside, error)
        : !stn_store_adopt (from, cli->diary_path, cli->clock, error))
    return FALSE;
  if (aside != NULL)
    g_string_append_printf (cli->out, _ ("%s: what was there before, untouched\n"), aside);
  g_string_append_printf (cli->out, _ ("%s: the copy was read back and is complete\n"),
                          cli->diary_path);
  return TRUE;
}

/* What can be read is restored by an undoable step: nothing of it needs to be out of the way. */
static gboolean
check_unreadable (StnCli *cli, GError **error)
{
  GError *reason = NULL;

  if (stn_store_verify (cli->diary_path, cli->clock, NULL, &reason)) {
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA,
                 "diary '%s' can be read; restore it without --set-aside", cli->diary_path);
    return FALSE;
  }
  if (g_error_matches (reason, STN_STORE_ERROR, STN_STORE_ERROR_BUSY)) {
    g_propagate_error (error, reason);
    return FALSE;
  }
  g_error_free (reason);
  return TRUE;
}

static gboolean
run_restore (StnCli *cli, GError **error)
{
  const char *from = g_ptr_array_index (cli->arguments, 0);
  const gboolean dry_run = stn_cli_has (cli, "dry-run");
  const gboolean set_aside = stn_cli_has (cli, "set-aside");
  g_autoptr (StnDiary) diary = NULL;
  StnRestoreReport report;

  if (dry_run && set_aside) {
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
                 "restore: --dry-run and --set-aside do not go together");
    return FALSE;
  }
  if (stn_diary_file_is_same (from, cli->diary_path))
    return set_copy_error (from, "is the diary itself", error);
  if (set_aside && g_access (cli->diary_path, F_OK) == 0 && !check_unreadable (cli, error))
    return FALSE;
  if (!dry_run && (set_aside || (g_access (cli->diary_path, F_OK) != 0 && errno == ENOENT)))
    return adopt (cli, from, error);
  diary = stn_cli_open_diary (cli, dry_run ? STN_STORE_READ_ONLY : STN_STORE_EXISTING, error);
  if (diary == NULL || !stn_diary_restore (diary, from, dry_run, &report, NULL, error))
    return FALSE;
  print_restored (cli, &report, dry_run);
  return TRUE;
}

static gboolean
run_recover (StnCli *cli, GError **error)
{
  const char *from = g_ptr_array_index (cli->arguments, 0);
  const char *to = g_ptr_array_index (cli->arguments, 1);
  StnSalvageReport report;
  g_autofree char *missing = NULL;

  if (!stn_diary_recover (from, to, cli->clock, &report, error))
    return FALSE;
  g_string_append_printf (
    cli->out,
    /* Translators: 1: a file, 2: nights, 3: records, 4: records that could not be read */
    _ ("%1$s: all that could be read. Nights: %2$u, records: %3$u. Known to be lost: %4$u; "
       "what left no trace cannot be counted.\n"),
    to, report.nights, report.records, report.lost);
  missing = stn_wording_missing_pages (report.missing, report.pages);
  if (missing != NULL)
    g_string_append_printf (cli->out, "%s\n", missing);
  return TRUE;
}

const StnCliVerb stn_cli_backup_verb = {
  "backup",       "[FILE]",   0, 1, N_ ("Copy the diary and read the copy back"),
  backup_options, run_backup,
};

const StnCliVerb stn_cli_restore_verb = {
  "restore",
  "FILE",
  1,
  1,
  N_ ("Make the diary say what a backup says; \"undo\" brings back what was there before"),
  restore_options,
  run_restore,
};

const StnCliVerb stn_cli_recover_verb = {
  "recover",
  "DAMAGED NEW",
  2,
  2,
  N_ ("Read what can be read of a damaged diary into a new file; the damaged one stays as it is"),
  NULL,
  run_recover,
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
