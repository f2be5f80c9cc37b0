/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-session.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/** Guided stretches that were done, see StnSession. */

/** stn_session_table_list: (transfer full) (element-type StnSession) the newest first. */
GPtrArray *stn_session_table_list (StnStore *self, GError **error);

/** stn_session_table_put: in an open write group; a new one gets its uid. */
gboolean stn_session_table_put (StnStore *self, StnSession *session, GError **error);

G_END_DECLS
