/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Matrices are square, @n x @n, row by row; only the lower triangle is read or written. */

/** stn_cholesky_factor: replaces @a by L with a = L L'. FALSE when @a is not positive definite. */
gboolean stn_cholesky_factor (double *a, guint n);

/** stn_cholesky_solve_lower: replaces @b by the solution of L x = b. */
void stn_cholesky_solve_lower (const double *l, guint n, double *b);

/** stn_cholesky_solve: replaces @b by the solution of L L' x = b. */
void stn_cholesky_solve (const double *l, guint n, double *b);

G_END_DECLS
