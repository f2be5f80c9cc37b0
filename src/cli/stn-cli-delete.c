/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-verbs.h"

#include <glib/gi18n.h>

static gboolean
read_keys (StnCli *cli, GArray *keys, GError **error)
{
  for (guint i = 0; i < cli->arguments->len; i++) {
    g_autoptr (GError) reason = NULL;
    StnDate key;

    if (!stn_date_parse (g_ptr_array_index (cli->arguments, i), &key, &reason)) {
      g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, "delete: %s", reason->message);
      return FALSE;
    }
    for (guint j = 0; j < i; j++)
      if (stn_date_compare (g_array_index (keys, StnDate, j), key) == 0) {
        g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, "delete: %s is given twice",
                     (const char *) g_ptr_array_index (cli->arguments, i));
        return FALSE;
      }
    g_array_append_val (keys, key);
  }
  return TRUE;
}

static gboolean
run_delete (StnCli *cli, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (StnDate));
  g_autoptr (StnDiary) diary = NULL;

  if (!read_keys (cli, keys, error))
    return FALSE;
  diary = stn_cli_open_diary (cli, STN_STORE_EXISTING, error);
  if (diary == NULL || !stn_diary_delete_nights (diary, keys, NULL, error))
    return FALSE;
  g_string_append_printf (cli->out,
                          ngettext ("%u night deleted; 'stillnight-cli undo' brings it back\n",
                                    "%u nights deleted; 'stillnight-cli undo' brings them back\n",
                                    keys->len),
                          keys->len);
  return TRUE;
}

const StnCliVerb stn_cli_delete_verb = {
  "delete", "NIGHT...", 1, STN_CLI_ANY, N_ ("Delete all that is stored of nights"),
  NULL,     run_delete,
};
