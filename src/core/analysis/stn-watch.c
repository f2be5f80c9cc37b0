/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-watch.h"

gboolean
stn_watch_pass (const StnWatch *self, double fraction, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->progress_cb != NULL)
    self->progress_cb (fraction, self->user_data);
  return TRUE;
}
