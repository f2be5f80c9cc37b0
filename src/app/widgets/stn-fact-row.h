/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STN_TYPE_FACT_ROW (stn_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (StnFactRow, stn_fact_row, STN, FACT_ROW, GtkListBoxRow)

/**
 * stn_fact_row_new: a row to read: what it is, a smaller line below it and its value at the end, or below where there is
 * no room. @detail, @value: (nullable).
 */
GtkWidget *stn_fact_row_new (const char *title, const char *detail, const char *value);

G_END_DECLS
