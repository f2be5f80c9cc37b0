/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-factor.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/** stn_factor_table_list: (transfer full) (element-type StnFactor) all live factors, by position, then slug. */
GPtrArray *stn_factor_table_list (StnStore *self, GError **error);

/** stn_factor_table_put: writes the factor of that slug (new or changed); does nothing when nothing differs. */
gboolean stn_factor_table_put (StnStore *self, const StnFactor *factor, GError **error);

/** stn_factor_table_count_values: on how many nights the factor of that slug has a value. */
gboolean stn_factor_table_count_values (StnStore *self,
                                        const char *slug,
                                        guint *ret_n_nights,
                                        GError **error);

/** stn_factor_table_delete: makes the row of a factor that was read a tombstone. It must have no value. */
gboolean stn_factor_table_delete (StnStore *self, const StnFactor *factor, GError **error);

G_END_DECLS
