/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

/**
 * stn_nights_export_choose: asks for a file and writes the nights @keys (element-type StnDate) into it as CSV that any
 * Stillnight can import; says how it went by win.announce of @page's window. What a row is (a night unless told), and whether sleep and notes are in it, is asked with the file.
 *
 * Returns: (transfer none) what asks.
 */
GtkFileChooserNative *
stn_nights_export_choose (GtkWidget *page, StnDiaryClient *client, GArray *keys);

G_END_DECLS
