/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-report-maker.h"

#include "diary/stn-failure.h"
#include "diary/stn-material.h"

/* The analysis of the whole diary; read on any thread once it is there. */
typedef struct {
  StnMaterial *material;
  StnAnalysis *analysis; /* NULL until it was computed */
} Found;

typedef struct {
  StnReport *report;
  StnBedsideCard *card;
} Made;

typedef struct {
  StnReportQuestion question;
  Found *found; /* (nullable) */
} Order;

struct _StnReportMaker {
  GObject parent_instance;

  StnDiaryClient *client;
  StnReportQuestion question;
  Found *found;
  Made *made;
  GError *error;
  GCancellable *run; /* set while somebody looks */
};

enum { SIGNAL_UPDATED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StnReportMaker, stn_report_maker, G_TYPE_OBJECT)

static void
found_clear (Found *found)
{
  g_clear_pointer (&found->material, stn_material_free);
  g_clear_pointer (&found->analysis, stn_analysis_free);
}

static void
found_unref (gpointer found)
{
  g_atomic_rc_box_release_full (found, (GDestroyNotify) found_clear);
}

static void
made_free (gpointer data)
{
  Made *made = data;

  g_clear_pointer (&made->report, stn_report_free);
  g_clear_pointer (&made->card, stn_bedside_card_free);
  g_free (made);
}

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_pointer (&order->found, found_unref);
  g_free (order);
}

/* What was made for a question that nobody asks any more is thrown away. */
static gboolean
is_current (StnReportMaker *self, GCancellable *run)
{
  return self->run == run && !g_cancellable_is_cancelled (run);
}

static void
tell (StnReportMaker *self, Made *made, GError *error)
{
  g_clear_pointer (&self->made, made_free);
  g_clear_error (&self->error);
  self->made = made;
  self->error = error;
  g_signal_emit (self, signals[SIGNAL_UPDATED], 0);
}

/* The report, on the diary's thread. */

static gpointer
make_work (StnDiary *diary, gpointer data, GError **error)
{
  const Order *order = data;
  const Found *found = order->found;
  Made *made = g_new0 (Made, 1);

  made->report = stn_diary_make_report (
    diary, &order->question, found != NULL ? found->analysis : NULL,
    found != NULL ? stn_material_list_factors (found->material) : NULL, error);
  if (made->report != NULL)
    made->card = stn_diary_make_bedside_card (diary, error);
  /* The answer is as good where it could not be kept. */
  if (made->card != NULL && found != NULL)
    stn_diary_keep_refreshes (diary, found->material, NULL);
  if (made->card != NULL)
    return made;
  made_free (made);
  return NULL;
}

typedef struct {
  StnReportMaker *maker;
  GCancellable *run;
} Waiting;

static Waiting *
waiting_new (StnReportMaker *self)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->maker = g_object_ref (self);
  waiting->run = g_object_ref (self->run);
  return waiting;
}

static void
waiting_free (Waiting *waiting)
{
  g_object_unref (waiting->maker);
  g_object_unref (waiting->run);
  g_free (waiting);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Waiting, waiting_free)

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  GError *error = NULL;
  Made *made = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (is_current (waiting->maker, waiting->run)) {
    tell (waiting->maker, made, error);
    return;
  }
  g_clear_pointer (&made, made_free);
  g_clear_error (&error);
}

static void
make (StnReportMaker *self)
{
  Order *order = g_new0 (Order, 1);

  order->question = self->question;
  order->found = self->found != NULL ? g_atomic_rc_box_acquire (self->found) : NULL;
  stn_diary_client_run (self->client, make_work, order, order_free, made_free, self->run, made_cb,
                        waiting_new (self));
}

/* The analysis: collected on the diary's thread, computed in its own. */

static void
analyse_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Found *found = task_data;
  GError *error = NULL;

  found->analysis = stn_material_analyze (found->material, cancellable, NULL, NULL, &error);
  if (found->analysis == NULL) {
    g_task_return_error (task, error);
    return;
  }
  stn_analysis_show_published (found->analysis);
  g_task_return_pointer (task, g_atomic_rc_box_acquire (found), found_unref);
}

static void
analysed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  StnReportMaker *self = waiting->maker;
  Found *found = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Without it the page stands as it is. */
  if (found == NULL)
    return;
  if (!is_current (self, waiting->run)) {
    found_unref (found);
    return;
  }
  g_clear_pointer (&self->found, found_unref);
  self->found = found;
  make (self);
}

static gpointer
collect_work (StnDiary *diary, gpointer data, GError **error)
{
  return stn_diary_collect (diary, error);
}

static void
collected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Waiting) waiting = user_data;
  StnMaterial *material = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, NULL);
  g_autoptr (GTask) task = NULL;
  Found *found;

  if (material == NULL || !is_current (waiting->maker, waiting->run)) {
    g_clear_pointer (&material, stn_material_free);
    return;
  }
  found = g_atomic_rc_box_new0 (Found);
  found->material = material;
  task = g_task_new (NULL, waiting->run, analysed_cb, waiting_new (waiting->maker));
  g_task_set_task_data (task, found, found_unref);
  g_task_run_in_thread (task, analyse_thread);
}

static void
begin (StnReportMaker *self)
{
  make (self);
  if (self->found == NULL)
    stn_diary_client_run (self->client, collect_work, NULL, NULL,
                          (GDestroyNotify) stn_material_free, self->run, collected_cb,
                          waiting_new (self));
}

static void
end_run (StnReportMaker *self)
{
  if (self->run != NULL)
    g_cancellable_cancel (self->run);
  g_clear_object (&self->run);
}

void
stn_report_maker_ask (StnReportMaker *self, const StnReportQuestion *question)
{
  g_return_if_fail (STN_IS_REPORT_MAKER (self) && question != NULL);
  end_run (self);
  self->run = g_cancellable_new ();
  self->question = *question;
  begin (self);
}

void
stn_report_maker_stop (StnReportMaker *self)
{
  g_return_if_fail (STN_IS_REPORT_MAKER (self));
  end_run (self);
}

const StnReport *
stn_report_maker_get_report (StnReportMaker *self)
{
  g_return_val_if_fail (STN_IS_REPORT_MAKER (self), NULL);
  return self->made != NULL ? self->made->report : NULL;
}

const StnBedsideCard *
stn_report_maker_get_card (StnReportMaker *self)
{
  g_return_val_if_fail (STN_IS_REPORT_MAKER (self), NULL);
  return self->made != NULL ? self->made->card : NULL;
}

const GError *
stn_report_maker_get_error (StnReportMaker *self)
{
  g_return_val_if_fail (STN_IS_REPORT_MAKER (self), NULL);
  return self->error;
}

static void
changed_cb (StnReportMaker *self)
{
  StnReportQuestion question = self->question;

  g_clear_pointer (&self->found, found_unref);
  if (self->run != NULL)
    stn_report_maker_ask (self, &question);
}

static void
stn_report_maker_dispose (GObject *object)
{
  StnReportMaker *self = STN_REPORT_MAKER (object);

  end_run (self);
  g_clear_object (&self->client);
  g_clear_pointer (&self->found, found_unref);
  g_clear_pointer (&self->made, made_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (stn_report_maker_parent_class)->dispose (object);
}

static void
stn_report_maker_class_init (StnReportMakerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stn_report_maker_dispose;
  signals[SIGNAL_UPDATED] = g_signal_new ("updated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
stn_report_maker_init (StnReportMaker *self)
{
}

StnReportMaker *
stn_report_maker_new (StnDiaryClient *client)
{
  g_return_val_if_fail (STN_IS_DIARY_CLIENT (client), NULL);
  StnReportMaker *self = g_object_new (STN_TYPE_REPORT_MAKER, NULL);

  self->client = g_object_ref (client);
  g_signal_connect_object (client, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}
