/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-command.h"

#include "base/stn-text-line.h"

#include <glib/gi18n.h>

static gboolean fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, message);
  return FALSE;
}

static const StnCliCommand *
find_command (const StnCli *cli, const StnCliCommand *commands, GError **error)
{
  const char *word = cli->arguments->len == 0 ? commands->word : cli->arguments->pdata[0];
  g_autoptr (GString) allowed = g_string_new (NULL);

  for (const StnCliCommand *command = commands; command->word != NULL; command++) {
    if (g_str_equal (command->word, word))
      return command;
    g_string_append_printf (allowed, "%s%s", allowed->len > 0 ? ", " : "", command->word);
  }
  fail (error, "%s: unknown word '%s'; it is one of %s", cli->verb->name, stn_excerpt (word),
        allowed->str);
  return NULL;
}

static gboolean
check_arguments (const StnCli *cli, const StnCliCommand *command, GError **error)
{
  guint n = cli->arguments->len == 0 ? 0 : cli->arguments->len - 1;

  if (n < command->min)
    return fail (error, "%s %s needs %s", cli->verb->name, command->word, command->arguments);
  if (n > command->max)
    return fail (error, "%s %s: '%s' is one word too many", cli->verb->name, command->word,
                 stn_excerpt (cli->arguments->pdata[command->max + 1]));
  return TRUE;
}

static gboolean
check_options (const StnCli *cli, const StnCliCommand *command, GError **error)
{
  g_auto (GStrv) allowed = g_strsplit (command->options, " ", -1);

  for (const StnCliOption *option = cli->verb->options; option->name != NULL; option++)
    if (stn_cli_has (cli, option->name) &&
        !g_strv_contains ((const char *const *) allowed, option->name))
      return fail (error, "%s %s: --%s does not go with it", cli->verb->name, command->word,
                   option->name);
  return TRUE;
}

gboolean
stn_cli_run_command (StnCli *cli,
                     const StnCliCommand *commands,
                     gboolean (*run) (StnCli *cli, GError **error),
                     GError **error)
{
  const StnCliCommand *command = find_command (cli, commands, error);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (StnDiary) diary = NULL;

  if (command == NULL || !check_arguments (cli, command, error) ||
      !check_options (cli, command, error) ||
      (!command->reads && !stn_cli_try_first (cli, run, error)))
    return FALSE;
  diary = stn_cli_open_diary (cli, command->reads ? STN_STORE_READ_ONLY : STN_STORE_CREATE, error);
  for (guint i = 1; i < cli->arguments->len; i++)
    g_ptr_array_add (arguments, cli->arguments->pdata[i]);
  g_ptr_array_add (arguments, NULL);
  return diary != NULL && command->run (cli, diary, (const char *const *) arguments->pdata, error);
}

void
stn_cli_say_deleted (StnCli *cli)
{
  g_string_append_printf (cli->out, "%s\n", _ ("Deleted; 'stillnight-cli undo' brings it back"));
}
