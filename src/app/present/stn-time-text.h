/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-optional.h"

G_BEGIN_DECLS

/**
 * stn_time_text_parse: a time of day as people type it, whatever their clock shows: "22:40", "22.40", "2240", "7"; "10:40 pm",
 * "10.40 p. m.", "7a", and as stn_time_text_new() writes it; blank = not known.
 * @ret_minute: after midnight, 0-1439; written only on success. Returns: FALSE when it is no time of day.
 */
gboolean stn_time_text_parse (const char *text, StnOptInt *ret_minute);

/** stn_time_text_new: (transfer full) "22:40" or "10:40 PM", as stn_wording_time(); "" when not known. */
char *stn_time_text_new (StnOptInt minute);

/** stn_time_text_hour: (transfer full) "22", "10 PM". @hour: 0-23. */
char *stn_time_text_hour (int hour);

/** stn_time_text_example: (transfer full) how one is written, for those who typed something else: "22:40". */
char *stn_time_text_example (void);

/** stn_time_text_width: of a field for one, in characters. */
int stn_time_text_width (void);

G_END_DECLS
