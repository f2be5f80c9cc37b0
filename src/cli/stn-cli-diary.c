/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli.h"

StnDiary *
stn_cli_open_diary (StnCli *self, StnStoreMode mode, GError **error)
{
  return stn_diary_open (self->diary_path, mode, self->clock, error);
}
