/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-stamp.h"
#include "store/stn-connection.h"
#include "store/stn-schema.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/** What the other files of this room need of a store. */

/** stn_store_open_with_schema: stn_store_open() for another schema than the current one; tests migrate with it. */
StnStore *stn_store_open_with_schema (
  const char *path, StnStoreMode mode, StnClock *clock, const StnSchema *schema, GError **error);

/** stn_store_get_connection: NULL and @error when a failed commit left none and reopening fails again. */
StnConnection *stn_store_get_connection (StnStore *self, GError **error);

/**
 * stn_store_reconnect: after a failed write SQLite's memory of the file may differ from the file; a new connection has none.
 * When reopening fails the next call that needs the file tells it.
 */
void stn_store_reconnect (StnStore *self);

/**
 * StnWriteGroup: the open write group.
 * @broken: something of it could not be written: it cannot be committed any more.
 * @number: 0 until its first row is written. @rev: that all its rows get. @written: stamp of the same.
 */
typedef struct {
  gint64 number;
  char *label;
  char *source;
  char *rev;
  char *written;
  gint64 undoes;
  gint64 redoes;
  gboolean broken;
} StnWriteGroup;

/**
 * STN_GROUP_STANDS: of the group that is called @group in a statement: it was not taken back. A group stands unless a group that undoes
 * it stands, and that one stands unless it was redone.
 */
#define STN_GROUP_STANDS(group)                                                                    \
  "NOT EXISTS (SELECT 1 FROM change_group AS u WHERE u.undoes = " group ".number"                  \
  " AND NOT EXISTS (SELECT 1 FROM change_group AS r WHERE r.redoes = u.number))"

/** stn_store_observe_revision: the revision of every later write group is greater than @rev. */
void stn_store_observe_revision (StnStore *self, const char *rev);

/** stn_store_get_group: (nullable) the open write group. */
StnWriteGroup *stn_store_get_group (StnStore *self);

G_END_DECLS
