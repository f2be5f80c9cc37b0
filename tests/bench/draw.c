/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "draw.h"

#include <math.h>

static guint64
mix (guint64 z)
{
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

void
draw_init (Draw *self, guint64 seed, guint64 stream)
{
  self->state = mix (seed * 0x9e3779b97f4a7c15u + 1) ^ mix (stream + 0x632be59bd9b4e019u);
}

double
draw_share (Draw *self)
{
  self->state += 0x9e3779b97f4a7c15u;
  return (double) (mix (self->state) >> 11) / 9007199254740992.0;
}

/* Box & Muller 1958. */
double
draw_normal (Draw *self)
{
  double radius = sqrt (-2 * log (1 - draw_share (self)));

  return radius * cos (2 * G_PI * draw_share (self));
}

guint
draw_poisson (Draw *self, double mean)
{
  double limit = exp (-mean), product = draw_share (self);
  guint n = 0;

  for (; product > limit; n++)
    product *= draw_share (self);
  return n;
}

gboolean
draw_hit (Draw *self, double chance)
{
  return draw_share (self) < chance;
}
