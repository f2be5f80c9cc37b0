/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * stn_text_is_line: whether @text can stand in the middle of a sentence: UTF-8, 1 to @max_characters in one line, without
 * control characters, something to be seen among them.
 */
gboolean stn_text_is_line (const char *text, glong max_characters);

#define STN_EXCERPT_CHARACTERS 40
#define STN_EXCERPT_SIZE (STN_EXCERPT_CHARACTERS * 4 + sizeof "...")

/** stn_excerpt: @text as an error quotes it: stn_excerpt_write() into a buffer of the block that calls. */
#define stn_excerpt(text) stn_excerpt_write ((text), (char[STN_EXCERPT_SIZE]){0})

/**
 * stn_excerpt_write: the first STN_EXCERPT_CHARACTERS characters of @text, "..." behind them where there are more. Whatever @text is,
 * that is UTF-8 in one line: bytes that are no UTF-8 stand as "\xff", what breaks a line and control characters as blanks.
 *
 * Returns: @buffer
 */
const char *stn_excerpt_write (const char *text, char buffer[STN_EXCERPT_SIZE]);

G_END_DECLS
