/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-connection.h"
#include "store/stn-schema.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/**
 * stn_migration_create: makes a new diary at @path, whole or not at all: it is built beside and moved into place.
 *
 * Errors: EXISTS when another program made one there meanwhile; OPEN, FULL, IO.
 */
gboolean
stn_migration_create (const char *path, StnClock *clock, const StnSchema *schema, GError **error);

/**
 * stn_migration_run: brings the diary to the schema, one step and one transaction after the other. Before the first
 * step it is backed up to PATH.schema-VERSION.bak; the backup is reopened and checked.
 *
 * Errors: the diary is as it was before the step that failed.
 */
gboolean stn_migration_run (StnConnection *connection,
                            const char *path,
                            const StnSchema *schema,
                            GError **error);

/**
 * stn_migration_copy: (transfer full) a copy of the older diary that @connection reads, brought to the schema in memory
 * alone and only to be read: the file stays as it is, and nothing of it is written anywhere.
 *
 * Errors: of %STN_STORE_ERROR.
 */
StnConnection *
stn_migration_copy (StnConnection *connection, const StnSchema *schema, GError **error);

G_END_DECLS
