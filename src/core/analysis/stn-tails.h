/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** stn_normal_upper: P(N > z) of the standard normal; accurate far into the tail. */
double stn_normal_upper (double z);

/** stn_normal_quantile: z with P(N < z) = @share, 0 < @share < 1, to about 1e-14. */
double stn_normal_quantile (double share);

/** stn_student_upper: P(T > t) of Student's t with @df > 0 degrees of freedom (not only whole ones). */
double stn_student_upper (double t, double df);

/** stn_student_quantile: t with P(T < t) = @share, 0 < @share < 1. */
double stn_student_quantile (double share, double df);

G_END_DECLS
