/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-progress.h"

G_BEGIN_DECLS

/**
 * stn_cli_progress_begin: from now on Ctrl+C (SIGINT), SIGTERM and SIGHUP give up the work that is told of, instead of ending the
 * program in the middle of it, unless they are ignored; and on a terminal standard error shows how far it is. (transfer none)
 */
const StnProgress *stn_cli_progress_begin (void);

/** stn_cli_progress_end: the signals are as they were, and the line is gone. */
void stn_cli_progress_end (void);

/** stn_cli_progress_get_signal: the signal that came since stn_cli_progress_begin(), 0 for none. */
int stn_cli_progress_get_signal (void);

G_END_DECLS
