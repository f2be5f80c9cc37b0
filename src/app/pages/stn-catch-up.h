/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_CATCH_UP (stn_catch_up_get_type ())
G_DECLARE_FINAL_TYPE (StnCatchUp, stn_catch_up, STN, CATCH_UP, AdwBin)

/**
 * StnCatchUp: the nights not recorded, newest first. N, C and D answer the marked one and go on to the next; the arrows
 * move the mark. Each answer is saved as it is given; an answered night keeps its place.
 *
 * Properties: "client".
 *
 * Signals: "closed" ().
 */

/** stn_catch_up_open: lists the nights as they are in the diary now. @asks_last_night: last night too, where no page asks about it. */
void stn_catch_up_open (StnCatchUp *self, gboolean asks_last_night);

G_END_DECLS
