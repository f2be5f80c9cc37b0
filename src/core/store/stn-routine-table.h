/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-routine.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/** Routines of the person's own, see StnRoutine. */

/** stn_routine_table_list: (transfer full) (element-type StnRoutine) in the order in which they were made. */
GPtrArray *stn_routine_table_list (StnStore *self, GError **error);

/** stn_routine_table_put: in an open write group; a new one gets its uid. */
gboolean stn_routine_table_put (StnStore *self, StnRoutine *routine, GError **error);

/** stn_routine_table_delete: in an open write group. */
gboolean stn_routine_table_delete (StnStore *self, const char *uid, GError **error);

G_END_DECLS
