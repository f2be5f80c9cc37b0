/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "base/stn-stamp.h"
#include "model/stn-identity.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/**
 * StnRunningCramp: the clock of a cramp that was started and not ended.
 * @night, @episode: key of the night and uid of the cramp. @began: to the second. @touched: last input of the person.
 */
typedef struct {
  StnIdentity id;
  StnDate night;
  char *episode;
  StnStamp began;
  StnStamp touched;
} StnRunningCramp;

void stn_running_cramp_free (StnRunningCramp *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnRunningCramp, stn_running_cramp_free)

/** stn_running_cramp_table_get: @ret_running: (transfer full) (nullable) NULL when no clock runs. */
gboolean
stn_running_cramp_table_get (StnStore *self, StnRunningCramp **ret_running, GError **error);

/** stn_running_cramp_table_put: in an open write group; there is one clock. @running's identity does not count. */
gboolean
stn_running_cramp_table_put (StnStore *self, const StnRunningCramp *running, GError **error);

/** stn_running_cramp_table_delete: in an open write group. */
gboolean stn_running_cramp_table_delete (StnStore *self, GError **error);

G_END_DECLS
