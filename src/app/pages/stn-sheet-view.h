/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/stn-pages.h"

G_BEGIN_DECLS

#define STN_TYPE_SHEET_VIEW (stn_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (StnSheetView, stn_sheet_view, STN, SHEET_VIEW, GtkWidget)

/** StnSheetView: one printed page as it will look, as wide as there is room; its words are its description. */
GtkWidget *stn_sheet_view_new (void);

/** stn_sheet_view_show: page @page of @pages, which are borrowed until other ones, or NULL, are shown. @name: "Page 1 of 2". */
void stn_sheet_view_show (StnSheetView *self, const StnPages *pages, guint page, const char *name);

G_END_DECLS
