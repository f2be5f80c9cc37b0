/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-fft.h"

#include <math.h>

/* Room for the six tables of each level; the levels are a quarter as long each time. */
static void
set_turns (double *turns, guint n)
{
  for (guint power = 1; power <= 3; power++)
    for (guint k = 0; k < n / 4; k++) {
      turns[(2 * power - 2) * (n / 4) + k] = cos (2 * G_PI * power * k / n);
      turns[(2 * power - 1) * (n / 4) + k] = sin (2 * G_PI * power * k / n);
    }
  if (n >= 16)
    set_turns (turns + 6 * (n / 4), n / 4);
}

StnFft *
stn_fft_new (guint length)
{
  StnFft *self = g_new0 (StnFft, 1);

  self->size = 4;
  while (self->size < length)
    self->size *= 2;
  self->turns = g_new (double, 2 * (gsize) self->size);
  set_turns (self->turns, self->size);
  return self;
}

void
stn_fft_free (StnFft *self)
{
  g_free (self->turns);
  g_free (self);
}

/* One pass of decimation in frequency: y_j = w^(jk) sum_m (-i)^(jm) x_m of the quarters m, into the quarters j. */
static void
split (double *restrict re, double *restrict im, guint q, const double *restrict turns)
{
  double *restrict re1 = re + q, *restrict re2 = re + 2 * q, *restrict re3 = re + 3 * q;
  double *restrict im1 = im + q, *restrict im2 = im + 2 * q, *restrict im3 = im + 3 * q;

  for (guint k = 0; k < q; k++) {
    double c1 = turns[k], s1 = turns[q + k], c2 = turns[2 * q + k], s2 = turns[3 * q + k];
    double c3 = turns[4 * q + k], s3 = turns[5 * q + k];
    double a_re = re[k] + re2[k], a_im = im[k] + im2[k];
    double b_re = re[k] - re2[k], b_im = im[k] - im2[k];
    double c_re = re1[k] + re3[k], c_im = im1[k] + im3[k];
    double d_re = im1[k] - im3[k], d_im = re3[k] - re1[k];

    re[k] = a_re + c_re;
    im[k] = a_im + c_im;
    re1[k] = (b_re + d_re) * c1 + (b_im + d_im) * s1;
    im1[k] = (b_im + d_im) * c1 - (b_re + d_re) * s1;
    re2[k] = (a_re - c_re) * c2 + (a_im - c_im) * s2;
    im2[k] = (a_im - c_im) * c2 - (a_re - c_re) * s2;
    re3[k] = (b_re - d_re) * c3 + (b_im - d_im) * s3;
    im3[k] = (b_im - d_im) * c3 - (b_re - d_re) * s3;
  }
}

/* The mirror of split(): decimation in time. */
static void
join (double *restrict re, double *restrict im, guint q, const double *restrict turns)
{
  double *restrict re1 = re + q, *restrict re2 = re + 2 * q, *restrict re3 = re + 3 * q;
  double *restrict im1 = im + q, *restrict im2 = im + 2 * q, *restrict im3 = im + 3 * q;

  for (guint k = 0; k < q; k++) {
    double c1 = turns[k], s1 = turns[q + k], c2 = turns[2 * q + k], s2 = turns[3 * q + k];
    double c3 = turns[4 * q + k], s3 = turns[5 * q + k];
    double t1_re = re1[k] * c1 - im1[k] * s1, t1_im = im1[k] * c1 + re1[k] * s1;
    double t2_re = re2[k] * c2 - im2[k] * s2, t2_im = im2[k] * c2 + re2[k] * s2;
    double t3_re = re3[k] * c3 - im3[k] * s3, t3_im = im3[k] * c3 + re3[k] * s3;
    double a_re = re[k] + t2_re, a_im = im[k] + t2_im;
    double b_re = re[k] - t2_re, b_im = im[k] - t2_im;
    double c_re = t1_re + t3_re, c_im = t1_im + t3_im;
    double d_re = t3_im - t1_im, d_im = t1_re - t3_re;

    re[k] = a_re + c_re;
    im[k] = a_im + c_im;
    re1[k] = b_re + d_re;
    im1[k] = b_im + d_im;
    re2[k] = a_re - c_re;
    im2[k] = a_im - c_im;
    re3[k] = b_re - d_re;
    im3[k] = b_im - d_im;
  }
}

/* What is left of a size that is no power of 4; its own mirror. */
static void
cross (double *re, double *im)
{
  double re_rest = re[0] - re[1], im_rest = im[0] - im[1];

  re[0] += re[1];
  im[0] += im[1];
  re[1] = re_rest;
  im[1] = im_rest;
}

/* Depth first, so that the quarters stay in the cache: Cooley & Tukey 1965; Van Loan 1992, Computational Frameworks for the
 * Fast Fourier Transform. */
static void
forward (double *re, double *im, guint n, const double *turns)
{
  guint q = n / 4;

  if (n == 2)
    cross (re, im);
  if (q == 0)
    return;
  split (re, im, q, turns);
  for (guint j = 0; j < 4; j++)
    forward (re + j * q, im + j * q, q, turns + 6 * q);
}

static void
backward (double *re, double *im, guint n, const double *turns)
{
  guint q = n / 4;

  if (n == 2)
    cross (re, im);
  if (q == 0)
    return;
  for (guint j = 0; j < 4; j++)
    backward (re + j * q, im + j * q, q, turns + 6 * q);
  join (re, im, q, turns);
}

void
stn_fft_forward (const StnFft *self, double *re, double *im)
{
  forward (re, im, self->size, self->turns);
}

void
stn_fft_backward (const StnFft *self, double *re, double *im)
{
  backward (re, im, self->size, self->turns);
}
