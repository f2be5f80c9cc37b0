/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-proportion.h"
#include "analysis/stn-tails.h"

#include <math.h>

StnProportion
stn_proportion_of (guint hits, guint n)
{
  g_return_val_if_fail (hits <= n, (StnProportion){FALSE});
  if (n == 0)
    return (StnProportion){FALSE};

  double share = (double) hits / n;
  double z = stn_normal_quantile (0.975), z2 = z * z;
  double centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  double half = z * sqrt (share * (1 - share) / n + z2 / (4.0 * n * n)) / (1 + z2 / n);

  /* At 0 of n and n of n the interval ends exactly at the share; rounding must not leave it just beyond. */
  return (StnProportion){TRUE, share, hits == 0 ? 0 : centre - half, hits == n ? 1 : centre + half};
}
