/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"

G_BEGIN_DECLS

/**
 * stn_date_text_parse: a day as people type it: "2026-05-01", "1 May 2026", "1.5.2026" in the order of the language of the
 * program. The year must be written out.
 *
 * Returns: FALSE when it is no day; @ret_date is written only on success.
 */
gboolean stn_date_text_parse (const char *text, StnDate *ret_date);

/** stn_date_text_new: (transfer full): "1 May 2026", which stn_date_text_parse() reads back. */
char *stn_date_text_new (StnDate date);

/** stn_date_text_weekday: (transfer full) "Sat". stn_date_text_month: "November", alone; 1-12. In the language of the sentences. */
char *stn_date_text_weekday (GDateTime *day);
char *stn_date_text_month (int month);

G_END_DECLS
