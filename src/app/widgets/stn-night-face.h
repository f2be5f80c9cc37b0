/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/stn-glyph.h"

G_BEGIN_DECLS

#define STN_TYPE_NIGHT_FACE (stn_night_face_get_type ())
G_DECLARE_FINAL_TYPE (StnNightFace, stn_night_face, STN, NIGHT_FACE, GtkWidget)

/**
 * StnNightFace: weekday, glyph and day of one night, one below the other. Only a picture: the button round it has the
 * name.
 */
GtkWidget *stn_night_face_new (void);

void stn_night_face_set_words (StnNightFace *self, const char *weekday, const char *day);
void stn_night_face_set_strong (StnNightFace *self, gboolean is_strong);

/** stn_night_face_set_short: the weekday by its first letter, where there is no room for more in any of the nights. */
void stn_night_face_set_short (StnNightFace *self, gboolean is_short);

/** stn_night_face_get_weekday_width: px that the whole weekday takes. */
int stn_night_face_get_weekday_width (StnNightFace *self);

StnGlyph *stn_night_face_get_glyph (StnNightFace *self);

G_END_DECLS
