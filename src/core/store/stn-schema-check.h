/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-connection.h"
#include "store/stn-schema.h"

G_BEGIN_DECLS

/**
 * stn_schema_check: whether every table and view of the schema stands in the file exactly as the program makes it, so that reading
 * it does nothing but read. What somebody added beside them is never looked at: a person's own table keeps nobody out of a diary.
 *
 * Errors: DAMAGED naming the first that differs.
 */
gboolean stn_schema_check (StnConnection *connection, const StnSchema *schema, GError **error);

/**
 * stn_schema_leave_out_others: takes every trigger, view, index and table out of the file that the schema does not make, so that a
 * diary that begins as a copy of a file from elsewhere is this program's own. The file passes stn_schema_check() before.
 *
 * Errors: DAMAGED naming one that does not go; FULL, IO.
 */
gboolean
stn_schema_leave_out_others (StnConnection *connection, const StnSchema *schema, GError **error);

/** stn_schema_make_empty: (transfer full) a database in memory with all that the schema makes, in the order in which a file has it. */
StnConnection *stn_schema_make_empty (const StnSchema *schema, GError **error);

G_END_DECLS
