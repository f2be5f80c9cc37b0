/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "diary/stn-diary.h"

G_BEGIN_DECLS

typedef enum {
  STN_NIGHT_FILTER_ALL,
  STN_NIGHT_FILTER_CRAMPS,
  STN_NIGHT_FILTER_NOT_RECORDED,
} StnNightFilter;

/**
 * StnNightScan: which nights of a diary a list shows.
 * @diary_empty: nothing is stored at all. @keys: (element-type StnDate) newest first.
 */
typedef struct {
  gboolean diary_empty;
  GArray *keys;
} StnNightScan;

/**
 * stn_night_scan: goes through the diary from last night back to its first night. Without filter and search no night is
 * read; else year by year, so that memory stays small.
 * @search: (nullable) found in notes of nights and cramps, in any case and with or without accents.
 *
 * Errors: of the store; G_IO_ERROR_CANCELLED. Returns: (transfer full).
 */
StnNightScan *stn_night_scan (StnDiary *diary,
                              StnNightFilter filter,
                              const char *search,
                              GCancellable *cancellable,
                              GError **error);

void stn_night_scan_free (StnNightScan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnNightScan, stn_night_scan_free)

G_END_DECLS
