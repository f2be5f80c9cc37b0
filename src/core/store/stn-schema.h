/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** "StNt" in ASCII, in the header of every diary, so that no other program's file is taken for one. */
#define STN_SCHEMA_APPLICATION_ID 0x53744e74

/**
 * StnSchema: the steps that lead from an empty file to the schema of this version, one after the other.
 * @steps: SQL; step i brings a diary from version i to i + 1. Steps that were released are never changed.
 * @version: number of steps = PRAGMA user_version of a diary that has them all.
 *
 * A new diary takes all steps, so that it is the same as one that grew.
 */
typedef struct {
  const char *const *steps;
  int version;
} StnSchema;

/** stn_schema_get_current: of this version of the program. */
const StnSchema *stn_schema_get_current (void);

G_END_DECLS
