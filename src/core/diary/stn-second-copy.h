/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"
#include "store/stn-outside-copy.h"

G_BEGIN_DECLS

/** Name of the second copy in the folder that the person chose. */
#define STN_SECOND_COPY_NAME "stillnight-diary.db"

/**
 * The second copy of the diary: a file in a folder that the person chose, on a stick or anywhere. The setting "second-copy" in
 * the diary remembers the folder; of one on a stick the part from the stick on, too, so that it is found wherever the stick
 * is mounted. A stick is known by the copy on it: without that nothing is written, for it could be somebody else's.
 *
 * @mounts: (nullable) the folders at which something is mounted, see stn_mounts_list().
 */

typedef enum {
  STN_SECOND_COPY_NONE,    /* no folder was chosen */
  STN_SECOND_COPY_AWAY,    /* the stick or the folder is not there */
  STN_SECOND_COPY_CURRENT, /* it says what the diary says */
  STN_SECOND_COPY_MADE,
  STN_SECOND_COPY_HELD_BACK, /* see StnOutsideOutcome */
  STN_SECOND_COPY_ANOTHER,
  STN_SECOND_COPY_AHEAD,
} StnSecondCopyState;

/** stn_second_copy_state_of: the same of a copy that is reached. */
StnSecondCopyState stn_second_copy_state_of (StnOutsideOutcome outcome);

/** stn_mounts_list: (transfer full) the folders at which sticks, disks and shares are mounted now, longest first. */
GStrv stn_mounts_list (void);

/** stn_diary_get_second_copy: (transfer full) the folder as it was chosen, "" when none was; NULL on error. */
char *stn_diary_get_second_copy (StnDiary *self, GError **error);

/**
 * stn_diary_choose_second_copy: makes a copy in @folder and from now on keeps it up to date. NULL: from now on none is kept; the
 * one that there is stays.
 * @ret_state: MADE or CURRENT; with ANOTHER and AHEAD nothing is remembered.
 *
 * Errors: of stn_store_update_copy() and of the store; nothing is remembered then.
 */
gboolean stn_diary_choose_second_copy (StnDiary *self,
                                       const char *folder,
                                       const char *const *mounts,
                                       StnSecondCopyState *ret_state,
                                       GError **error);

/**
 * stn_diary_keep_second_copy: brings the second copy to what the diary says, where it can be reached.
 * @anyway: also when it would be held back.
 */
gboolean stn_diary_keep_second_copy (StnDiary *self,
                                     const char *const *mounts,
                                     gboolean anyway,
                                     StnSecondCopyState *ret_state,
                                     GError **error);

/** stn_second_copy_find: (transfer full) (nullable) a second copy of any diary on what is mounted, for a new computer. */
char *stn_second_copy_find (const char *const *mounts);

G_END_DECLS
