/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Of a pipe so much is read; more means that it is no diary, or that it is to be a file first. */
#define STN_CLI_SPOOL_MAX_BYTES (64 * 1024 * 1024)

/**
 * stn_cli_spool: (transfer full) a name under which @path can be read more than once. "-" is standard input. Of a pipe it is what came
 * out of it, in memory that has no name in any folder and ends with the process.
 *
 * Errors: DATA.
 */
char *stn_cli_spool (const char *path, GError **error);

/** stn_cli_spool_tell: in @error (may be unset), which speaks of @spooled, @path takes its place: what the person knows. */
void stn_cli_spool_tell (GError **error, const char *spooled, const char *path);

G_END_DECLS
