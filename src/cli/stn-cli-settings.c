/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-verbs.h"

#include "base/stn-json-writer.h"
#include "diary/stn-settings.h"

#include <glib/gi18n.h>
#include <string.h>

static const StnCliOption options[] = {
  {"json", NULL, FALSE, N_ ("print JSON for programs")},
  STN_CLI_NO_MORE_OPTIONS,
};

static gboolean
print (StnCli *cli, GError **error)
{
  g_autoptr (StnDiary) diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  gboolean is_json = stn_cli_has (cli, "json");
  StnJsonWriter writer;

  if (diary == NULL)
    return FALSE;
  stn_json_writer_init (&writer, cli->out, 1);
  if (is_json)
    stn_json_writer_begin_object (&writer, NULL);
  for (const StnSetting *setting = stn_settings_list (); setting->name != NULL; setting++) {
    g_autofree char *value = stn_diary_get_setting (diary, setting->name, error);

    if (value == NULL)
      return FALSE;
    if (is_json)
      stn_json_writer_add_text (&writer, setting->name, value);
    else
      g_string_append_printf (cli->out, "%s=%s\n", setting->name, value);
  }
  if (is_json) {
    stn_json_writer_end_object (&writer);
    g_string_append_c (cli->out, '\n');
  }
  return TRUE;
}

static gboolean
set (StnDiary *diary, const char *word, GError **error)
{
  const char *equals = strchr (word, '=');
  g_autofree char *name = g_strndup (word, equals - word);

  return stn_diary_put_setting (diary, name, equals[1] == '\0' ? NULL : equals + 1, NULL, error);
}

static gboolean
run (StnCli *cli, GError **error)
{
  const char *word = cli->arguments->len == 0 ? NULL : cli->arguments->pdata[0];
  g_autoptr (StnDiary) diary = NULL;

  if (word == NULL)
    return print (cli, error);
  if (strchr (word, '=') == NULL || stn_cli_has (cli, "json")) {
    g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
                         "settings takes NAME=VALUE, or nothing or --json to print them");
    return FALSE;
  }
  if (!stn_cli_try_first (cli, run, error))
    return FALSE;
  diary = stn_cli_open_diary (cli, STN_STORE_CREATE, error);
  return diary != NULL && set (diary, word, error);
}

const StnCliVerb stn_cli_settings_verb = {
  .name = "settings",
  .arguments = "[NAME=VALUE]",
  .min_arguments = 0,
  .max_arguments = 1,
  .summary = N_ ("Print or set what is kept in the diary: day-change, glass-ml, drink-g"),
  .options = options,
  .run = run,
};
