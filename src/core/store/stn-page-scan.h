/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** StnScannedChange: a row of the table change as a page of a damaged file has it; texts are UTF-8. */
typedef struct {
  gint64 seq;
  char *rev;
  char *table;
  char *uid;
  char *after;
} StnScannedChange;

void stn_scanned_change_free (StnScannedChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnScannedChange, stn_scanned_change_free)

/**
 * stn_page_scan_changes: (transfer full) (element-type StnScannedChange) the rows of the change log on every page of @bytes that
 * has not been spoiled, whether or not anything still leads to that page. It follows the SQLite file format
 * (https://www.sqlite.org/fileformat2.html, 1.6 and 2.1) and trusts nothing that the bytes say of lengths and places.
 */
GPtrArray *stn_page_scan_changes (const guint8 *bytes, gsize size);

/**
 * stn_page_scan_count_missing: how many of the pages that the file should have are not there whole, or are there as zeros and are
 * none that the file names as free.
 * @ret_pages: how many it should have: by its header, where that can be believed, else by its length.
 */
guint stn_page_scan_count_missing (const guint8 *bytes, gsize size, guint *ret_pages);

G_END_DECLS
