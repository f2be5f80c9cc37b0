/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-fft.h"

#include <math.h>

StnFft *
stn_fft_new (guint length)
{
  StnFft *self = g_new0 (StnFft, 1);

  self->size = 4;
  while (self->size < length)
    self->size *= 2;
  self->cosines = g_new (double, self->size / 2);
  self->sines = g_new (double, self->size / 2);
  for (guint k = 0; k < self->size / 2; k++) {
    self->cosines[k] = cos (2 * G_PI * k / self->size);
    self->sines[k] = sin (2 * G_PI * k / self->size);
  }
  return self;
}

void
stn_fft_free (StnFft *self)
{
  g_free (self->cosines);
  g_free (self->sines);
  g_free (self);
}

/* Decimation in frequency, depth first so that the halves stay in the cache: Gentleman & Sande 1966; Press et al.,
 * Numerical Recipes, 12.2. @step: of the angles, 1 at the top. */
static void
forward (const StnFft *self, double *re, double *im, guint n, guint step)
{
  guint half = n / 2;

  if (half == 0)
    return;
  for (guint k = 0; k < half; k++) {
    double c = self->cosines[k * step], s = self->sines[k * step];
    double re_rest = re[k] - re[k + half], im_rest = im[k] - im[k + half];

    re[k] += re[k + half];
    im[k] += im[k + half];
    re[k + half] = re_rest * c + im_rest * s;
    im[k + half] = im_rest * c - re_rest * s;
  }
  forward (self, re, im, half, 2 * step);
  forward (self, re + half, im + half, half, 2 * step);
}

/* Decimation in time, the mirror of the above. */
static void
backward (const StnFft *self, double *re, double *im, guint n, guint step)
{
  guint half = n / 2;

  if (half == 0)
    return;
  backward (self, re, im, half, 2 * step);
  backward (self, re + half, im + half, half, 2 * step);
  for (guint k = 0; k < half; k++) {
    double c = self->cosines[k * step], s = self->sines[k * step];
    double re_turned = re[k + half] * c - im[k + half] * s;
    double im_turned = im[k + half] * c + re[k + half] * s;

    re[k + half] = re[k] - re_turned;
    im[k + half] = im[k] - im_turned;
    re[k] += re_turned;
    im[k] += im_turned;
  }
}

void
stn_fft_forward (const StnFft *self, double *re, double *im)
{
  forward (self, re, im, self->size, 1);
}

void
stn_fft_backward (const StnFft *self, double *re, double *im)
{
  backward (self, re, im, self->size, 1);
}
