/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/stn-clock.h"

G_BEGIN_DECLS

/** What a person may begin with who has no diary yet. Both work in a thread of their own, before there is a client. */

/** stn_first_run_sample_path: (transfer full) of the sample diary, beside the person's own. */
char *stn_first_run_sample_path (void);

/** stn_first_run_make_sample: makes the sample diary new, so that it ends with last night. */
void stn_first_run_make_sample (StnClock *clock, GAsyncReadyCallback callback, gpointer user_data);

/** stn_first_run_adopt: makes the person's diary a verified copy of @from; see stn_store_adopt(). */
void stn_first_run_adopt (const char *from,
                          StnClock *clock,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

/** stn_first_run_finish: of both. Errors: of the store. */
gboolean stn_first_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
