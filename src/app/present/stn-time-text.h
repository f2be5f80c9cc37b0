/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-optional.h"

G_BEGIN_DECLS

/**
 * stn_time_text_parse: a time of day as people type it: "22:40", "22.40", "2240", "7"; blank = not known.
 * @ret_minute: after midnight, 0-1439; written only on success. Returns: FALSE when it is no time of day.
 */
gboolean stn_time_text_parse (const char *text, StnOptInt *ret_minute);

/** stn_time_text_new: (transfer full) "22:40", "" when not known. */
char *stn_time_text_new (StnOptInt minute);

G_END_DECLS
