/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-store.h"

G_BEGIN_DECLS

/**
 * stn_store_forget: "Forget now": erases all that the diary remembers beside what it says today: the log of changes with
 * the trash in it, so that nothing can be undone any more, the drafts, what was shown (it tells of what was noted), and the backups that the program made beside the
 * file. What is erased is overwritten with zeros in the file. Not inside a write group.
 *
 * Errors: READ_ONLY, BUSY, FULL, IO: nothing was forgotten; OPEN when all but a backup was.
 */
gboolean stn_store_forget (StnStore *self, GError **error);

G_END_DECLS
