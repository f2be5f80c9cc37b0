/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/stn-words.h"

G_BEGIN_DECLS

#define STN_TYPE_LEG_PICTURE (stn_leg_picture_get_type ())
G_DECLARE_FINAL_TYPE (StnLegPicture, stn_leg_picture, STN, LEG_PICTURE, GtkWidget)

/**
 * StnLegPicture: both legs in profile, toes outward, seven places each: where it hurt can be clicked. Each place is a
 * toggle button for keyboard and screen reader; the picture is one stop for Tab, arrow keys move as the eye does. Knee
 * and shin both mean "other". The left leg is always drawn on the left, as one sees one's own, also right to left.
 *
 * Signal "changed" (): the person chose a place or took it back; not emitted by stn_leg_picture_set_place().
 */
GtkWidget *stn_leg_picture_new (void);

/** stn_leg_picture_set_place: a site without a side is shown pale on both legs. */
void stn_leg_picture_set_place (StnLegPicture *self, StnSide side, StnSite site);
StnSide stn_leg_picture_get_side (StnLegPicture *self);
StnSite stn_leg_picture_get_site (StnLegPicture *self);

G_END_DECLS
