/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/**
 * What the analysis said at each weekly refresh, kept in the diary so that it need not be computed again. It is made from
 * the records alone and no record itself: no write group, no change log, and whoever empties the table loses only time.
 */

/** StnRefreshRow: @fingerprint: of all that was looked at. @findings: text of the room diary. Borrowed. */
typedef struct {
  const char *fingerprint;
  StnDate night;
  const char *findings;
} StnRefreshRow;

/** stn_refresh_table_load: (transfer full) (element-type utf8 utf8) findings by fingerprint; NULL on error. */
GHashTable *stn_refresh_table_load (StnStore *self, GError **error);

/**
 * stn_refresh_table_keep: makes the table hold @rows (element-type StnRefreshRow) and no others. While another program
 * writes or reads the diary, and in a diary that may not be written, nothing is kept and that is no error: nobody waits for
 * this, and it waits for nobody. Not inside a write group.
 *
 * Errors: FULL, IO, DAMAGED: nothing was written.
 */
gboolean stn_refresh_table_keep (StnStore *self, const GArray *rows, GError **error);

G_END_DECLS
