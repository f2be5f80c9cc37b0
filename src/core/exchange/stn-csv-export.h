/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * stn_csv_export_nights: CSV that stn_csv_nights_read() reads back without a mapping, the same bytes in every locale:
 * one row a night with an outcome or a factor value, the columns date, cramps, severity (the night's worst), duration_s
 * (of the worst, when any is known) and each factor by slug, followed by "SLUG:entered" when any of it is known.
 * Sleep, notes and further details of episodes are not in it.
 * @nights: (element-type StnNight) by key.
 *
 * Returns: (transfer full) UTF-8, lines end with LF.
 */
char *stn_csv_export_nights (const GPtrArray *nights);

/**
 * stn_csv_export_save: makes @text the content of the file @path (0600) by a temporary file beside it: there is the whole
 * text or what was there before.
 *
 * Errors: WRITE.
 */
gboolean stn_csv_export_save (const char *text, const char *path, GError **error);

G_END_DECLS
