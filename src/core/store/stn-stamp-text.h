/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-stamp.h"

G_BEGIN_DECLS

/**
 * stn_stamp_to_text: (transfer full) a set stamp as people read it, in the form of RFC 9557: local time, offset, zone:
 * "2026-11-22T07:10:00+01:00[Europe/Berlin]". NULL for STN_NO_STAMP.
 */
char *stn_stamp_to_text (StnStamp stamp);

/** stn_stamp_from_text: reads that form; FALSE, and @ret_stamp untouched, when @text is something else. */
gboolean stn_stamp_from_text (const char *text, StnStamp *ret_stamp);

G_END_DECLS
