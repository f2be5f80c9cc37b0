/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-medicine.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/** stn_medicine_table_list: (transfer full) (element-type StnMedicine) all live medicines with their history, by name. */
GPtrArray *stn_medicine_table_list (StnStore *self, GError **error);

/**
 * stn_medicine_table_save: in an open write group: writes what differs between two states of a medicine.
 * @before: as it was listed; NULL: it is new, and gets its uids. @after: NULL: it is deleted, with its history.
 *
 * Errors: of stn_row_put().
 */
gboolean stn_medicine_table_save (StnStore *self,
                                  const StnMedicine *before,
                                  StnMedicine *after,
                                  GError **error);

G_END_DECLS
