/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-row.h"

G_BEGIN_DECLS

/**
 * stn_row_to_json: (transfer full) a row as the change log keeps it: an object of the columns that are known, then
 * "source" and, of a deleted row, "deleted": 1. Numbers read back as the same.
 */
char *stn_row_to_json (StnConnection *connection, const StnRow *row, GError **error);

/** stn_row_from_json: the reverse. Errors: DAMAGED when it is no such object. */
gboolean stn_row_from_json (StnConnection *connection,
                            const StnRowTable *table,
                            const char *json,
                            StnRow *ret_row,
                            GError **error);

/** stn_json_append_text: appends @text as a JSON string. */
void stn_json_append_text (GString *json, const char *text);

G_END_DECLS
