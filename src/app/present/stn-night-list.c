/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-night-list.h"

/* Nights asked for that lie closer together than this are read in one go. */
#define GAP_MAX_DAYS 31

struct _StnNightList {
  GObject parent_instance;

  StnDiaryClient *client;
  StnNightFilter filter;
  char *search;

  GArray *keys;       /* (element-type StnDate) newest first */
  GHashTable *items;  /* julian -> StnNightItem that someone holds (weak) */
  GArray *wanted;     /* (element-type StnDate) items whose night is still to be read */
  guint read_id;      /* source that will read @wanted */
  GCancellable *scan; /* of the scan under way */
  gboolean ready;
  gboolean diary_empty;
};

enum { SIGNAL_READY, SIGNAL_FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (StnNightList,
                               stn_night_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gpointer
key_to_pointer (StnDate key)
{
  return GUINT_TO_POINTER (key.julian);
}

static StnDate
key_at (GArray *keys, guint position)
{
  return g_array_index (keys, StnDate, position);
}

static void
fail (StnNightList *self, GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

/* Reading nights: a run of them at a time, on the diary's thread */

typedef struct {
  StnDate from;
  StnDate to;
  GPtrArray *nights; /* (element-type StnNight) what is stored of them, by key */
} NightRun;

static void
night_run_free (gpointer data)
{
  NightRun *run = data;

  g_clear_pointer (&run->nights, g_ptr_array_unref);
  g_free (run);
}

static NightRun *
night_run_new (StnDate from, StnDate to)
{
  NightRun *run = g_new0 (NightRun, 1);

  run->from = from;
  run->to = to;
  return run;
}

static gpointer
read_work (StnDiary *diary, gpointer data, GError **error)
{
  const NightRun *order = data;
  GPtrArray *nights = stn_diary_list_nights (diary, order->from, order->to, error);
  NightRun *run;

  if (!nights)
    return NULL;
  run = night_run_new (order->from, order->to);
  run->nights = nights;
  return run;
}

static void
hand_out (StnNightList *self, const NightRun *run)
{
  guint at = 0;

  for (StnDate key = run->from; stn_date_compare (key, run->to) <= 0;
       key = stn_date_add_days (key, 1)) {
    StnNightItem *item = g_hash_table_lookup (self->items, key_to_pointer (key));
    const StnNight *stored = at < run->nights->len ? g_ptr_array_index (run->nights, at) : NULL;

    if (stored && stn_date_compare (stored->key, key) == 0)
      at++;
    else
      stored = NULL;
    if (item)
      stn_night_item_take_night (item, stored ? stn_night_copy (stored) : stn_night_new (key));
  }
}

static void
read_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnNightList) self = user_data;
  g_autoptr (GError) error = NULL;
  NightRun *run = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (!run) {
    fail (self, error);
    return;
  }
  hand_out (self, run);
  night_run_free (run);
}

static void
read_run (StnNightList *self, StnDate from, StnDate to)
{
  stn_diary_client_run (self->client, read_work, night_run_new (from, to), night_run_free,
                        night_run_free, NULL, read_done_cb, g_object_ref (self));
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return stn_date_compare (*(const StnDate *) a, *(const StnDate *) b);
}

static gboolean
read_wanted_cb (gpointer user_data)
{
  StnNightList *self = user_data;
  g_autoptr (GArray) wanted = g_steal_pointer (&self->wanted);
  StnDate from, to;

  self->read_id = 0;
  self->wanted = g_array_new (FALSE, FALSE, sizeof (StnDate));
  g_array_sort (wanted, compare_keys);
  from = to = key_at (wanted, 0);
  for (guint i = 1; i < wanted->len; i++) {
    StnDate key = key_at (wanted, i);

    if (stn_date_days_between (to, key) > GAP_MAX_DAYS) {
      read_run (self, from, to);
      from = key;
    }
    to = key;
  }
  read_run (self, from, to);
  return G_SOURCE_REMOVE;
}

/* A list view asks for its items one by one: they are gathered until the main loop comes round. */
static void
want (StnNightList *self, StnDate key)
{
  g_array_append_val (self->wanted, key);
  if (self->read_id == 0)
    self->read_id = g_idle_add_full (G_PRIORITY_DEFAULT, read_wanted_cb, self, NULL);
}

/* Reading the keys */

typedef struct {
  StnNightFilter filter;
  char *search;
  GCancellable *cancellable;
} ScanOrder;

static void
scan_order_free (gpointer data)
{
  ScanOrder *order = data;

  g_free (order->search);
  g_object_unref (order->cancellable);
  g_free (order);
}

static gpointer
scan_work (StnDiary *diary, gpointer data, GError **error)
{
  const ScanOrder *order = data;

  return stn_night_scan (diary, order->filter, order->search, order->cancellable, error);
}

static gboolean
same_key_at (GArray *a, guint a_position, GArray *b, guint b_position)
{
  return stn_date_compare (key_at (a, a_position), key_at (b, b_position)) == 0;
}

/* Tells as little as possible, so that selection and scroll position stay: only what lies between the first and the
 * last difference, and the one night below it, because it may start a month now or no longer. */
static void
replace_keys (StnNightList *self, GArray *keys)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->keys);
  guint shorter = MIN (old->len, keys->len);
  guint same_above = 0;
  guint same_below = 0;

  self->keys = g_array_ref (keys);
  while (same_above < shorter && same_key_at (old, same_above, keys, same_above))
    same_above++;
  if (same_above == old->len && same_above == keys->len)
    return;
  while (same_below < shorter - same_above &&
         same_key_at (old, old->len - 1 - same_below, keys, keys->len - 1 - same_below))
    same_below++;
  if (same_below > 0)
    same_below--;
  if (same_above > 0)
    same_above--;
  g_list_model_items_changed (G_LIST_MODEL (self), same_above, old->len - same_above - same_below,
                              keys->len - same_above - same_below);
}

static void
scan_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnNightList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StnNightScan) scan =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (!scan) {
    fail (self, error);
    return;
  }
  self->ready = TRUE;
  self->diary_empty = scan->diary_empty;
  replace_keys (self, scan->keys);
  g_signal_emit (self, signals[SIGNAL_READY], 0);
}

void
stn_night_list_refresh (StnNightList *self)
{
  ScanOrder *order;

  g_return_if_fail (STN_IS_NIGHT_LIST (self));

  g_cancellable_cancel (self->scan);
  g_set_object (&self->scan, NULL);
  self->scan = g_cancellable_new ();
  order = g_new0 (ScanOrder, 1);
  order->filter = self->filter;
  order->search = g_strdup (self->search);
  order->cancellable = g_object_ref (self->scan);
  stn_diary_client_run (self->client, scan_work, order, scan_order_free,
                        (GDestroyNotify) stn_night_scan_free, self->scan, scan_done_cb,
                        g_object_ref (self));
}

void
stn_night_list_set_filter (StnNightList *self, StnNightFilter filter, const char *search)
{
  g_return_if_fail (STN_IS_NIGHT_LIST (self));

  if (self->filter == filter && g_strcmp0 (self->search, search) == 0)
    return;
  self->filter = filter;
  g_free (self->search);
  self->search = g_strdup (search);
  stn_night_list_refresh (self);
}

static void
diary_changed_cb (StnNightList *self, GArray *nights)
{
  if (nights) {
    for (guint i = 0; i < nights->len; i++) {
      if (g_hash_table_contains (self->items, key_to_pointer (key_at (nights, i))))
        want (self, key_at (nights, i));
    }
  } else {
    GHashTableIter iter;
    gpointer item;

    g_hash_table_iter_init (&iter, self->items);
    while (g_hash_table_iter_next (&iter, NULL, &item))
      want (self, stn_night_item_get_key (item));
  }
  stn_night_list_refresh (self);
}

/* The list model */

static GType
get_item_type (GListModel *model)
{
  return STN_TYPE_NIGHT_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return STN_NIGHT_LIST (model)->keys->len;
}

/* Takes an item out of the table when nobody holds it any more; the table may outlive the list for that. */
typedef struct {
  GHashTable *items;
  StnDate key;
} ItemWatch;

static void
item_gone_cb (gpointer user_data, GObject *where_the_item_was)
{
  ItemWatch *watch = user_data;

  g_hash_table_remove (watch->items, key_to_pointer (watch->key));
  g_hash_table_unref (watch->items);
  g_free (watch);
}

static gpointer
get_item (GListModel *model, guint position)
{
  StnNightList *self = STN_NIGHT_LIST (model);
  StnNightItem *item;
  ItemWatch *watch;
  StnDate key;

  if (position >= self->keys->len)
    return NULL;
  key = key_at (self->keys, position);
  item = g_hash_table_lookup (self->items, key_to_pointer (key));
  if (item)
    return g_object_ref (item);

  item = stn_night_item_new (key);
  watch = g_new0 (ItemWatch, 1);
  watch->items = g_hash_table_ref (self->items);
  watch->key = key;
  g_object_weak_ref (G_OBJECT (item), item_gone_cb, watch);
  g_hash_table_insert (self->items, key_to_pointer (key), item);
  want (self, key);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
stn_night_list_dispose (GObject *object)
{
  StnNightList *self = STN_NIGHT_LIST (object);

  g_clear_handle_id (&self->read_id, g_source_remove);
  g_cancellable_cancel (self->scan);
  g_clear_object (&self->scan);
  if (self->client)
    g_signal_handlers_disconnect_by_data (self->client, self);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (stn_night_list_parent_class)->dispose (object);
}

static void
stn_night_list_finalize (GObject *object)
{
  StnNightList *self = STN_NIGHT_LIST (object);

  g_free (self->search);
  g_array_unref (self->keys);
  g_array_unref (self->wanted);
  g_hash_table_unref (self->items);
  G_OBJECT_CLASS (stn_night_list_parent_class)->finalize (object);
}

static void
stn_night_list_class_init (StnNightListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = stn_night_list_dispose;
  object_class->finalize = stn_night_list_finalize;

  signals[SIGNAL_READY] = g_signal_new ("ready", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
stn_night_list_init (StnNightList *self)
{
  self->keys = g_array_new (FALSE, FALSE, sizeof (StnDate));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (StnDate));
  self->items = g_hash_table_new (NULL, NULL);
}

StnNightList *
stn_night_list_new (StnDiaryClient *client)
{
  StnNightList *self = g_object_new (STN_TYPE_NIGHT_LIST, NULL);

  self->client = g_object_ref (client);
  g_signal_connect_swapped (client, "changed", G_CALLBACK (diary_changed_cb), self);
  stn_night_list_refresh (self);
  return self;
}

gboolean
stn_night_list_is_ready (StnNightList *self)
{
  g_return_val_if_fail (STN_IS_NIGHT_LIST (self), FALSE);
  return self->ready;
}

gboolean
stn_night_list_is_diary_empty (StnNightList *self)
{
  g_return_val_if_fail (STN_IS_NIGHT_LIST (self), FALSE);
  return self->diary_empty;
}

StnDate
stn_night_list_get_key (StnNightList *self, guint position)
{
  g_return_val_if_fail (STN_IS_NIGHT_LIST (self), STN_NO_DATE);
  return position < self->keys->len ? key_at (self->keys, position) : STN_NO_DATE;
}

gboolean
stn_night_list_find (StnNightList *self, StnDate key, guint *ret_position)
{
  guint above = 0;
  guint below;

  g_return_val_if_fail (STN_IS_NIGHT_LIST (self), FALSE);

  below = self->keys->len;
  while (above < below) {
    guint middle = above + (below - above) / 2;

    if (stn_date_compare (key_at (self->keys, middle), key) > 0)
      above = middle + 1;
    else
      below = middle;
  }
  if (above == self->keys->len)
    return FALSE;
  *ret_position = above;
  return TRUE;
}

static gboolean
same_month (StnDate a, StnDate b)
{
  int a_year, a_month, b_year, b_month;

  stn_date_split (a, &a_year, &a_month, NULL);
  stn_date_split (b, &b_year, &b_month, NULL);
  return a_year == b_year && a_month == b_month;
}

gboolean
stn_night_list_starts_month (StnNightList *self, guint position)
{
  g_return_val_if_fail (STN_IS_NIGHT_LIST (self), FALSE);
  g_return_val_if_fail (position < self->keys->len, FALSE);
  return position == 0 ||
         !same_month (key_at (self->keys, position - 1), key_at (self->keys, position));
}

gboolean
stn_night_list_ends_month (StnNightList *self, guint position)
{
  g_return_val_if_fail (STN_IS_NIGHT_LIST (self), FALSE);
  g_return_val_if_fail (position < self->keys->len, FALSE);
  return position + 1 == self->keys->len ||
         !same_month (key_at (self->keys, position), key_at (self->keys, position + 1));
}
