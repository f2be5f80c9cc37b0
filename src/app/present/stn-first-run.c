/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-first-run.h"

#include <glib/gstdio.h>

#include "diary/stn-diary.h"
#include "diary/stn-sample.h"
#include "store/stn-backup.h"

#define SAMPLE_NAME "sample.db"

typedef struct {
  StnClock *clock;
  char *from;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  stn_clock_unref (order->clock);
  g_free (order->from);
  g_free (order);
}

char *
stn_first_run_sample_path (void)
{
  g_autofree char *own = stn_diary_default_path ();
  g_autofree char *folder = g_path_get_dirname (own);

  return g_build_filename (folder, SAMPLE_NAME, NULL);
}

static gboolean
make_sample (const char *path, StnClock *clock, GError **error)
{
  g_autoptr (StnDiary) diary = NULL;
  StnSampleTruth truth;

  /* A name of the program's own: there is nothing of the person's in it. */
  g_unlink (path);
  diary = stn_diary_open (path, STN_STORE_CREATE_NEW, clock, error);
  return diary != NULL &&
         stn_sample_write (diary, STN_SAMPLE_NIGHTS_DEFAULT, STN_SAMPLE_PLANTED_DEFAULT,
                           STN_SAMPLE_SEED_DEFAULT, FALSE, &truth, error);
}

static void
work_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  g_autofree char *own = stn_diary_default_path ();
  g_autofree char *sample = stn_first_run_sample_path ();
  GError *error = NULL;

  if (order->from != NULL ? stn_store_adopt (order->from, own, order->clock, &error)
                          : make_sample (sample, order->clock, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run (const char *from, StnClock *clock, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->clock = stn_clock_ref (clock);
  order->from = g_strdup (from);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, work_cb);
}

void
stn_first_run_make_sample (StnClock *clock, GAsyncReadyCallback callback, gpointer user_data)
{
  run (NULL, clock, callback, user_data);
}

void
stn_first_run_adopt (const char *from,
                     StnClock *clock,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_return_if_fail (from != NULL);

  run (from, clock, callback, user_data);
}

gboolean
stn_first_run_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
