/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STN_TYPE_KNOWN_BOX (stn_known_box_get_type ())
G_DECLARE_FINAL_TYPE (StnKnownBox, stn_known_box, STN, KNOWN_BOX, GtkBox)

/** StnKnownBox: what is known of something: how well it is studied, what studies say, the sources, what to ask whom. */

/** stn_known_box_set: @evidence: NULL: nothing is known, and nothing is shown. @ask, @caution: (nullable). */
void stn_known_box_set (StnKnownBox *self,
                        const char *grade,
                        const char *evidence,
                        const char *sources,
                        const char *ask,
                        const char *caution);

G_END_DECLS
