/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"

G_BEGIN_DECLS

/** StnWatch: who waits for the result: may cancel, and is told how far it is. */
typedef struct {
  GCancellable *cancellable;
  StnAnalysisProgressCb progress_cb;
  gpointer user_data;
} StnWatch;

/** stn_watch_pass: between two steps. FALSE and G_IO_ERROR_CANCELLED when the run was cancelled. */
gboolean stn_watch_pass (const StnWatch *self, double fraction, GError **error);

G_END_DECLS
