/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/stn-csv-export.h"
#include "present/stn-diary-client.h"

G_BEGIN_DECLS

/**
 * stn_nights_export_choose: asks for a file and writes the nights @keys (element-type StnDate) into it as CSV that any
 * Stillnight can import; says how it went by win.announce of @page's window. What a row is (a night unless told), and whether sleep and notes are in it, is asked with the file.
 */
void stn_nights_export_choose (GtkWidget *page, StnDiaryClient *client, GArray *keys);

/** stn_nights_export_add_choices: what is asked beside the name of the file: boxes to tick. */
void stn_nights_export_add_choices (GtkFileChooser *chooser);

/** stn_nights_export_read_choices: what was ticked; a night a row that can be imported again where the desktop's dialog has no boxes. */
void stn_nights_export_read_choices (GtkFileChooser *chooser,
                                     StnCsvRows *ret_rows,
                                     StnCsvParts *ret_parts);

G_END_DECLS
