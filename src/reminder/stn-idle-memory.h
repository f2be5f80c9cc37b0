/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * stn_idle_memory_give_back: gives back what was needed to work out the next reminder and is not needed until then, which may be
 * tomorrow: free memory, and the pages of the program's own code, which come back from its file when they run again.
 */
void stn_idle_memory_give_back (void);

G_END_DECLS
