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

/* The loops of this processor and those of any give the same bytes. */
static void
test_same_bytes (void)
{
  g_autoptr (DiaryBuilder) draw = diary_builder_new (1, 22);
  const StnLoops *loops[] = {stn_loops_get (), stn_loops_get_plain ()};
  g_autoptr (StnFft) fft = stn_fft_new (200);
  guint n = STN_N_LANES * fft->size;
  g_autofree double *re = lanes_new (draw, fft->size), *im = lanes_new (draw, fft->size);
  g_autofree double *other = lanes_new (draw, fft->size);
  const double *const columns[] = {re, im, other, re + 3};
  const double lanes[] = {1, 0, 1, 1};
  double *said[2], *squares[2], dots[2][4];

  for (guint l = 0; l < 2; l++) {
    double *x = g_memdup2 (re, n * sizeof *re), *y = g_memdup2 (im, n * sizeof *im);

    loops[l]->forward (x, y, fft->size, fft->turns);
    loops[l]->multiply (x, y, x, y, other, re, fft->size);
    loops[l]->backward (x, y, fft->size, fft->turns);
    said[l] = g_new (double, n);
    loops[l]->fold (said[l], x, y, fft->size, fft->size / 2 - 3);
    squares[l] = g_memdup2 (other, n * sizeof *other);
    loops[l]->add_squares (squares[l], re, lanes, fft->size);
    loops[l]->dots (other, columns, n - 5, dots[l]);
    g_free (x);
    g_free (y);
  }
  g_assert_cmpmem (said[0], (n - 24) * sizeof (double), said[1], (n - 24) * sizeof (double));
  g_assert_cmpmem (squares[0], n * sizeof (double), squares[1], n * sizeof (double));
  g_assert_cmpmem (dots[0], sizeof dots[0], dots[1], sizeof dots[1]);
  for (guint l = 0; l < 2; l++) {
    g_free (said[l]);
    g_free (squares[l]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/fft/there-and-back", test_round_trip);
  g_test_add_func ("/analysis/fft/convolution", test_convolution);
  g_test_add_func ("/analysis/fft/same-bytes", test_same_bytes);
  return g_test_run ();
}
