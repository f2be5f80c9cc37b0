/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-sign.h"

StnSign *
stn_sign_new (StnDate date, const char *sign, StnAnswer answer)
{
  g_return_val_if_fail (stn_date_is_set (date) && sign != NULL, NULL);
  g_return_val_if_fail (answer != STN_ANSWER_UNKNOWN, NULL);
  StnSign *self = g_new0 (StnSign, 1);

  self->date = date;
  self->sign = g_strdup (sign);
  self->answer = answer;
  return self;
}

StnSign *
stn_sign_copy (const StnSign *self)
{
  StnSign *copy = stn_sign_new (self->date, self->sign, self->answer);

  stn_identity_copy (&copy->id, &self->id);
  return copy;
}

void
stn_sign_free (StnSign *self)
{
  if (self == NULL)
    return;
  stn_identity_clear (&self->id);
  g_free (self->sign);
  g_free (self);
}
