/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-store.h"

/* In a file of its own: whoever only watches a diary loads no SQLite. */
G_DEFINE_QUARK (stn - store - error - quark, stn_store_error)
