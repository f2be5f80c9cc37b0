/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "model/stn-identity.h"
#include "store/stn-row.h"

G_BEGIN_DECLS

/** StnRecordRead: (transfer full) the record of the current row. Errors: DAMAGED. */
typedef gpointer (*StnRecordRead) (StnConnection *connection, StnStatement *select, GError **error);

/** stn_record_list: (transfer full) the records of all rows of @select, which takes no values, in its order. */
GPtrArray *stn_record_list (
  StnStore *store, const char *select, StnRecordRead read, GDestroyNotify free, GError **error);

/** Dates as the tables have them: "YYYY-MM-DD", or NULL for STN_NO_DATE. Errors of reading: DAMAGED. */
void stn_row_set_date (StnRow *row, guint column, StnDate date);
gboolean stn_statement_read_date (StnConnection *connection,
                                  StnStatement *statement,
                                  int column,
                                  StnDate *ret_date,
                                  GError **error);

/** stn_identity_ensure_uid: a record that was never stored gets a random uid. */
const char *stn_identity_ensure_uid (StnIdentity *id);

G_END_DECLS
