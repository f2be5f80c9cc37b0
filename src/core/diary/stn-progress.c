/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-progress.h"

#include <gio/gio.h>

gboolean
stn_progress_tell (
  const StnProgress *self, double from, double to, guint n, guint total, GError **error)
{
  if (self == NULL || self->tell (from + (to - from) * n / MAX (total, 1), self->data))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                       "it was stopped; nothing was changed");
  return FALSE;
}
