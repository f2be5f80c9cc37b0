/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a backup brings back, in the order of StnRestoreKind of the store. */
#define STN_RESTORE_WORDS 7

/** stn_wording_restore_line: (transfer full) (nullable) "Nights: 3 added, 1 changed, 2 removed"; NULL when nothing is. @kind: below STN_RESTORE_WORDS. */
char *stn_wording_restore_line (guint kind, guint added, guint changed, guint removed);

/** stn_wording_missing_pages: (transfer full) (nullable) that @missing of the @pages of a damaged diary say nothing; NULL for 0. */
char *stn_wording_missing_pages (guint missing, guint pages);

G_END_DECLS
