/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * stn_idle_memory_give_back: gives back what was needed to read the diary and is not needed until the next time, which may be
 * tomorrow: free memory, and the pages of the program's own code and of SQLite's, which come back from their files when they
 * run again.
 */
void stn_idle_memory_give_back (void);

G_END_DECLS
