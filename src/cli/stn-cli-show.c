/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-night-json.h"
#include "stn-cli-verbs.h"

#include "base/stn-night-key.h"
#include "diary/stn-diary-factors.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

static const StnCliOption options[] = {
  {"date", "NIGHT", FALSE, N_ ("the date of the evening, YYYY-MM-DD (default: last night)")},
  {"json", NULL, FALSE, N_ ("print JSON for programs")},
  {NULL, NULL, FALSE, NULL},
};

static void
print_episode (GString *out, const StnEpisode *episode)
{
  g_autofree char *title = stn_wording_episode_title (episode);
  g_autofree char *details = stn_wording_episode_details (episode);

  g_string_append_printf (out, "  %s%s%s\n", title, *details == '\0' ? "" : " · ", details);
  if (episode->note != NULL)
    g_string_append_printf (out, "    %s\n", episode->note);
}

static void
print_value (GString *out, const StnFactorValue *value, GPtrArray *factors)
{
  const StnFactor *factor = stn_factor_list_find (factors, value->slug);
  g_autofree char *name =
    factor == NULL ? g_strdup (value->slug) : stn_wording_factor_name (factor);
  g_autofree char *text = factor == NULL ? g_strdup_printf ("%g", value->value)
                                         : stn_wording_factor_value (factor, value->value);
  const char *entered = stn_wording_entered (value->entered);

  g_string_append_printf (out, "  %s: %s%s%s%s\n", name, text, *entered == '\0' ? "" : " (",
                          entered, *entered == '\0' ? "" : ")");
}

static void
print_night (GString *out, const StnNight *night, GPtrArray *factors, StnDate today)
{
  g_autofree char *title = stn_wording_night (night->key, today);
  g_autofree char *line = stn_wording_night_line (night);

  g_string_append_printf (out, "%s\n%s\n", title, line);
  for (guint i = 0; i < night->episodes->len; i++)
    print_episode (out, g_ptr_array_index (night->episodes, i));
  if (night->values->len > 0)
    g_string_append_printf (out, "%s\n", _ ("The day before:"));
  for (guint i = 0; i < night->values->len; i++)
    print_value (out, g_ptr_array_index (night->values, i), factors);
  if (night->note != NULL)
    /* Translators: before the person's own note */
    g_string_append_printf (out, _ ("Note: %s\n"), night->note);
}

static void
print_json (GString *out, const StnNight *night)
{
  StnJsonWriter writer;

  stn_json_writer_init (&writer, out, 1);
  stn_cli_add_night (&writer, night);
  g_string_append_c (out, '\n');
}

static gboolean
run_show (StnCli *cli, GError **error)
{
  g_autoptr (StnDiary) diary = NULL;
  g_autoptr (StnNight) night = NULL;
  g_autoptr (GPtrArray) factors = NULL;
  g_autoptr (GDateTime) now = stn_clock_now (cli->clock);
  StnDate key = stn_night_key_last (now);

  if (!stn_cli_get_date (cli, "date", &key, error))
    return FALSE;
  diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  night = diary == NULL ? NULL : stn_diary_get_night (diary, key, error);
  factors = night == NULL ? NULL : stn_diary_list_factors (diary, error);
  if (factors == NULL)
    return FALSE;
  if (stn_cli_has (cli, "json"))
    print_json (cli->out, night);
  else
    print_night (cli->out, night, factors, stn_date_of (now));
  return TRUE;
}

const StnCliVerb stn_cli_show_verb = {
  "show", "", 0, 0, N_ ("Show all that is stored of one night"), options, run_show,
};
