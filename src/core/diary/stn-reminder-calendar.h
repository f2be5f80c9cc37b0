/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"

G_BEGIN_DECLS

/**
 * stn_diary_write_calendar: appends the reminders that are on as a calendar for the phone (see stn_calendar_write()), in words
 * that say nothing of health. A stretch that follows the bedtime stands at its time of today.
 * @ret_n: (nullable) how many entries it has; 0: no reminder is on.
 *
 * Errors: of the store.
 */
gboolean stn_diary_write_calendar (StnDiary *self, GString *out, guint *ret_n, GError **error);

G_END_DECLS
