/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** stn_sort_reals: ascending; no NaN among them. */
void stn_sort_reals (double *values, guint n);

/**
 * stn_quantile: quantile of @sorted (ascending, @n > 0) at @share, 0 to 1, by linear interpolation between order
 * statistics: type 7 of Hyndman & Fan 1996, The American Statistician 50, 361.
 */
double stn_quantile (const double *sorted, guint n, double share);

G_END_DECLS
