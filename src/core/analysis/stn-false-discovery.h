/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** stn_false_discovery_adjust: replaces @n p values by those adjusted after Benjamini & Hochberg 1995, JRSS B 57, 289. */
void stn_false_discovery_adjust (double *p, guint n);

G_END_DECLS
