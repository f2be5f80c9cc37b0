/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording/stn-wording-reminder.h"

G_BEGIN_DECLS

/** stn_reminder_wording_read: as the person set it on this computer; neutral where the program is not installed. */
StnReminderWording stn_reminder_wording_read (void);

G_END_DECLS
