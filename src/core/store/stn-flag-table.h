/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-flag-note.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/** stn_flag_table_list: (transfer full) (element-type StnFlagNote) by day, then rule. */
GPtrArray *stn_flag_table_list (StnStore *self, GError **error);

/** stn_flag_table_put: in an open write group; one note for each rule and day. */
gboolean stn_flag_table_put (StnStore *self, const StnFlagNote *note, GError **error);

G_END_DECLS
