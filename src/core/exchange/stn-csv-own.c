/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-own.h"
#include "base/stn-text-line.h"
#include "base/stn-uid.h"
#include "exchange/stn-csv-cell.h"
#include "exchange/stn-csv-error.h"
#include "exchange/stn-csv-fields.h"

#include <string.h>

#define SLEEP_PREFIX "sleep."

/* A file being read: the rows of one night after the other. */
typedef struct {
  const char *path;
  StnCsvReader *reader;
  StnCsvRows rows;
  char **names;
  StnCsvForm form;
  StnNightPack *nights;
  GHashTable *lines;   /* key as text -> GUINT_TO_POINTER (where its first row is) */
  GPtrArray *factors;  /* (element-type StnCsvFactorColumn) */
  GHashTable *by_slug; /* slug -> one of them */
  StnNight *night;     /* whose rows are being read; NULL before the first */
  guint line;          /* of the first of them */
  gboolean has_rows;
} Own;

/* Recognising */

static gboolean
has_names (char **names, const char *first, const char *const *others)
{
  guint n = g_strv_length ((char **) others);

  if (names[0] == NULL || strcmp (names[0], first) != 0)
    return FALSE;
  for (guint i = 0; i < n; i++) {
    /* A note is the only part of a cramp that can be left out. */
    if (names[i + 1] == NULL)
      return i + 1 == n && strcmp (others[i], "note") == 0;
    if (strcmp (names[i + 1], others[i]) != 0)
      return FALSE;
  }
  return names[n + 1] == NULL;
}

StnCsvRows
stn_csv_own_rows (const StnCsvHead *head)
{
  g_return_val_if_fail (head != NULL, STN_CSV_ROWS_NIGHTS);
  static const char *const long_names[] = {"item", "value", NULL};

  if (has_names (head->names, "night", stn_csv_episode_fields))
    return STN_CSV_ROWS_EPISODES;
  return has_names (head->names, "night", long_names) ? STN_CSV_ROWS_LONG : STN_CSV_ROWS_NIGHTS;
}

int
stn_csv_own_sleep_field (const char *name)
{
  if (!g_str_has_prefix (name, SLEEP_PREFIX))
    return -1;
  for (int i = 0; stn_csv_sleep_fields[i] != NULL; i++)
    if (strcmp (name + strlen (SLEEP_PREFIX), stn_csv_sleep_fields[i]) == 0)
      return i;
  return -1;
}

gboolean
stn_csv_own_has_note (const char *const *names)
{
  guint n = g_strv_length ((char **) names);

  return n > 1 && strcmp (names[0], "date") == 0 && strcmp (names[n - 1], "note") == 0;
}

/* Reading */

/* Takes over @reason, which says what is wrong. */
static gboolean
fail_as (const Own *self, GError *reason, GError **error)
{
  g_autoptr (GError) taken = reason;

  return stn_csv_reader_fail (self->reader, error, "%s", taken->message);
}

/* The night whose rows were read is whole. */
static gboolean
end_night (Own *self, GError **error)
{
  GError *reason = NULL;

  if (self->night == NULL)
    return TRUE;
  if (!stn_night_validate (self->night, &reason))
    return fail_as (self, reason, error);
  stn_night_pack_add (self->nights, self->night, self->line);
  g_clear_pointer (&self->night, stn_night_free);
  return TRUE;
}

static gboolean
begin_night (Own *self, const char *cell, GError **error)
{
  char key[STN_DATE_TEXT_SIZE];
  gpointer first;
  StnDate night;

  if (stn_csv_cell_read_date (cell, &self->form.dates, &night) != STN_CSV_CELL_READ)
    return stn_csv_reader_fail (self->reader, error, "'%s' is not a date of the form YYYY-MM-DD",
                                stn_excerpt (cell));
  if (self->night != NULL && stn_date_compare (self->night->key, night) == 0)
    return TRUE;
  if (!end_night (self, error))
    return FALSE;
  stn_date_to_text (night, key);
  if (g_hash_table_lookup_extended (self->lines, key, NULL, &first))
    return stn_csv_reader_fail (self->reader, error,
                                "the night %s is there twice, first in line %u", key,
                                GPOINTER_TO_UINT (first));
  self->line = stn_csv_reader_get_line (self->reader);
  g_hash_table_insert (self->lines, g_strdup (key), GUINT_TO_POINTER (self->line));
  self->night = stn_night_new (night);
  return TRUE;
}

static gboolean
read_episode (Own *self, const char *const *cells, GError **error)
{
  g_autoptr (StnEpisode) episode = stn_episode_new ();
  GError *reason = NULL;

  for (guint i = 0; self->names[i + 1] != NULL; i++)
    if (!stn_csv_take_episode_field (episode, i, cells[i + 1], &reason))
      return fail_as (self, reason, error);
  if (!stn_episode_validate (episode, &reason))
    return fail_as (self, reason, error);
  g_ptr_array_add (self->night->episodes, g_steal_pointer (&episode));
  return TRUE;
}

static gboolean
set_cramps (Own *self, int cramps, GError **error)
{
  if (stn_night_get_state (self->night) != STN_NIGHT_NOT_RECORDED)
    return stn_csv_reader_fail (self->reader, error, "cramps are there twice");
  self->night->no_cramps = cramps == 0;
  for (int i = 0; i < cramps; i++)
    g_ptr_array_add (self->night->episodes, stn_episode_new ());
  return TRUE;
}

/* Cramps come before what is known of the worst of them. */
static gboolean
set_worst (Own *self, const char *item, int value, GError **error)
{
  StnEpisode *worst =
    self->night->episodes->len == 0 ? NULL : g_ptr_array_index (self->night->episodes, 0);

  if (worst == NULL)
    return stn_csv_reader_fail (self->reader, error, "%s without a cramp before it", item);
  if (strcmp (item, "severity") == 0)
    worst->severity = STN_KNOWN_INT (value);
  else
    worst->duration_s = STN_KNOWN_INT (value);
  return TRUE;
}

static StnCsvFactorColumn *
get_factor (Own *self, const char *slug)
{
  StnCsvFactorColumn *factor = g_hash_table_lookup (self->by_slug, slug);

  if (factor != NULL)
    return factor;
  factor = g_new0 (StnCsvFactorColumn, 1);
  factor->column = g_strdup (slug);
  factor->slug = g_strdup (slug);
  factor->kind = STN_FACTOR_BINARY;
  factor->has_entered = TRUE; /* nobody but Stillnight writes these */
  g_ptr_array_add (self->factors, factor);
  g_hash_table_insert (self->by_slug, factor->slug, factor);
  return factor;
}

static gboolean
set_value (Own *self, const char *slug, double value, GError **error)
{
  StnCsvFactorColumn *factor;

  if (stn_night_get_value (self->night, slug) != NULL)
    return stn_csv_reader_fail (self->reader, error, "%s is there twice", slug);
  factor = get_factor (self, slug);
  stn_csv_factor_column_note (factor, value);
  if (value != 0 && value != 1)
    factor->kind = STN_FACTOR_CONTINUOUS;
  stn_night_take_value (self->night, stn_factor_value_new (slug, value, STN_ENTERED_UNKNOWN));
  return TRUE;
}

static gboolean
read_number_item (Own *self, const char *item, const char *cell, GError **error)
{
  static const struct {
    const char *item;
    int max;
  } wholes[] = {{"cramps", STN_EPISODES_MAX},
                {"severity", STN_SEVERITY_MAX},
                {"duration_s", STN_DURATION_MAX_S}};
  double value;

  if (stn_csv_cell_read_number (cell, self->form.decimal,
                                stn_csv_reader_get_delimiter (self->reader),
                                &value) != STN_CSV_CELL_READ)
    return stn_csv_reader_fail (self->reader, error, "%s '%s' is not a number", stn_excerpt (item),
                                stn_excerpt (cell));
  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++) {
    if (strcmp (item, wholes[i].item) != 0)
      continue;
    if (value < 0 || value > wholes[i].max || value != (int) value)
      return stn_csv_reader_fail (self->reader, error, "%s %s is not a whole number from 0 to %d",
                                  item, stn_excerpt (cell), wholes[i].max);
    return i == 0 ? set_cramps (self, (int) value, error)
                  : set_worst (self, item, (int) value, error);
  }
  if (!stn_factor_slug_validate (item, NULL))
    return stn_csv_reader_fail (self->reader, error, "'%s' is no item of an export",
                                stn_excerpt (item));
  return set_value (self, item, value, error);
}

static gboolean
read_item (Own *self, const char *const *cells, GError **error)
{
  const char *item = cells[1], *cell = cells[2];
  const int field = stn_csv_own_sleep_field (item);
  GError *reason = NULL;

  if (strcmp (item, "note") == 0 && self->night->note == NULL) {
    self->night->note = stn_csv_take_text (cell);
    return TRUE;
  }
  if (field >= 0)
    return stn_csv_take_sleep_field (&self->night->sleep, (guint) field, cell, &reason) ||
           fail_as (self, reason, error);
  return read_number_item (self, item, cell, error);
}

static gboolean
read_row (Own *self, const char *const *cells, GError **error)
{
  const guint n_cells = g_strv_length ((char **) cells), n_names = g_strv_length (self->names);

  if (n_cells == 1 && *cells[0] == '\0')
    return TRUE;
  if (n_cells != n_names)
    return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path,
                         stn_csv_reader_get_line (self->reader),
                         "%u cells in this row, %u in the header", n_cells, n_names);
  self->has_rows = TRUE;
  return begin_night (self, cells[0], error) &&
         (self->rows == STN_CSV_ROWS_EPISODES ? read_episode (self, cells, error)
                                              : read_item (self, cells, error));
}

static gboolean
read_rows (Own *self, GError **error)
{
  const char *const *cells;

  do
    if (!stn_csv_reader_next (self->reader, &cells, error) ||
        (cells != NULL && !read_row (self, cells, error)))
      return FALSE;
  while (cells != NULL);
  if (!self->has_rows)
    return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path,
                         stn_csv_reader_get_line (self->reader), "no rows after the header");
  return end_night (self, error);
}

static StnCsvNights *
take_nights (Own *self)
{
  StnCsvNights *nights = g_new0 (StnCsvNights, 1);

  stn_night_pack_sort (self->nights);
  nights->path = g_strdup (self->path);
  nights->uid = stn_uid_new_for ("import", stn_csv_reader_get_digest (self->reader));
  nights->form = self->form;
  nights->form.encoding = stn_csv_reader_get_encoding (self->reader);
  nights->comments = stn_csv_reader_get_comments (self->reader);
  nights->rows = self->rows;
  nights->columns = g_strdupv (self->names);
  nights->wordy = g_new0 (char *, 1);
  nights->date_column = g_strdup (self->names[0]);
  nights->factors = g_steal_pointer (&self->factors);
  nights->nights = g_steal_pointer (&self->nights);
  return nights;
}

StnCsvNights *
stn_csv_own_read (const char *path, const StnCsvHead *head, StnCsvRows rows, GError **error)
{
  g_return_val_if_fail (path != NULL && head != NULL && rows != STN_CSV_ROWS_NIGHTS, NULL);
  g_autoptr (StnCsvReader) reader = stn_csv_head_open (head, path, error);
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) by_slug = g_hash_table_new (g_str_hash, g_str_equal);
  Own self = {.path = path,
              .reader = reader,
              .rows = rows,
              .names = head->names,
              .form = head->form,
              .nights = stn_night_pack_new (),
              .lines = lines,
              .factors =
                g_ptr_array_new_with_free_func ((GDestroyNotify) stn_csv_factor_column_free),
              .by_slug = by_slug};
  StnCsvNights *nights = reader != NULL && read_rows (&self, error) ? take_nights (&self) : NULL;

  g_clear_pointer (&self.night, stn_night_free);
  g_clear_pointer (&self.nights, stn_night_pack_free);
  g_clear_pointer (&self.factors, g_ptr_array_unref);
  return nights;
}
