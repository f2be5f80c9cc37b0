/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-verbs.h"

#include "diary/stn-cramp.h"
#include "diary/stn-diary-stretch.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

static const StnCliOption options[] = {
  {"end", NULL, FALSE, N_ ("it has gone: store how long it lasted")},
  {NULL, NULL, FALSE, NULL},
};

/* @closed: (nullable) what forbids to stretch or rub the leg: it is said instead of the steps that do so. */
static void
print_relief (GString *out, const StnStretchGate *closed)
{
  StnReliefStep step = stn_wording_relief_step (0);
  guint number = 0;

  if (closed != NULL)
    g_string_append_printf (out, "%s\n", gettext (closed->text));
  for (guint i = 0; step.what != NULL; step = stn_wording_relief_step (++i)) {
    if (closed != NULL && !step.spares_leg)
      continue;
    g_string_append_printf (out, "%u  %s\n", ++number, step.what);
    if (step.hint != NULL)
      g_string_append_printf (out, "   %s\n", step.hint);
  }
}

static gboolean
begin (StnCli *cli, StnDiary *diary, GError **error)
{
  g_autofree char *since = NULL;
  const StnStretchGate *closed;
  gboolean is_found;
  StnCramp cramp;

  if (!stn_cramp_begin (diary, NULL, error) || !stn_cramp_get (diary, &cramp, &is_found, error) ||
      !stn_diary_find_closed_stretch (diary, &closed, error))
    return FALSE;
  since = stn_wording_cramp_since (cramp.start_min);
  /* Translators: %s: "since 02:31"; cramp --end is typed as it is */
  g_string_append_printf (cli->out, _ ("A cramp has been going on %s; 'cramp --end' when it has gone.\n"),
                          since);
  print_relief (cli->out, closed);
  return TRUE;
}

static gboolean
end (StnCli *cli, StnDiary *diary, GError **error)
{
  g_autofree char *saved = NULL;
  int duration_s;

  if (!stn_cramp_end (diary, &duration_s, NULL, error))
    return FALSE;
  saved = stn_wording_cramp_ended (duration_s);
  g_string_append_printf (cli->out, "%s\n", saved);
  return TRUE;
}

static gboolean
run_cramp (StnCli *cli, GError **error)
{
  gboolean ends = stn_cli_has (cli, "end");
  g_autoptr (StnDiary) diary =
    stn_cli_open_diary (cli, ends ? STN_STORE_EXISTING : STN_STORE_CREATE, error);

  if (diary == NULL)
    return FALSE;
  return ends ? end (cli, diary, error) : begin (cli, diary, error);
}

const StnCliVerb stn_cli_cramp_verb = {
  "cramp", "",        0, 0, N_ ("A cramp begins now: store it and print what helps, or end it"),
  options, run_cramp,
};
