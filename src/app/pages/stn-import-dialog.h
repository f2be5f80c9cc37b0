/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_IMPORT_DIALOG (stn_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (StnImportDialog, stn_import_dialog, STN, IMPORT_DIALOG, AdwWindow)

/**
 * StnImportDialog: what a file would bring into the diary, before it does: which column is what, live what an import would
 * do, the first rows. Says what it did by the action win.announce of @parent.
 */
StnImportDialog *
stn_import_dialog_new (GtkWindow *parent, StnDiaryClient *client, const char *path);

/** stn_import_dialog_choose: lets the person choose a file, then asks for its dialog by the action win.import-file of @parent. */
void stn_import_dialog_choose (GtkWindow *parent);

G_END_DECLS
