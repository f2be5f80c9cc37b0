/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "stn-cli.h"

G_BEGIN_DECLS

/** The line that stands for: any file. */
#define STN_CLI_COMPLETE_FILES ":files"

/**
 * stn_cli_complete: what a shell may offer for the last of @words, taken from the table of verbs alone; opens no diary.
 * @words: without the program's name, the last one as far as it is typed, perhaps empty. @verbs: NULL-terminated.
 *
 * Returns: (transfer full): a line each, "WORD<tab>what it means" or STN_CLI_COMPLETE_FILES. The shell leaves out what
 * does not begin with what is typed.
 */
char *stn_cli_complete (const char *const *words, const StnCliVerb *const *verbs);

G_END_DECLS
