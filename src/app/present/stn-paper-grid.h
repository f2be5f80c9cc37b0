/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "present/stn-diary-client.h"
#include "present/stn-paper-row.h"

G_BEGIN_DECLS

/** Nights that are shown at a time. */
#define STN_PAPER_NIGHTS 14

#define STN_TYPE_PAPER_GRID (stn_paper_grid_get_type ())
G_DECLARE_FINAL_TYPE (StnPaperGrid, stn_paper_grid, STN, PAPER_GRID, GObject)

/**
 * StnPaperGrid: nights that are typed in from the card beside the bed, and what saving them would do with the diary as it is. What is
 * typed is kept as drafts a moment after the last key, and found again next time. What the diary says already wins.
 *
 * Signals: "loaded" (): drafts and what the diary says of the nights shown are there, once more for other nights. "checked" (): problems,
 * the sentence on what would be done, or whether it can be saved changed.
 */
StnPaperGrid *stn_paper_grid_new (StnDiaryClient *client);

/** stn_paper_grid_get_first: the first of the nights shown; STN_NO_DATE until loaded. */
StnDate stn_paper_grid_get_first (StnPaperGrid *self);

/** stn_paper_grid_get_last_night: the newest that can be typed in; STN_NO_DATE until loaded. */
StnDate stn_paper_grid_get_last_night (StnPaperGrid *self);

/** stn_paper_grid_show: shows the nights from @first on; not beyond last night. */
void stn_paper_grid_show (StnPaperGrid *self, StnDate first);

/** stn_paper_grid_get_cell: (transfer none) what is typed, "" for nothing. */
const char *stn_paper_grid_get_cell (StnPaperGrid *self, StnDate key, StnPaperColumn column);
void
stn_paper_grid_set_cell (StnPaperGrid *self, StnDate key, StnPaperColumn column, const char *text);

/** stn_paper_grid_get_problem: (transfer full) (nullable) why what is typed cannot be read. */
char *stn_paper_grid_get_problem (StnPaperGrid *self, StnDate key, StnPaperColumn column);

/** stn_paper_grid_get_stored: (transfer full) what the diary says there already, of a night that is shown; "" for nothing. */
char *stn_paper_grid_get_stored (StnPaperGrid *self, StnDate key, StnPaperColumn column);

/** stn_paper_grid_is_empty: nothing is typed. */
gboolean stn_paper_grid_is_empty (StnPaperGrid *self);

/** stn_paper_grid_describe: (transfer full) (nullable) in one sentence what saving would do; NULL while that is not known. */
char *stn_paper_grid_describe (StnPaperGrid *self);

/** stn_paper_grid_get_error: (transfer none) (nullable) why it could not be checked, kept or saved. */
const char *stn_paper_grid_get_error (StnPaperGrid *self);

gboolean stn_paper_grid_can_save (StnPaperGrid *self);

/** stn_paper_grid_keep: keeps what was typed now, and not a moment later. */
void stn_paper_grid_keep (StnPaperGrid *self);

/** stn_paper_grid_clear: forgets all that was typed, drafts too. */
void stn_paper_grid_clear (StnPaperGrid *self);

/**
 * stn_paper_grid_save: writes all in one step, and forgets the drafts.
 * stn_paper_grid_save_finish: @ret_group: of the change log. @ret_newest: of the nights. Returns: (transfer full) in one sentence what was
 * done.
 */
void stn_paper_grid_save (StnPaperGrid *self, GAsyncReadyCallback callback, gpointer user_data);
char *stn_paper_grid_save_finish (
  StnPaperGrid *self, GAsyncResult *result, gint64 *ret_group, StnDate *ret_newest, GError **error);

G_END_DECLS
