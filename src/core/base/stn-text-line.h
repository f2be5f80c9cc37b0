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

G_END_DECLS
