/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-rescue.h"

#include <glib/gstdio.h>

#include "store/stn-backup-folder.h"
#include "store/stn-backup.h"
#include "store/stn-diary-file.h"

typedef struct {
  char *diary;
  char *from; /* NULL: begin anew */
  StnClock *clock;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->diary);
  g_free (order->from);
  stn_clock_unref (order->clock);
  g_free (order);
}

void
stn_rescue_facts_free (StnRescueFacts *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->good, stn_backup_facts_free);
  g_free (self->recovered);
  g_free (self);
}

static void
run (const char *diary,
     const char *from,
     StnClock *clock,
     GTaskThreadFunc work,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Order *order = g_new0 (Order, 1);

  order->diary = g_strdup (diary);
  order->from = g_strdup (from);
  order->clock = stn_clock_ref (clock);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, work);
}

static void
look_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  StnRescueFacts *facts = g_new0 (StnRescueFacts, 1);
  g_autofree char *recovered = g_strconcat (order->diary, ".recovered", NULL);

  facts->is_there = g_file_test (order->diary, G_FILE_TEST_EXISTS);
  facts->good = stn_backup_find_last_good (order->diary, order->clock);
  g_unlink (recovered); /* of a look before; a name of the program's own */
  if (facts->is_there &&
      stn_diary_recover (order->diary, recovered, order->clock, &facts->salvage, NULL))
    facts->recovered = g_steal_pointer (&recovered);
  g_task_return_pointer (task, facts, (GDestroyNotify) stn_rescue_facts_free);
}

void
stn_rescue_look (const char *diary,
                 StnClock *clock,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  run (diary, NULL, clock, look_cb, callback, user_data);
}

StnRescueFacts *
stn_rescue_look_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static gboolean
is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK);
}

static gboolean
set_aside (const Order *order, char **ret_aside, GError **error)
{
  g_autoptr (GDateTime) now = stn_clock_now (order->clock);

  *ret_aside = NULL;
  return !is_there (order->diary) || stn_diary_file_set_aside (order->diary, STN_DAMAGED_MARK,
                                                               stn_date_of (now), ret_aside, error);
}

static void
return_aside (GTask *task, char *aside)
{
  g_task_return_pointer (task, aside != NULL ? aside : g_strdup (""), g_free);
}

static void
take_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  g_autofree char *aside = NULL;
  GError *error = NULL;

  if (is_there (order->diary)
        ? stn_store_adopt_over (order->from, order->diary, order->clock, &aside, &error)
        : stn_store_adopt (order->from, order->diary, order->clock, &error))
    return_aside (task, g_steal_pointer (&aside));
  else
    g_task_return_error (task, error);
}

void
stn_rescue_take (const char *diary,
                 const char *from,
                 StnClock *clock,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  g_return_if_fail (from != NULL);

  run (diary, from, clock, take_cb, callback, user_data);
}

static void
begin_anew_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Order *order = data;
  g_autoptr (GDateTime) now = stn_clock_now (order->clock);
  g_autofree char *aside = NULL;
  GError *error = NULL;

  if (set_aside (order, &aside, &error) &&
      stn_backup_folder_set_aside (order->diary, stn_date_of (now), &error))
    return_aside (task, g_steal_pointer (&aside));
  else
    g_task_return_error (task, error);
}

void
stn_rescue_begin_anew (const char *diary,
                       StnClock *clock,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  run (diary, NULL, clock, begin_anew_cb, callback, user_data);
}

gboolean
stn_rescue_finish (GAsyncResult *result, char **ret_aside, GError **error)
{
  char *aside = g_task_propagate_pointer (G_TASK (result), error);

  if (aside == NULL)
    return FALSE;
  if (ret_aside != NULL)
    *ret_aside = *aside != '\0' ? g_strdup (aside) : NULL;
  g_free (aside);
  return TRUE;
}
