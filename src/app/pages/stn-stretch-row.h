/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "diary/stn-diary-stretch.h"

G_BEGIN_DECLS

#define STN_TYPE_STRETCH_ROW (stn_stretch_row_get_type ())
G_DECLARE_FINAL_TYPE (StnStretchRow, stn_stretch_row, STN, STRETCH_ROW, GtkListBoxRow)

/**
 * StnStretchRow: a routine to choose: what it is, how long it takes, what this person is to mind. Its buttons are the actions
 * "stretch.begin", "stretch.edit" and "stretch.delete" (s: its id) of whatever holds it.
 */
GtkWidget *stn_stretch_row_new (const StnStretchChoice *choice);

G_END_DECLS
