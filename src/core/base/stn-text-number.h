/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Room for any number that stn_real_to_text() writes. */
#define STN_REAL_TEXT_SIZE 40

/**
 * stn_real_parse: a finite decimal number with a point, in any locale, nothing before or after it.
 *
 * Errors: %STN_BASE_ERROR_BAD_NUMBER, naming the text. Outputs are written only on success.
 */
gboolean stn_real_parse (const char *text, double *ret_value, GError **error);

/** stn_int_parse: a whole number from @min to @max, nothing before or after it. Errors as above. */
gboolean stn_int_parse (const char *text, int min, int max, int *ret_value, GError **error);

/**
 * stn_number_typed: (transfer full) @text, UTF-8, as a person typed it, without blanks around it, digits of any script as 0-9 and the
 * Arabic decimal separator as a point; whether that is a number is for others to say.
 */
char *stn_number_typed (const char *text);

/** stn_real_to_text: the shortest text that reads back as the same number, with a point, no exponent below 1e15. */
const char *stn_real_to_text (double value, char buffer[STN_REAL_TEXT_SIZE]);

/** stn_clock_time_parse: "HH:MM" to minutes after midnight, 0-1439. Errors: %STN_BASE_ERROR_BAD_TIME. */
gboolean stn_clock_time_parse (const char *text, int *ret_minute, GError **error);

/**
 * stn_duration_parse: "N(s|min|h)", N a number >= 0, to whole seconds, at most 24 h.
 *
 * Errors: %STN_BASE_ERROR_BAD_TIME, saying what the text should look like.
 */
gboolean stn_duration_parse (const char *text, int *ret_seconds, GError **error);

G_END_DECLS
