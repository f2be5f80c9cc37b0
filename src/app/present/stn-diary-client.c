/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-diary-client.h"

#include <malloc.h>

#include "store/stn-store-watch.h"

struct _StnDiaryClient {
  GObject parent_instance;

  StnClock *clock;
  char *path;
  StnStoreMode mode;
  StnStoreWatch *watch;
  GMainContext *context;  /* where results and signals arrive */
  GAsyncQueue *jobs;      /* element-type Job; the one that is_last ends the thread */
  GThread *thread;        /* NULL once closed */
  GAsyncQueue *beside;    /* element-type Job; of the second thread */
  GThread *beside_thread; /* NULL before it is needed */
  GCancellable *closing;
  gboolean has_failed;
  GQueue patient;    /* element-type Job: what waits for the picture */
  guint picture_due; /* source that no longer waits for the picture, 0 = nothing waits for one */
};

/* Whatever becomes of the first picture, nothing waits for it longer. */
#define PICTURE_DUE_MS 2000

#define REST_AFTER_US (G_USEC_PER_SEC / 2)

G_DEFINE_FINAL_TYPE (StnDiaryClient, stn_diary_client, G_TYPE_OBJECT)

enum { OPENED, FAILED, UNREADABLE, CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* One piece of work on its way to the diary's thread and, with its result, back. */
typedef struct {
  GTask *task; /* NULL: only look what other programs changed */
  gboolean is_last;
  StnDiaryWork work;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  gpointer result;
  GError *error;
} Job;

/* The thread's way back to the client. The thread never holds a reference to the client itself, not even a short one:
 * were it the last, the thread would wait for its own end. */
typedef struct {
  GWeakRef client; /* read in the main thread only */
} Link;

typedef struct {
  Link *link;
  GMainContext *context;
  GAsyncQueue *jobs;
  StnClock *clock;
  char *path;
  StnStoreMode mode;
  StnDiary *diary; /* NULL when it could not be opened */
  GError *failure;
  gint64 seq;             /* newest change that was told */
  GHashTable *unreadable; /* julian dates of nights that were left out */
} DiaryThread;

/* What the second thread knows. It has the diary open only while it works. */
typedef struct {
  GMainContext *context;
  GAsyncQueue *jobs;
  GAsyncQueue *diary_jobs;
  GCancellable *closing;
  StnClock *clock;
  char *path;
  StnStoreMode mode;
} BesideThread;

/* A signal on its way to the main thread. */
typedef struct {
  Link *link;
  guint signal;
  GError *error;
  GArray *nights;
  guint n;
} Event;

static void
link_clear (gpointer data)
{
  g_weak_ref_clear (&((Link *) data)->client);
}

static void
link_unref (Link *link)
{
  g_atomic_rc_box_release_full (link, link_clear);
}

static void
job_free (Job *job)
{
  if (job->data_free != NULL)
    job->data_free (job->data);
  g_clear_object (&job->task);
  g_clear_error (&job->error);
  g_free (job);
}

static void
event_free (Event *event)
{
  link_unref (event->link);
  g_clear_error (&event->error);
  g_clear_pointer (&event->nights, g_array_unref);
  g_free (event);
}

static void
thread_free (DiaryThread *thread)
{
  g_clear_pointer (&thread->diary, stn_diary_close);
  link_unref (thread->link);
  g_main_context_unref (thread->context);
  g_async_queue_unref (thread->jobs);
  stn_clock_unref (thread->clock);
  g_free (thread->path);
  g_clear_error (&thread->failure);
  g_hash_table_unref (thread->unreadable);
  g_free (thread);
}

static void
beside_free (BesideThread *thread)
{
  g_main_context_unref (thread->context);
  g_async_queue_unref (thread->jobs);
  g_async_queue_unref (thread->diary_jobs);
  g_object_unref (thread->closing);
  stn_clock_unref (thread->clock);
  g_free (thread->path);
  g_free (thread);
}

/* Things arrive in the order in which they were sent: same context, same priority. */
static void
send_to_main (GMainContext *context, GSourceFunc function, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, function, data, destroy);
  g_source_attach (source, context);
}

static void
stirred_cb (StnStoreWatch *watch, gpointer user_data)
{
  StnDiaryClient *self = STN_DIARY_CLIENT (user_data);

  if (self->thread != NULL)
    g_async_queue_push (self->jobs, g_new0 (Job, 1));
}

static void
begin_watching (StnDiaryClient *self)
{
  g_autoptr (GError) error = NULL;

  self->watch = stn_store_watch_new (self->path, &error);
  if (self->watch == NULL) {
    g_message ("what other programs write will not be noticed: %s", error->message);
    return;
  }
  g_signal_connect_object (self->watch, "stirred", G_CALLBACK (stirred_cb), self, 0);
  /* What was written between opening and watching. */
  stirred_cb (self->watch, self);
}

static gboolean
event_cb (gpointer user_data)
{
  Event *event = user_data;
  g_autoptr (StnDiaryClient) self = g_weak_ref_get (&event->link->client);

  if (self == NULL || self->thread == NULL)
    return G_SOURCE_REMOVE;
  if (event->signal == OPENED) {
    begin_watching (self);
    g_signal_emit (self, signals[OPENED], 0);
  } else if (event->signal == FAILED) {
    self->has_failed = TRUE;
    g_signal_emit (self, signals[FAILED], 0, event->error);
  } else if (event->signal == UNREADABLE) {
    g_signal_emit (self, signals[UNREADABLE], 0, event->n);
  } else {
    g_signal_emit (self, signals[CHANGED], 0, event->nights);
  }
  return G_SOURCE_REMOVE;
}

static void
send_event (DiaryThread *thread, guint signal, const GError *error, GArray *nights)
{
  Event *event = g_new0 (Event, 1);

  event->n = g_hash_table_size (thread->unreadable);
  event->link = g_atomic_rc_box_acquire (thread->link);
  event->signal = signal;
  event->error = error != NULL ? g_error_copy (error) : NULL;
  event->nights = nights != NULL ? g_array_ref (nights) : NULL;
  send_to_main (thread->context, event_cb, event, (GDestroyNotify) event_free);
}

/* Tells what was changed, by this program or another, since it was last told. */
static void
tell_changes (DiaryThread *thread)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) nights = NULL;
  gint64 seq = thread->seq;
  gboolean all = FALSE;

  nights = stn_change_log_nights_since (stn_diary_get_store (thread->diary), thread->seq, &seq,
                                        &all, &error);
  if (nights == NULL) {
    g_message ("cannot see what was changed: %s", error->message);
    return;
  }
  if (seq == thread->seq)
    return;
  thread->seq = seq;
  send_event (thread, CHANGED, NULL, all ? NULL : nights);
}

static gboolean
job_done_cb (gpointer user_data)
{
  Job *job = user_data;

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, g_steal_pointer (&job->result), job->result_free);
  return G_SOURCE_REMOVE;
}

static void
do_job (DiaryThread *thread, Job *job)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);

  if (thread->diary == NULL)
    job->error = g_error_copy (thread->failure);
  else if (!g_cancellable_set_error_if_cancelled (cancellable, &job->error))
    job->result = job->work (thread->diary, job->data, &job->error);
  send_to_main (thread->context, job_done_cb, job, (GDestroyNotify) job_free);
}

static void
unreadable_cb (const GArray *nights, gpointer data)
{
  DiaryThread *thread = data;
  const guint before = g_hash_table_size (thread->unreadable);

  for (guint i = 0; i < nights->len; i++)
    g_hash_table_add (thread->unreadable,
                      GUINT_TO_POINTER (g_array_index (nights, StnDate, i).julian + 1));
  if (g_hash_table_size (thread->unreadable) > before)
    send_event (thread, UNREADABLE, NULL, NULL);
}

/* One that a newer version wrote can only be read. */
static StnDiary *
open_any (const char *path, StnStoreMode mode, StnClock *clock, GError **error)
{
  g_autoptr (GError) reason = NULL;
  StnDiary *diary = stn_diary_open (path, mode, clock, &reason);

  if (g_error_matches (reason, STN_STORE_ERROR, STN_STORE_ERROR_NEWER))
    return stn_diary_open (path, STN_STORE_READ_ONLY, clock, error);
  if (diary == NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  return diary;
}

static void
open_diary (DiaryThread *thread)
{
  g_autoptr (GError) error = NULL;

  thread->diary = open_any (thread->path, thread->mode, thread->clock, &thread->failure);
  if (thread->diary == NULL) {
    send_event (thread, FAILED, thread->failure, NULL);
    return;
  }
  stn_diary_tell_unreadable (thread->diary, unreadable_cb, thread);
  thread->seq = stn_change_log_last_seq (stn_diary_get_store (thread->diary), &error);
  send_event (thread, OPENED, NULL, NULL);
}

/* Once nothing was asked for a while, what was only kept to be faster is given back, by all threads: a window stays open for
 * hours and is used for minutes. */
static Job *
wait_for_job (DiaryThread *thread)
{
  Job *job = g_async_queue_timeout_pop (thread->jobs, REST_AFTER_US);

  if (job != NULL)
    return job;
  if (thread->diary != NULL)
    stn_store_rest (stn_diary_get_store (thread->diary));
  malloc_trim (0);
  return g_async_queue_pop (thread->jobs);
}

static gpointer
thread_main (gpointer data)
{
  DiaryThread *thread = data;
  gboolean is_last = FALSE;

  open_diary (thread);
  while (!is_last) {
    Job *job = wait_for_job (thread);

    is_last = job->is_last;
    if (job->task != NULL)
      do_job (thread, job);
    else
      job_free (job);
    if (thread->diary != NULL && !is_last)
      tell_changes (thread);
  }
  thread_free (thread);
  return NULL;
}

/* What was cut short by the end is told as that, whatever came out of it. */
static void
do_job_beside (BesideThread *thread, Job *job)
{
  g_autoptr (StnDiary) diary = NULL;

  if (!g_cancellable_is_cancelled (thread->closing))
    diary = open_any (thread->path, thread->mode, thread->clock, &job->error);
  if (diary != NULL)
    job->result = job->work (diary, job->data, &job->error);
  if (g_cancellable_is_cancelled (thread->closing)) {
    if (job->result != NULL && job->result_free != NULL)
      job->result_free (g_steal_pointer (&job->result));
    g_clear_error (&job->error);
    g_cancellable_set_error_if_cancelled (thread->closing, &job->error);
  }
}

static gpointer
beside_main (gpointer data)
{
  BesideThread *thread = data;
  gboolean is_last = FALSE;

  g_cancellable_push_current (thread->closing);
  while (!is_last) {
    Job *job = g_async_queue_pop (thread->jobs);

    is_last = job->is_last;
    if (is_last) {
      job_free (job);
      continue;
    }
    do_job_beside (thread, job);
    send_to_main (thread->context, job_done_cb, job, (GDestroyNotify) job_free);
    /* What it wrote is to the diary's own connection what another program wrote. */
    g_async_queue_push (thread->diary_jobs, g_new0 (Job, 1));
  }
  g_cancellable_pop_current (thread->closing);
  beside_free (thread);
  return NULL;
}

static void
end_thread (GThread **thread, GAsyncQueue *jobs)
{
  Job *last = g_new0 (Job, 1);

  last->is_last = TRUE;
  g_async_queue_push (jobs, last);
  g_thread_join (g_steal_pointer (thread));
}

void
stn_diary_client_has_picture (StnDiaryClient *self)
{
  Job *job;

  g_return_if_fail (STN_IS_DIARY_CLIENT (self));

  g_clear_handle_id (&self->picture_due, g_source_remove);
  while ((job = g_queue_pop_head (&self->patient)) != NULL)
    g_async_queue_push (self->jobs, job);
}

static void
picture_due_cb (gpointer user_data)
{
  StnDiaryClient *self = STN_DIARY_CLIENT (user_data);

  self->picture_due = 0;
  stn_diary_client_has_picture (self);
}

void
stn_diary_client_close (StnDiaryClient *self)
{
  g_return_if_fail (STN_IS_DIARY_CLIENT (self));

  if (self->thread == NULL)
    return;
  stn_diary_client_has_picture (self);
  g_clear_object (&self->watch);
  g_cancellable_cancel (self->closing);
  if (self->beside_thread != NULL)
    end_thread (&self->beside_thread, self->beside);
  end_thread (&self->thread, self->jobs);
}

static void
stn_diary_client_finalize (GObject *object)
{
  StnDiaryClient *self = STN_DIARY_CLIENT (object);

  stn_diary_client_close (self);
  g_async_queue_unref (self->jobs);
  g_async_queue_unref (self->beside);
  g_object_unref (self->closing);
  g_main_context_unref (self->context);
  stn_clock_unref (self->clock);
  g_free (self->path);

  G_OBJECT_CLASS (stn_diary_client_parent_class)->finalize (object);
}

static void
stn_diary_client_class_init (StnDiaryClientClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stn_diary_client_finalize;

  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[UNREADABLE] = g_signal_new ("unreadable", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ARRAY);
}

static void
stn_diary_client_init (StnDiaryClient *self)
{
  self->jobs = g_async_queue_new ();
  self->beside = g_async_queue_new ();
  self->closing = g_cancellable_new ();
  self->context = g_main_context_ref_thread_default ();
}

StnDiaryClient *
stn_diary_client_new (const char *path, StnStoreMode mode, StnClock *clock)
{
  StnDiaryClient *self;
  DiaryThread *thread;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (clock != NULL, NULL);

  self = g_object_new (STN_TYPE_DIARY_CLIENT, NULL);
  self->path = g_strdup (path);
  self->mode = mode;
  self->clock = stn_clock_ref (clock);

  thread = g_new0 (DiaryThread, 1);
  thread->link = g_atomic_rc_box_new0 (Link);
  g_weak_ref_init (&thread->link->client, self);
  thread->context = g_main_context_ref (self->context);
  thread->jobs = g_async_queue_ref (self->jobs);
  thread->clock = stn_clock_ref (clock);
  thread->path = g_strdup (path);
  thread->mode = mode;
  thread->unreadable = g_hash_table_new (NULL, NULL);
  self->thread = g_thread_new ("diary", thread_main, thread);
  return self;
}

void
stn_diary_client_show_again (StnDiaryClient *self)
{
  g_return_if_fail (STN_IS_DIARY_CLIENT (self));

  if (self->thread != NULL)
    g_signal_emit (self, signals[CHANGED], 0, NULL);
}

gboolean
stn_diary_client_has_failed (StnDiaryClient *self)
{
  g_return_val_if_fail (STN_IS_DIARY_CLIENT (self), FALSE);

  return self->has_failed;
}

StnClock *
stn_diary_client_get_clock (StnDiaryClient *self)
{
  g_return_val_if_fail (STN_IS_DIARY_CLIENT (self), NULL);

  return self->clock;
}

const char *
stn_diary_client_get_path (StnDiaryClient *self)
{
  g_return_val_if_fail (STN_IS_DIARY_CLIENT (self), NULL);

  return self->path;
}

/* Returns: NULL when the diary is closed: then the answer is under way. */
static Job *
job_new (StnDiaryClient *self,
         StnDiaryWork work,
         gpointer data,
         GDestroyNotify data_free,
         GDestroyNotify result_free,
         GCancellable *cancellable,
         GAsyncReadyCallback callback,
         gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (job->task, work);
  job->work = work;
  job->data = data;
  job->data_free = data_free;
  job->result_free = result_free;
  if (self->thread != NULL)
    return job;
  g_task_return_new_error (job->task, G_IO_ERROR, G_IO_ERROR_CLOSED, "the diary is closed");
  job_free (job);
  return NULL;
}

void
stn_diary_client_run (StnDiaryClient *self,
                      StnDiaryWork work,
                      gpointer data,
                      GDestroyNotify data_free,
                      GDestroyNotify result_free,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  Job *job;

  g_return_if_fail (STN_IS_DIARY_CLIENT (self));
  g_return_if_fail (work != NULL);

  job = job_new (self, work, data, data_free, result_free, cancellable, callback, user_data);
  if (job != NULL)
    g_async_queue_push (self->jobs, job);
}

void
stn_diary_client_wait_for_picture (StnDiaryClient *self)
{
  g_return_if_fail (STN_IS_DIARY_CLIENT (self));

  if (self->thread != NULL && self->picture_due == 0)
    self->picture_due = g_timeout_add_once (PICTURE_DUE_MS, picture_due_cb, self);
}

void
stn_diary_client_run_after_picture (StnDiaryClient *self,
                                    StnDiaryWork work,
                                    gpointer data,
                                    GDestroyNotify data_free,
                                    GDestroyNotify result_free,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  Job *job;

  g_return_if_fail (STN_IS_DIARY_CLIENT (self));
  g_return_if_fail (work != NULL);

  job = job_new (self, work, data, data_free, result_free, cancellable, callback, user_data);
  if (job != NULL && self->picture_due != 0)
    g_queue_push_tail (&self->patient, job);
  else if (job != NULL)
    g_async_queue_push (self->jobs, job);
}

static void
start_beside (StnDiaryClient *self)
{
  BesideThread *thread = g_new0 (BesideThread, 1);

  thread->context = g_main_context_ref (self->context);
  thread->jobs = g_async_queue_ref (self->beside);
  thread->diary_jobs = g_async_queue_ref (self->jobs);
  thread->closing = g_object_ref (self->closing);
  thread->clock = stn_clock_ref (self->clock);
  thread->path = g_strdup (self->path);
  /* It never makes one. */
  thread->mode = self->mode == STN_STORE_READ_ONLY ? STN_STORE_READ_ONLY : STN_STORE_EXISTING;
  self->beside_thread = g_thread_new ("diary-beside", beside_main, thread);
}

void
stn_diary_client_run_beside (StnDiaryClient *self,
                             StnDiaryWork work,
                             gpointer data,
                             GDestroyNotify data_free,
                             GDestroyNotify result_free,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Job *job;

  g_return_if_fail (STN_IS_DIARY_CLIENT (self));
  g_return_if_fail (work != NULL);

  job = job_new (self, work, data, data_free, result_free, NULL, callback, user_data);
  if (job == NULL)
    return;
  if (self->beside_thread == NULL)
    start_beside (self);
  g_async_queue_push (self->beside, job);
}

gpointer
stn_diary_client_run_finish (StnDiaryClient *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (STN_IS_DIARY_CLIENT (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
