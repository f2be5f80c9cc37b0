/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-store.h"

G_BEGIN_DECLS

/**
 * stn_store_back_up: copies the diary to @path by SQLite's backup API into a temporary file beside it, reopens and
 * checks the copy, makes it durable and moves it to @path (0600).
 *
 * Errors: of %STN_STORE_ERROR; no file is left at @path that was not there before.
 */
gboolean stn_store_back_up (StnStore *self, const char *path, GError **error);

G_END_DECLS
