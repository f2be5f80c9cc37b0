/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_REPORT_PREVIEW (stn_report_preview_get_type ())
G_DECLARE_FINAL_TYPE (StnReportPreview, stn_report_preview, STN, REPORT_PREVIEW, AdwBin)

/**
 * StnReportPreview: the page for a doctor as it will be printed, its period, and ways to print it and to save it as PDF; or,
 * "bedside", the card for beside the bed. Made while it is on screen.
 *
 * Properties: "client" (StnDiaryClient), "bedside" (gboolean).
 */

/**
 * stn_report_preview_print_new: (transfer full) prints what is shown, laid out for the paper of the printer; to be run once, while the
 * preview is there.
 */
GtkPrintOperation *stn_report_preview_print_new (StnReportPreview *self);

G_END_DECLS
