/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define STN_TYPE_REMINDER_LINK (stn_reminder_link_get_type ())
G_DECLARE_FINAL_TYPE (StnReminderLink, stn_reminder_link, STN, REMINDER_LINK, GObject)

/** StnReminderStatus: what is true of the background process. */
typedef enum {
  STN_REMINDER_STATUS_UNKNOWN, /* not asked yet */
  STN_REMINDER_STATUS_STOPPED, /* it does not run: nothing comes */
  STN_REMINDER_STATUS_NOWHERE, /* it runs, but nothing on this desktop shows notifications */
  STN_REMINDER_STATUS_THIS_SESSION, /* it runs, but was not allowed, or could not be arranged, to start by itself */
  STN_REMINDER_STATUS_RUNS,
} StnReminderStatus;

/**
 * StnReminderLink: asks the background process over the session's bus how it is. Nothing is polled.
 *
 * Signal "changed" (): the status changed.
 */
StnReminderLink *stn_reminder_link_new (void);

StnReminderStatus stn_reminder_link_get_status (StnReminderLink *self);

/** stn_reminder_link_wake: has the bus start it when it does not run; it ends by itself when no reminder is on. */
void stn_reminder_link_wake (StnReminderLink *self);

G_END_DECLS
