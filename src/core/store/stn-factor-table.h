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

G_END_DECLS
