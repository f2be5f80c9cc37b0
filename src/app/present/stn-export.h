/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/stn-csv-export.h"
#include "present/stn-diary-client.h"

G_BEGIN_DECLS

/** What is written. */
typedef enum {
  STN_EXPORT_EVERYTHING, /* JSON: see stn_diary_export_json() */
  STN_EXPORT_TABLE,      /* CSV: see stn_csv_export_table() */
  STN_EXPORT_FOR_MERGE,  /* a diary file that stn_diary_join() takes on another computer */
} StnExportKind;

/**
 * StnExport: what of the diary goes into a file. The rest is for a table only: @keys: (element-type StnDate) (nullable) the nights,
 * NULL: those from @from to @to, STN_NO_DATE for no limit. @parts: some of stn_csv_parts_of().
 */
typedef struct {
  StnExportKind kind;
  StnCsvRows rows;
  StnCsvParts parts;
  StnDate from, to;
  GArray *keys;
} StnExport;

/** stn_export_name: (transfer full) what the file is called unless the person says otherwise. Tells nothing of what is in it. */
char *stn_export_name (StnExportKind kind, StnDate today);

/** stn_export_save: writes the file @path (0600), whole or not at all, beside the diary's thread; saving does not wait for it. */
void stn_export_save (StnDiaryClient *client,
                      const StnExport *what,
                      const char *path,
                      GAsyncReadyCallback callback,
                      gpointer user_data);

/** stn_export_save_finish: @ret_nights: (nullable) nights of a table. Errors: WRITE; of the store. */
gboolean stn_export_save_finish (StnDiaryClient *client,
                                 GAsyncResult *result,
                                 guint *ret_nights,
                                 GError **error);

G_END_DECLS
