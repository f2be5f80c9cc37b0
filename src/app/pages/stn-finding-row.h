/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "present/stn-finding-item.h"

G_BEGIN_DECLS

#define STN_TYPE_FINDING_ROW (stn_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (StnFindingRow, stn_finding_row, STN, FINDING_ROW, GtkListBoxRow)

/**
 * StnFindingRow: a finding in one sentence with its counts, that opens to everything else. What it opens to is only built
 * when it is opened for the first time. It follows @item's "changed".
 */
GtkWidget *stn_finding_row_new (StnFindingItem *item);

/** stn_finding_row_toggle: opens or closes it. */
void stn_finding_row_toggle (StnFindingRow *self);

gboolean stn_finding_row_is_open (StnFindingRow *self);

/** stn_finding_row_get_item: (transfer none). */
StnFindingItem *stn_finding_row_get_item (StnFindingRow *self);

/** stn_finding_group_get_icon: name of the icon that stands beside the words of a verdict; NULL for the top ones. */
const char *stn_finding_group_get_icon (StnFindingGroup group);

G_END_DECLS
