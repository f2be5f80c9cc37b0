/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** stn_failure_reason: (transfer full) why something failed, for the screen: "the disk is full". */
char *stn_failure_reason (const GError *error);

/** stn_failure_not_saved: (transfer full) "Not saved: the disk is full." */
char *stn_failure_not_saved (const GError *error);

/** stn_failure_is_end: nothing to tell: it was cancelled, or the program is closing. */
gboolean stn_failure_is_end (const GError *error);

/** stn_failure_to_open: why a diary cannot be opened, a whole sentence for a person; static. */
const char *stn_failure_to_open (const GError *error);

/** stn_failure_to_write: why a button outside the window could not write; a whole sentence that names no night; static. */
const char *stn_failure_to_write (const GError *error);

G_END_DECLS
