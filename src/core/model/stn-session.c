/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-session.h"

StnSession *
stn_session_new (StnDate night, const char *routine)
{
  g_return_val_if_fail (stn_date_is_set (night) && routine != NULL, NULL);
  StnSession *self = g_new0 (StnSession, 1);

  self->night = night;
  self->routine = g_strdup (routine);
  self->steps = 1;
  return self;
}

void
stn_session_free (StnSession *self)
{
  if (self == NULL)
    return;
  stn_identity_clear (&self->id);
  g_free (self->routine);
  g_free (self);
}
