/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/stn-optional.h"

G_BEGIN_DECLS

/**
 * StnFactorScale: the numbers that a row offers, as they are shown ("6" glasses, not 1,500 ml).
 * @unit: word behind the number, "" for none. @is_clock: a time of day in minutes from noon, typed as "22:40".
 */
typedef struct {
  double min;
  double max;
  double step;
  guint digits;
  const char *unit;
  gboolean is_clock;
} StnFactorScale;

#define STN_TYPE_FACTOR_ROW (stn_factor_row_get_type ())
G_DECLARE_FINAL_TYPE (StnFactorRow, stn_factor_row, STN, FACTOR_ROW, GtkListBoxRow)

/**
 * StnFactorRow: one line of the list before bed: the key that answers it, a glyph (tick = set by the person, open ring =
 * taken as usual, dashed ring = nothing yet), the words, and No / Yes, a number or ticks. Nothing yet is never a number:
 * choosing the chosen answer again, or going below the least number, takes it back.
 *
 * Signal "changed" (): the person answered; not emitted by stn_factor_row_set_value().
 */

/** stn_factor_row_new: a row for a yes or no; with @scale one for a number. @key: digit that answers it, 0 = none. */
GtkWidget *stn_factor_row_new (const char *title,
                               const char *subtitle,
                               const StnFactorScale *scale,
                               guint key);

/**
 * stn_factor_row_new_ticks: a row with a list of words to tick, NULL-terminated, at most 62. @none: (nullable) the word for
 * "not one of them", which is behind them and clears them.
 */
GtkWidget *stn_factor_row_new_ticks (
  const char *title, const char *subtitle, const char *const *words, const char *none, guint key);

/**
 * stn_factor_row_set_ticks: a bit for each word. @is_known: answered at all. @is_none: "not one of them".
 * stn_factor_row_get_ticks: the same; the row's value is known when anything is ticked or none is.
 */
void stn_factor_row_set_ticks (
  StnFactorRow *self, guint64 ticked, gboolean is_none, gboolean is_known, gboolean is_usual);
guint64 stn_factor_row_get_ticks (StnFactorRow *self);

/** stn_factor_row_set_value: yes = 1, no = 0, or the number as shown; a number that is being typed stays. */
void stn_factor_row_set_value (StnFactorRow *self, StnOptReal value, gboolean is_usual);
StnOptReal stn_factor_row_get_value (StnFactorRow *self);

/** stn_factor_row_commit: takes the number that is being typed, as Enter would. */
void stn_factor_row_commit (StnFactorRow *self);

/** stn_factor_row_answer: what the key does: flips yes and no, or brings the focus to the number or the first word. */
void stn_factor_row_answer (StnFactorRow *self);

G_END_DECLS
