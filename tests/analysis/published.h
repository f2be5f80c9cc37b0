/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** A published table: the last column of the file is the outcome; column 0 here is the intercept. */
typedef struct {
  guint n_rows;
  guint n_columns;
  double *columns[8];
  double *outcomes;
} Published;

/** published_load: tests/fixtures/published/@name.csv. */
Published *published_load (const char *name);
void published_free (Published *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Published, published_free)
