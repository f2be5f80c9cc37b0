/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "present/stn-night-item.h"

G_BEGIN_DECLS

#define STN_TYPE_NIGHT_ROW (stn_night_row_get_type ())
G_DECLARE_FINAL_TYPE (StnNightRow, stn_night_row, STN, NIGHT_ROW, GtkBox)

/**
 * StnNightRow: one night in a list view: glyph, date and one line; above the first night of a month the name of the
 * month. It gives the list item it stands in its accessible name.
 */
GtkWidget *stn_night_row_new (void);

/** stn_night_row_bind: follows @item until stn_night_row_unbind(). @today: decides which dates need their year. */
void stn_night_row_bind (StnNightRow *self, StnNightItem *item, StnDate today);
void stn_night_row_unbind (StnNightRow *self);

/** stn_night_row_set_place: whether it is the first, the last of its month in the list. */
void stn_night_row_set_place (StnNightRow *self, gboolean starts_month, gboolean ends_month);

G_END_DECLS
