/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/stn-date.h"

G_BEGIN_DECLS

/** StnCatchUpState: what was said of a night on the list. */
typedef enum {
  STN_CATCH_UP_OPEN,
  STN_CATCH_UP_NO_CRAMPS,
  STN_CATCH_UP_CRAMPS,
  STN_CATCH_UP_FORGOTTEN, /* does not remember: stays not recorded */
} StnCatchUpState;

#define STN_TYPE_CATCH_UP_ROW (stn_catch_up_row_get_type ())
G_DECLARE_FINAL_TYPE (StnCatchUpRow, stn_catch_up_row, STN, CATCH_UP_ROW, GtkListBoxRow)

/**
 * StnCatchUpRow: one night of the list "Nights not recorded": its glyph, its date, and the three answers, or what was
 * answered and the way back.
 *
 * Signals: "answered" (int StnCatchUpState): a button was pressed; OPEN is the way back.
 */
GtkWidget *stn_catch_up_row_new (StnDate key, StnDate today);
StnDate stn_catch_up_row_get_key (StnCatchUpRow *self);

/** stn_catch_up_row_set_state: does not emit. @count: of cramps. */
void stn_catch_up_row_set_state (StnCatchUpRow *self, StnCatchUpState state, guint count);
StnCatchUpState stn_catch_up_row_get_state (StnCatchUpRow *self);

/** stn_catch_up_row_set_marked: whether the keys N, C and D answer this one. */
void stn_catch_up_row_set_marked (StnCatchUpRow *self, gboolean is_marked);

G_END_DECLS
