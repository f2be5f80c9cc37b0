/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-nights.h"
#include "base/stn-night-key.h"

void
stn_csv_factor_mapping_free (StnCsvFactorMapping *self)
{
  if (self == NULL)
    return;
  g_free (self->column);
  g_free (self);
}

StnCsvMapping *
stn_csv_mapping_new (void)
{
  StnCsvMapping *self = g_new0 (StnCsvMapping, 1);

  self->all_factors = TRUE;
  self->day_change_min = STN_DAY_CHANGE_DEFAULT_MIN;
  self->factors = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_csv_factor_mapping_free);
  self->skipped = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
stn_csv_mapping_free (StnCsvMapping *self)
{
  if (self == NULL)
    return;
  g_free (self->date_column);
  g_free (self->time_column);
  g_free (self->cramps_column);
  g_free (self->severity_column);
  g_free (self->shape);
  g_free (self->choices);
  g_free (self->note_column);
  g_ptr_array_unref (self->factors);
  g_ptr_array_unref (self->skipped);
  g_free (self);
}

char *
stn_csv_shape (const char *const *columns)
{
  g_return_val_if_fail (columns != NULL, NULL);
  g_autofree char *names = g_strjoinv ("\n", (char **) columns);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, names, -1);

  return g_strndup (digest, 32);
}
