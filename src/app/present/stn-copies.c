/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-copies.h"

#include "store/stn-backup-folder.h"
#include "store/stn-backup.h"

typedef struct {
  char *path;
  gboolean dry_run;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->path);
  g_free (order);
}

void
stn_copies_free (StnCopies *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->good, stn_backup_facts_free);
  g_free (self->second_copy);
  g_free (self);
}

static gpointer
read_work (StnDiary *diary, gpointer data, GError **error)
{
  StnStore *store = stn_diary_get_store (diary);
  g_autoptr (StnCopies) copies = g_new0 (StnCopies, 1);

  copies->second_copy = stn_diary_get_second_copy (diary, error);
  if (copies->second_copy == NULL ||
      !stn_store_get_backed_up (store, &copies->second_copied, error))
    return NULL;
  copies->files = stn_backup_folder_list (stn_store_get_path (store));
  copies->good =
    stn_backup_find_last_good (stn_store_get_path (store), stn_store_get_clock (store));
  return g_steal_pointer (&copies);
}

void
stn_copies_read (StnDiaryClient *client, GAsyncReadyCallback callback, gpointer user_data)
{
  stn_diary_client_run_beside (client, read_work, NULL, NULL, (GDestroyNotify) stn_copies_free,
                               callback, user_data);
}

StnCopies *
stn_copies_read_finish (StnDiaryClient *client, GAsyncResult *result, GError **error)
{
  return stn_diary_client_run_finish (client, result, error);
}

/* The person says that it is right as it is: also when there is far less than in the copies. */
static gpointer
make_work (StnDiary *diary, gpointer data, GError **error)
{
  g_auto (GStrv) mounts = stn_mounts_list ();
  StnSecondCopyState state;

  return stn_store_keep_backup (stn_diary_get_store (diary), STN_BACKUP_NOW, NULL, error) &&
             stn_diary_keep_second_copy (diary, (const char *const *) mounts, TRUE, &state, error)
           ? GINT_TO_POINTER (TRUE)
           : NULL;
}

void
stn_copies_make (StnDiaryClient *client, GAsyncReadyCallback callback, gpointer user_data)
{
  stn_diary_client_run_beside (client, make_work, NULL, NULL, NULL, callback, user_data);
}

gboolean
stn_copies_make_finish (StnDiaryClient *client, GAsyncResult *result, GError **error)
{
  return stn_diary_client_run_finish (client, result, error) != NULL;
}

/* A state as a result: NULL is for errors. */
static gpointer
result_of (StnSecondCopyState state)
{
  return GINT_TO_POINTER (1 + (int) state);
}

static gboolean
finish_state (StnDiaryClient *client,
              GAsyncResult *result,
              StnSecondCopyState *ret_state,
              GError **error)
{
  gpointer state = stn_diary_client_run_finish (client, result, error);

  if (state != NULL)
    *ret_state = (StnSecondCopyState) (GPOINTER_TO_INT (state) - 1);
  return state != NULL;
}

static gpointer
choose_work (StnDiary *diary, gpointer data, GError **error)
{
  const Order *order = data;
  g_auto (GStrv) mounts = stn_mounts_list ();
  StnSecondCopyState state;

  return stn_diary_choose_second_copy (diary, order->path, (const char *const *) mounts, &state,
                                       error)
           ? result_of (state)
           : NULL;
}

void
stn_copies_choose_folder (StnDiaryClient *client,
                          const char *folder,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Order *order = g_new0 (Order, 1);

  order->path = g_strdup (folder);
  stn_diary_client_run_beside (client, choose_work, order, order_free, NULL, callback, user_data);
}

gboolean
stn_copies_choose_folder_finish (StnDiaryClient *client,
                                 GAsyncResult *result,
                                 StnSecondCopyState *ret_state,
                                 GError **error)
{
  return finish_state (client, result, ret_state, error);
}

static gpointer
restore_work (StnDiary *diary, gpointer data, GError **error)
{
  const Order *order = data;
  g_autofree StnRestored *restored = g_new0 (StnRestored, 1);

  if (!stn_diary_restore (diary, order->path, order->dry_run, &restored->report, &restored->group,
                          error))
    return NULL;
  return g_steal_pointer (&restored);
}

void
stn_copies_restore (StnDiaryClient *client,
                    const char *from,
                    gboolean dry_run,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  Order *order = g_new0 (Order, 1);

  order->path = g_strdup (from);
  order->dry_run = dry_run;
  stn_diary_client_run (client, restore_work, order, order_free, g_free, NULL, callback, user_data);
}

StnRestored *
stn_copies_restore_finish (StnDiaryClient *client, GAsyncResult *result, GError **error)
{
  return stn_diary_client_run_finish (client, result, error);
}

static gpointer
forget_work (StnDiary *diary, gpointer data, GError **error)
{
  g_auto (GStrv) mounts = stn_mounts_list ();
  StnSecondCopyState state;

  return stn_diary_forget (diary, (const char *const *) mounts, &state, error) ? result_of (state)
                                                                               : NULL;
}

void
stn_copies_forget (StnDiaryClient *client, GAsyncReadyCallback callback, gpointer user_data)
{
  stn_diary_client_run (client, forget_work, NULL, NULL, NULL, NULL, callback, user_data);
}

gboolean
stn_copies_forget_finish (StnDiaryClient *client,
                          GAsyncResult *result,
                          StnSecondCopyState *ret_state,
                          GError **error)
{
  return finish_state (client, result, ret_state, error);
}
