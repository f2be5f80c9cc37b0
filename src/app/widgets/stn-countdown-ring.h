/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STN_TYPE_COUNTDOWN_RING (stn_countdown_ring_get_type ())
G_DECLARE_FINAL_TYPE (StnCountdownRing, stn_countdown_ring, STN, COUNTDOWN_RING, GtkWidget)

/**
 * StnCountdownRing: a ring that runs down clockwise round its child, as large as there is room and at least as large as the
 * child needs.
 *
 * Property "child".
 */

/** stn_countdown_ring_set_left: the part of the time that is left, 0 to 1. */
void stn_countdown_ring_set_left (StnCountdownRing *self, double left);

G_END_DECLS
