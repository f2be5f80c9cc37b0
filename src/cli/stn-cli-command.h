/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "stn-cli.h"

G_BEGIN_DECLS

/**
 * StnCliCommand: one thing that a verb with several does, named by its first argument ("medicines add NAME").
 * @word: the argument. @arguments: those after it, for the message. @min, @max: how many of them.
 * @options: those of the verb's that go with it, apart by spaces.
 * @reads: it changes nothing: the diary must exist. Else it is tried first where there is none.
 * @run: @arguments: (element-type utf8) those after the word.
 */
typedef struct {
  const char *word;
  const char *arguments;
  guint min;
  guint max;
  const char *options;
  gboolean reads;
  gboolean (*run) (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error);
} StnCliCommand;

/**
 * stn_cli_run_command: does what the first argument says, the first of @commands when there is none.
 * @commands: closed by one without a word. @run: the verb's own, for stn_cli_try_first().
 *
 * Errors: USAGE, of the store and of the command.
 */
gboolean stn_cli_run_command (StnCli *cli,
                              const StnCliCommand *commands,
                              gboolean (*run) (StnCli *cli, GError **error),
                              GError **error);

/** stn_cli_say_deleted: one record was deleted, and comes back. */
void stn_cli_say_deleted (StnCli *cli);

G_END_DECLS
