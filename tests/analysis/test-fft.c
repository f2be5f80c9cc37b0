/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-fft.h"
#include "diary-builder.h"
#include "known.h"

#include <math.h>

static void
fill (DiaryBuilder *draw, double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    values[i] = diary_builder_draw (draw) - .5;
}

static void
test_round_trip (void)
{
  g_autoptr (DiaryBuilder) draw = diary_builder_new (1, 20);

  for (guint length = 1; length <= 300; length += 23) {
    g_autoptr (StnFft) fft = stn_fft_new (length);
    g_autofree double *re = g_new (double, fft->size), *im = g_new (double, fft->size);

    g_assert_cmpuint (fft->size, >=, length);
    fill (draw, re, fft->size);
    fill (draw, im, fft->size);
    g_autofree double *was_re = g_memdup2 (re, fft->size * sizeof *re);
    g_autofree double *was_im = g_memdup2 (im, fft->size * sizeof *im);
    stn_fft_forward (fft, re, im);
    stn_fft_backward (fft, re, im);
    for (guint i = 0; i < fft->size; i++) {
      g_assert_cmpfloat_with_epsilon (re[i] / fft->size, was_re[i], 1e-14);
      g_assert_cmpfloat_with_epsilon (im[i] / fft->size, was_im[i], 1e-14);
    }
  }
}

/* Convolution theorem: the product of two spectra is the spectrum of the circular sums. */
static void
test_convolution (void)
{
  g_autoptr (DiaryBuilder) draw = diary_builder_new (1, 21);
  g_autoptr (StnFft) fft = stn_fft_new (16);
  double a[16], b[16], a_im[16] = {0}, b_im[16] = {0}, sums[16] = {0};

  fill (draw, a, 16);
  fill (draw, b, 16);
  for (guint i = 0; i < 16; i++)
    for (guint j = 0; j < 16; j++)
      sums[(i + j) % 16] += a[i] * b[j];
  stn_fft_forward (fft, a, a_im);
  stn_fft_forward (fft, b, b_im);
  for (guint i = 0; i < 16; i++) {
    double re = a[i] * b[i] - a_im[i] * b_im[i];

    a_im[i] = a[i] * b_im[i] + a_im[i] * b[i];
    a[i] = re;
  }
  stn_fft_backward (fft, a, a_im);
  for (guint i = 0; i < 16; i++) {
    g_assert_cmpfloat_with_epsilon (a[i] / 16, sums[i], 1e-14);
    g_assert_cmpfloat_with_epsilon (a_im[i] / 16, 0, 1e-14);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/fft/there-and-back", test_round_trip);
  g_test_add_func ("/analysis/fft/convolution", test_convolution);
  return g_test_run ();
}
