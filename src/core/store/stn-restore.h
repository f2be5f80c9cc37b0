/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-store.h"

G_BEGIN_DECLS

/** What a person would call the parts of a diary. */
typedef enum {
  STN_RESTORE_NIGHTS, /* with their cramps, stretches and the days before them; each night counts once */
  STN_RESTORE_FACTORS, /* what is asked */
  STN_RESTORE_MEDICINES, /* with their changes and what was taken when needed; each medicine counts once */
  STN_RESTORE_CONDITIONS,
  STN_RESTORE_VISITS,   /* and questions for them */
  STN_RESTORE_SIGNS,    /* and what was done about them */
  STN_RESTORE_SETTINGS, /* reminders and routines among them, and what is known of the person */
  STN_RESTORE_N_KINDS,
} StnRestoreKind;

/** StnRestoreCount: records that come back or are new, say something else, or go. */
typedef struct {
  guint added;
  guint changed;
  guint removed;
} StnRestoreCount;

typedef struct {
  StnRestoreCount counts[STN_RESTORE_N_KINDS];
} StnRestoreReport;

/** stn_restore_report_is_empty: whether the diary says the same as the backup already. */
gboolean stn_restore_report_is_empty (const StnRestoreReport *self);

/**
 * stn_store_restore: makes the diary say what the diary or backup @from says: one change group of label "restore", so that one
 * undo brings back what was there, also what the diary has and @from has not. @from is verified first and stays as it is.
 * The log of changes goes on, with all that was before; drafts and a cramp that is counted stay.
 * @dry_run: only says what would be changed.
 * @ret_group: (nullable) its number, 0 when nothing differed.
 *
 * Errors: of stn_store_verify() for @from; READ_ONLY, FULL, BUSY, IO: the diary is as it was.
 */
gboolean stn_store_restore (StnStore *self,
                            const char *from,
                            gboolean dry_run,
                            StnRestoreReport *ret_report,
                            gint64 *ret_group,
                            GError **error);

G_END_DECLS
