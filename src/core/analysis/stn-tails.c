/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-tails.h"

#include <math.h>

double
stn_normal_upper (double z)
{
  return 0.5 * erfc (z * M_SQRT1_2);
}

/* The root of a falling tail function, by halving: slow, but exact to the last bits and free of special cases. */
static double
find_quantile (double (*upper) (double x, double df), double df, double tail)
{
  double low = 0, high = 1;

  while (upper (high, df) > tail && high < 1e300)
    high *= 2;
  for (guint i = 0; i < 200; i++) {
    double middle = low + (high - low) / 2;

    if (middle <= low || middle >= high)
      break;
    if (upper (middle, df) > tail)
      low = middle;
    else
      high = middle;
  }
  return high;
}

static double
normal_upper_any_df (double z, double df)
{
  return stn_normal_upper (z);
}

double
stn_normal_quantile (double share)
{
  g_return_val_if_fail (share > 0 && share < 1, 0);

  if (share < 0.5)
    return -find_quantile (normal_upper_any_df, 0, share);
  return share > 0.5 ? find_quantile (normal_upper_any_df, 0, 1 - share) : 0;
}

/* Continued fraction of the incomplete beta function by Lentz's method: Press et al., Numerical Recipes, 6.4;
 * Abramowitz & Stegun 26.5.8. */
static double
beta_fraction (double a, double b, double x)
{
  const double tiny = 1e-300;
  double c = 1, d = 1 - (a + b) * x / (a + 1);

  d = 1 / (fabs (d) < tiny ? tiny : d);
  double h = d;
  for (guint m = 1; m <= 10000; m++) {
    double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    d = 1 / (fabs (d) < tiny ? tiny : d);
    c = 1 + even / c;
    c = fabs (c) < tiny ? tiny : c;
    h *= d * c;
    double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    d = 1 / (fabs (d) < tiny ? tiny : d);
    c = 1 + odd / c;
    c = fabs (c) < tiny ? tiny : c;
    h *= d * c;
    if (fabs (d * c - 1) < 1e-16)
      break;
  }
  return h;
}

static double
regularised_beta (double a, double b, double x)
{
  if (x <= 0 || x >= 1)
    return x <= 0 ? 0 : 1;
  int sign;
  double front = exp (lgamma_r (a + b, &sign) - lgamma_r (a, &sign) - lgamma_r (b, &sign) +
                      a * log (x) + b * log1p (-x));

  if (x < (a + 1) / (a + b + 2))
    return front * beta_fraction (a, b, x) / a;
  return 1 - front * beta_fraction (b, a, 1 - x) / b;
}

/* P(|T| > t) = I_x(df/2, 1/2) with x = df / (df + t^2): Abramowitz & Stegun 26.7.1. */
double
stn_student_upper (double t, double df)
{
  g_return_val_if_fail (df > 0, 0.5);
  double both = regularised_beta (df / 2, 0.5, df / (df + t * t));

  return t >= 0 ? both / 2 : 1 - both / 2;
}

double
stn_student_quantile (double share, double df)
{
  g_return_val_if_fail (share > 0 && share < 1 && df > 0, 0);

  if (share < 0.5)
    return -find_quantile (stn_student_upper, df, share);
  return share > 0.5 ? find_quantile (stn_student_upper, df, 1 - share) : 0;
}
