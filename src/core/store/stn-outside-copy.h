/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-store.h"

G_BEGIN_DECLS

/** What became of a copy outside, on a stick or in a folder. But for MADE what is there is as it was. */
typedef enum {
  STN_OUTSIDE_CURRENT, /* it says what the diary says */
  STN_OUTSIDE_MADE,
  STN_OUTSIDE_HELD_BACK, /* many nights of it vanished from the diary: the person is asked first */
  STN_OUTSIDE_ANOTHER,   /* it is the copy of another diary */
  STN_OUTSIDE_AHEAD,     /* it has changes that the diary has not: of another computer */
} StnOutsideOutcome;

/**
 * stn_store_update_copy: brings the copy at @path to what the diary says, in the way of stn_store_back_up(); makes it when there
 * is none. A copy that is damaged is replaced. What was left there of one that could not be finished goes (PATH.XXXXXX).
 * @anyway: also when it would be held back.
 *
 * Errors: EXISTS when there is something at @path that is no diary; those of stn_store_back_up().
 */
gboolean stn_store_update_copy (StnStore *self,
                                const char *path,
                                gboolean anyway,
                                StnOutsideOutcome *ret_outcome,
                                GError **error);

/** stn_store_is_copy: whether the file at @path can be read and is a copy of this diary. */
gboolean stn_store_is_copy (StnStore *self, const char *path);

G_END_DECLS
