/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StnProgress: whom a long piece of work tells how far it is, and who may have it given up.
 * @tell: called often, on the thread that does the work; @done: 0 to 1, never less than before. FALSE: the work is given up,
 * and nothing of it stays.
 */
typedef struct {
  gboolean (*tell) (double done, gpointer data);
  gpointer data;
} StnProgress;

/**
 * stn_progress_tell: tells @self, which may be NULL, that @n of @total are done, of a part of the work that goes @from to @to.
 *
 * Errors: %G_IO_ERROR_CANCELLED.
 */
gboolean stn_progress_tell (
  const StnProgress *self, double from, double to, guint n, guint total, GError **error);

G_END_DECLS
