/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-verbs.h"

#include "diary/stn-change-facts.h"

#include <glib/gi18n.h>

static void
print_group (StnCli *cli,
             const StnChangeGroup *group,
             char *(*wording) (const StnChangeFacts *, StnDate))
{
  g_autoptr (GDateTime) now = stn_clock_now (cli->clock);
  const StnChangeFacts facts = stn_change_facts_of (group);
  g_autofree char *sentence = wording (&facts, stn_date_of (now));

  g_string_append_printf (cli->out, "%s\n", sentence);
}

static gboolean
run_undo (StnCli *cli, GError **error)
{
  g_autoptr (StnDiary) diary = stn_cli_open_diary (cli, STN_STORE_EXISTING, error);
  g_autoptr (StnChangeGroup) group = NULL;

  if (diary == NULL || !stn_diary_undo (diary, 0, &group, error))
    return FALSE;
  print_group (cli, group, stn_wording_undone);
  return TRUE;
}

static gboolean
run_redo (StnCli *cli, GError **error)
{
  g_autoptr (StnDiary) diary = stn_cli_open_diary (cli, STN_STORE_EXISTING, error);
  g_autoptr (StnChangeGroup) group = NULL;

  if (diary == NULL || !stn_diary_redo (diary, &group, error))
    return FALSE;
  print_group (cli, group, stn_wording_redone);
  return TRUE;
}

const StnCliVerb stn_cli_undo_verb = {
  "undo", "",       0, 0, N_ ("Take back the last change, by any program; again: one further back"),
  NULL,   run_undo,
};

const StnCliVerb stn_cli_redo_verb = {
  "redo", "", 0, 0, N_ ("Put back what the last undo took"), NULL, run_redo,
};
