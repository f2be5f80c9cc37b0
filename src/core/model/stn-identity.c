/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-identity.h"

void
stn_identity_copy (StnIdentity *to, const StnIdentity *from)
{
  to->uid = g_strdup (from->uid);
  to->rev = g_strdup (from->rev);
  to->created = from->created;
  to->updated = from->updated;
  to->source = g_strdup (from->source);
}

void
stn_identity_clear (StnIdentity *self)
{
  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->rev, g_free);
  g_clear_pointer (&self->source, g_free);
  self->created = STN_NO_STAMP;
  self->updated = STN_NO_STAMP;
}

StnIdentity *
stn_identity_dup (const StnIdentity *self)
{
  StnIdentity *copy = g_new (StnIdentity, 1);

  stn_identity_copy (copy, self);
  return copy;
}

void
stn_identity_free (StnIdentity *self)
{
  if (self == NULL)
    return;
  stn_identity_clear (self);
  g_free (self);
}
