/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "published.h"

#include <stdlib.h>

Published *
published_load (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".csv", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "published", file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  Published *self = g_new0 (Published, 1);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_auto (GStrv) header = g_strsplit (lines[0], ",", -1);
  self->n_rows = g_strv_length (lines) - 1;
  self->n_columns = g_strv_length (header); /* the outcome goes, the intercept comes */
  self->outcomes = g_new (double, self->n_rows);
  for (guint k = 0; k < self->n_columns; k++)
    self->columns[k] = g_new (double, self->n_rows);
  for (guint i = 0; i < self->n_rows; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i + 1], ",", -1);

    self->columns[0][i] = 1;
    for (guint k = 1; k < self->n_columns; k++)
      self->columns[k][i] = g_ascii_strtod (cells[k - 1], NULL);
    self->outcomes[i] = g_ascii_strtod (cells[self->n_columns - 1], NULL);
  }
  return self;
}

void
published_free (Published *self)
{
  for (guint k = 0; k < self->n_columns; k++)
    g_free (self->columns[k]);
  g_free (self->outcomes);
  g_free (self);
}
