/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** stn_cli_strip_markup: (transfer full) the words of a sentence that carries Pango markup. */
char *stn_cli_strip_markup (const char *markup);

G_END_DECLS
