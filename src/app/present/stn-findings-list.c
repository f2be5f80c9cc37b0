/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-findings-list.h"

#include "diary/stn-material.h"
#include "present/stn-finding-order.h"

#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

/* Leaves three quarters of a busy processor to one other, and still gets on beside many. */
#define PATIENT_NICE 5

struct _StnFindingsList {
  GObject parent_instance;

  StnDiaryClient *client;
  GPtrArray *items; /* (element-type StnFindingItem) */
  StnFindingResult *result;
  GError *error;
  gboolean active;
  gboolean is_patient;
  gboolean stale;    /* the diary changed since @result was collected, or there is none */
  GCancellable *run; /* the run under way, or NULL */
  double fraction;
};

enum { SIGNAL_UPDATED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StnFindingsList,
                               stn_findings_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
tell_updated (StnFindingsList *self)
{
  g_signal_emit (self, signals[SIGNAL_UPDATED], 0);
}

/* Items */

static gboolean
item_stays (StnFindingItem *item, const StnFindingPlace *place)
{
  return stn_finding_item_get_group (item) == place->group &&
         stn_finding_item_is_suspect (item) == place->is_suspect &&
         strcmp (stn_finding_item_get_finding (item)->name, place->finding->name) == 0;
}

static StnFindingItem *
find_item (GPtrArray *items, const StnFindingPlace *place)
{
  for (guint i = 0; i < items->len; i++) {
    StnFindingItem *item = g_ptr_array_index (items, i);

    if (item_stays (item, place))
      return g_object_ref (item);
  }
  return stn_finding_item_new (place->group, place->is_suspect);
}

/* Only what lies between the first and the last difference is told as changed: the rows of the rest stay as they are. */
static void
replace_items (StnFindingsList *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) old = self->items;
  guint shorter = MIN (old->len, items->len);
  guint above = 0;
  guint below = 0;

  self->items = items;
  while (above < shorter && g_ptr_array_index (old, above) == g_ptr_array_index (items, above))
    above++;
  while (below < shorter - above && g_ptr_array_index (old, old->len - 1 - below) ==
                                      g_ptr_array_index (items, items->len - 1 - below))
    below++;
  if (above + below < MAX (old->len, items->len))
    g_list_model_items_changed (G_LIST_MODEL (self), above, old->len - above - below,
                                items->len - above - below);
}

static void
show_result (StnFindingsList *self, StnFindingResult *result)
{
  g_autoptr (GArray) places = stn_finding_order (result->analysis, result->suspects);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < places->len; i++) {
    const StnFindingPlace *place = &g_array_index (places, StnFindingPlace, i);
    StnFindingItem *item = find_item (self->items, place);

    stn_finding_item_set_result (item, result, place->finding);
    g_ptr_array_add (items, item);
  }
  replace_items (self, items);
  /* After the items, which may be asked for the old result until they have the new one. */
  g_clear_pointer (&self->result, stn_finding_result_unref);
  self->result = stn_finding_result_ref (result);
  g_clear_error (&self->error);
}

/* Runs are remembered by the diary's client: pages that show the same diary have the same result, and only the first of them
 * computes it. */

typedef struct {
  StnFindingResult *result;
} Shared;

static void
shared_free (gpointer data)
{
  g_clear_pointer (&((Shared *) data)->result, stn_finding_result_unref);
  g_free (data);
}

static void
forget_shared (Shared *shared)
{
  g_clear_pointer (&shared->result, stn_finding_result_unref);
}

/* A list that is made later hears later that the diary changed than this. */
static Shared *
get_shared (StnDiaryClient *client)
{
  static const char key[] = "stn-findings";
  Shared *shared = g_object_get_data (G_OBJECT (client), key);

  if (shared != NULL)
    return shared;
  shared = g_new0 (Shared, 1);
  g_object_set_data_full (G_OBJECT (client), key, shared, shared_free);
  g_signal_connect_swapped (client, "changed", G_CALLBACK (forget_shared), shared);
  return shared;
}

static StnDate
today (StnFindingsList *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));

  return stn_date_of (now);
}

static void
share (StnFindingsList *self, StnFindingResult *result)
{
  Shared *shared = get_shared (self->client);

  forget_shared (shared);
  shared->result = stn_finding_result_ref (result);
}

/* (nullable) what another page found in the diary as it is. */
static StnFindingResult *
find_shared (StnFindingsList *self)
{
  StnFindingResult *result = get_shared (self->client)->result;

  return result != NULL && stn_date_compare (result->today, today (self)) == 0 ? result : NULL;
}

/* A run: the diary's thread collects, a thread of its own computes */

typedef struct {
  StnFindingsList *list;
  GCancellable *cancellable;
} Run;

static Run *
run_new (StnFindingsList *self)
{
  Run *run = g_new0 (Run, 1);

  run->list = g_object_ref (self);
  run->cancellable = g_object_ref (self->run);
  return run;
}

static void
run_free (Run *run)
{
  g_object_unref (run->list);
  g_object_unref (run->cancellable);
  g_free (run);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static gboolean
run_is_current (const Run *run)
{
  return run->list->run == run->cancellable && !g_cancellable_is_cancelled (run->cancellable);
}

/* @result: (transfer full) or NULL with @error (transfer full). */
static void
end_run (StnFindingsList *self, StnFindingResult *result, GError *error)
{
  g_clear_object (&self->run);
  if (result) {
    show_result (self, result);
    share (self, result);
    stn_finding_result_unref (result);
  } else {
    g_clear_error (&self->error);
    self->error = error;
  }
  tell_updated (self);
}

/* What the analysing thread works on. It never holds the list itself: were it the last to do so, the list would end in
 * that thread. */
typedef struct {
  StnMaterial *material;
  StnDate today;
  gboolean is_patient;
  GWeakRef list; /* read in the main thread only */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  stn_material_free (job->material);
  g_weak_ref_clear (&job->list);
  g_free (job);
}

/* @material: (transfer full). */
static Job *
job_new (StnFindingsList *self, StnMaterial *material)
{
  Job *job = g_new0 (Job, 1);

  job->material = material;
  job->today = today (self);
  job->is_patient = self->is_patient;
  g_weak_ref_init (&job->list, self);
  return job;
}

typedef struct {
  GTask *task;
  double fraction;
} Progress;

static void
progress_free (gpointer data)
{
  Progress *progress = data;

  g_object_unref (progress->task);
  g_free (progress);
}

static gboolean
progress_main_cb (gpointer user_data)
{
  Progress *progress = user_data;
  Job *job = g_task_get_task_data (progress->task);
  g_autoptr (StnFindingsList) self = g_weak_ref_get (&job->list);

  if (self && self->run && self->run == g_task_get_cancellable (progress->task)) {
    self->fraction = progress->fraction;
    tell_updated (self);
  }
  return G_SOURCE_REMOVE;
}

/* In the analysing thread. */
static void
progress_cb (double fraction, gpointer user_data)
{
  Progress *progress = g_new0 (Progress, 1);

  progress->task = g_object_ref (user_data);
  progress->fraction = fraction;
  g_main_context_invoke_full (g_task_get_context (progress->task), G_PRIORITY_DEFAULT_IDLE,
                              progress_main_cb, progress, progress_free);
}

static GHashTable *
collect_suspects (const StnAnalysisInput *input)
{
  GHashTable *suspects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < input->n_factors; i++) {
    if (stn_date_is_set (input->factors[i].suspect_since))
      g_hash_table_add (suspects, g_strdup (input->factors[i].name));
  }
  return suspects;
}

static GPtrArray *
copy_factors (GPtrArray *factors)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_factor_free);

  for (guint i = 0; i < factors->len; i++)
    g_ptr_array_add (copy, stn_factor_copy (g_ptr_array_index (factors, i)));
  return copy;
}

/* A thread of its own: its priority ends with it. The threads that it starts have the same. */
static gpointer
analyse_thread (gpointer user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  const Job *job = g_task_get_task_data (task);
  StnMaterial *material = job->material;
  const StnAnalysisInput *input = stn_material_get_input (material);
  GError *error = NULL;
  StnAnalysis *analysis;

  /* The nights that were read are gone; what they took would stand beside what the analysis takes. */
  malloc_trim (0);
  if (job->is_patient)
    (void) !setpriority (PRIO_PROCESS, (id_t) gettid (), PATIENT_NICE);
  analysis =
    stn_material_analyze (material, g_task_get_cancellable (task), progress_cb, task, &error);
  if (!analysis) {
    g_task_return_error (task, error);
    return NULL;
  }
  stn_analysis_show_published (analysis);
  g_task_return_pointer (
    task,
    stn_finding_result_new (analysis, copy_factors (stn_material_list_factors (material)),
                            collect_suspects (input), job->today),
    (GDestroyNotify) stn_finding_result_unref);
  return NULL;
}

static gpointer
keep_work (StnDiary *diary, gpointer data, GError **error)
{
  return GINT_TO_POINTER (stn_diary_keep_refreshes (diary, data, error));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CLOSED))
    g_message ("what was computed is not kept for next time: %s", error->message);
}

/* Also after a run that was broken off: the next one goes on from there. */
static void
keep_refreshes (StnFindingsList *self, Job *job)
{
  stn_diary_client_run (self->client, keep_work, g_steal_pointer (&job->material),
                        (GDestroyNotify) stn_material_free, NULL, NULL, kept_cb, NULL);
}

static void
analysed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (GError) error = NULL;
  StnFindingResult *found = g_task_propagate_pointer (G_TASK (result), &error);

  keep_refreshes (run->list, g_task_get_task_data (G_TASK (result)));
  if (run_is_current (run))
    end_run (run->list, found, g_steal_pointer (&error));
  else
    g_clear_pointer (&found, stn_finding_result_unref);
}

static gpointer
collect_work (StnDiary *diary, gpointer data, GError **error)
{
  return stn_diary_collect (diary, error);
}

static void
collected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Run) run = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  g_autoptr (StnMaterial) material =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (!run_is_current (run))
    return;
  if (!material) {
    end_run (run->list, NULL, g_steal_pointer (&error));
    return;
  }
  task = g_task_new (NULL, run->cancellable, analysed_cb, run_new (run->list));
  g_task_set_task_data (task, job_new (run->list, g_steal_pointer (&material)), job_free);
  g_thread_unref (g_thread_new ("findings", analyse_thread, g_steal_pointer (&task)));
}

static void
break_off (StnFindingsList *self)
{
  if (!self->run)
    return;
  g_cancellable_cancel (self->run);
  g_clear_object (&self->run);
  self->stale = TRUE;
}

static void
start_if_due (StnFindingsList *self)
{
  StnFindingResult *shared;

  if (!self->active || !self->stale || self->run)
    return;
  self->stale = FALSE;
  shared = find_shared (self);
  if (shared != NULL) {
    show_result (self, shared);
    tell_updated (self);
    return;
  }
  self->fraction = 0.0;
  self->run = g_cancellable_new ();
  stn_diary_client_run (self->client, collect_work, NULL, NULL, (GDestroyNotify) stn_material_free,
                        self->run, collected_cb, run_new (self));
  tell_updated (self);
}

static void
diary_changed_cb (StnFindingsList *self)
{
  break_off (self);
  self->stale = TRUE;
  start_if_due (self);
}

void
stn_findings_list_set_active (StnFindingsList *self, gboolean active)
{
  g_return_if_fail (STN_IS_FINDINGS_LIST (self));

  self->active = active;
  if (!active)
    break_off (self);
  start_if_due (self);
}

void
stn_findings_list_set_patient (StnFindingsList *self)
{
  g_return_if_fail (STN_IS_FINDINGS_LIST (self));

  self->is_patient = TRUE;
}

/* The list model */

static GType
get_item_type (GListModel *model)
{
  return STN_TYPE_FINDING_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return STN_FINDINGS_LIST (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *items = STN_FINDINGS_LIST (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
stn_findings_list_dispose (GObject *object)
{
  StnFindingsList *self = STN_FINDINGS_LIST (object);

  break_off (self);
  if (self->client)
    g_signal_handlers_disconnect_by_data (self->client, self);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (stn_findings_list_parent_class)->dispose (object);
}

static void
stn_findings_list_finalize (GObject *object)
{
  StnFindingsList *self = STN_FINDINGS_LIST (object);

  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->result, stn_finding_result_unref);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (stn_findings_list_parent_class)->finalize (object);
}

static void
stn_findings_list_class_init (StnFindingsListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = stn_findings_list_dispose;
  object_class->finalize = stn_findings_list_finalize;

  signals[SIGNAL_UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
stn_findings_list_init (StnFindingsList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->stale = TRUE;
}

StnFindingsList *
stn_findings_list_new (StnDiaryClient *client)
{
  StnFindingsList *self = g_object_new (STN_TYPE_FINDINGS_LIST, NULL);

  self->client = g_object_ref (client);
  get_shared (client);
  g_signal_connect_swapped (client, "changed", G_CALLBACK (diary_changed_cb), self);
  return self;
}

gboolean
stn_findings_list_is_running (StnFindingsList *self, double *ret_fraction)
{
  g_return_val_if_fail (STN_IS_FINDINGS_LIST (self), FALSE);

  if (!self->run)
    return FALSE;
  if (ret_fraction)
    *ret_fraction = self->fraction;
  return TRUE;
}

const GError *
stn_findings_list_get_error (StnFindingsList *self)
{
  g_return_val_if_fail (STN_IS_FINDINGS_LIST (self), NULL);
  return self->error;
}

const StnAnalysis *
stn_findings_list_get_analysis (StnFindingsList *self)
{
  g_return_val_if_fail (STN_IS_FINDINGS_LIST (self), NULL);
  return self->result ? self->result->analysis : NULL;
}
