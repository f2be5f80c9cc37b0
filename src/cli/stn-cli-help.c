/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli.h"

#include <glib/gi18n.h>

#define COLUMN 29

/* "  left side          what it means": two spaces at least, by which completion finds the end of the left side. */
static void
append_row (GString *help, const char *left, const char *text)
{
  g_string_append_printf (help, "  %-*s  %s\n", COLUMN, left, text);
}

static void
append_option (GString *help, const char *name, const char *value, const char *text)
{
  g_autofree char *left =
    value == NULL ? g_strdup_printf ("--%s", name) : g_strdup_printf ("--%s %s", name, value);

  append_row (help, left, text);
}

static void
append_common_options (GString *help)
{
  append_option (help, "diary", "FILE",
                 _ ("the diary (default: $XDG_DATA_HOME/stillnight/diary.db)"));
  append_option (help, "help", NULL, _ ("print this help"));
}

char *
stn_cli_help (const StnCli *self, const StnCliVerb *const *verbs)
{
  g_autoptr (GString) help = g_string_new (NULL);
  const StnCliVerb *verb = self->verb;

  if (verb != NULL) {
    gboolean has_options = verb->options != NULL && verb->options->name != NULL;

    g_string_append_printf (help, "%s stillnight-cli %s%s%s%s\n%s\n\n%s\n", _ ("Usage:"),
                            verb->name, has_options ? " [OPTION]..." : "",
                            *verb->arguments == '\0' ? "" : " ", verb->arguments, _ (verb->summary),
                            _ ("Options:"));
    for (const StnCliOption *option = verb->options; has_options && option->name != NULL; option++)
      append_option (help, option->name, option->value, _ (option->help));
    append_common_options (help);
    return g_string_free (g_steal_pointer (&help), FALSE);
  }
  g_string_append_printf (help, "%s stillnight-cli VERB [OPTION]...\n%s\n\n%s\n", _ ("Usage:"),
                          _ ("A diary of nights and leg cramps."), _ ("Verbs:"));
  for (; *verbs != NULL; verbs++)
    append_row (help, (*verbs)->name, _ ((*verbs)->summary));
  g_string_append_printf (help, "\n%s\n", _ ("Options:"));
  append_common_options (help);
  append_option (help, "version", NULL, _ ("print the program's version"));
  g_string_append_printf (help, "\n%s\n%s\n",
                          _ ("Every verb has its own help: stillnight-cli VERB --help"),
                          _ ("Exit codes: 0 done, 1 the diary or a file does not allow it, 2 the "
                             "command line is wrong, 130 stopped by Ctrl+C."));
  return g_string_free (g_steal_pointer (&help), FALSE);
}
