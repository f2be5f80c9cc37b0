/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * stn_dot: sum of a[i] b[i]. Four running sums in a fixed order: as fast as the processor allows, and the same bytes
 * from every compiler.
 */
static inline double
stn_dot (const double *a, const double *b, guint n)
{
  double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
  guint i = 0;

  for (; i + 4 <= n; i += 4) {
    s0 += a[i] * b[i];
    s1 += a[i + 1] * b[i + 1];
    s2 += a[i + 2] * b[i + 2];
    s3 += a[i + 3] * b[i + 3];
  }
  for (; i < n; i++)
    s0 += a[i] * b[i];
  return (s0 + s1) + (s2 + s3);
}

G_END_DECLS
