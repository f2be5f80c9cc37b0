/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/stn-reminder.h"

G_BEGIN_DECLS

#define STN_TYPE_REMINDER_ROW (stn_reminder_row_get_type ())
G_DECLARE_FINAL_TYPE (StnReminderRow, stn_reminder_row, STN, REMINDER_ROW, AdwExpanderRow)

/**
 * StnReminderRow: one reminder in the preferences: its switch, its time, its days.
 *
 * Signal "change" (StnReminder *): the person changed it.
 */

/** stn_reminder_row_show: @bedtime_min, @suggested_min: see StnReminderSettings. What is being typed stays. */
void stn_reminder_row_show (StnReminderRow *self,
                            const StnReminder *reminder,
                            StnOptInt bedtime_min,
                            StnOptInt suggested_min);

G_END_DECLS
