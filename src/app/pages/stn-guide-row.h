/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "wording/stn-wording-guide.h"

G_BEGIN_DECLS

#define STN_TYPE_GUIDE_ROW (stn_guide_row_get_type ())
G_DECLARE_FINAL_TYPE (StnGuideRow, stn_guide_row, STN, GUIDE_ROW, GtkListBoxRow)

/**
 * StnGuideRow: one piece of the guide: title, text, what to mind, how strong the evidence is and its sources.
 */

/** stn_guide_row_new: @with_page: the name of its page stands above it, for results of a search. */
GtkWidget *stn_guide_row_new (const StnGuideEntry *entry, gboolean with_page);

/** stn_guide_row_get_page: (transfer none) the page that it is from. */
const StnGuidePage *stn_guide_row_get_page (StnGuideRow *self);

/** stn_guide_row_is_same: whether both show the same piece. */
gboolean stn_guide_row_is_same (StnGuideRow *self, StnGuideRow *other);

G_END_DECLS
