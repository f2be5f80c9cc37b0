/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-progress.h"

G_BEGIN_DECLS

/**
 * stn_cli_progress_begin: from now on Ctrl+C (SIGINT) gives up the work that is told of, instead of ending the program in the middle
 * of it; and on a terminal standard error shows how far it is. (transfer none)
 */
const StnProgress *stn_cli_progress_begin (void);

/** stn_cli_progress_end: Ctrl+C is as it was, and the line is gone. */
void stn_cli_progress_end (void);

G_END_DECLS
