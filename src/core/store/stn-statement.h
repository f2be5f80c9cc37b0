/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-connection.h"

G_BEGIN_DECLS

/**
 * StnStatement: a prepared statement of one connection, kept by it for the next time. Only the
 * room store uses it.
 *
 * Values are bound from 1 and read from 0. A failed bind is reported by the next step.
 */
typedef struct _StnStatement StnStatement;

/**
 * stn_statement_get: the statement of @sql, ready to be bound.
 * @sql: a constant: its address is the key under which the statement is kept.
 *
 * Returns: give it back with stn_statement_done() (g_autoptr does) before @sql is asked for again.
 */
StnStatement *stn_statement_get (StnConnection *connection, const char *sql, GError **error);
void stn_statement_done (StnStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnStatement, stn_statement_done)

/** stn_statement_free: for the connection only, when it is closed. */
void stn_statement_free (StnStatement *self);

/** Binders. @text NULL binds NULL; the text is copied; text that is not UTF-8 is refused. */
void stn_statement_bind_null (StnStatement *self, int place);
void stn_statement_bind_int (StnStatement *self, int place, gint64 value);
void stn_statement_bind_real (StnStatement *self, int place, double value);
void stn_statement_bind_text (StnStatement *self, int place, const char *text);

/** stn_statement_step: goes to the next row; FALSE on error. @ret_row: whether there is one. */
gboolean stn_statement_step (StnStatement *self, gboolean *ret_row, GError **error);

/** stn_statement_run: for statements without rows: once from begin to end. */
gboolean stn_statement_run (StnStatement *self, GError **error);

/**
 * Columns of the current row; texts live until the next step. A damaged page can hold what the schema does not allow:
 * text that is not UTF-8 or a number that is not finite is read as none, and the next step says DAMAGED.
 */
int stn_statement_get_type (StnStatement *self, int column); /* SQLITE_NULL, ... */
const char *stn_statement_get_name (StnStatement *self, int column);
gint64 stn_statement_get_int (StnStatement *self, int column);
double stn_statement_get_real (StnStatement *self, int column);
const char *stn_statement_get_text (StnStatement *self, int column);     /* "" for NULL */
const char *stn_statement_get_opt_text (StnStatement *self, int column); /* NULL for NULL */

G_END_DECLS
