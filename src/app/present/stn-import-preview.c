/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-import-preview.h"

#include "exchange/stn-csv-preview.h"

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

  GCancellable *check; /* the check under way, or NULL */
  char *error;
  StnCsvNights *nights;
  StnImportReport *report;
};

enum { SIGNAL_LOADED, SIGNAL_CHECKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StnImportPreview, stn_import_preview, G_TYPE_OBJECT)

/* What the diary's thread is to do with the file, and what came of it. */
typedef struct {
  char *path;
  StnCsvMapping *mapping;
  StnImportFlags flags;
} Order;

typedef struct {
  StnCsvNights *nights;
  StnImportReport *report;
} Outcome;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->path);
  g_clear_pointer (&order->mapping, stn_csv_mapping_free);
  g_free (order);
}

static void
outcome_free (gpointer data)
{
  Outcome *outcome = data;

  g_clear_pointer (&outcome->nights, stn_csv_nights_free);
  g_clear_pointer (&outcome->report, stn_import_report_free);
  g_free (outcome);
}

static gpointer
import_work (StnDiary *diary, gpointer data, GError **error)
{
  const Order *order = data;
  g_autoptr (StnCsvNights) nights = stn_csv_nights_read (order->path, order->mapping, error);
  StnImportReport *report =
    nights ? stn_diary_import (diary, nights, order->flags, NULL, error) : NULL;
  Outcome *outcome;

  if (!report)
    return NULL;
  outcome = g_new0 (Outcome, 1);
  outcome->nights = g_steal_pointer (&nights);
  outcome->report = report;
  return outcome;
}

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

static StnCsvMapping *
make_mapping (StnImportPreview *self)
{
  StnCsvMapping *mapping = stn_csv_mapping_new ();

  mapping->date_column = role_name (self, STN_IMPORT_DATE);
  mapping->cramps_column = role_name (self, STN_IMPORT_CRAMPS);
  mapping->severity_column = role_name (self, STN_IMPORT_SEVERITY);
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

static Order *
make_order (StnImportPreview *self, gboolean dry_run)
{
  Order *order = g_new0 (Order, 1);

  order->path = g_strdup (self->path);
  order->mapping = make_mapping (self);
  order->flags =
    (self->replace ? STN_IMPORT_REPLACE : STN_IMPORT_FILL) | (dry_run ? STN_IMPORT_DRY_RUN : 0);
  return order;
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

static void
forget_outcome (StnImportPreview *self)
{
  g_clear_pointer (&self->error, g_free);
  g_clear_pointer (&self->nights, stn_csv_nights_free);
  g_clear_pointer (&self->report, stn_import_report_free);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnImportPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  Outcome *outcome = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the meaning was changed meanwhile: another check is under way */
  g_clear_object (&self->check);
  forget_outcome (self);
  if (outcome) {
    self->nights = g_steal_pointer (&outcome->nights);
    self->report = g_steal_pointer (&outcome->report);
    outcome_free (outcome);
  } else {
    self->error = shorten (self, error->message);
  }
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
}

static void
check (StnImportPreview *self)
{
  g_cancellable_cancel (self->check);
  g_clear_object (&self->check);
  self->check = g_cancellable_new ();
  stn_diary_client_run (self->client, import_work, make_order (self, TRUE), order_free,
                        outcome_free, self->check, checked_cb, g_object_ref (self));
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
}

static gpointer
load_work (StnDiary *diary, gpointer data, GError **error)
{
  return stn_csv_preview_read (data, &(StnCsvForm){0}, ROWS_SHOWN, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnImportPreview) self = user_data;
  g_autoptr (GError) error = NULL;

  self->file = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  if (!self->file) {
    self->error = shorten (self, error->message);
    g_signal_emit (self, signals[SIGNAL_LOADED], 0);
    return;
  }
  self->kinds = g_new0 (StnImportKind, g_strv_length (self->file->columns));
  self->roles[STN_IMPORT_DATE] = find_column (self, self->file->date_column);
  self->roles[STN_IMPORT_CRAMPS] = find_column (self, self->file->cramps_column);
  self->roles[STN_IMPORT_SEVERITY] = find_column (self, self->file->severity_column);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
  check (self);
}

static void
stn_import_preview_finalize (GObject *object)
{
  StnImportPreview *self = STN_IMPORT_PREVIEW (object);

  forget_outcome (self);
  g_clear_object (&self->check);
  g_clear_object (&self->client);
  g_clear_pointer (&self->file, stn_csv_preview_free);
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
  stn_diary_client_run (client, load_work, g_strdup (path), g_free,
                        (GDestroyNotify) stn_csv_preview_free, NULL, loaded_cb,
                        g_object_ref (self));
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
  g_return_if_fail (self->file != NULL);

  if (self->roles[role] == column)
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
         column_is (name, self->file->severity_column);
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
  g_return_if_fail (self->file != NULL);

  if (self->kinds[column] == kind)
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
  return !self->check && self->report && self->report->nights_new + self->report->nights_filled > 0;
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  StnImportPreview *self = g_task_get_source_object (task);
  GError *error = NULL;
  Outcome *outcome = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (!outcome) {
    forget_outcome (self);
    self->error = shorten (self, error->message);
    g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
    g_task_return_error (task, error);
    return;
  }
  g_task_return_pointer (task, g_steal_pointer (&outcome->report),
                         (GDestroyNotify) stn_import_report_free);
  outcome_free (outcome);
}

void
stn_import_preview_import (StnImportPreview *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (stn_import_preview_can_import (self));

  stn_diary_client_run (self->client, import_work, make_order (self, FALSE), order_free,
                        outcome_free, NULL, imported_cb,
                        g_task_new (self, NULL, callback, user_data));
}

StnImportReport *
stn_import_preview_import_finish (StnImportPreview *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
