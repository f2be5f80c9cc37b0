/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-export.h"

#include "diary/stn-diary-archive.h"
#include "store/stn-backup.h"

typedef struct {
  StnExport what;
  char *path;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_pointer (&order->what.keys, g_array_unref);
  g_free (order->path);
  g_free (order);
}

char *
stn_export_name (StnExportKind kind, StnDate today)
{
  char day[STN_DATE_TEXT_SIZE];

  stn_date_to_text (today, day);
  switch (kind) {
  case STN_EXPORT_EVERYTHING:
    return g_strdup_printf ("stillnight-%s.json", day);
  case STN_EXPORT_TABLE:
    return g_strdup ("nights.csv");
  case STN_EXPORT_FOR_MERGE:
    return g_strdup_printf ("stillnight-%s.db", day);
  }
  g_assert_not_reached ();
}

/* (transfer full) (element-type StnNight) */
static GPtrArray *
list_nights (StnDiary *diary, const StnExport *what, GError **error)
{
  g_autoptr (GPtrArray) nights = NULL;

  if (what->keys == NULL)
    return stn_diary_list_nights (diary, what->from, what->to, error);
  nights = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_night_free);
  for (guint i = 0; i < what->keys->len; i++) {
    StnNight *night = stn_diary_get_night (diary, g_array_index (what->keys, StnDate, i), error);

    if (night == NULL)
      return NULL;
    g_ptr_array_add (nights, night);
  }
  return g_steal_pointer (&nights);
}

static gboolean
save_table (StnDiary *diary, const Order *order, guint *ret_nights, GError **error)
{
  g_autoptr (GPtrArray) nights = list_nights (diary, &order->what, error);
  g_autofree char *text = NULL;

  if (nights == NULL)
    return FALSE;
  *ret_nights = nights->len;
  text = stn_csv_export_table (nights, order->what.rows, order->what.parts);
  return stn_csv_export_save (text, order->path, error);
}

static gboolean
save_everything (StnDiary *diary, const char *path, GError **error)
{
  GString *json = stn_diary_export_json (diary, error);
  g_autofree char *text = json == NULL ? NULL : g_string_free (json, FALSE);

  return text != NULL && stn_csv_export_save (text, path, error);
}

static gpointer
save_work (StnDiary *diary, gpointer data, GError **error)
{
  const Order *order = data;
  g_autofree guint *n_nights = g_new0 (guint, 1);
  gboolean is_saved = FALSE;

  switch (order->what.kind) {
  case STN_EXPORT_EVERYTHING:
    is_saved = save_everything (diary, order->path, error);
    break;
  case STN_EXPORT_TABLE:
    is_saved = save_table (diary, order, n_nights, error);
    break;
  case STN_EXPORT_FOR_MERGE:
    is_saved = stn_store_copy_to (stn_diary_get_store (diary), order->path, error);
    break;
  }
  return is_saved ? g_steal_pointer (&n_nights) : NULL;
}

void
stn_export_save (StnDiaryClient *client,
                 const StnExport *what,
                 const char *path,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  Order *order = g_new (Order, 1);

  *order = (Order){*what, g_strdup (path)};
  if (order->what.keys != NULL)
    g_array_ref (order->what.keys);
  stn_diary_client_run_beside (client, save_work, order, order_free, g_free, callback, user_data);
}

gboolean
stn_export_save_finish (StnDiaryClient *client,
                        GAsyncResult *result,
                        guint *ret_nights,
                        GError **error)
{
  g_autofree guint *n_nights = stn_diary_client_run_finish (client, result, error);

  if (n_nights != NULL && ret_nights != NULL)
    *ret_nights = *n_nights;
  return n_nights != NULL;
}
