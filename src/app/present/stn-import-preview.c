/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-import-preview.h"

#include "base/stn-night-key.h"
#include "diary/stn-import-choices.h"
#include "exchange/stn-csv-preview.h"
#include "exchange/stn-json-rows.h"
#include "present/stn-import-order.h"

#include <glib/gi18n.h>

#define ROWS_SHOWN 5

struct _StnImportPreview {
  GObject parent_instance;

  StnDiaryClient *client;
  char *path;
  char *name;

  StnCsvPreview *file; /* NULL until loaded, or when the file cannot be read */
  int roles[STN_IMPORT_ROLES];
  StnImportKind *kinds; /* one per column */
  gboolean replace;
  gboolean is_joined;
  StnCsvForm form;   /* as said */
  char *shape;       /* of the columns as they were first found */
  GVariant *choices; /* of before, until they are made again */
  int day_change_min;

  GCancellable *check; /* the check under way, or NULL */
  char *error;
  StnImportQuestion question;
  StnCsvNights *nights;
  StnImportReport *report;
  StnJoinReport *joined;

  GCancellable *import; /* the import under way, or NULL */
  StnImportDone *done;  /* how far it is */
};

/* What was chosen, as it is kept in the diary: the form, the place of each role's column, and what each column is read as. */
#define CHOICES_TYPE G_VARIANT_TYPE ("((uyuuuu)aiai)")

enum { SIGNAL_LOADED, SIGNAL_CHECKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StnImportPreview, stn_import_preview, G_TYPE_OBJECT)

static gboolean
column_is (const char *column, const char *name)
{
  return name && strcmp (column, name) == 0;
}

/* Lists of column names are short, and names are unique. */
static int
find_column (StnImportPreview *self, const char *name)
{
  for (int i = 0; self->file->columns[i]; i++) {
    if (column_is (self->file->columns[i], name))
      return i;
  }
  return STN_IMPORT_NO_COLUMN;
}

/* The name for a mapping: "" says that there is none. */
static char *
role_name (StnImportPreview *self, StnImportRole role)
{
  int column = self->roles[role];

  return g_strdup (column == STN_IMPORT_NO_COLUMN ? "" : self->file->columns[column]);
}

static StnFactorKind
factor_kind (StnImportKind kind)
{
  switch (kind) {
  case STN_IMPORT_BINARY:
    return STN_FACTOR_BINARY;
  case STN_IMPORT_COUNT:
    return STN_FACTOR_COUNT;
  case STN_IMPORT_SCALE:
    return STN_FACTOR_SCALE;
  case STN_IMPORT_CONTINUOUS:
    return STN_FACTOR_CONTINUOUS;
  case STN_IMPORT_FOUND:
  case STN_IMPORT_LEFT_OUT:
    break;
  }
  return 0;
}

static char *
print_choices (StnImportPreview *self)
{
  const StnCsvForm *form = &self->form;
  GVariantBuilder kinds;
  g_autoptr (GVariant) choices = NULL;

  g_variant_builder_init (&kinds, G_VARIANT_TYPE ("ai"));
  for (guint i = 0; self->file->columns[i]; i++)
    g_variant_builder_add (&kinds, "i", (gint32) self->kinds[i]);
  choices = g_variant_ref_sink (
    g_variant_new ("((uyuuuu)@aiai)", (guint32) form->encoding, (guchar) form->delimiter,
                   (guint32) form->header_line, (guint32) form->dates, (guint32) form->decimal,
                   (guint32) form->night_of,
                   g_variant_new_fixed_array (G_VARIANT_TYPE_INT32, self->roles, STN_IMPORT_ROLES,
                                              sizeof (gint32)),
                   &kinds));
  return g_variant_print (choices, FALSE);
}

static StnCsvMapping *
make_mapping (StnImportPreview *self)
{
  StnCsvMapping *mapping = stn_csv_mapping_new ();

  mapping->form = self->form;
  /* Where the names stand was found; in a file without them columns are chosen by their place. */
  if (mapping->form.header_line == 0)
    mapping->form.header_line = self->file->form.header_line;
  mapping->day_change_min = self->day_change_min;
  mapping->shape = g_strdup (self->shape);
  mapping->choices = print_choices (self);
  mapping->date_column = role_name (self, STN_IMPORT_DATE);
  mapping->time_column = role_name (self, STN_IMPORT_TIME);
  mapping->cramps_column = role_name (self, STN_IMPORT_CRAMPS);
  mapping->severity_column = role_name (self, STN_IMPORT_SEVERITY);
  mapping->note_column = role_name (self, STN_IMPORT_NOTE);
  mapping->all_factors = FALSE;
  for (guint i = 0; self->file->columns[i]; i++) {
    StnCsvFactorMapping *factor;

    if (!stn_import_preview_may_be_factor (self, i) || self->kinds[i] == STN_IMPORT_LEFT_OUT)
      continue;
    factor = g_new0 (StnCsvFactorMapping, 1);
    factor->column = g_strdup (self->file->columns[i]);
    factor->kind = factor_kind (self->kinds[i]);
    g_ptr_array_add (mapping->factors, factor);
  }
  return mapping;
}

/* @cancellable: what ends it before it is done. */
static StnImportOrder *
make_order (StnImportPreview *self, gboolean dry_run, GCancellable *cancellable)
{
  StnImportFlags flags =
    (self->replace ? STN_IMPORT_REPLACE : STN_IMPORT_FILL) | (dry_run ? STN_IMPORT_DRY_RUN : 0);

  return stn_import_order_new (self->path, self->is_joined ? NULL : make_mapping (self), flags,
                               cancellable);
}

/* Messages begin with the path; the folder says nothing to a person who has just chosen the file. */
static char *
shorten (StnImportPreview *self, const char *message)
{
  g_autofree char *shown = g_filename_display_name (self->path);

  if (g_str_has_prefix (message, shown))
    return g_strconcat (self->name, message + strlen (shown), NULL);
  return g_strdup (message);
}

static StnImportQuestion
question_of (const GError *error)
{
  if (g_error_matches (error, STN_EXCHANGE_ERROR, STN_EXCHANGE_ERROR_UNCLEAR_DATE))
    return STN_IMPORT_QUESTION_DATES;
  if (g_error_matches (error, STN_EXCHANGE_ERROR, STN_EXCHANGE_ERROR_UNCLEAR_NUMBER))
    return STN_IMPORT_QUESTION_DECIMAL;
  return STN_IMPORT_QUESTION_NONE;
}

static void
forget_outcome (StnImportPreview *self)
{
  self->question = STN_IMPORT_QUESTION_NONE;
  g_clear_pointer (&self->error, g_free);
  g_clear_pointer (&self->nights, stn_csv_nights_free);
  g_clear_pointer (&self->report, stn_import_report_free);
  g_clear_pointer (&self->joined, stn_join_report_free);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnImportPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  StnImportOutcome *outcome =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the meaning was changed meanwhile: another check is under way */
  g_clear_object (&self->check);
  forget_outcome (self);
  if (outcome) {
    self->nights = g_steal_pointer (&outcome->nights);
    self->report = g_steal_pointer (&outcome->report);
    self->joined = g_steal_pointer (&outcome->joined);
    stn_import_outcome_free (outcome);
  } else {
    self->error = shorten (self, error->message);
    self->question = question_of (error);
  }
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
}

static void
check (StnImportPreview *self)
{
  g_cancellable_cancel (self->check);
  g_clear_object (&self->check);
  self->check = g_cancellable_new ();
  stn_diary_client_run (self->client, stn_import_order_work, make_order (self, TRUE, self->check),
                        stn_import_order_free, (GDestroyNotify) stn_import_outcome_free,
                        self->check, checked_cb, g_object_ref (self));
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
}

/* Loading */

typedef struct {
  char *path;
  StnCsvForm form;
} Question;

/* @file: NULL of a file that is joined. */
typedef struct {
  StnCsvPreview *file;
  char *shape;
  char *choices;
  int day_change_min;
} Loaded;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->path);
  g_free (question);
}

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  g_clear_pointer (&loaded->file, stn_csv_preview_free);
  g_free (loaded->shape);
  g_free (loaded->choices);
  g_free (loaded);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static gpointer
load_work (StnDiary *diary, gpointer data, GError **error)
{
  const Question *question = data;
  g_autoptr (Loaded) loaded = g_new0 (Loaded, 1);

  if (stn_json_rows_is_json (question->path) || stn_diary_join_is_diary (question->path))
    return g_steal_pointer (&loaded);
  loaded->file = stn_csv_preview_read (question->path, &question->form, ROWS_SHOWN, error);
  if (loaded->file == NULL)
    return NULL;
  loaded->shape = stn_csv_shape ((const char *const *) loaded->file->columns);
  loaded->choices = stn_import_choices_get (diary, loaded->shape, error);
  if (loaded->choices == NULL || !stn_diary_get_day_change (diary, &loaded->day_change_min, error))
    return NULL;
  return g_steal_pointer (&loaded);
}

static gboolean
needs_other_columns (const StnCsvForm *form, const StnCsvForm *than)
{
  return form->encoding != than->encoding || form->delimiter != than->delimiter ||
         form->header_line != than->header_line;
}

static void load (StnImportPreview *self);

static void
take_found (StnImportPreview *self)
{
  g_free (self->kinds);
  self->kinds = g_new0 (StnImportKind, g_strv_length (self->file->columns));
  for (guint i = 0; self->file->columns[i]; i++)
    if (g_strv_contains ((const char *const *) self->file->offered, self->file->columns[i]) ||
        column_is (self->file->columns[i], self->file->note_column))
      self->kinds[i] = STN_IMPORT_LEFT_OUT;
  self->roles[STN_IMPORT_DATE] = find_column (self, self->file->date_column);
  self->roles[STN_IMPORT_TIME] = find_column (self, self->file->time_column);
  self->roles[STN_IMPORT_CRAMPS] = find_column (self, self->file->cramps_column);
  self->roles[STN_IMPORT_SEVERITY] = find_column (self, self->file->severity_column);
  self->roles[STN_IMPORT_NOTE] = find_column (self, self->file->note_column);
}

/* The form of before; what another program wrote there is looked at like a file. */
static StnCsvForm
get_chosen_form (GVariant *choices)
{
  guint32 encoding, header_line, dates, decimal, night_of;
  guchar delimiter;

  g_variant_get_child (choices, 0, "(uyuuuu)", &encoding, &delimiter, &header_line, &dates,
                       &decimal, &night_of);
  return (StnCsvForm){
    .encoding = (StnCsvEncoding) MIN (encoding, STN_CSV_ENCODING_WINDOWS_1252),
    .delimiter = g_ascii_isprint (delimiter) || delimiter == '\t' ? (char) delimiter : '\0',
    .header_line = header_line,
    .dates = (StnCsvDates) MIN (dates, STN_CSV_DATES_MONTH_FIRST),
    .decimal = (StnCsvDecimal) MIN (decimal, STN_CSV_DECIMAL_COMMA),
    .night_of = (StnCsvNightOf) MIN (night_of, STN_CSV_NIGHT_OF_MORNING),
  };
}

static void
take_chosen_columns (StnImportPreview *self, GVariant *choices)
{
  g_autoptr (GVariant) roles = g_variant_get_child_value (choices, 1);
  g_autoptr (GVariant) kinds = g_variant_get_child_value (choices, 2);
  int n_columns = (int) g_strv_length (self->file->columns);

  /* Before there were notes there was one role less. */
  if (g_variant_n_children (roles) > STN_IMPORT_ROLES ||
      (int) g_variant_n_children (kinds) != n_columns)
    return;
  for (guint i = 0; i < g_variant_n_children (roles); i++) {
    gint32 column;

    g_variant_get_child (roles, i, "i", &column);
    self->roles[i] = CLAMP (column, STN_IMPORT_NO_COLUMN, n_columns - 1);
  }
  for (int i = 0; i < n_columns; i++) {
    gint32 kind;

    g_variant_get_child (kinds, (gsize) i, "i", &kind);
    self->kinds[i] = (StnImportKind) CLAMP (kind, STN_IMPORT_FOUND, STN_IMPORT_LEFT_OUT);
  }
}

/* Only the first look at a file finds what was chosen before: then nobody has said anything yet. */
static void
take_loaded (StnImportPreview *self, Loaded *loaded)
{
  g_clear_pointer (&self->file, stn_csv_preview_free);
  self->file = g_steal_pointer (&loaded->file);
  self->day_change_min = loaded->day_change_min;
  take_found (self);
  if (self->shape == NULL) {
    self->shape = g_steal_pointer (&loaded->shape);
    self->choices = g_variant_parse (CHOICES_TYPE, loaded->choices, NULL, NULL, NULL);
    if (self->choices != NULL)
      self->form = get_chosen_form (self->choices);
  }
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnImportPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  Loaded *answer = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  g_autoptr (Loaded) loaded = answer;
  gboolean is_first = self->shape == NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->check);
  forget_outcome (self);
  if (loaded == NULL) {
    g_clear_pointer (&self->file, stn_csv_preview_free);
    self->error = shorten (self, error->message);
    g_signal_emit (self, signals[SIGNAL_LOADED], 0);
    return;
  }
  self->is_joined = loaded->file == NULL;
  if (!self->is_joined)
    take_loaded (self, loaded);
  if (is_first && needs_other_columns (&self->form, &(StnCsvForm){0})) {
    load (self);
    return;
  }
  if (self->choices != NULL)
    take_chosen_columns (self, self->choices);
  g_clear_pointer (&self->choices, g_variant_unref);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
  check (self);
}

static void
load (StnImportPreview *self)
{
  Question *question = g_new0 (Question, 1);

  g_cancellable_cancel (self->check);
  g_clear_object (&self->check);
  self->check = g_cancellable_new ();
  question->path = g_strdup (self->path);
  question->form = self->form;
  stn_diary_client_run (self->client, load_work, question, question_free, loaded_free, self->check,
                        loaded_cb, g_object_ref (self));
}

static void
stn_import_preview_finalize (GObject *object)
{
  StnImportPreview *self = STN_IMPORT_PREVIEW (object);

  forget_outcome (self);
  g_clear_object (&self->check);
  g_clear_object (&self->client);
  g_clear_pointer (&self->file, stn_csv_preview_free);
  g_clear_pointer (&self->choices, g_variant_unref);
  g_free (self->shape);
  g_free (self->kinds);
  g_free (self->path);
  g_free (self->name);
  G_OBJECT_CLASS (stn_import_preview_parent_class)->finalize (object);
}

static void
stn_import_preview_class_init (StnImportPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stn_import_preview_finalize;

  signals[SIGNAL_LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHECKED] = g_signal_new ("checked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
stn_import_preview_init (StnImportPreview *self)
{
}

StnImportPreview *
stn_import_preview_new (StnDiaryClient *client, const char *path)
{
  StnImportPreview *self = g_object_new (STN_TYPE_IMPORT_PREVIEW, NULL);

  self->client = g_object_ref (client);
  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  load (self);
  return self;
}

const char *
stn_import_preview_get_name (StnImportPreview *self)
{
  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), NULL);
  return self->name;
}

const char *const *
stn_import_preview_get_columns (StnImportPreview *self)
{
  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), NULL);
  return self->file ? (const char *const *) self->file->columns : NULL;
}

GPtrArray *
stn_import_preview_get_rows (StnImportPreview *self)
{
  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), NULL);
  return self->file ? self->file->rows : NULL;
}

const StnCsvForm *
stn_import_preview_get_form (StnImportPreview *self)
{
  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), NULL);
  return &self->form;
}

void
stn_import_preview_set_form (StnImportPreview *self, const StnCsvForm *form)
{
  StnCsvForm before;

  g_return_if_fail (STN_IS_IMPORT_PREVIEW (self) && form != NULL);

  before = self->form;
  self->form = *form;
  if (needs_other_columns (form, &before)) {
    load (self);
    g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
  } else if (self->file && (form->dates != before.dates || form->decimal != before.decimal ||
                            form->night_of != before.night_of))
    check (self);
}

const StnCsvForm *
stn_import_preview_get_found (StnImportPreview *self)
{
  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), NULL);
  return self->nights ? &self->nights->form : NULL;
}

char **
stn_import_preview_describe_form (StnImportPreview *self)
{
  StnImportForm form;

  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), NULL);

  if (!self->nights)
    return g_new0 (char *, 1);
  form = stn_import_form (self->nights, self->day_change_min);
  return stn_wording_import_form (&form);
}

GPtrArray *
stn_import_preview_list_nights (StnImportPreview *self, guint max)
{
  GPtrArray *nights;

  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), NULL);

  nights = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_night_free);
  for (guint i = 0; self->nights && i < MIN (max, stn_night_pack_get_length (self->nights->nights));
       i++)
    g_ptr_array_add (nights, stn_night_pack_get (self->nights->nights, i));
  return nights;
}

/* What the column of that name became. */
static const StnFactor *
find_factor (StnImportPreview *self, const char *slug)
{
  for (guint i = 0; i < self->nights->factors->len; i++) {
    const StnCsvFactorColumn *column = g_ptr_array_index (self->nights->factors, i);

    if (strcmp (column->slug, slug) == 0)
      return g_ptr_array_index (self->report->factors, i);
  }
  return NULL;
}

char *
stn_import_preview_describe_values (StnImportPreview *self, const StnNight *night)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self) && night != NULL, NULL);

  for (guint i = 0; self->report && i < night->values->len; i++) {
    const StnFactorValue *value = g_ptr_array_index (night->values, i);
    const StnFactor *factor = find_factor (self, value->slug);
    g_autofree char *name = factor ? stn_wording_factor_name (factor) : NULL;
    g_autofree char *said = factor ? stn_wording_factor_value (factor, value->value) : NULL;

    if (factor)
      /* Translators: 1: something about the day, "Coffee"; 2: "Yes", "3" */
      g_ptr_array_add (words, g_strdup_printf (C_ ("value of a day", "%1$s: %2$s"), name, said));
  }
  g_ptr_array_add (words, NULL);
  return g_strjoinv (C_ ("list", " · "), (char **) words->pdata);
}

gboolean
stn_import_preview_is_joined (StnImportPreview *self)
{
  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), FALSE);
  return self->is_joined;
}

static char *
describe_join (const StnJoinReport *report, gboolean dry_run)
{
  StnJoinCounts counts = {report->rows.fresh, report->rows.newer, report->rows.kept};

  return stn_wording_join_summary (&counts, dry_run);
}

char *
stn_import_preview_describe (StnImportPreview *self)
{
  StnImportCounts counts;

  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), NULL);

  if (self->joined)
    return describe_join (self->joined, TRUE);
  if (!self->report)
    return NULL;
  counts = (StnImportCounts){
    .nights_new = self->report->nights_new,
    .nights_filled = self->report->nights_filled,
    .nights_same = self->report->nights_same,
    .values_kept = self->report->values_kept,
    .values_replaced = self->report->values_replaced,
    .factors_new = self->report->factors_new,
    .passed_over = self->report->passed_over,
  };
  return stn_wording_import_summary (&counts, TRUE);
}

int
stn_import_preview_get_role (StnImportPreview *self, StnImportRole role)
{
  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), STN_IMPORT_NO_COLUMN);
  return self->roles[role];
}

void
stn_import_preview_set_role (StnImportPreview *self, StnImportRole role, int column)
{
  g_return_if_fail (STN_IS_IMPORT_PREVIEW (self));

  if (!self->file || self->roles[role] == column)
    return;
  /* A column has one role: the one that had it before goes without. */
  for (guint i = 0; i < STN_IMPORT_ROLES; i++) {
    if (self->roles[i] == column)
      self->roles[i] = STN_IMPORT_NO_COLUMN;
  }
  self->roles[role] = column;
  check (self);
}

gboolean
stn_import_preview_may_be_factor (StnImportPreview *self, guint column)
{
  const char *name;

  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), FALSE);
  g_return_val_if_fail (self->file != NULL, FALSE);

  for (guint i = 0; i < STN_IMPORT_ROLES; i++) {
    if (self->roles[i] == (int) column)
      return FALSE;
  }
  name = self->file->columns[column];
  return g_strv_contains ((const char *const *) self->file->factor_columns, name) ||
         column_is (name, self->file->date_column) || column_is (name, self->file->cramps_column) ||
         column_is (name, self->file->severity_column) || column_is (name, self->file->note_column);
}

StnImportKind
stn_import_preview_get_kind (StnImportPreview *self, guint column)
{
  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), STN_IMPORT_FOUND);
  return self->kinds[column];
}

void
stn_import_preview_set_kind (StnImportPreview *self, guint column, StnImportKind kind)
{
  g_return_if_fail (STN_IS_IMPORT_PREVIEW (self));

  if (!self->file || self->kinds[column] == kind)
    return;
  self->kinds[column] = kind;
  check (self);
}

const StnFactor *
stn_import_preview_get_factor (StnImportPreview *self, guint column)
{
  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), NULL);

  if (!self->report)
    return NULL;
  for (guint i = 0; i < self->nights->factors->len; i++) {
    const StnCsvFactorColumn *factor = g_ptr_array_index (self->nights->factors, i);

    if (column_is (self->file->columns[column], factor->column))
      return g_ptr_array_index (self->report->factors, i);
  }
  return NULL;
}

void
stn_import_preview_set_replace (StnImportPreview *self, gboolean replace)
{
  g_return_if_fail (STN_IS_IMPORT_PREVIEW (self));

  if (self->replace == replace)
    return;
  self->replace = replace;
  if (self->file)
    check (self);
}

gboolean
stn_import_preview_is_busy (StnImportPreview *self)
{
  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), FALSE);
  return self->check != NULL;
}

const char *
stn_import_preview_get_error (StnImportPreview *self)
{
  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), NULL);
  return self->error;
}

StnImportQuestion
stn_import_preview_get_question (StnImportPreview *self)
{
  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), STN_IMPORT_QUESTION_NONE);
  return self->question;
}

const StnImportReport *
stn_import_preview_get_report (StnImportPreview *self)
{
  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), NULL);
  return self->report;
}

StnDate
stn_import_preview_get_newest (StnImportPreview *self)
{
  guint length;

  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), STN_NO_DATE);

  length = self->nights ? stn_night_pack_get_length (self->nights->nights) : 0;
  return length == 0 ? STN_NO_DATE : stn_night_pack_get_key (self->nights->nights, length - 1);
}

gboolean
stn_import_preview_can_import (StnImportPreview *self)
{
  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self), FALSE);
  if (self->check || self->import)
    return FALSE;
  if (self->joined)
    return self->joined->rows.fresh + self->joined->rows.newer > 0;
  return self->report && self->report->nights_new + self->report->nights_filled > 0;
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  StnImportPreview *self = g_task_get_source_object (task);
  GError *error = NULL;
  StnImportOutcome *outcome =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  g_clear_object (&self->import);
  g_clear_pointer (&self->done, stn_import_done_unref);
  if (outcome) {
    g_task_return_pointer (task, outcome, (GDestroyNotify) stn_import_outcome_free);
    return;
  }
  /* Nothing was changed: what the preview says still holds. */
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    forget_outcome (self);
    self->error = shorten (self, error->message);
  }
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
  g_task_return_error (task, error);
}

void
stn_import_preview_import (StnImportPreview *self, GAsyncReadyCallback callback, gpointer user_data)
{
  StnImportOrder *order;

  g_return_if_fail (stn_import_preview_can_import (self));

  self->import = g_cancellable_new ();
  order = make_order (self, FALSE, self->import);
  self->done = stn_import_done_ref (stn_import_order_get_done (order));
  /* It is the order that is cancelled: what was committed must be told. */
  stn_diary_client_run (self->client, stn_import_order_work, order, stn_import_order_free,
                        (GDestroyNotify) stn_import_outcome_free, NULL, imported_cb,
                        g_task_new (self, NULL, callback, user_data));
}

gboolean
stn_import_preview_is_importing (StnImportPreview *self, double *ret_done)
{
  g_return_val_if_fail (STN_IS_IMPORT_PREVIEW (self) && ret_done != NULL, FALSE);

  *ret_done = self->done != NULL ? stn_import_done_get (self->done) : 0;
  return self->import != NULL;
}

void
stn_import_preview_cancel (StnImportPreview *self)
{
  g_return_if_fail (STN_IS_IMPORT_PREVIEW (self));
  g_cancellable_cancel (self->import);
  g_cancellable_cancel (self->check);
}

char *
stn_import_preview_import_finish (StnImportPreview *self,
                                  GAsyncResult *result,
                                  StnImportOutcome **ret_outcome,
                                  GError **error)
{
  StnImportOutcome *outcome;
  guint n;

  g_return_val_if_fail (g_task_is_valid (result, self) && ret_outcome != NULL, NULL);

  outcome = g_task_propagate_pointer (G_TASK (result), error);
  *ret_outcome = outcome;
  if (!outcome)
    return NULL;
  if (outcome->joined)
    return describe_join (outcome->joined, FALSE);
  n = outcome->report->nights_new + outcome->report->nights_filled;
  return g_strdup_printf (ngettext ("Imported %u night", "Imported %u nights", n), n);
}
