/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-head.h"
#include "exchange/stn-csv-cell.h"
#include "exchange/stn-csv-error.h"
#include "exchange/stn-csv-heading.h"
#include "exchange/stn-csv-nights.h"

#include <string.h>

const char *const stn_csv_date_names[] = {"date",  "night", "day",   "key", "datum",
                                          "fecha", "nacht", "noche", NULL};

/* How far a file is looked at before it is read. */
#define TOP_RECORDS 20

typedef struct {
  char **cells;
  guint n_cells;
  guint line;
} Record;

/* The first records of a file, cut with one delimiter. */
typedef struct {
  GArray *records; /* (element-type Record) */
  guint width;     /* the number of cells that most of them have */
  guint n_wide;    /* how many have it */
  char delimiter;
} Top;

static void
record_clear (gpointer data)
{
  g_strfreev (((Record *) data)->cells);
}

static void
top_free (Top *self)
{
  g_array_unref (self->records);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Top, top_free)

static const Record *
get_record (const Top *self, guint i)
{
  return &g_array_index (self->records, Record, i);
}

static void
measure (Top *self)
{
  for (guint i = 0; i < self->records->len; i++) {
    guint width = get_record (self, i)->n_cells, n = 0;

    for (guint j = 0; j < self->records->len; j++)
      n += get_record (self, j)->n_cells == width;
    if (n > self->n_wide || (n == self->n_wide && width > self->width)) {
      self->width = width;
      self->n_wide = n;
    }
  }
}

/* A row that cannot be cut ends the top: where the file is read as a whole, it is an error with its line. */
static Top *
read_top (const char *path, const StnCsvForm *form, GBytes *content, GError **error)
{
  g_autoptr (StnCsvReader) reader = stn_csv_reader_open_as (path, form, content, error);
  g_autoptr (Top) self = g_new0 (Top, 1);
  const char *const *cells;

  self->records = g_array_new (FALSE, FALSE, sizeof (Record));
  g_array_set_clear_func (self->records, record_clear);
  if (reader == NULL)
    return NULL;
  while (self->records->len < TOP_RECORDS) {
    Record record;
    GError *reason = NULL;

    if (!stn_csv_reader_next (reader, &cells, &reason)) {
      if (self->records->len == 0) {
        g_propagate_error (error, reason);
        return NULL;
      }
      g_error_free (reason);
      break;
    }
    if (cells == NULL)
      break;
    record.cells = g_strdupv ((char **) cells);
    record.n_cells = g_strv_length (record.cells);
    record.line = stn_csv_reader_get_line (reader);
    g_array_append_val (self->records, record);
  }
  measure (self);
  self->delimiter = stn_csv_reader_get_delimiter (reader);
  return g_steal_pointer (&self);
}

/* Cells that are there by chance, as commas of a title, are not as many in every row. */
static gboolean
is_better (const Top *self, const Top *than)
{
  if ((self->width > 1) != (than->width > 1))
    return self->width > 1;
  if (self->n_wide * than->records->len != than->n_wide * self->records->len)
    return self->n_wide * than->records->len > than->n_wide * self->records->len;
  return self->width > than->width;
}

static gboolean
is_even (const Top *self)
{
  return self->width > 1 && self->n_wide == self->records->len;
}

/* First as the reader takes it, which knows what the file itself says: mostly that is it. */
static Top *
find_top (const char *path, const StnCsvForm *said, GBytes *content, GError **error)
{
  static const char delimiters[] = {',', ';', '\t', '|'};
  Top *best = read_top (path, said, content, error);

  for (guint i = 0;
       best != NULL && !is_even (best) && said->delimiter == '\0' && i < sizeof delimiters; i++) {
    StnCsvForm form = *said;
    Top *other;

    form.delimiter = delimiters[i];
    other = read_top (path, &form, content, NULL);
    if (other != NULL && is_better (other, best)) {
      top_free (best);
      best = other;
    } else
      g_clear_pointer (&other, top_free);
  }
  return best;
}

/* What a cell can be, of those that are not empty. */
typedef gboolean (*CellIs) (const char *cell);

static gboolean
is_date (const char *cell)
{
  StnCsvDates dates = STN_CSV_DATES_AS_FOUND;
  StnDate date;
  int minute;

  return stn_csv_cell_read_moment (cell, &dates, &date, &minute) != STN_CSV_CELL_WRONG;
}

static gboolean
is_time (const char *cell)
{
  int minute;

  return stn_csv_cell_read_time (cell, &minute) != STN_CSV_CELL_WRONG;
}

static gboolean
is_span (const char *cell)
{
  int seconds;

  return stn_csv_cell_read_span (cell, &seconds);
}

/* A note, a time of day: nothing that a factor can hold, nor a number that is mistyped. */
static gboolean
is_words (const char *cell)
{
  return is_time (cell) || (strchr ("+-.,0123456789", *cell) == NULL &&
                            stn_csv_cell_read_answer (cell) == STN_ANSWER_UNKNOWN);
}

static char *
dup_clean (const char *cell)
{
  char *clean = g_strdup (cell);

  stn_csv_cell_clean (clean);
  return clean;
}

static gboolean
has_date (const Record *record)
{
  for (guint i = 0; i < record->n_cells; i++) {
    g_autofree char *cell = dup_clean (record->cells[i]);

    if (is_date (cell))
      return TRUE;
  }
  return FALSE;
}

gboolean
stn_csv_is_date_name (const char *name)
{
  for (guint i = 0; stn_csv_date_names[i] != NULL; i++)
    if (g_ascii_strcasecmp (stn_csv_date_names[i], name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_name (const Record *record, const char *name)
{
  for (guint i = 0; i < record->n_cells; i++) {
    g_autofree char *cell = g_strstrip (g_strdup (record->cells[i]));

    if (name == NULL ? stn_csv_is_date_name (cell) : g_ascii_strcasecmp (cell, name) == 0)
      return TRUE;
  }
  return FALSE;
}

/* The place of the row of names among the records; -1 = there is none. */
static int
find_header (const Top *top, const char *date_name)
{
  for (guint i = 0; i < top->records->len; i++)
    if (has_name (get_record (top, i), date_name) && !has_date (get_record (top, i)))
      return (int) i;
  for (guint i = 0; i < top->records->len; i++)
    if (has_date (get_record (top, i)) && get_record (top, i)->n_cells == top->width)
      return i > 0 && get_record (top, i - 1)->n_cells != top->width ? -1 : (int) i - 1;
  return 0;
}

static int
find_line (const Top *top, guint line)
{
  for (guint i = 0; i < top->records->len; i++)
    if (get_record (top, i)->line == line)
      return (int) i;
  return -1;
}

/* Whether each cell of the column that has anything in it is of that kind, and there is one. */
static gboolean
holds_only (const Top *top, guint from, guint column, CellIs cell_is)
{
  guint n = 0;

  for (guint i = from; i < top->records->len; i++) {
    const Record *record = get_record (top, i);
    g_autofree char *cell = dup_clean (column < record->n_cells ? record->cells[column] : "");

    if (*cell == '\0')
      continue;
    if (!cell_is (cell))
      return FALSE;
    n++;
  }
  return n > 0;
}

/* The one column that holds only dates; where several do, nobody can tell which is meant. */
static char *
find_date_column (const Top *top, int header, char **names)
{
  guint n_found = 0, found = 0;

  for (guint column = 0; names[column] != NULL; column++)
    if (holds_only (top, (guint) (header + 1), column, is_date)) {
      n_found++;
      found = column;
    }
  if (n_found != 1)
    return NULL;
  return *names[found] != '\0' ? g_strdup (names[found]) : stn_csv_column_position_name (found);
}

static gboolean
holds_any (const Top *top, guint from, guint column, CellIs cell_is)
{
  for (guint i = from; i < top->records->len; i++) {
    const Record *record = get_record (top, i);
    g_autofree char *cell = dup_clean (column < record->n_cells ? record->cells[column] : "");

    if (*cell != '\0' && cell_is (cell))
      return TRUE;
  }
  return FALSE;
}

static char *
find_time_column (const Top *top, int header, char **names)
{
  for (guint column = 0; names[column] != NULL; column++)
    if (g_ascii_strcasecmp (names[column], "time") == 0 &&
        holds_only (top, (guint) (header + 1), column, is_time))
      return g_strdup (names[column]);
  return NULL;
}

static char **
make_names (const Top *top, int header)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  if (header >= 0)
    return g_strdupv (get_record (top, (guint) header)->cells);
  for (guint i = 0; i < top->width; i++)
    g_strv_builder_add (names, "");
  return g_strv_builder_end (names);
}

StnCsvHead *
stn_csv_head_read (const char *path, const StnCsvForm *said, const char *date_name, GError **error)
{
  g_return_val_if_fail (path != NULL && said != NULL, NULL);
  g_autoptr (StnCsvHead) self = g_new0 (StnCsvHead, 1);
  g_autoptr (Top) top = NULL;
  int header = -1;

  if (!stn_csv_content_read (path, &self->content, error))
    return NULL;
  top = find_top (path, said, self->content, error);
  if (top == NULL)
    return NULL;
  if (top->records->len == 0) {
    stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, path, 1, "the file is empty");
    return NULL;
  }
  self->form = *said;
  self->form.delimiter = top->delimiter;
  if (said->header_line == 0)
    header = find_header (top, date_name != NULL && *date_name != '\0' ? date_name : NULL);
  else if (said->header_line != STN_CSV_NO_HEADER) {
    header = find_line (top, said->header_line);
    if (header < 0) {
      stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, path, said->header_line,
                    "no row with the names of the columns begins here");
      return NULL;
    }
  }
  self->line = get_record (top, (guint) MAX (header, 0))->line;
  self->form.header_line = header < 0 ? STN_CSV_NO_HEADER : self->line;
  self->names = make_names (top, header);
  self->date_column = find_date_column (top, header, self->names);
  self->time_column = find_time_column (top, header, self->names);
  self->has_words = g_new0 (gboolean, g_strv_length (self->names) + 1);
  self->may_be_note = g_new0 (gboolean, g_strv_length (self->names) + 1);
  self->has_duration = TRUE;
  for (guint i = 0; self->names[i] != NULL; i++) {
    self->has_words[i] = holds_only (top, (guint) (header + 1), i, is_words) &&
                         !(stn_csv_heading_says_hours (self->names[i]) &&
                           holds_only (top, (guint) (header + 1), i, is_span));
    self->may_be_note[i] = holds_any (top, (guint) (header + 1), i, is_words);
  }
  return g_steal_pointer (&self);
}

void
stn_csv_head_free (StnCsvHead *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->content, g_bytes_unref);
  g_strfreev (self->names);
  g_free (self->date_column);
  g_free (self->time_column);
  g_free (self->has_words);
  g_free (self->may_be_note);
  g_free (self);
}

StnCsvReader *
stn_csv_head_open (const StnCsvHead *self, const char *path, GError **error)
{
  g_return_val_if_fail (self != NULL && path != NULL, NULL);
  g_autoptr (StnCsvReader) reader =
    stn_csv_reader_open_as (path, &self->form, self->content, error);
  const char *const *cells;

  if (reader == NULL)
    return NULL;
  while (self->form.header_line != STN_CSV_NO_HEADER &&
         stn_csv_reader_get_line (reader) < self->form.header_line)
    if (!stn_csv_reader_next (reader, &cells, error))
      return NULL;
  return g_steal_pointer (&reader);
}

char *
stn_csv_column_position_name (guint index)
{
  return g_strdup_printf ("column %u", index + 1);
}
