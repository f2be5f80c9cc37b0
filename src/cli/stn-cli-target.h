/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "stn-cli.h"

G_BEGIN_DECLS

/**
 * stn_cli_check_target: whether @path may be written: it is not the diary itself, and not there already unless --replace was given.
 * Errors: DATA.
 */
gboolean stn_cli_check_target (const StnCli *self, const char *path, GError **error);

G_END_DECLS
