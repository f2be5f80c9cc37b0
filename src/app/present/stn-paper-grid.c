/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-paper-grid.h"

#include "diary/stn-diary-factors.h"
#include "diary/stn-failure.h"
#include "diary/stn-import.h"
#include "present/stn-draft.h"
#include "store/stn-draft-table.h"

/* What the drafts are called: one a night. */
#define DRAFT_KIND "paper"

#define PAUSE_MS 400

struct _StnPaperGrid {
  GObject parent_instance;

  StnDiaryClient *client;
  StnDate first;
  StnDate last_night;
  GHashTable *rows;  /* key as text -> StnPaperRow, typed in this time or before */
  GHashTable *dirty; /* keys as text: not kept yet */
  GPtrArray *stored; /* (element-type StnNight) of the nights shown */
  StnFactor *fluids; /* NULL until loaded */
  guint pause;       /* source, 0 = none */

  GCancellable *check; /* under way, or NULL */
  gboolean is_saving;
  char *error;
  StnImportReport *report;
};

enum { SIGNAL_LOADED, SIGNAL_CHECKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StnPaperGrid, stn_paper_grid, G_TYPE_OBJECT)

static StnPaperRow *
find_row (StnPaperGrid *self, StnDate key)
{
  char text[STN_DATE_TEXT_SIZE];

  return g_hash_table_lookup (self->rows, stn_date_to_text (key, text));
}

static gboolean
has_problems (StnPaperGrid *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    for (guint i = 0; i < STN_PAPER_COLUMNS; i++) {
      g_autofree char *problem = stn_paper_row_get_problem (row, (StnPaperColumn) i, self->fluids);

      if (problem != NULL)
        return TRUE;
    }
  return FALSE;
}

static gint
compare_nights (gconstpointer a, gconstpointer b)
{
  return stn_date_compare ((*(StnNight *const *) a)->key, (*(StnNight *const *) b)->key);
}

/* (element-type StnNight) by key. */
static GPtrArray *
list_nights (StnPaperGrid *self)
{
  GPtrArray *nights = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_night_free);
  GHashTableIter iter;
  gpointer text, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &text, &row)) {
    StnDate key = STN_NO_DATE;
    StnNight *night =
      stn_date_parse (text, &key, NULL) ? stn_paper_row_read (row, key, self->fluids) : NULL;

    if (night != NULL)
      g_ptr_array_add (nights, night);
  }
  g_ptr_array_sort (nights, compare_nights);
  return nights;
}

static void
set_error (StnPaperGrid *self, const char *error)
{
  g_free (self->error);
  self->error = g_strdup (error);
}

/* Reading */

typedef struct {
  StnDate first; /* STN_NO_DATE: where the drafts begin, else the last nights */
} Question;

typedef struct {
  StnDate first;
  StnDate last_night;
  GHashTable *rows;
  GPtrArray *stored;
  StnFactor *fluids;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->rows, g_hash_table_unref);
  g_clear_pointer (&answer->stored, g_ptr_array_unref);
  g_clear_pointer (&answer->fluids, stn_factor_free);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static GHashTable *
new_rows (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) stn_paper_row_free);
}

static gboolean
read_drafts (StnDiary *diary, Answer *answer, GError **error)
{
  StnStore *store = stn_diary_get_store (diary);
  g_autoptr (GArray) nights = stn_draft_table_list (store, DRAFT_KIND, error);
  char key[STN_DATE_TEXT_SIZE];

  answer->rows = new_rows ();
  for (guint i = 0; nights != NULL && i < nights->len; i++) {
    StnDate night = g_array_index (nights, StnDate, i);
    g_autofree char *content = NULL;

    if (!stn_draft_table_get (store, DRAFT_KIND, night, &content, error))
      return FALSE;
    if (content != NULL)
      g_hash_table_insert (answer->rows, g_strdup (stn_date_to_text (night, key)),
                           stn_paper_row_parse (content));
    answer->first = night; /* the newest come first */
  }
  return nights != NULL;
}

static gboolean
read_fluids (StnDiary *diary, Answer *answer, GError **error)
{
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (diary, error);
  const StnFactor *fluids = factors == NULL ? NULL : stn_factor_list_find (factors, "fluids");

  if (fluids != NULL)
    answer->fluids = stn_factor_copy (fluids);
  else if (factors != NULL)
    g_set_error_literal (error, STN_DIARY_ERROR, STN_DIARY_ERROR_DAMAGED, "no factor 'fluids'");
  return fluids != NULL;
}

static gpointer
read_work (StnDiary *diary, gpointer data, GError **error)
{
  const Question *question = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  StnDate latest;

  answer->first = STN_NO_DATE;
  answer->last_night = stn_diary_last_night (diary);
  latest = stn_date_add_days (answer->last_night, 1 - STN_PAPER_NIGHTS);
  if (!read_drafts (diary, answer, error) || !read_fluids (diary, answer, error))
    return NULL;
  if (stn_date_is_set (question->first))
    answer->first = question->first;
  if (!stn_date_is_set (answer->first) || stn_date_compare (answer->first, latest) > 0)
    answer->first = latest;
  answer->stored = stn_diary_list_nights (
    diary, answer->first, stn_date_add_days (answer->first, STN_PAPER_NIGHTS - 1), error);
  return answer->stored != NULL ? g_steal_pointer (&answer) : NULL;
}

static void check (StnPaperGrid *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnPaperGrid) self = STN_PAPER_GRID (user_data);
  g_autoptr (GError) error = NULL;
  Answer *got = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  g_autoptr (Answer) answer = got;
  g_autofree char *reason = NULL;

  if (answer == NULL) {
    reason = stn_failure_reason (error);
    set_error (self, reason);
    g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
    return;
  }
  self->first = answer->first;
  self->last_night = answer->last_night;
  g_clear_pointer (&self->stored, g_ptr_array_unref);
  self->stored = g_steal_pointer (&answer->stored);
  if (self->fluids == NULL) {
    self->fluids = g_steal_pointer (&answer->fluids);
    g_hash_table_unref (self->rows);
    self->rows = g_steal_pointer (&answer->rows);
  }
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
  check (self);
}

static void
load (StnPaperGrid *self, StnDate first)
{
  Question *question = g_new0 (Question, 1);

  question->first = first;
  stn_diary_client_run (self->client, read_work, question, g_free, answer_free, NULL, read_cb,
                        g_object_ref (self));
}

/* Checking and saving */

/* The nights for the diary's thread; @keys: all that have a draft. */
typedef struct {
  GPtrArray *nights;
  GPtrArray *keys;
  gboolean dry_run;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_ptr_array_unref (order->nights);
  g_ptr_array_unref (order->keys);
  g_free (order);
}

static Order *
make_order (StnPaperGrid *self, gboolean dry_run)
{
  Order *order = g_new0 (Order, 1);
  GHashTableIter iter;
  gpointer text;

  order->nights = list_nights (self);
  order->keys = g_ptr_array_new_with_free_func (g_free);
  order->dry_run = dry_run;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    g_ptr_array_add (order->keys, g_strdup (text));
  return order;
}

/* What is saved is no draft any more. One that stays would only be shown again: no reason to say that saving failed. */
static void
discard_drafts (StnDiary *diary, const GPtrArray *keys)
{
  for (guint i = 0; i < keys->len; i++) {
    StnDate key = STN_NO_DATE;

    if (stn_date_parse (g_ptr_array_index (keys, i), &key, NULL))
      stn_draft_table_discard (stn_diary_get_store (diary), DRAFT_KIND, key, NULL);
  }
}

static gpointer
fill_work (StnDiary *diary, gpointer data, GError **error)
{
  const Order *order = data;
  StnImportReport *report = stn_diary_fill_nights (diary, order->nights, order->dry_run, error);

  if (report != NULL && !order->dry_run)
    discard_drafts (diary, order->keys);
  return report;
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnPaperGrid) self = STN_PAPER_GRID (user_data);
  g_autoptr (GError) error = NULL;
  StnImportReport *report = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  g_autofree char *reason = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* something else was typed meanwhile */
  g_clear_object (&self->check);
  if (report == NULL)
    reason = stn_failure_reason (error);
  set_error (self, reason);
  self->report = report;
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
}

static void
check (StnPaperGrid *self)
{
  g_cancellable_cancel (self->check);
  g_clear_object (&self->check);
  g_clear_pointer (&self->report, stn_import_report_free);
  if (self->fluids != NULL && !stn_paper_grid_is_empty (self) && !has_problems (self)) {
    self->check = g_cancellable_new ();
    stn_diary_client_run (self->client, fill_work, make_order (self, TRUE), order_free,
                          (GDestroyNotify) stn_import_report_free, self->check, checked_cb,
                          g_object_ref (self));
  }
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
}

/* Keeping */

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnPaperGrid) self = STN_PAPER_GRID (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;

  if (stn_draft_put_finish (STN_DIARY_CLIENT (source), result, &error) ||
      stn_failure_is_end (error))
    return;
  reason = stn_failure_not_saved (error);
  set_error (self, reason);
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
}

static void
keep_row (StnPaperGrid *self, const char *text)
{
  const StnPaperRow *row = g_hash_table_lookup (self->rows, text);
  g_autofree char *content = row == NULL ? NULL : stn_paper_row_write (row);
  StnDate key;

  if (!stn_date_parse (text, &key, NULL))
    return;
  if (row == NULL || stn_paper_row_is_empty (row))
    stn_draft_discard (self->client, DRAFT_KIND, key, NULL, kept_cb, g_object_ref (self));
  else
    stn_draft_put (self->client, DRAFT_KIND, key, content, NULL, kept_cb, g_object_ref (self));
}

void
stn_paper_grid_keep (StnPaperGrid *self)
{
  GHashTableIter iter;
  gpointer text;

  g_return_if_fail (STN_IS_PAPER_GRID (self));

  g_clear_handle_id (&self->pause, g_source_remove);
  g_hash_table_iter_init (&iter, self->dirty);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    keep_row (self, text);
  g_hash_table_remove_all (self->dirty);
}

static gboolean
pause_over_cb (gpointer user_data)
{
  StnPaperGrid *self = STN_PAPER_GRID (user_data);

  self->pause = 0;
  stn_paper_grid_keep (self);
  check (self);
  return G_SOURCE_REMOVE;
}

/* The object */

static void
stn_paper_grid_dispose (GObject *object)
{
  StnPaperGrid *self = STN_PAPER_GRID (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_cancellable_cancel (self->check);
  g_clear_object (&self->check);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (stn_paper_grid_parent_class)->dispose (object);
}

static void
stn_paper_grid_finalize (GObject *object)
{
  StnPaperGrid *self = STN_PAPER_GRID (object);

  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->dirty);
  g_clear_pointer (&self->stored, g_ptr_array_unref);
  g_clear_pointer (&self->fluids, stn_factor_free);
  g_clear_pointer (&self->report, stn_import_report_free);
  g_free (self->error);
  G_OBJECT_CLASS (stn_paper_grid_parent_class)->finalize (object);
}

static void
stn_paper_grid_class_init (StnPaperGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stn_paper_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = stn_paper_grid_finalize;
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHECKED] = g_signal_new ("checked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
stn_paper_grid_init (StnPaperGrid *self)
{
  self->first = STN_NO_DATE;
  self->last_night = STN_NO_DATE;
  self->rows = new_rows ();
  self->dirty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

StnPaperGrid *
stn_paper_grid_new (StnDiaryClient *client)
{
  StnPaperGrid *self = g_object_new (STN_TYPE_PAPER_GRID, NULL);

  self->client = g_object_ref (client);
  load (self, STN_NO_DATE);
  return self;
}

StnDate
stn_paper_grid_get_first (StnPaperGrid *self)
{
  g_return_val_if_fail (STN_IS_PAPER_GRID (self), STN_NO_DATE);
  return self->first;
}

StnDate
stn_paper_grid_get_last_night (StnPaperGrid *self)
{
  g_return_val_if_fail (STN_IS_PAPER_GRID (self), STN_NO_DATE);
  return self->last_night;
}

void
stn_paper_grid_show (StnPaperGrid *self, StnDate first)
{
  g_return_if_fail (STN_IS_PAPER_GRID (self) && stn_date_is_set (first));

  stn_paper_grid_keep (self);
  load (self, first);
}

const char *
stn_paper_grid_get_cell (StnPaperGrid *self, StnDate key, StnPaperColumn column)
{
  const StnPaperRow *row;

  g_return_val_if_fail (STN_IS_PAPER_GRID (self) && column < STN_PAPER_COLUMNS, "");

  row = find_row (self, key);
  return row != NULL && row->cells[column] != NULL ? row->cells[column] : "";
}

void
stn_paper_grid_set_cell (StnPaperGrid *self, StnDate key, StnPaperColumn column, const char *text)
{
  StnPaperRow *row;
  char name[STN_DATE_TEXT_SIZE];

  g_return_if_fail (STN_IS_PAPER_GRID (self) && column < STN_PAPER_COLUMNS && text != NULL);

  if (g_str_equal (stn_paper_grid_get_cell (self, key, column), text))
    return;
  row = find_row (self, key);
  if (row == NULL) {
    row = g_new0 (StnPaperRow, 1);
    g_hash_table_insert (self->rows, g_strdup (stn_date_to_text (key, name)), row);
  }
  g_free (row->cells[column]);
  row->cells[column] = g_strdup (text);
  g_hash_table_add (self->dirty, g_strdup (stn_date_to_text (key, name)));
  /* What was said of the grid before does not hold any more. */
  g_clear_pointer (&self->report, stn_import_report_free);
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, pause_over_cb, self);
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
}

char *
stn_paper_grid_get_problem (StnPaperGrid *self, StnDate key, StnPaperColumn column)
{
  const StnPaperRow *row;

  g_return_val_if_fail (STN_IS_PAPER_GRID (self) && column < STN_PAPER_COLUMNS, NULL);

  row = find_row (self, key);
  return row == NULL || self->fluids == NULL
           ? NULL
           : stn_paper_row_get_problem (row, column, self->fluids);
}

char *
stn_paper_grid_get_stored (StnPaperGrid *self, StnDate key, StnPaperColumn column)
{
  g_return_val_if_fail (STN_IS_PAPER_GRID (self) && column < STN_PAPER_COLUMNS, NULL);

  for (guint i = 0; self->stored != NULL && i < self->stored->len; i++) {
    const StnNight *night = g_ptr_array_index (self->stored, i);

    if (stn_date_compare (night->key, key) == 0)
      return stn_paper_row_show (night, column, self->fluids);
  }
  return g_strdup ("");
}

gboolean
stn_paper_grid_is_empty (StnPaperGrid *self)
{
  GHashTableIter iter;
  gpointer row;

  g_return_val_if_fail (STN_IS_PAPER_GRID (self), TRUE);

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (!stn_paper_row_is_empty (row))
      return FALSE;
  return TRUE;
}

static char *
summarize (const StnImportReport *report, gboolean dry_run)
{
  const StnImportCounts counts = {
    .nights_new = report->nights_new,
    .nights_filled = report->nights_filled,
    .nights_same = report->nights_same,
    .values_kept = report->values_kept,
  };

  return stn_wording_import_summary (&counts, dry_run);
}

char *
stn_paper_grid_describe (StnPaperGrid *self)
{
  g_return_val_if_fail (STN_IS_PAPER_GRID (self), NULL);
  return self->report == NULL ? NULL : summarize (self->report, TRUE);
}

const char *
stn_paper_grid_get_error (StnPaperGrid *self)
{
  g_return_val_if_fail (STN_IS_PAPER_GRID (self), NULL);
  return self->error;
}

gboolean
stn_paper_grid_can_save (StnPaperGrid *self)
{
  g_return_val_if_fail (STN_IS_PAPER_GRID (self), FALSE);
  return !self->is_saving && self->report != NULL &&
         self->report->nights_new + self->report->nights_filled > 0;
}

void
stn_paper_grid_clear (StnPaperGrid *self)
{
  GHashTableIter iter;
  gpointer text;

  g_return_if_fail (STN_IS_PAPER_GRID (self));

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    g_hash_table_add (self->dirty, g_strdup (text));
  g_hash_table_remove_all (self->rows);
  stn_paper_grid_keep (self);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
  check (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  StnPaperGrid *self = g_task_get_source_object (task);
  GError *error = NULL;
  StnImportReport *report = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  self->is_saving = FALSE;
  if (report == NULL) {
    g_autofree char *reason = stn_failure_not_saved (error);

    set_error (self, reason);
    g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
    g_task_return_error (task, error);
    return;
  }
  g_hash_table_remove_all (self->rows);
  g_hash_table_remove_all (self->dirty);
  g_task_return_pointer (task, report, (GDestroyNotify) stn_import_report_free);
}

void
stn_paper_grid_save (StnPaperGrid *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (stn_paper_grid_can_save (self));
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Order *order = make_order (self, FALSE);
  const StnNight *newest = g_ptr_array_index (order->nights, order->nights->len - 1);

  g_clear_handle_id (&self->pause, g_source_remove);
  self->is_saving = TRUE;
  g_task_set_task_data (task, g_memdup2 (&newest->key, sizeof newest->key), g_free);
  stn_diary_client_run (self->client, fill_work, order, order_free,
                        (GDestroyNotify) stn_import_report_free, NULL, saved_cb, task);
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
}

char *
stn_paper_grid_save_finish (
  StnPaperGrid *self, GAsyncResult *result, gint64 *ret_group, StnDate *ret_newest, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (ret_group != NULL && ret_newest != NULL, NULL);
  StnImportReport *got = g_task_propagate_pointer (G_TASK (result), error);
  g_autoptr (StnImportReport) report = got;

  if (report == NULL)
    return NULL;
  *ret_group = report->group;
  *ret_newest = *(StnDate *) g_task_get_task_data (G_TASK (result));
  return summarize (report, FALSE);
}
