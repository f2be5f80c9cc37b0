/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "stn-cli.h"

G_BEGIN_DECLS

/**
 * stn_cli_print_card: what the diary has to say this morning (product 3), after an empty line; nothing when there is nothing new. What
 * it said is remembered, so that the window does not say it again on another day.
 *
 * Errors: of the store and the analysis.
 */
gboolean stn_cli_print_card (StnCli *cli, StnDiary *diary, GError **error);

G_END_DECLS
