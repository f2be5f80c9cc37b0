/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STN_TYPE_CHIP_GROUP (stn_chip_group_get_type ())
G_DECLARE_FINAL_TYPE (StnChipGroup, stn_chip_group, STN, CHIP_GROUP, GtkWidget)

/**
 * StnChipGroup: one choice among a few words, or several, all in sight. Choosing the chosen one again clears it: unknown
 * is an answer. One stop for Tab; arrow keys move inside; while it has the focus, a chip whose text begins with the
 * digit that is typed is chosen.
 *
 * Properties: "model" (GListModel of GtkStringObject: the words), "names" (the same for screen readers where the word
 * alone does not say enough, or NULL), "selected" (GTK_INVALID_LIST_POSITION = nothing; of several the first),
 * "multiple" (several may be chosen, of at most 64), "even" (see StnWrapLayout), "chip-class" (CSS class of each chip).
 *
 * Signal "changed" (): the person chose or cleared; not emitted by setting "selected".
 */
guint stn_chip_group_get_selected (StnChipGroup *self);
void stn_chip_group_set_selected (StnChipGroup *self, guint selected);

/** Each chip of a group with "multiple". */
gboolean stn_chip_group_is_chosen (StnChipGroup *self, guint index);
void stn_chip_group_set_chosen (StnChipGroup *self, guint index, gboolean is_chosen);

G_END_DECLS
