/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define STN_TYPE_STORE_WATCH (stn_store_watch_get_type ())
G_DECLARE_FINAL_TYPE (StnStoreWatch, stn_store_watch, STN, STORE_WATCH, GObject)

/**
 * stn_store_watch_new: watches the folder of the diary at @path (no polling) in the thread-default main context.
 *
 * Emits "stirred" (no arguments), debounced, when the file or its journal was touched by any process; the
 * owner of the connection then asks stn_change_log_nights_since() what changed.
 */
StnStoreWatch *stn_store_watch_new (const char *path, GError **error);

G_END_DECLS
