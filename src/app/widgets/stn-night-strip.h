/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/stn-date.h"
#include "widgets/stn-glyph.h"

G_BEGIN_DECLS

/** Nights in a strip. */
#define STN_STRIP_NIGHTS 14

/**
 * StnStripNight: one night of the strip.
 * @count: of cramps. @name: for screen readers and the tooltip ("Saturday 21 November: 2 cramps").
 */
typedef struct {
  StnDate key;
  StnGlyphKind glyph;
  guint count;
  const char *name;
} StnStripNight;

#define STN_TYPE_NIGHT_STRIP (stn_night_strip_get_type ())
G_DECLARE_FINAL_TYPE (StnNightStrip, stn_night_strip, STN, NIGHT_STRIP, GtkWidget)

/**
 * StnNightStrip: the last nights as glyphs, the newest marked at the end. Two lines of seven where one line would be
 * too narrow to read. One stop for Tab; arrow keys move inside.
 *
 * Signal "night-activated" (char *key): a night was chosen; its key as text.
 */

/** stn_night_strip_set_night: what stands at @index, 0 = the oldest. */
void stn_night_strip_set_night (StnNightStrip *self, guint index, const StnStripNight *night);

G_END_DECLS
