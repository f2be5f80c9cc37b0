/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary-archive.h"
#include "diary/stn-import.h"
#include "present/stn-diary-client.h"
#include "present/stn-import-order.h"

G_BEGIN_DECLS

/** StnImportRole: a use that at most one column has. */
typedef enum {
  STN_IMPORT_DATE,
  STN_IMPORT_TIME,
  STN_IMPORT_CRAMPS,
  STN_IMPORT_SEVERITY,
  STN_IMPORT_NOTE,
} StnImportRole;
#define STN_IMPORT_ROLES 5

/** StnImportKind: what a column that can be a factor is read as. */
typedef enum {
  STN_IMPORT_FOUND, /* kind found from the values */
  STN_IMPORT_BINARY,
  STN_IMPORT_COUNT,
  STN_IMPORT_SCALE,
  STN_IMPORT_CONTINUOUS,
  STN_IMPORT_LEFT_OUT,
} StnImportKind;

/** StnImportQuestion: what a file leaves open, and a person has to say. */
typedef enum {
  STN_IMPORT_QUESTION_NONE,
  STN_IMPORT_QUESTION_DATES,   /* what its dates begin with */
  STN_IMPORT_QUESTION_DECIMAL, /* what its commas and points mean */
} StnImportQuestion;

/** No column has the role. */
#define STN_IMPORT_NO_COLUMN (-1)

#define STN_TYPE_IMPORT_PREVIEW (stn_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (StnImportPreview, stn_import_preview, STN, IMPORT_PREVIEW, GObject)

/**
 * StnImportPreview: a file that is to be imported: what its columns mean, and what an import would do with the diary as it
 * is. Each change of the meaning reads the whole file again on the diary's thread and tries the import dry. What a person chose for a
 * file of the same columns before is chosen again. An export of a diary, or a diary, has no columns: it is joined.
 *
 * Signals: "loaded" (): the columns and first rows are there, once more when another form gives others; or the file cannot be read at
 * all, or is joined (no columns).
 * "checked" (): busy, error or report changed.
 */
StnImportPreview *stn_import_preview_new (StnDiaryClient *client, const char *path);

/** stn_import_preview_get_name: (transfer none) the file's name without its folder, to show. */
const char *stn_import_preview_get_name (StnImportPreview *self);

/** stn_import_preview_get_columns: (array zero-terminated=1) (nullable) the header's names; NULL until loaded. */
const char *const *stn_import_preview_get_columns (StnImportPreview *self);

/** stn_import_preview_get_rows: (element-type GStrv) (nullable) the first rows as they stand in the file. */
GPtrArray *stn_import_preview_get_rows (StnImportPreview *self);

/** stn_import_preview_get_form: (transfer none) what was said, not what was found. */
const StnCsvForm *stn_import_preview_get_form (StnImportPreview *self);
void stn_import_preview_set_form (StnImportPreview *self, const StnCsvForm *form);

/** stn_import_preview_get_found: (transfer none) (nullable) the form as it was found or said, once the file could be read with it. */
const StnCsvForm *stn_import_preview_get_found (StnImportPreview *self);

/** stn_import_preview_describe_form: (transfer full) (array zero-terminated=1) how it is read, a sentence each; nothing if unknown. */
char **stn_import_preview_describe_form (StnImportPreview *self);

/** stn_import_preview_list_nights: (transfer full) (element-type StnNight) the first @max nights as they would come in. */
GPtrArray *stn_import_preview_list_nights (StnImportPreview *self, guint max);

/** stn_import_preview_describe_values: (transfer full) what such a night says of the day before: "Coffee: 3 · Walk: Yes", "" for nothing. */
char *stn_import_preview_describe_values (StnImportPreview *self, const StnNight *night);

/** stn_import_preview_is_joined: whether the file is a diary or the export of one. */
gboolean stn_import_preview_is_joined (StnImportPreview *self);

/** stn_import_preview_describe: (transfer full) (nullable) in one sentence what an import would do. */
char *stn_import_preview_describe (StnImportPreview *self);

/** stn_import_preview_get_role, stn_import_preview_set_role: the column of a role, by its place in the header. */
int stn_import_preview_get_role (StnImportPreview *self, StnImportRole role);
void stn_import_preview_set_role (StnImportPreview *self, StnImportRole role, int column);

/** stn_import_preview_may_be_factor: whether the column can be a factor as the roles are now. */
gboolean stn_import_preview_may_be_factor (StnImportPreview *self, guint column);

StnImportKind stn_import_preview_get_kind (StnImportPreview *self, guint column);
void stn_import_preview_set_kind (StnImportPreview *self, guint column, StnImportKind kind);

/** stn_import_preview_get_factor: (transfer none) (nullable) what the column becomes; NULL when that is not known. */
const StnFactor *stn_import_preview_get_factor (StnImportPreview *self, guint column);

/** stn_import_preview_set_replace: whether the file's values win over stored ones that differ. */
void stn_import_preview_set_replace (StnImportPreview *self, gboolean replace);

/** stn_import_preview_is_busy: the answer to the last change is not there yet. */
gboolean stn_import_preview_is_busy (StnImportPreview *self);

/** stn_import_preview_get_error: (transfer none) (nullable) one line naming file, line and reason. */
const char *stn_import_preview_get_error (StnImportPreview *self);

/** stn_import_preview_get_question: what the error asks for. */
StnImportQuestion stn_import_preview_get_question (StnImportPreview *self);

/** stn_import_preview_get_report: (transfer none) (nullable) what the import would do. */
const StnImportReport *stn_import_preview_get_report (StnImportPreview *self);

/** stn_import_preview_get_newest: the newest night that the file speaks of; STN_NO_DATE when that is not known. */
StnDate stn_import_preview_get_newest (StnImportPreview *self);

/** stn_import_preview_can_import: the file is good and brings something. */
gboolean stn_import_preview_can_import (StnImportPreview *self);

/**
 * stn_import_preview_import: does it.
 * stn_import_preview_import_finish: @ret_outcome: (transfer full) what it did. Returns: (transfer full) the same in one sentence.
 *
 * Errors: %G_IO_ERROR_CANCELLED after stn_import_preview_cancel(), and nothing was changed; others are told by the preview, too.
 */
void stn_import_preview_import (StnImportPreview *self,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
char *stn_import_preview_import_finish (StnImportPreview *self,
                                        GAsyncResult *result,
                                        StnImportOutcome **ret_outcome,
                                        GError **error);

/** stn_import_preview_is_importing: @ret_done: how far it is, 0 to 1; 0 while the file is read. */
gboolean stn_import_preview_is_importing (StnImportPreview *self, double *ret_done);

/** stn_import_preview_cancel: gives up the import, or the reading, that is under way; an import that is committed by then is told as done. */
void stn_import_preview_cancel (StnImportPreview *self);

G_END_DECLS
