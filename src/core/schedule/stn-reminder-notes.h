/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-reminder.h"

G_BEGIN_DECLS

/**
 * What shows reminders, the background process or the window, looks at the diary by stn_reminder_look() (room diary), shows what is
 * due, and keeps notes of what became of it. A note that cannot be written, as on a full disk, still holds for who keeps it.
 */

/** StnReminderFace: one reminder on a screen. @kinds: bits, 1 << kind. @knows_usual: "Ordinary day" would do something. */
typedef struct {
  StnDate night;
  guint kinds;
  gboolean knows_usual;
} StnReminderFace;

/** StnReminderNote: what became of @kinds of @night. @again_s: of SNOOZED: when it comes again. Both times: seconds since 1970 UTC. */
typedef struct {
  StnDate night;
  guint kinds;
  StnClaimState what;
  gint64 again_s;
  gint64 written_s;
} StnReminderNote;

/** stn_reminder_notes_put: @notes: (element-type StnReminderNote). Replaces what they say of it, and forgets nights long past. */
void stn_reminder_notes_put (GArray *notes, const StnReminderNote *note);

/**
 * StnReminderLook: what is to be done now.
 * @is_on: any reminder is on. @next_s: when to look again, seconds since 1970 UTC; 0: when the diary is written.
 * @left: (element-type StnReminderFace) of each that is shown, in their order, the kinds that are still to be done.
 * @due: (element-type StnReminderFace) what is to be shown.
 */
typedef struct {
  gboolean is_on;
  gint64 next_s;
  GArray *left;
  GArray *due;
} StnReminderLook;

/** stn_reminder_look_new: (transfer full) nothing is on. */
StnReminderLook *stn_reminder_look_new (void);
void stn_reminder_look_free (StnReminderLook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnReminderLook, stn_reminder_look_free)

G_END_DECLS
