/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-reminder.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/**
 * stn_reminder_table_load: all kinds, in their order; those that were never set as stn_reminder_default() has them.
 * @ret_reminders: room for %STN_N_REMINDERS. Errors: DAMAGED, IO.
 */
gboolean stn_reminder_table_load (StnStore *self, StnReminder *ret_reminders, GError **error);

/** stn_reminder_table_put: in an open write group; one row a kind. */
gboolean stn_reminder_table_put (StnStore *self, const StnReminder *reminder, GError **error);

/**
 * stn_reminder_claim_list: (transfer full) (element-type StnReminderClaim) what this computer remembers of the nights from
 * @from on.
 */
GPtrArray *stn_reminder_claim_list (StnStore *self, StnDate from, GError **error);

/**
 * stn_reminder_claim_replace: writes what became of reminders, all or none, in a transaction of its own, and keeps the
 * newest 300. No record of the person's: nothing is logged. Not inside a write group.
 * @before: (element-type StnReminderClaim): what must be remembered of them until now, as it was read; one whose state is
 * NONE: nothing. NULL: whatever it is. @after: (element-type StnReminderClaim) the same reminders in the same order.
 * @ret_replaced: FALSE when another process was faster: nothing was written.
 *
 * Errors: READ_ONLY, BUSY, FULL, IO, DAMAGED.
 */
gboolean stn_reminder_claim_replace (StnStore *self,
                                     const GPtrArray *before,
                                     const GPtrArray *after,
                                     gboolean *ret_replaced,
                                     GError **error);

G_END_DECLS
