/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "flags/stn-flag-records.h"

#include "base/stn-night-key.h"

StnFlagMedicine *
stn_flag_medicine_new (const char *name)
{
  StnFlagMedicine *self = g_new0 (StnFlagMedicine, 1);

  self->name = g_strdup (name);
  self->classes = g_new0 (char *, 1);
  self->raises = g_array_new (FALSE, FALSE, sizeof (StnDate));
  return self;
}

void
stn_flag_medicine_free (StnFlagMedicine *self)
{
  g_array_unref (self->raises);
  g_strfreev (self->classes);
  g_free (self->name);
  g_free (self);
}

StnFlagRecords *
stn_flag_records_new (void)
{
  StnFlagRecords *self = g_new0 (StnFlagRecords, 1);

  self->nights = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_night_free);
  self->signs = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_sign_free);
  self->medicines = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_flag_medicine_free);
  self->conditions = g_new0 (char *, 1);
  self->visits = g_array_new (FALSE, FALSE, sizeof (StnDate));
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_flag_note_free);
  self->pregnant_until = STN_NO_DATE;
  self->day_change_min = STN_DAY_CHANGE_DEFAULT_MIN;
  return self;
}

void
stn_flag_records_free (StnFlagRecords *self)
{
  g_ptr_array_unref (self->notes);
  g_array_unref (self->visits);
  g_free (self->emergency_number);
  g_strfreev (self->conditions);
  g_ptr_array_unref (self->medicines);
  g_ptr_array_unref (self->signs);
  g_ptr_array_unref (self->nights);
  g_free (self);
}
