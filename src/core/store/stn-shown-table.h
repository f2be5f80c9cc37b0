/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/**
 * What the program said unasked, so that it is said once. No record of the person's: no write group, no change log, neither
 * undone nor merged; where it is lost something is said twice.
 */

/** stn_shown_table_load: (transfer full) (element-type utf8 StnDate) the night after which each was shown; NULL on error. */
GHashTable *stn_shown_table_load (StnStore *self, GError **error);

/**
 * stn_shown_table_keep: @ids: (element-type utf8) were shown on the morning after @night; those shown before keep their night.
 * While another program writes or reads the diary, and in a diary that may not be written, nothing is kept and that is
 * no error: nobody waits for this. Not inside a write group.
 *
 * Errors: FULL, IO, DAMAGED: nothing was written.
 */
gboolean stn_shown_table_keep (StnStore *self, const GPtrArray *ids, StnDate night, GError **error);

G_END_DECLS
