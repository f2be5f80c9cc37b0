/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/stn-csv-nights.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * StnCsvFile: a file in a folder of its own, both gone with it.
 */
typedef struct {
  char *folder;
  char *path; /* FOLDER/diary.csv */
} StnCsvFile;

StnCsvFile *stn_csv_file_new (const char *bytes, gssize length);
void stn_csv_file_free (StnCsvFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnCsvFile, stn_csv_file_free)

/** stn_csv_file_assert_error: @error is of @code and reads "PATH" + @rest. */
void
stn_csv_file_assert_error (const StnCsvFile *self, const GError *error, int code, const char *rest);

/** stn_csv_file_list_nights: (transfer full) (element-type StnNight) all that was read, by key. */
GPtrArray *stn_csv_file_list_nights (const StnCsvNights *nights);

G_END_DECLS
