/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-person-condition.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/** stn_condition_table_list: (transfer full) (element-type StnPersonCondition) all live conditions, by their beginning. */
GPtrArray *stn_condition_table_list (StnStore *self, GError **error);

/** stn_condition_table_put: in an open write group; one that is new gets its uid. */
gboolean stn_condition_table_put (StnStore *self, StnPersonCondition *condition, GError **error);
gboolean
stn_condition_table_delete (StnStore *self, const StnPersonCondition *condition, GError **error);

G_END_DECLS
