/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STN_TYPE_TEN_NIGHTS (stn_ten_nights_get_type ())
G_DECLARE_FINAL_TYPE (StnTenNights, stn_ten_nights, STN, TEN_NIGHTS, GtkBox)

/**
 * stn_ten_nights_show: "@side  35 of 58" and below it ten nights of which as many have cramps as that is in ten, rounded:
 * a share that can be counted by eye, with the true counts beside it.
 */
void stn_ten_nights_show (StnTenNights *self, const char *side, guint cramps, guint nights);

G_END_DECLS
