/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-columns.h"
#include "base/stn-text-line.h"
#include "base/stn-uid.h"
#include "exchange/stn-csv-error.h"
#include "exchange/stn-csv-heading.h"
#include "exchange/stn-csv-own.h"
#include "exchange/stn-csv-writer.h"

#include <math.h>
#include <string.h>

#define NAME_MAX_BYTES 200
#define NAMES_SHOWN 12
#define ENTERED_SUFFIX ":entered"

/* What a column is taken for when nobody says, by order of preference. */
static const char *const cramps_names[] = {"cramps",       "cramp",     "krämpfe",
                                           "wadenkrämpfe", "calambres", NULL};
/* Of whom it is not known what they count: behind a column that speaks of cramps. */
static const char *const event_names[] = {"episodes", "events", "event", NULL};
static const char *const severity_names[] = {"severity", "stärke", "intensidad", NULL};
static const struct {
  const char *name;
  int unit_s;
} durations[] = {{"duration_s", 1}, {"duration_min", 60}, {"duration", 60}};

/* Words of whoever writes a line beside the numbers. "Note" is a mark at school as well: without words it is none of these. */
static const char *const note_names[] = {
  "note",          "notes",       "comment",     "comments",     "remark",      "remarks",
  "notiz",         "notizen",     "bemerkung",   "bemerkungen",  "anmerkung",   "anmerkungen",
  "kommentar",     "kommentare",  "nota",        "notas",        "comentario",  "comentarios",
  "observaciones", "observación", "commentaire", "commentaires", "remarque",    "remarques",
  "opmerking",     "opmerkingen", "comentários", "comentário",   "observações", NULL};

/* The header being given its uses. */
typedef struct {
  const char *path;
  guint line;
  const StnCsvHead *head;
  GPtrArray *columns; /* (element-type StnCsvColumn) */
  const StnCsvMapping *mapping;
} Header;

static void
column_free (StnCsvColumn *self)
{
  if (self->use == STN_CSV_USE_FACTOR)
    stn_csv_factor_column_free (self->factor);
  g_free (self->name);
  g_free (self->folded);
  g_free (self->slug);
  g_free (self);
}

void
stn_csv_factor_column_free (StnCsvFactorColumn *self)
{
  if (self == NULL)
    return;
  g_free (self->column);
  g_free (self->slug);
  g_free (self->unit);
  g_free (self);
}

void
stn_csv_factor_column_note (StnCsvFactorColumn *self, double value)
{
  g_return_if_fail (self != NULL);
  self->min = self->n_values == 0 ? value : MIN (self->min, value);
  self->max = self->n_values == 0 ? value : MAX (self->max, value);
  if (value != trunc (value))
    self->broken = STN_KNOWN_REAL (value);
  self->n_values++;
}

/* The same for a name in any case, with letters and their marks in one piece or in two. */
static char *
fold (const char *name)
{
  g_autofree char *composed = g_utf8_normalize (name, -1, G_NORMALIZE_NFC);

  return g_utf8_casefold (composed != NULL ? composed : name, -1);
}

/* A name as it is written; else the first one that differs in case only. */
static StnCsvColumn *
find (const Header *self, const char *name)
{
  g_autofree char *folded = fold (name);
  StnCsvColumn *found = NULL;

  for (guint i = 0; *name != '\0' && i < self->columns->len; i++) {
    StnCsvColumn *column = g_ptr_array_index (self->columns, i);

    if (column->name == NULL)
      continue;
    if (g_str_equal (column->name, name))
      return column;
    if (found == NULL && g_str_equal (column->folded, folded))
      found = column;
  }
  return found;
}

static char *
list_names (const GPtrArray *columns)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < columns->len && i < NAMES_SHOWN; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            stn_excerpt (((StnCsvColumn *) g_ptr_array_index (columns, i))->name));
  if (columns->len > NAMES_SHOWN)
    g_string_append (names, ", ...");
  return g_string_free (names, FALSE);
}

/* A name that a spreadsheet would have run as a formula was written with an apostrophe before it. One that it broke into
 * lines is one line here: it is shown in the middle of sentences. */
static char *
read_name (const char *cell)
{
  gboolean is_guarded = cell[0] == '\'' && stn_csv_is_formula (cell + 1);
  GString *name = g_string_new (NULL);

  for (const char *p = is_guarded ? cell + 1 : cell; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    g_string_append_unichar (name, g_unichar_iscntrl (c) || g_unichar_isspace (c) ? ' ' : c);
  }
  return g_strstrip (g_string_free (name, FALSE));
}

static void
set_name (StnCsvColumn *column, char *name)
{
  column->folded = fold (name);
  column->name = name;
}

/* What has no name is called by its place, behind those that have one. */
static void
name_by_position (Header *self)
{
  for (guint i = 0; i < self->columns->len; i++) {
    StnCsvColumn *column = g_ptr_array_index (self->columns, i);
    g_autofree char *name = stn_csv_column_position_name (i);

    for (guint n = 2; column->name == NULL; n++) {
      if (find (self, name) == NULL)
        set_name (column, g_steal_pointer (&name));
      else {
        g_free (name);
        name = g_strdup_printf ("column %u (%u)", i + 1, n);
      }
    }
  }
}

static gboolean
read_names (Header *self, GError **error)
{
  for (guint i = 0; self->head->names[i] != NULL; i++) {
    g_autofree char *name = read_name (self->head->names[i]);
    StnCsvColumn *column;

    if (strlen (name) > NAME_MAX_BYTES)
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path, self->line,
                           "the name of column %u is longer than %d bytes", i + 1, NAME_MAX_BYTES);
    column = find (self, name);
    if (column != NULL && g_str_equal (column->name, name))
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_MAPPING, self->path, self->line,
                           "two columns are called '%s'", stn_excerpt (name));
    column = g_new0 (StnCsvColumn, 1);
    g_ptr_array_add (self->columns, column);
    column->has_words = self->head->has_words[i];
    column->is_named = *name != '\0';
    if (column->is_named)
      set_name (column, g_steal_pointer (&name));
  }
  name_by_position (self);
  return TRUE;
}

static gboolean
find_named (const Header *self, const char *name, StnCsvColumn **ret_column, GError **error)
{
  g_autofree char *one_line = read_name (name);
  StnCsvColumn *column = find (self, one_line);

  if (column == NULL) {
    g_autofree char *names = list_names (self->columns);

    return stn_csv_fail (error, STN_EXCHANGE_ERROR_MAPPING, self->path, self->line,
                         "there is no column '%s'; the columns are: %s", stn_excerpt (name), names);
  }
  if (column->use != STN_CSV_USE_NOTHING)
    return stn_csv_fail (error, STN_EXCHANGE_ERROR_MAPPING, self->path, self->line,
                         "column '%s' cannot have two uses", stn_excerpt (name));
  *ret_column = column;
  return TRUE;
}

/* NULL = nothing is said, "" = there is no such column. */
static gboolean
assign_said (Header *self, StnCsvUse use, const char *name, GError **error)
{
  StnCsvColumn *column;

  if (name == NULL || *name == '\0')
    return TRUE;
  if (!find_named (self, name, &column, error))
    return FALSE;
  column->use = use;
  return TRUE;
}

static void
assign_known (Header *self, StnCsvUse use, const char *said, const char *const *known)
{
  for (; said == NULL && *known != NULL; known++) {
    StnCsvColumn *column = find (self, *known);

    if (column != NULL && column->use == STN_CSV_USE_NOTHING) {
      column->use = use;
      return;
    }
  }
}

/* Whether the words of a heading say so. A factor of ours says beside it when it was entered, and is one whatever it is called. */
static gboolean
is_worded (const Header *self, const StnCsvColumn *column, StnCsvHeading what)
{
  g_autofree char *entered = g_strconcat (column->name, ENTERED_SUFFIX, NULL);

  return column->is_named && stn_csv_heading_says (column->folded, what) &&
         find (self, entered) == NULL;
}

/* The one column whose heading says so; of two nobody can tell which is meant. */
static void
assign_worded (Header *self, StnCsvUse use, const char *said, StnCsvHeading what)
{
  StnCsvColumn *found = NULL;
  guint n = 0;

  if (said != NULL || stn_csv_columns_find_use (self->columns, use) != NULL)
    return;
  for (guint i = 0; i < self->columns->len; i++) {
    StnCsvColumn *column = g_ptr_array_index (self->columns, i);

    if (column->use == STN_CSV_USE_NOTHING && is_worded (self, column, what)) {
      found = column;
      n++;
    }
  }
  if (n == 1)
    found->use = use;
}

/* What its cells show a column to be. */
static void
assign_found (Header *self, StnCsvUse use, const char *said, const char *found)
{
  if (said == NULL && found != NULL)
    assign_known (self, use, NULL, (const char *const[]){found, NULL});
}

/* A factor called like a column with another meaning would not come back from an export as what it is. */
static gboolean
is_reserved (const char *slug)
{
  static const char *const reserved[] = {"date", "cramps", "severity", "note", NULL};
  gboolean found = g_strv_contains (reserved, slug);

  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    found |= g_str_equal (durations[i].name, slug);
  return found;
}

/* "Sleep hours (h)" -> "sleep-hours-h". Of a name in another script nothing is left: it gets one that stays the same. */
static char *
slug_of (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_autofree char *ascii = g_str_to_ascii (lower, "C");
  GString *slug;

  if (stn_factor_slug_validate (lower, NULL))
    return g_steal_pointer (&lower);
  slug = g_string_new (NULL);
  for (const char *p = ascii; *p != '\0'; p++) {
    if (g_ascii_isalnum (*p) || *p == '_' || *p == '.')
      g_string_append_c (slug, g_ascii_tolower (*p));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  }
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0) {
    g_autofree char *uid = stn_uid_new_for ("column", lower);

    g_string_printf (slug, "column-%.8s", uid);
  }
  return g_string_free (slug, FALSE);
}

/* @slug (taken), or the first of @slug-2, @slug-3, ... that no column has or would have by its name. */
static char *
free_slug (char *slug, GHashTable *names, GHashTable *taken)
{
  char *numbered = NULL;

  if (!is_reserved (slug) && !g_hash_table_contains (taken, slug))
    return slug;
  for (guint n = 2; numbered == NULL; n++) {
    numbered = g_strdup_printf ("%s-%u", slug, n);
    if (g_hash_table_contains (names, numbered) || g_hash_table_contains (taken, numbered))
      g_clear_pointer (&numbered, g_free);
  }
  g_free (slug);
  return numbered;
}

/*
 * What each column would be called as a factor. It follows from the header alone, not from what is chosen of it: a file that is
 * imported again, in another way, fills the same factors.
 */
static void
name_factors (Header *self)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->columns->len; i++)
    g_hash_table_add (names,
                      slug_of (((StnCsvColumn *) g_ptr_array_index (self->columns, i))->name));
  for (guint i = 0; i < self->columns->len; i++) {
    StnCsvColumn *column = g_ptr_array_index (self->columns, i);

    column->slug = free_slug (slug_of (column->name), names, taken);
    g_hash_table_add (taken, column->slug);
  }
}

static void
make_factor (StnCsvColumn *column, const StnCsvFactorMapping *said)
{
  column->factor = g_new0 (StnCsvFactorColumn, 1);
  column->factor->column = g_strdup (column->name);
  column->factor->slug = g_strdup (column->slug);
  column->factor->kind_is_given = said != NULL && said->kind != 0;
  column->factor->kind = column->factor->kind_is_given ? said->kind : STN_FACTOR_BINARY;
  column->use = STN_CSV_USE_FACTOR;
}

static gboolean
assign_named_factors (Header *self, GError **error)
{
  for (guint i = 0; i < self->mapping->factors->len; i++) {
    const StnCsvFactorMapping *said = g_ptr_array_index (self->mapping->factors, i);
    StnCsvColumn *column;

    if (!find_named (self, said->column, &column, error))
      return FALSE;
    make_factor (column, said);
  }
  return TRUE;
}

static gboolean
assign_skipped (Header *self, GError **error)
{
  for (guint i = 0; i < self->mapping->skipped->len; i++) {
    StnCsvColumn *column;

    if (!find_named (self, g_ptr_array_index (self->mapping->skipped, i), &column, error))
      return FALSE;
    column->use = STN_CSV_USE_SKIPPED;
  }
  return TRUE;
}

static void
assign_sleep (Header *self)
{
  for (guint i = 0; i < self->columns->len; i++) {
    StnCsvColumn *column = g_ptr_array_index (self->columns, i);
    const int field = stn_csv_own_sleep_field (column->name);

    if (field < 0 || column->use != STN_CSV_USE_NOTHING)
      continue;
    column->use = STN_CSV_USE_SLEEP;
    column->sleep_field = (guint) field;
  }
}

static guint
place_of (const Header *self, const StnCsvColumn *column)
{
  guint place = 0;

  g_ptr_array_find (self->columns, column, &place);
  return place;
}

/* One column is the note: the first that is called so and has words; others that are called so are no factors while they have any. */
static void
assign_note (Header *self)
{
  const char *said = self->mapping->note_column;
  StnCsvColumn *last = g_ptr_array_index (self->columns, self->columns->len - 1);

  if (said != NULL)
    return;
  if (last->use == STN_CSV_USE_NOTHING &&
      stn_csv_own_has_note ((const char *const *) self->head->names)) {
    last->use = STN_CSV_USE_NOTE;
    last->is_own_note = TRUE;
    return;
  }
  for (guint i = 0; note_names[i] != NULL; i++) {
    StnCsvColumn *column = find (self, note_names[i]);

    if (column == NULL || column->use != STN_CSV_USE_NOTHING)
      continue;
    if (!self->head->may_be_note[place_of (self, column)])
      column->may_be_note = TRUE;
    else if (stn_csv_columns_find_use (self->columns, STN_CSV_USE_NOTE) == NULL)
      column->use = STN_CSV_USE_NOTE;
    else
      column->has_words = TRUE;
  }
}

/* Of a name that does not say seconds the cells may show that it is of something else. */
static void
assign_duration (Header *self)
{
  for (guint i = 0; i < (self->head->has_duration ? G_N_ELEMENTS (durations) : 1); i++) {
    StnCsvColumn *column = find (self, durations[i].name);

    if (column != NULL && column->use == STN_CSV_USE_NOTHING) {
      column->use = STN_CSV_USE_DURATION;
      column->unit_s = durations[i].unit_s;
      return;
    }
  }
}

static gboolean
is_entered_column (const StnCsvColumn *column)
{
  gsize length = strlen (column->name), suffix = strlen (ENTERED_SUFFIX);

  return length > suffix &&
         g_ascii_strcasecmp (column->name + length - suffix, ENTERED_SUFFIX) == 0;
}

gboolean
stn_csv_column_may_be_factor (const StnCsvColumn *column)
{
  return column->use == STN_CSV_USE_NOTHING && !is_entered_column (column);
}

static void
assign_other_factors (Header *self)
{
  for (guint i = 0; i < self->columns->len; i++) {
    StnCsvColumn *column = g_ptr_array_index (self->columns, i);

    if (column->is_named && !column->has_words && stn_csv_column_may_be_factor (column))
      make_factor (column, NULL);
  }
}

static gboolean
assign_entered (Header *self, GError **error)
{
  for (guint i = 0; i < self->columns->len; i++) {
    StnCsvColumn *column = g_ptr_array_index (self->columns, i);

    if (column->use != STN_CSV_USE_NOTHING || !is_entered_column (column))
      continue;
    g_autofree char *of = g_strndup (column->name, strlen (column->name) - strlen (ENTERED_SUFFIX));
    StnCsvColumn *factor = find (self, of);

    if (factor != NULL && factor->use == STN_CSV_USE_FACTOR && !factor->factor->has_entered) {
      column->use = STN_CSV_USE_ENTERED;
      column->factor = factor->factor;
      column->factor->has_entered = TRUE;
    } else if (self->mapping->all_factors && (factor == NULL || factor->use != STN_CSV_USE_SKIPPED))
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_MAPPING, self->path, self->line,
                           "column '%s' has no factor column '%s' beside it",
                           stn_excerpt (column->name), of);
  }
  return TRUE;
}

static gboolean
has_one_meaning (const StnCsvColumn *column)
{
  switch (column->use) {
  case STN_CSV_USE_DATE:
  case STN_CSV_USE_TIME:
  case STN_CSV_USE_CRAMPS:
  case STN_CSV_USE_SEVERITY:
  case STN_CSV_USE_DURATION:
  case STN_CSV_USE_NOTE:
    return TRUE;
  case STN_CSV_USE_NOTHING:
  case STN_CSV_USE_FACTOR:
  case STN_CSV_USE_ENTERED:
  case STN_CSV_USE_SLEEP:
  case STN_CSV_USE_SKIPPED:
    break;
  }
  return FALSE;
}

/* A column with a meaning of its own and one that differs from it in case only: nobody can tell which is meant. */
static gboolean
check_twins (const Header *self, GError **error)
{
  for (guint i = 0; i < self->columns->len; i++) {
    const StnCsvColumn *column = g_ptr_array_index (self->columns, i);

    for (guint j = 0; has_one_meaning (column) && j < self->columns->len; j++) {
      const StnCsvColumn *other = g_ptr_array_index (self->columns, j);

      if (j != i && g_str_equal (column->folded, other->folded))
        return stn_csv_fail (error, STN_EXCHANGE_ERROR_MAPPING, self->path, self->line,
                             "two columns are called '%s'", stn_excerpt (column->name));
    }
  }
  return TRUE;
}

/* What is said by name goes before what is guessed. */
static gboolean
assign_all (Header *self, GError **error)
{
  const StnCsvMapping *said = self->mapping;

  if (!assign_named_factors (self, error) || !assign_skipped (self, error) ||
      !assign_said (self, STN_CSV_USE_DATE, said->date_column, error) ||
      !assign_said (self, STN_CSV_USE_TIME, said->time_column, error) ||
      !assign_said (self, STN_CSV_USE_CRAMPS, said->cramps_column, error) ||
      !assign_said (self, STN_CSV_USE_SEVERITY, said->severity_column, error) ||
      !assign_said (self, STN_CSV_USE_NOTE, said->note_column, error))
    return FALSE;
  assign_known (self, STN_CSV_USE_DATE, said->date_column, stn_csv_date_names);
  if (stn_csv_columns_find_use (self->columns, STN_CSV_USE_DATE) == NULL)
    assign_found (self, STN_CSV_USE_DATE, said->date_column, self->head->date_column);
  assign_worded (self, STN_CSV_USE_DATE, said->date_column, STN_CSV_HEADING_DATE);
  assign_found (self, STN_CSV_USE_TIME, said->time_column, self->head->time_column);
  assign_known (self, STN_CSV_USE_CRAMPS, said->cramps_column, cramps_names);
  assign_worded (self, STN_CSV_USE_CRAMPS, said->cramps_column, STN_CSV_HEADING_CRAMPS);
  if (stn_csv_columns_find_use (self->columns, STN_CSV_USE_CRAMPS) == NULL)
    assign_known (self, STN_CSV_USE_CRAMPS, said->cramps_column, event_names);
  assign_known (self, STN_CSV_USE_SEVERITY, said->severity_column, severity_names);
  assign_worded (self, STN_CSV_USE_SEVERITY, said->severity_column, STN_CSV_HEADING_SEVERITY);
  assign_duration (self);
  assign_sleep (self);
  assign_note (self);
  if (said->all_factors)
    assign_other_factors (self);
  return assign_entered (self, error) && check_twins (self, error);
}

GPtrArray *
stn_csv_columns_new (const char *path,
                     const StnCsvHead *head,
                     const StnCsvMapping *mapping,
                     GError **error)
{
  g_return_val_if_fail (path != NULL && head != NULL && mapping != NULL, NULL);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  Header self = {path, head->line, head, columns, mapping};

  if (!read_names (&self, error))
    return NULL;
  name_factors (&self);
  if (!assign_all (&self, error))
    return NULL;
  return g_steal_pointer (&columns);
}

const StnCsvColumn *
stn_csv_columns_find_use (const GPtrArray *columns, StnCsvUse use)
{
  for (guint i = 0; i < columns->len; i++) {
    const StnCsvColumn *column = g_ptr_array_index (columns, i);

    if (column->use == use)
      return column;
  }
  return NULL;
}

static gboolean
check_date (const Header *self, GError **error)
{
  if (stn_csv_columns_find_use (self->columns, STN_CSV_USE_DATE) != NULL)
    return TRUE;

  g_autofree char *names = list_names (self->columns);
  g_autofree char *known = g_strjoinv (", ", (char **) stn_csv_date_names);

  return stn_csv_fail (error, STN_EXCHANGE_ERROR_NO_DATE, self->path, self->line,
                       "no date column: none of the columns (%s) is called one of: %s", names,
                       known);
}

/* Whether somebody said what it is, or it is found. */
static gboolean
is_told (const Header *self, const StnCsvColumn *column)
{
  for (guint i = 0; i < self->mapping->factors->len; i++) {
    const StnCsvFactorMapping *said = g_ptr_array_index (self->mapping->factors, i);

    if (find (self, said->column) == column)
      return TRUE;
  }
  return column->use != STN_CSV_USE_NOTHING && column->use != STN_CSV_USE_FACTOR;
}

/* Cramps that were read as a factor would leave every night without an answer. */
static gboolean
check_cramps (const Header *self, GError **error)
{
  if (self->mapping->cramps_column != NULL ||
      stn_csv_columns_find_use (self->columns, STN_CSV_USE_CRAMPS) != NULL)
    return TRUE;
  for (guint i = 0; i < self->columns->len; i++) {
    const StnCsvColumn *column = g_ptr_array_index (self->columns, i);
    g_autofree char *entered = g_strconcat (column->name, ENTERED_SUFFIX, NULL);

    if (!is_told (self, column) && !is_entered_column (column) && find (self, entered) == NULL &&
        stn_csv_heading_speaks_of_cramps (column->folded))
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_NO_CRAMPS, self->path, self->line,
                           "column '%s' speaks of cramps, but it is not clear which column says "
                           "how many there were",
                           stn_excerpt (column->name));
  }
  return TRUE;
}

static gboolean
check_severity (const Header *self, GError **error)
{
  const StnCsvColumn *first = NULL;

  if (self->mapping->severity_column != NULL ||
      stn_csv_columns_find_use (self->columns, STN_CSV_USE_SEVERITY) != NULL)
    return TRUE;
  for (guint i = 0; i < self->columns->len; i++) {
    const StnCsvColumn *column = g_ptr_array_index (self->columns, i);

    if (is_told (self, column) || !is_worded (self, column, STN_CSV_HEADING_SEVERITY))
      continue;
    if (first != NULL)
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_TWO_SEVERITIES, self->path, self->line,
                           "'%s' and '%s' can both be how bad the cramps were",
                           stn_excerpt (first->name), stn_excerpt (column->name));
    first = column;
  }
  return TRUE;
}

gboolean
stn_csv_columns_check (GPtrArray *columns,
                       const StnCsvHead *head,
                       const StnCsvMapping *mapping,
                       const char *path,
                       GError **error)
{
  g_return_val_if_fail (columns != NULL && head != NULL && mapping != NULL, FALSE);
  const Header self = {path, head->line, head, columns, mapping};

  return check_date (&self, error) && check_cramps (&self, error) && check_severity (&self, error);
}

char *
stn_csv_columns_dup_name (const GPtrArray *columns, StnCsvUse use)
{
  const StnCsvColumn *column = stn_csv_columns_find_use (columns, use);

  return column == NULL ? NULL : g_strdup (column->name);
}
