/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-export.h"
#include "exchange/stn-csv-fields.h"
#include "exchange/stn-csv-writer.h"
#include "exchange/stn-whole-file.h"
#include "model/stn-night.h"

#include <string.h>

typedef struct {
  const char *token;
  int value;
} Token;

static const Token row_tokens[] = {{"nights", STN_CSV_ROWS_NIGHTS},
                                   {"episodes", STN_CSV_ROWS_EPISODES},
                                   {"long", STN_CSV_ROWS_LONG}};
static const Token part_tokens[] = {{"cramps", STN_CSV_PARTS_CRAMPS},
                                    {"factors", STN_CSV_PARTS_FACTORS},
                                    {"sleep", STN_CSV_PARTS_SLEEP},
                                    {"notes", STN_CSV_PARTS_NOTES}};

gboolean
stn_csv_rows_parse (const char *token, StnCsvRows *ret_rows)
{
  g_return_val_if_fail (token != NULL && ret_rows != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (row_tokens); i++)
    if (strcmp (row_tokens[i].token, token) == 0) {
      *ret_rows = (StnCsvRows) row_tokens[i].value;
      return TRUE;
    }
  return FALSE;
}

gboolean
stn_csv_parts_parse (const char *tokens, StnCsvParts *ret_parts)
{
  g_return_val_if_fail (tokens != NULL && ret_parts != NULL, FALSE);
  g_auto (GStrv) said = g_strsplit (tokens, ",", -1);
  StnCsvParts parts = STN_CSV_PARTS_NONE;

  for (guint i = 0; said[i] != NULL; i++) {
    guint token = 0;

    while (token < G_N_ELEMENTS (part_tokens) && strcmp (part_tokens[token].token, said[i]) != 0)
      token++;
    if (token == G_N_ELEMENTS (part_tokens))
      return FALSE;
    parts |= (StnCsvParts) part_tokens[token].value;
  }
  if (parts == STN_CSV_PARTS_NONE)
    return FALSE;
  *ret_parts = parts;
  return TRUE;
}

StnCsvParts
stn_csv_parts_of (StnCsvRows rows)
{
  return rows == STN_CSV_ROWS_EPISODES ? STN_CSV_PARTS_CRAMPS | STN_CSV_PARTS_NOTES
                                       : STN_CSV_PARTS_ALL;
}

StnCsvParts
stn_csv_parts_default (StnCsvRows rows)
{
  return rows == STN_CSV_ROWS_NIGHTS ? STN_CSV_PARTS_CRAMPS | STN_CSV_PARTS_FACTORS
                                     : stn_csv_parts_of (rows);
}

/* Which columns a diary needs. */
typedef struct {
  StnCsvParts parts;
  gboolean duration;
  guint sleep;         /* a bit for each field that is known of any night */
  GHashTable *factors; /* slug -> GUINT_TO_POINTER (whether it needs an entered column) */
  GPtrArray *slugs;    /* (element-type utf8) in byte order; owned by the table */
} Columns;

static gboolean
has_part (const Columns *self, StnCsvParts part)
{
  return (self->parts & part) != 0;
}

static gboolean
has_row (const Columns *self, const StnNight *night)
{
  return (has_part (self, STN_CSV_PARTS_CRAMPS) &&
          stn_night_get_state (night) != STN_NIGHT_NOT_RECORDED) ||
         (has_part (self, STN_CSV_PARTS_FACTORS) && night->values->len > 0) ||
         (has_part (self, STN_CSV_PARTS_SLEEP) && !stn_sleep_is_unknown (&night->sleep)) ||
         (has_part (self, STN_CSV_PARTS_NOTES) && night->note != NULL);
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
    for (guint j = 0; stn_csv_sleep_fields[j] != NULL; j++)
      self->sleep |= (guint) stn_csv_has_sleep_field (&night->sleep, j) << j;
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

static char *
sleep_name (guint field)
{
  return g_strconcat ("sleep.", stn_csv_sleep_fields[field], NULL);
}

static void
write_factor_names (const Columns *self, StnCsvWriter *writer)
{
  for (guint i = 0; i < self->slugs->len; i++) {
    const char *slug = g_ptr_array_index (self->slugs, i);
    g_autofree char *entered = g_strconcat (slug, ":entered", NULL);

    stn_csv_writer_add_text (writer, slug);
    if (needs_entered (self, slug))
      stn_csv_writer_add_text (writer, entered);
  }
}

static gboolean
has_sleep_column (const Columns *self, guint field)
{
  return has_part (self, STN_CSV_PARTS_SLEEP) && (self->sleep & (1U << field)) != 0;
}

static void
write_header (const Columns *self, StnCsvWriter *writer)
{
  stn_csv_writer_add_text (writer, "date");
  if (has_part (self, STN_CSV_PARTS_CRAMPS)) {
    stn_csv_writer_add_text (writer, "cramps");
    stn_csv_writer_add_text (writer, "severity");
    if (self->duration)
      stn_csv_writer_add_text (writer, "duration_s");
  }
  if (has_part (self, STN_CSV_PARTS_FACTORS))
    write_factor_names (self, writer);
  for (guint i = 0; stn_csv_sleep_fields[i] != NULL; i++) {
    g_autofree char *name = sleep_name (i);

    if (has_sleep_column (self, i))
      stn_csv_writer_add_text (writer, name);
  }
  if (has_part (self, STN_CSV_PARTS_NOTES))
    stn_csv_writer_add_text (writer, "note");
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

  if (stn_night_get_state (night) == STN_NIGHT_NOT_RECORDED)
    cramps = STN_UNKNOWN_INT;
  write_opt_int (writer, cramps);
  write_opt_int (writer, worst == NULL ? STN_UNKNOWN_INT : worst->severity);
  if (self->duration)
    write_opt_int (writer, worst == NULL ? STN_UNKNOWN_INT : worst->duration_s);
}

static void
write_values (const Columns *self, const StnNight *night, StnCsvWriter *writer)
{
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
}

static void
begin_row (const StnNight *night, StnCsvWriter *writer)
{
  char key[STN_DATE_TEXT_SIZE];

  stn_csv_writer_add_text (writer, stn_date_to_text (night->key, key));
}

static void
write_night (const Columns *self, const StnNight *night, StnCsvWriter *writer)
{
  begin_row (night, writer);
  if (has_part (self, STN_CSV_PARTS_CRAMPS))
    write_outcome (self, night, writer);
  if (has_part (self, STN_CSV_PARTS_FACTORS))
    write_values (self, night, writer);
  for (guint i = 0; stn_csv_sleep_fields[i] != NULL; i++)
    if (has_sleep_column (self, i))
      stn_csv_put_sleep_field (writer, &night->sleep, i);
  if (has_part (self, STN_CSV_PARTS_NOTES)) {
    if (night->note != NULL)
      stn_csv_writer_add_text (writer, night->note);
    else
      stn_csv_writer_add_empty (writer);
  }
  stn_csv_writer_end_row (writer);
}

static void
write_nights (Columns *self, const GPtrArray *nights, StnCsvWriter *writer)
{
  find_columns (self, nights);
  write_header (self, writer);
  for (guint i = 0; i < nights->len; i++)
    if (has_row (self, g_ptr_array_index (nights, i)))
      write_night (self, g_ptr_array_index (nights, i), writer);
}

/* A note is the only part of a cramp that can be left out. */
static gboolean
has_episode_field (const Columns *self, guint field)
{
  return has_part (self, STN_CSV_PARTS_NOTES) ||
         strcmp (stn_csv_episode_fields[field], "note") != 0;
}

static void
write_episodes (const Columns *self, const GPtrArray *nights, StnCsvWriter *writer)
{
  stn_csv_writer_add_text (writer, "night");
  for (guint i = 0; stn_csv_episode_fields[i] != NULL; i++)
    if (has_episode_field (self, i))
      stn_csv_writer_add_text (writer, stn_csv_episode_fields[i]);
  stn_csv_writer_end_row (writer);
  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);

    for (guint j = 0; j < night->episodes->len; j++) {
      begin_row (night, writer);
      for (guint k = 0; stn_csv_episode_fields[k] != NULL; k++)
        if (has_episode_field (self, k))
          stn_csv_put_episode_field (writer, g_ptr_array_index (night->episodes, j), k);
      stn_csv_writer_end_row (writer);
    }
  }
}

static void
write_item (const StnNight *night, const char *item, double value, StnCsvWriter *writer)
{
  begin_row (night, writer);
  stn_csv_writer_add_text (writer, item);
  stn_csv_writer_add_real (writer, value);
  stn_csv_writer_end_row (writer);
}

static void
write_cramps_items (const StnNight *night, StnCsvWriter *writer)
{
  const StnEpisode *worst = stn_night_get_worst (night);

  if (stn_night_get_state (night) == STN_NIGHT_NOT_RECORDED)
    return;
  write_item (night, "cramps", night->episodes->len, writer);
  if (worst != NULL && worst->severity.known)
    write_item (night, "severity", worst->severity.value, writer);
  if (worst != NULL && worst->duration_s.known)
    write_item (night, "duration_s", worst->duration_s.value, writer);
}

static void
write_sleep_items (const StnNight *night, StnCsvWriter *writer)
{
  for (guint i = 0; stn_csv_sleep_fields[i] != NULL; i++) {
    g_autofree char *name = sleep_name (i);

    if (!stn_csv_has_sleep_field (&night->sleep, i))
      continue;
    begin_row (night, writer);
    stn_csv_writer_add_text (writer, name);
    stn_csv_put_sleep_field (writer, &night->sleep, i);
    stn_csv_writer_end_row (writer);
  }
}

static void
write_long (const Columns *self, const GPtrArray *nights, StnCsvWriter *writer)
{
  stn_csv_writer_add_text (writer, "night");
  stn_csv_writer_add_text (writer, "item");
  stn_csv_writer_add_text (writer, "value");
  stn_csv_writer_end_row (writer);
  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);

    if (has_part (self, STN_CSV_PARTS_CRAMPS))
      write_cramps_items (night, writer);
    for (guint j = 0; has_part (self, STN_CSV_PARTS_FACTORS) && j < night->values->len; j++) {
      const StnFactorValue *value = g_ptr_array_index (night->values, j);

      write_item (night, value->slug, value->value, writer);
    }
    if (has_part (self, STN_CSV_PARTS_SLEEP))
      write_sleep_items (night, writer);
    if (!has_part (self, STN_CSV_PARTS_NOTES) || night->note == NULL)
      continue;
    begin_row (night, writer);
    stn_csv_writer_add_text (writer, "note");
    stn_csv_writer_add_text (writer, night->note);
    stn_csv_writer_end_row (writer);
  }
}

char *
stn_csv_export_table (const GPtrArray *nights, StnCsvRows rows, StnCsvParts parts)
{
  g_return_val_if_fail (nights != NULL, NULL);
  g_autoptr (GHashTable) factors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) slugs = g_ptr_array_new ();
  Columns columns = {parts, FALSE, 0, factors, slugs};
  StnCsvWriter writer = {g_string_new (NULL), 0};

  switch (rows) {
  case STN_CSV_ROWS_NIGHTS:
    write_nights (&columns, nights, &writer);
    break;
  case STN_CSV_ROWS_EPISODES:
    write_episodes (&columns, nights, &writer);
    break;
  case STN_CSV_ROWS_LONG:
    write_long (&columns, nights, &writer);
    break;
  }
  return g_string_free (writer.out, FALSE);
}

char *
stn_csv_export_nights (const GPtrArray *nights)
{
  return stn_csv_export_table (nights, STN_CSV_ROWS_NIGHTS,
                               stn_csv_parts_default (STN_CSV_ROWS_NIGHTS));
}

/* Writes and makes durable; errno says what failed. */
gboolean
stn_csv_export_save (const char *text, const char *path, GError **error)
{
  g_return_val_if_fail (text != NULL && path != NULL, FALSE);
  return stn_whole_file_save (text, strlen (text), path, error);
}
