/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-connection.h"

G_BEGIN_DECLS

/**
 * stn_verify_log: that the change log and the rows of all tables say the same: every row is what the last of its changes made of it,
 * with its revision, every change begins where the one before it ended, and every revision is one. Reads each change and each row
 * once, in the order of the file, and remembers 40 bytes of a change. Inside a read transaction, after
 * stn_backup_check().
 * @ret_changes: how many there are.
 *
 * Errors: DAMAGED, those of reading.
 */
gboolean stn_verify_log (StnConnection *connection, guint *ret_changes, GError **error);

G_END_DECLS
