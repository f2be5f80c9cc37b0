/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-export.h"
#include "exchange/stn-csv-writer.h"
#include "exchange/stn-whole-file.h"
#include "model/stn-night.h"

#include <string.h>

/* Which columns a diary needs. */
typedef struct {
  gboolean duration;
  GHashTable *factors; /* slug -> GUINT_TO_POINTER (whether it needs an entered column) */
  GPtrArray *slugs;    /* (element-type utf8) in byte order; owned by the table */
} Columns;

static gboolean
has_row (const StnNight *night)
{
  return stn_night_get_state (night) != STN_NIGHT_NOT_RECORDED || night->values->len > 0;
}

static int
by_bytes (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
find_columns (Columns *self, const GPtrArray *nights)
{
  GHashTableIter iter;
  gpointer slug;

  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);
    const StnEpisode *worst = stn_night_get_worst (night);

    self->duration |= worst != NULL && worst->duration_s.known;
    for (guint j = 0; j < night->values->len; j++) {
      const StnFactorValue *value = g_ptr_array_index (night->values, j);
      gboolean entered = value->entered != STN_ENTERED_UNKNOWN ||
                         g_hash_table_lookup (self->factors, value->slug) != NULL;

      g_hash_table_replace (self->factors, g_strdup (value->slug), GUINT_TO_POINTER (entered));
    }
  }
  g_hash_table_iter_init (&iter, self->factors);
  while (g_hash_table_iter_next (&iter, &slug, NULL))
    g_ptr_array_add (self->slugs, slug);
  g_ptr_array_sort (self->slugs, by_bytes);
}

static gboolean
needs_entered (const Columns *self, const char *slug)
{
  return g_hash_table_lookup (self->factors, slug) != NULL;
}

static void
write_header (const Columns *self, StnCsvWriter *writer)
{
  stn_csv_writer_add_text (writer, "date");
  stn_csv_writer_add_text (writer, "cramps");
  stn_csv_writer_add_text (writer, "severity");
  if (self->duration)
    stn_csv_writer_add_text (writer, "duration_s");
  for (guint i = 0; i < self->slugs->len; i++) {
    const char *slug = g_ptr_array_index (self->slugs, i);
    g_autofree char *entered = g_strconcat (slug, ":entered", NULL);

    stn_csv_writer_add_text (writer, slug);
    if (needs_entered (self, slug))
      stn_csv_writer_add_text (writer, entered);
  }
  stn_csv_writer_end_row (writer);
}

static void
write_opt_int (StnCsvWriter *writer, StnOptInt value)
{
  if (value.known)
    stn_csv_writer_add_real (writer, value.value);
  else
    stn_csv_writer_add_empty (writer);
}

static void
write_outcome (const Columns *self, const StnNight *night, StnCsvWriter *writer)
{
  const StnEpisode *worst = stn_night_get_worst (night);
  StnOptInt cramps = STN_KNOWN_INT ((int) night->episodes->len);
  char key[STN_DATE_TEXT_SIZE];

  stn_csv_writer_add_text (writer, stn_date_to_text (night->key, key));
  if (stn_night_get_state (night) == STN_NIGHT_NOT_RECORDED)
    cramps = STN_UNKNOWN_INT;
  write_opt_int (writer, cramps);
  write_opt_int (writer, worst == NULL ? STN_UNKNOWN_INT : worst->severity);
  if (self->duration)
    write_opt_int (writer, worst == NULL ? STN_UNKNOWN_INT : worst->duration_s);
}

static void
write_row (const Columns *self, const StnNight *night, StnCsvWriter *writer)
{
  write_outcome (self, night, writer);
  for (guint i = 0; i < self->slugs->len; i++) {
    const char *slug = g_ptr_array_index (self->slugs, i);
    const StnFactorValue *value = stn_night_get_value (night, slug);

    if (value != NULL)
      stn_csv_writer_add_real (writer, value->value);
    else
      stn_csv_writer_add_empty (writer);
    if (!needs_entered (self, slug))
      continue;
    if (value != NULL)
      stn_csv_writer_add_text (writer, stn_entered_to_token (value->entered));
    else
      stn_csv_writer_add_empty (writer);
  }
  stn_csv_writer_end_row (writer);
}

char *
stn_csv_export_nights (const GPtrArray *nights)
{
  g_return_val_if_fail (nights != NULL, NULL);
  g_autoptr (GHashTable) factors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) slugs = g_ptr_array_new ();
  Columns columns = {FALSE, factors, slugs};
  StnCsvWriter writer = {g_string_new (NULL), 0};

  find_columns (&columns, nights);
  write_header (&columns, &writer);
  for (guint i = 0; i < nights->len; i++)
    if (has_row (g_ptr_array_index (nights, i)))
      write_row (&columns, g_ptr_array_index (nights, i), &writer);
  return g_string_free (writer.out, FALSE);
}

/* Writes and makes durable; errno says what failed. */
gboolean
stn_csv_export_save (const char *text, const char *path, GError **error)
{
  g_return_val_if_fail (text != NULL && path != NULL, FALSE);
  return stn_whole_file_save (text, strlen (text), path, error);
}
