/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "stn-cli.h"

G_BEGIN_DECLS

/**
 * stn_cli_join: takes what is new in @paths, exports or diaries, into the diary and says what that was. @label: as
 * stn_diary_join() takes it.
 */
gboolean stn_cli_join (StnCli *self, const char *const *paths, const char *label, GError **error);

G_END_DECLS
