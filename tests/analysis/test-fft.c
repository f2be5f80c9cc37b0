/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-fft.h"
#include "analysis/stn-loops.h"
#include "diary-builder.h"
#include "known.h"

#include <math.h>

static double *
lanes_new (DiaryBuilder *draw, guint n)
{
  double *values = g_new0 (double, STN_N_LANES *n);

  for (guint i = 0; draw != NULL && i < STN_N_LANES * n; i++)
    values[i] = diary_builder_draw (draw) - .5;
  return values;
}

static void
test_round_trip (void)
{
  g_autoptr (DiaryBuilder) draw = diary_builder_new (1, 20);

  for (guint length = 1; length <= 300; length += 23) {
    g_autoptr (StnFft) fft = stn_fft_new (length);
    guint n = STN_N_LANES * fft->size;
    g_autofree double *re = lanes_new (draw, fft->size), *im = lanes_new (draw, fft->size);
    g_autofree double *was_re = g_memdup2 (re, n * sizeof *re);
    g_autofree double *was_im = g_memdup2 (im, n * sizeof *im);

    g_assert_cmpuint (fft->size, >=, length);
    stn_fft_forward (fft, re, im);
    stn_fft_backward (fft, re, im);
    for (guint i = 0; i < n; i++) {
      g_assert_cmpfloat_with_epsilon (re[i] / fft->size, was_re[i], 1e-14);
      g_assert_cmpfloat_with_epsilon (im[i] / fft->size, was_im[i], 1e-14);
    }
  }
}

/* Convolution theorem: the product of two spectra is the spectrum of the circular sums, in each lane. */
static void
check_convolution (guint size)
{
  g_autoptr (DiaryBuilder) draw = diary_builder_new (1, 21);
  g_autoptr (StnFft) fft = stn_fft_new (size);
  g_autofree double *a = lanes_new (draw, size), *b = lanes_new (draw, size);
  g_autofree double *a_im = lanes_new (NULL, size), *b_im = lanes_new (NULL, size);
  g_autofree double *sums = lanes_new (NULL, size);

  g_assert_cmpuint (fft->size, ==, size);
  for (guint i = 0; i < STN_N_LANES * size; i++)
    for (guint j = i % STN_N_LANES; j < STN_N_LANES * size; j += STN_N_LANES)
      sums[(i - i % STN_N_LANES + j) % (STN_N_LANES * size)] += a[i] * b[j];
  stn_fft_forward (fft, a, a_im);
  stn_fft_forward (fft, b, b_im);
  for (guint i = 0; i < STN_N_LANES * size; i++) {
    double re = a[i] * b[i] - a_im[i] * b_im[i];

    a_im[i] = a[i] * b_im[i] + a_im[i] * b[i];
    a[i] = re;
  }
  stn_fft_backward (fft, a, a_im);
  for (guint i = 0; i < STN_N_LANES * size; i++) {
    g_assert_cmpfloat_with_epsilon (a[i] / size, sums[i], 1e-13);
    g_assert_cmpfloat_with_epsilon (a_im[i] / size, 0, 1e-13);
  }
}

static void
test_convolution (void)
{
  check_convolution (4);
  check_convolution (8);
  check_convolution (16);
  check_convolution (32);
  check_convolution (128);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/fft/there-and-back", test_round_trip);
  g_test_add_func ("/analysis/fft/convolution", test_convolution);
  return g_test_run ();
}
