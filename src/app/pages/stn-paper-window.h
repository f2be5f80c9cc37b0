/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_PAPER_WINDOW (stn_paper_window_get_type ())
G_DECLARE_FINAL_TYPE (StnPaperWindow, stn_paper_window, STN, PAPER_WINDOW, AdwWindow)

/**
 * StnPaperWindow: the pencil grid of the card for beside the bed, to be typed in: 14 nights at a time, a cell each, below them what saving
 * would do. Arrow keys go from cell to cell, Enter to the next night. Closed without saving it keeps what was typed. Says what it did by
 * the action win.announce of @parent.
 */
StnPaperWindow *stn_paper_window_new (GtkWindow *parent, StnDiaryClient *client);

G_END_DECLS
