/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-fft.h"
#include "analysis/stn-loops.h"

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

void
stn_fft_forward (const StnFft *self, double *re, double *im)
{
  stn_loops_forward (re, im, self->size, self->turns);
}

void
stn_fft_backward (const StnFft *self, double *re, double *im)
{
  stn_loops_backward (re, im, self->size, self->turns);
}
