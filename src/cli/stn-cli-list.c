/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-night-json.h"
#include "stn-cli-verbs.h"

#include "wording/stn-wording.h"

#include <glib/gi18n.h>

static const StnCliOption options[] = {
  {"from", "NIGHT", FALSE, N_ ("first night, YYYY-MM-DD (default: the first in the diary)")},
  {"to", "NIGHT", FALSE, N_ ("last night, YYYY-MM-DD (default: the last in the diary)")},
  {"json", NULL, FALSE, N_ ("print JSON for programs")},
  {NULL, NULL, FALSE, NULL},
};

static void
print_json (GString *out, GPtrArray *nights)
{
  StnJsonWriter writer;

  stn_json_writer_init (&writer, out, 1);
  stn_json_writer_begin_array (&writer, NULL);
  for (guint i = 0; i < nights->len; i++)
    stn_cli_add_night (&writer, g_ptr_array_index (nights, i));
  stn_json_writer_end_array (&writer);
  g_string_append_c (out, '\n');
}

static void
print_lines (GString *out, GPtrArray *nights)
{
  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);
    g_autofree char *line = stn_wording_night_line (night);
    char key[STN_DATE_TEXT_SIZE];

    g_string_append_printf (out, "%s  %s\n", stn_date_to_text (night->key, key), line);
  }
  if (nights->len == 0)
    g_string_append_printf (out, "%s\n", _ ("No night is recorded."));
}

static gboolean
run_list (StnCli *cli, GError **error)
{
  g_autoptr (StnDiary) diary = NULL;
  g_autoptr (GPtrArray) nights = NULL;
  StnDate from = STN_NO_DATE, to = STN_NO_DATE;

  if (!stn_cli_get_date (cli, "from", &from, error) || !stn_cli_get_date (cli, "to", &to, error))
    return FALSE;
  if (stn_date_is_set (from) && stn_date_is_set (to) && stn_date_compare (from, to) > 0) {
    g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, "--from is later than --to");
    return FALSE;
  }
  diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  nights = diary == NULL ? NULL : stn_diary_list_nights (diary, from, to, error);
  if (nights == NULL)
    return FALSE;
  if (stn_cli_has (cli, "json"))
    print_json (cli->out, nights);
  else
    print_lines (cli->out, nights);
  return TRUE;
}

const StnCliVerb stn_cli_list_verb = {
  "list", "", 0, 0, N_ ("List the nights with anything stored"), options, run_list,
};
