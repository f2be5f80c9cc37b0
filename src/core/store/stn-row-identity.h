/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-identity.h"
#include "store/stn-statement.h"

G_BEGIN_DECLS

/** The identity columns in the order in which stn_row_identity_read() takes them. */
#define STN_ROW_IDENTITY_COLUMNS "uid, rev, source, created, updated"

/** stn_row_identity_read: reads them from @column on. Errors: DAMAGED. */
gboolean stn_row_identity_read (StnConnection *connection,
                                StnStatement *statement,
                                int column,
                                StnIdentity *ret_identity,
                                GError **error);

G_END_DECLS
