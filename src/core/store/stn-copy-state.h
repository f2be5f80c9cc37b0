/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-connection.h"

G_BEGIN_DECLS

/**
 * StnCopyState: how far a diary or a copy of one has come. @uid: of the diary. @rev: the last revision in it. @forgotten: the
 * one up to which it was forgotten; both "" when there is none. @entries: records, deleted ones too: what
 * the program itself deletes stays as a tombstone, so that their number falls only behind its back.
 */
typedef struct {
  char *uid;
  char *rev;
  char *forgotten;
  guint entries;
} StnCopyState;

/** stn_copy_state_read: Errors: of %STN_STORE_ERROR; @ret_state is untouched then. */
gboolean stn_copy_state_read (StnConnection *connection, StnCopyState *ret_state, GError **error);
void stn_copy_state_clear (StnCopyState *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StnCopyState, stn_copy_state_clear)

/** stn_copy_count_entries: the records alone. */
gboolean stn_copy_count_entries (StnConnection *connection, guint *ret_n, GError **error);

/** stn_copy_is_far_fewer: more than a tenth fewer than before, and five at least: that wants a word. */
gboolean stn_copy_is_far_fewer (guint entries, guint entries_before);

G_END_DECLS
