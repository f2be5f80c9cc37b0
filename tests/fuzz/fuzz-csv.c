/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table that is imported: first byte: how dates and numbers are written; the rest: the file. What is read is by date, each
 * night once, each as the model allows; the export of it reads as the same. A table of few nights is imported into a diary,
 * which verifies then, and a second time, which changes nothing. */
#include "fuzz-target.h"

#include "diary/stn-import.h"
#include "exchange/stn-csv-export.h"
#include "exchange/stn-csv-preview.h"
#include "store/stn-verify.h"

#include <string.h>

#define CELLS_MAX 4000

static char *table, *diary;
static GBytes *empty; /* a diary without nights */

void
fuzz_target_set_up (void)
{
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize size;

  table = fuzz_path ("table.csv");
  diary = fuzz_path ("diary.db");
  stn_store_close (stn_store_open (diary, STN_STORE_CREATE, fuzz_clock (), &error));
  g_assert_no_error (error);
  g_file_get_contents (diary, &bytes, &size, &error);
  g_assert_no_error (error);
  empty = g_bytes_new_take (bytes, size);
}

/* (transfer full) (element-type StnNight) */
static GPtrArray *
list_nights (const StnCsvNights *read)
{
  GPtrArray *nights = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_night_free);

  for (guint i = 0; i < stn_night_pack_get_length (read->nights); i++)
    g_ptr_array_add (nights, stn_night_pack_get (read->nights, i));
  return nights;
}

static void
check_nights (const GPtrArray *nights)
{
  StnDate before = STN_NO_DATE;

  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (stn_date_compare (before, night->key), <, 0);
    stn_night_validate (night, &error);
    g_assert_no_error (error);
    before = night->key;
  }
}

static void
check_round_trip (const GPtrArray *nights)
{
  g_autofree char *text = stn_csv_export_nights (nights);
  g_autofree char *again_text = NULL;
  g_autoptr (StnCsvNights) again = NULL;
  g_autoptr (GPtrArray) again_nights = NULL;
  g_autoptr (GError) error = NULL;

  if (nights->len == 0)
    return;
  fuzz_write (table, (const guint8 *) text, strlen (text));
  again = stn_csv_nights_read (table, NULL, &error);
  g_assert_no_error (error);
  again_nights = list_nights (again);
  again_text = stn_csv_export_nights (again_nights);
  g_assert_cmpstr (again_text, ==, text);
}

static void
check_import (const StnCsvNights *nights)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  const guint8 *bytes = g_bytes_get_data (empty, &size);

  fuzz_write (diary, bytes, size);
  g_autoptr (StnDiary) open = stn_diary_open (diary, STN_STORE_EXISTING, fuzz_clock (), &error);
  g_assert_no_error (error);
  g_autoptr (StnImportReport) first =
    stn_diary_import (open, nights, STN_IMPORT_FILL, NULL, &error);

  if (!fuzz_check (first != NULL, &error)) {
    fuzz_assert_unchanged (diary, bytes, size);
    return;
  }
  g_autoptr (StnImportReport) second =
    stn_diary_import (open, nights, STN_IMPORT_DRY_RUN, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (second->nights_same, ==, stn_night_pack_get_length (nights->nights));
  stn_store_verify (diary, fuzz_clock (), NULL, &error);
  g_assert_no_error (error);
}

void
fuzz_target_run (const guint8 *bytes, gsize size)
{
  g_autoptr (StnCsvMapping) mapping = stn_csv_mapping_new ();
  g_autoptr (StnCsvPreview) preview = NULL;
  g_autoptr (StnCsvNights) read = NULL;
  g_autoptr (GPtrArray) nights = NULL;
  g_autoptr (GError) error = NULL;

  if (size == 0)
    return;
  mapping->form = (StnCsvForm){
    .dates = (StnCsvDates) (bytes[0] % 3),
    .decimal = (StnCsvDecimal) (bytes[0] / 3 % 3),
    .night_of = (StnCsvNightOf) (bytes[0] / 9 % 2),
    .encoding = (StnCsvEncoding) (bytes[0] / 18 % 5),
    .header_line = bytes[0] > 127 ? STN_CSV_NO_HEADER : 0,
  };
  fuzz_write (table, bytes + 1, size - 1);
  preview = stn_csv_preview_read (table, &mapping->form, 20, &error);
  fuzz_check (preview != NULL, &error);
  read = stn_csv_nights_read (table, mapping, &error);
  fuzz_assert_unchanged (table, bytes + 1, size - 1);
  if (!fuzz_check (read != NULL, &error))
    return;
  nights = list_nights (read);
  check_nights (nights);
  check_round_trip (nights);
  if (nights->len * (read->factors->len + 1) < CELLS_MAX)
    check_import (read);
}
