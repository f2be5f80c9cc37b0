/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"

G_BEGIN_DECLS

#define STN_BACKUPS_DAILY 7
#define STN_BACKUPS_WEEKLY 4
#define STN_BACKUPS_MONTHLY 12

/**
 * stn_backup_rotation_choose: which backups are kept: the newest STN_BACKUPS_DAILY, the newest of each of the last
 * STN_BACKUPS_WEEKLY weeks (Monday to Sunday) and STN_BACKUPS_MONTHLY months that have one. Weeks and months without a
 * backup do not count: whoever comes back after a year finds all of them.
 * @dates: newest first, all set; of the same date twice only the first is kept. @ret_keep: @n answers.
 */
void stn_backup_rotation_choose (const StnDate *dates, guint n, gboolean *ret_keep);

G_END_DECLS
