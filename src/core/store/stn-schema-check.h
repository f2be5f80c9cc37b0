/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-connection.h"
#include "store/stn-schema.h"

G_BEGIN_DECLS

/**
 * stn_schema_check: whether every table and view of the schema stands in the file exactly as the program makes it, so that reading
 * it does nothing but read. What somebody added beside them is never looked at.
 *
 * Errors: DAMAGED naming the first that differs.
 */
gboolean stn_schema_check (StnConnection *connection, const StnSchema *schema, GError **error);

/** stn_schema_make_empty: (transfer full) a database in memory with all that the schema makes, in the order in which a file has it. */
StnConnection *stn_schema_make_empty (const StnSchema *schema, GError **error);

G_END_DECLS
