/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-join.h"

#include "diary/stn-diary-archive.h"
#include "stn-cli-verbs.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

static void
print_report (StnCli *self, const StnJoinReport *report, StnDate today, gboolean dry_run)
{
  StnJoinCounts counts = {report->rows.fresh, report->rows.newer, report->rows.kept};
  g_autofree char *summary = stn_wording_join_summary (&counts, dry_run);

  g_string_append_printf (stn_cli_out (self), "%s\n", summary);
  for (guint i = 0; i < report->conflicts->len; i++) {
    g_autofree char *line =
      stn_wording_join_conflict (g_array_index (report->conflicts, StnDate, i), today);

    g_string_append_printf (stn_cli_out (self), "%s\n", line);
  }
}

gboolean
stn_cli_join (StnCli *self,
              const char *const *paths,
              const char *label,
              gboolean (*run) (StnCli *cli, GError **error),
              GError **error)
{
  gboolean dry_run = stn_cli_has (self, "dry-run");
  gboolean exists = g_file_test (self->diary_path, G_FILE_TEST_EXISTS);
  g_autoptr (StnDiary) diary = NULL;
  g_autoptr (StnJoinReport) report = NULL;

  if (!exists && dry_run) {
    char *path = stn_cli_make_empty_diary (self, error);

    diary = path == NULL ? NULL : stn_diary_open (path, STN_STORE_EXISTING, self->clock, error);
    report = diary == NULL ? NULL : stn_diary_join (diary, paths, label, TRUE, error);
    if (report != NULL)
      print_report (self, report, stn_diary_today (diary), TRUE);
    g_clear_pointer (&diary, stn_diary_close);
    if (path != NULL)
      stn_cli_remove_empty_diary (path);
    return report != NULL;
  }
  if (!stn_cli_try_first (self, run, error))
    return FALSE;
  diary = stn_cli_open_diary (self, STN_STORE_CREATE, error);
  report = diary == NULL ? NULL : stn_diary_join (diary, paths, label, dry_run, error);
  if (report == NULL)
    return FALSE;
  print_report (self, report, stn_diary_today (diary), dry_run);
  return TRUE;
}

static gboolean
run_merge (StnCli *cli, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();

  for (guint i = 0; i < cli->arguments->len; i++)
    g_ptr_array_add (paths, g_ptr_array_index (cli->arguments, i));
  g_ptr_array_add (paths, NULL);
  return stn_cli_join (cli, (const char *const *) paths->pdata, "merge", run_merge, error);
}

static const StnCliOption options[] = {
  {"dry-run", NULL, FALSE, N_ ("say what would be done and store nothing")},
  STN_CLI_NO_MORE_OPTIONS,
};

const StnCliVerb stn_cli_merge_verb = {
  .name = "merge",
  .arguments = "FILE...",
  .min_arguments = 1,
  .max_arguments = STN_CLI_ANY,
  .summary = N_ ("Join the diaries of several computers, neither side lost"),
  .options = options,
  .run = run_merge,
};
