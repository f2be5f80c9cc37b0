/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-csv-file.h"
#include "exchange/stn-exchange-error.h"

#include <glib/gstdio.h>

StnCsvFile *
stn_csv_file_new (const char *bytes, gssize length)
{
  StnCsvFile *self = g_new0 (StnCsvFile, 1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("stn-csv-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "diary.csv", NULL);
  g_file_set_contents (self->path, bytes, length, &error);
  g_assert_no_error (error);
  return self;
}

void
stn_csv_file_free (StnCsvFile *self)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

void
stn_csv_file_assert_error (const StnCsvFile *self, const GError *error, int code, const char *rest)
{
  g_autofree char *message = g_strconcat (self->path, rest, NULL);

  g_assert_error (error, STN_EXCHANGE_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
}

GPtrArray *
stn_csv_file_list_nights (const StnCsvNights *nights)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_night_free);

  for (guint i = 0; i < stn_night_pack_get_length (nights->nights); i++)
    g_ptr_array_add (list, stn_night_pack_get (nights->nights, i));
  return list;
}
