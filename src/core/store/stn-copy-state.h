/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-connection.h"

G_BEGIN_DECLS

/**
 * StnCopyState: how far a diary or a copy of one has come. @uid: of the diary. @rev: the last revision in it. @forgotten: the
 * one up to which it was forgotten; both "" when there is none. @nights: for which it is known whether there were cramps.
 */
typedef struct {
  char *uid;
  char *rev;
  char *forgotten;
  guint nights;
} StnCopyState;

/** stn_copy_state_read: Errors: of %STN_STORE_ERROR; @ret_state is untouched then. */
gboolean stn_copy_state_read (StnConnection *connection, StnCopyState *ret_state, GError **error);
void stn_copy_state_clear (StnCopyState *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StnCopyState, stn_copy_state_clear)

/**
 * stn_copy_count_vanished: how many nights of @before, a copy of it or what it was once, the diary of state @own has no more though
 * nobody deleted them in the program: what was deleted, undone or restored there is in its log of changes.
 */
gboolean stn_copy_count_vanished (StnConnection *diary,
                                  const StnCopyState *own,
                                  const StnCopyState *before,
                                  guint *ret_n,
                                  GError **error);

/** stn_copy_are_many: more than a tenth of the nights of @before: that wants a word. */
gboolean stn_copy_are_many (guint vanished, const StnCopyState *before);

G_END_DECLS
