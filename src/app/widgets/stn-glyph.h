/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/stn-words.h"

G_BEGIN_DECLS

typedef enum {
  STN_GLYPH_GAP,    /* dashed ring: not recorded, nothing yet */
  STN_GLYPH_ASK,    /* dashed ring with a question mark: the night that is asked about */
  STN_GLYPH_TICK,   /* pale ring with a tick: no cramps, set by the person */
  STN_GLYPH_CRAMPS, /* solid disc with a bolt, from two cramps up with their number */
  STN_GLYPH_USUAL,  /* open ring: taken as usual */
  STN_GLYPH_DOT,    /* small dot: before the diary began */
} StnGlyphKind;

#define STN_TYPE_GLYPH_KIND (stn_glyph_kind_get_type ())
GType stn_glyph_kind_get_type (void);

#define STN_TYPE_GLYPH (stn_glyph_get_type ())
G_DECLARE_FINAL_TYPE (StnGlyph, stn_glyph, STN, GLYPH, GtkWidget)

/**
 * StnGlyph: how a night looks, everywhere the same; solid, lined and dashed survive grey printing, colour blindness and
 * 16 px. Only a picture: the words stand beside it or in the name of what contains it.
 *
 * Properties: "kind", "count" (of cramps), "size" (width and height in px, at least 12).
 */
GtkWidget *stn_glyph_new (StnGlyphKind kind, int size);

void stn_glyph_set_kind (StnGlyph *self, StnGlyphKind kind);
StnGlyphKind stn_glyph_get_kind (StnGlyph *self);

/** stn_glyph_set_night: kind and count of a night in @state with @count cramps. */
void stn_glyph_set_night (StnGlyph *self, StnNightState state, guint count);

G_END_DECLS
