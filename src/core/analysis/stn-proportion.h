/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** StnProportion: a share with its 95 % interval; @known FALSE without a single night. */
typedef struct {
  gboolean known;
  double share;
  double low;
  double high;
} StnProportion;

/** stn_proportion_of: @hits of @n by Wilson's score interval (Wilson 1927, JASA 22, 209). */
StnProportion stn_proportion_of (guint hits, guint n);

G_END_DECLS
