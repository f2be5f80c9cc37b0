/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * stn_cli_stop_prepare: SIGINT, SIGTERM and SIGHUP end the program as before, but it removes what it was making
 * (stn-unfinished.h) and says so. A signal that is ignored stays so. To be called once, before anything is made.
 */
void stn_cli_stop_prepare (void);

G_END_DECLS
