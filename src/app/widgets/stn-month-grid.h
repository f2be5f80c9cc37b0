/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "widgets/stn-glyph.h"

G_BEGIN_DECLS

#define STN_TYPE_MONTH_GRID (stn_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (StnMonthGrid, stn_month_grid, STN, MONTH_GRID, GtkWidget)

/**
 * StnMonthGrid: the nights of a month, a column a weekday, each a flat button with its day and its glyph. One stop for
 * Tab; arrow keys go from night to night. The week begins as the locale says.
 *
 * Signals: "night-activated" (const char *key): the person chose that night.
 */

/** stn_month_grid_set_month: shows the month of @day, without glyphs. Nights after @last have none and cannot be chosen. */
void stn_month_grid_set_month (StnMonthGrid *self, StnDate day, StnDate last);

/**
 * stn_month_grid_set_night: what the night @key, of that month, looks like.
 * @name: for screen readers and the tooltip, "Saturday 21 November: 2 cramps".
 */
void stn_month_grid_set_night (
  StnMonthGrid *self, StnDate key, StnGlyphKind kind, guint count, const char *name);

/** stn_month_grid_set_selected: marks @key as chosen, or no longer; does nothing when it is of another month. */
void stn_month_grid_set_selected (StnMonthGrid *self, StnDate key, gboolean is_selected);

/** stn_month_grid_clear_selected: marks no night. */
void stn_month_grid_clear_selected (StnMonthGrid *self);

G_END_DECLS
