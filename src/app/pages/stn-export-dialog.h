/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-export.h"

G_BEGIN_DECLS

#define STN_TYPE_EXPORT_DIALOG (stn_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StnExportDialog, stn_export_dialog, STN, EXPORT_DIALOG, AdwWindow)

/**
 * StnExportDialog: asks what of the diary goes into a file, then for the file, and writes it. Says how it went by the action
 * win.announce of @parent.
 * @keys: (element-type StnDate) (nullable) the nights that a table is about; NULL: what goes out and from when is asked, too.
 */
StnExportDialog *
stn_export_dialog_new (GtkWindow *parent, StnDiaryClient *client, GArray *keys);

/** stn_export_dialog_get_export: what is chosen. FALSE: a night that was typed is none; the dialog shows it. @ret_export: keys are the dialog's. */
gboolean stn_export_dialog_get_export (StnExportDialog *self, StnExport *ret_export);

G_END_DECLS
