/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "model/stn-night.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/**
 * StnStoreReport: what a whole reading of a diary or backup found.
 */
typedef struct {
  guint nights;   /* with anything live in them */
  StnDate last;   /* the newest of them; STN_NO_DATE when there is none */
  guint episodes; /* live */
  guint values;   /* live factor values */
  guint changes;  /* rows of the change log */
} StnStoreReport;

/**
 * stn_store_verify: opens @path to read and reads every record: the tables' own definitions, SQLite's integrity and foreign-key check, every row
 * as the model understands it, every tombstone and change: each begins where the one before it ended, and every row is
 * what its last change made of it. All of it is of one moment; when somebody wants to write it lets them, and begins anew.
 *
 * Errors: what is wrong, the first found; BUSY when somebody writes for a minute; %G_IO_ERROR_CANCELLED.
 */
gboolean
stn_store_verify (const char *path, StnClock *clock, StnStoreReport *ret_report, GError **error);

/** stn_verify_list_kinds: (transfer full) slug -> StnFactorKind of the factors that are not deleted, for stn_verify_night(). */
GHashTable *stn_verify_list_kinds (StnStore *store, GError **error);

/** stn_verify_night: a night as the model understands it, its values as those of its factors. Errors: what is wrong. */
gboolean stn_verify_night (const StnNight *night, GHashTable *kinds, GError **error);

/** stn_verify_person: every record that is about no night, in an open store. Errors: DAMAGED. */
gboolean stn_verify_person (StnStore *store, GError **error);

/** stn_verify_records: every record as the model understands it, in an open store. Errors: DAMAGED. */
gboolean stn_verify_records (StnStore *store, GError **error);

G_END_DECLS
