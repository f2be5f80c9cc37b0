/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-stamp.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/**
 * stn_store_back_up: copies the diary to @path by SQLite's backup API into a temporary file beside it, reopens and
 * checks the copy, makes it durable and moves it to @path (0600).
 *
 * Errors: of %STN_STORE_ERROR; no file is left at @path that was not there before.
 */
gboolean stn_store_back_up (StnStore *self, const char *path, GError **error);

/** stn_store_get_backed_up: when the diary was last backed up and the copy read back; STN_NO_STAMP = never. */
gboolean stn_store_get_backed_up (StnStore *self, StnStamp *ret_when, GError **error);

/**
 * stn_store_adopt: makes a diary at @path, where there is none, from the diary or backup @from: that is verified, copied,
 * and the copy read back. @from stays as it is; an older one becomes one of this version.
 *
 * Errors: EXISTS when there is a file at @path; those of stn_store_verify() and stn_store_back_up(). Nothing is made then.
 */
gboolean stn_store_adopt (const char *from, const char *path, StnClock *clock, GError **error);

G_END_DECLS
