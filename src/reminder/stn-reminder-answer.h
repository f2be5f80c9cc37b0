/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-clock.h"
#include "stn-reminder-letter.h"

G_BEGIN_DECLS

/** stn_reminder_answer: does what is asked with the diary at @path. @ret: cleared by the caller. */
void stn_reminder_answer (const char *path,
                          StnClock *clock,
                          const StnReminderQuestion *question,
                          StnReminderAnswer *ret);

G_END_DECLS
