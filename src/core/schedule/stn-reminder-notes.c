/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "schedule/stn-reminder-notes.h"

#include "schedule/stn-reminder-plan.h"

void
stn_reminder_notes_put (GArray *notes, const StnReminderNote *note)
{
  g_return_if_fail (notes != NULL && note != NULL && stn_date_is_set (note->night));

  for (guint i = notes->len; i > 0; i--) {
    StnReminderNote *other = &g_array_index (notes, StnReminderNote, i - 1);

    if (stn_date_compare (other->night, note->night) == 0)
      other->kinds &= ~note->kinds;
    if (other->kinds == 0 ||
        stn_date_days_between (other->night, note->night) > STN_REMINDER_NIGHTS_BACK)
      g_array_remove_index (notes, i - 1);
  }
  g_array_append_val (notes, *note);
}

StnReminderLook *
stn_reminder_look_new (void)
{
  StnReminderLook *self = g_new0 (StnReminderLook, 1);

  self->left = g_array_new (FALSE, FALSE, sizeof (StnReminderFace));
  self->due = g_array_new (FALSE, FALSE, sizeof (StnReminderFace));
  return self;
}

void
stn_reminder_look_free (StnReminderLook *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->left);
  g_array_unref (self->due);
  g_free (self);
}
