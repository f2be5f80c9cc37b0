/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-safekeeper.h"

#include <gio/gunixmounts.h>

#include "diary/stn-failure.h"

struct _StnSafekeeper {
  GObject parent_instance;

  StnDiaryClient *client;
  GUnixMountMonitor *mounts;
  StnSafekeeping known;
  StnDate looked; /* on which day */
  guint waiting;  /* source that looks when there is nothing else to do, 0 = none */
};

G_DEFINE_FINAL_TYPE (StnSafekeeper, stn_safekeeper, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
safekeeping_clear (StnSafekeeping *self)
{
  g_clear_error (&self->failure);
  g_clear_error (&self->copy_failure);
  g_clear_pointer (&self->good, stn_backup_facts_free);
}

static void
safekeeping_free (gpointer data)
{
  safekeeping_clear (data);
  g_free (data);
}

/* What fails here is something to know, not an error. */
static gpointer
look_work (StnDiary *diary, gpointer data, GError **error)
{
  StnStore *store = stn_diary_get_store (diary);
  StnSafekeeping *known = g_new0 (StnSafekeeping, 1);
  g_auto (GStrv) mounts = stn_mounts_list ();

  known->is_newer = stn_store_is_newer (store);
  known->is_read_only = stn_store_is_read_only (store);
  if (!stn_store_keep_backup (store, STN_BACKUP_WHEN_DUE, &known->report, &known->failure))
    return known;
  if (known->report.outcome == STN_BACKUP_HELD_BACK)
    known->good =
      stn_backup_find_last_good (stn_store_get_path (store), stn_store_get_clock (store));
  else
    stn_diary_keep_second_copy (diary, (const char *const *) mounts, FALSE, &known->copy,
                                &known->copy_failure);
  return known;
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnSafekeeper) self = STN_SAFEKEEPER (user_data);
  StnSafekeeping *known = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, NULL);

  if (known == NULL)
    return;
  known->unreadable = self->known.unreadable;
  safekeeping_clear (&self->known);
  self->known = *known;
  g_free (known);
  g_signal_emit (self, signals[CHANGED], 0);
}

static StnDate
today (StnSafekeeper *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));

  return stn_date_of (now);
}

void
stn_safekeeper_look (StnSafekeeper *self)
{
  g_return_if_fail (STN_IS_SAFEKEEPER (self));

  self->looked = today (self);
  stn_diary_client_run_beside (self->client, look_work, NULL, NULL, safekeeping_free, looked_cb,
                               g_object_ref (self));
}

static gboolean
idle_cb (gpointer user_data)
{
  StnSafekeeper *self = STN_SAFEKEEPER (user_data);

  self->waiting = 0;
  stn_safekeeper_look (self);
  return G_SOURCE_REMOVE;
}

static void
look_when_idle (StnSafekeeper *self)
{
  if (self->waiting == 0)
    self->waiting = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

static void
changed_cb (StnSafekeeper *self)
{
  if (stn_date_compare (today (self), self->looked) != 0)
    look_when_idle (self);
}

static void
unreadable_cb (StnSafekeeper *self, guint n)
{
  self->known.unreadable = n;
  g_signal_emit (self, signals[CHANGED], 0);
}

const StnSafekeeping *
stn_safekeeper_get (StnSafekeeper *self)
{
  g_return_val_if_fail (STN_IS_SAFEKEEPER (self), NULL);

  return &self->known;
}

static void
stn_safekeeper_dispose (GObject *object)
{
  StnSafekeeper *self = STN_SAFEKEEPER (object);

  g_clear_handle_id (&self->waiting, g_source_remove);
  g_clear_object (&self->mounts);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (stn_safekeeper_parent_class)->dispose (object);
}

static void
stn_safekeeper_finalize (GObject *object)
{
  safekeeping_clear (&STN_SAFEKEEPER (object)->known);

  G_OBJECT_CLASS (stn_safekeeper_parent_class)->finalize (object);
}

static void
stn_safekeeper_class_init (StnSafekeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = stn_safekeeper_dispose;
  object_class->finalize = stn_safekeeper_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
stn_safekeeper_init (StnSafekeeper *self)
{
}

StnSafekeeper *
stn_safekeeper_new (StnDiaryClient *client)
{
  StnSafekeeper *self;

  g_return_val_if_fail (STN_IS_DIARY_CLIENT (client), NULL);

  self = g_object_new (STN_TYPE_SAFEKEEPER, NULL);
  self->client = g_object_ref (client);
  self->looked = today (self);
  g_signal_connect_object (client, "opened", G_CALLBACK (look_when_idle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (client, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (client, "unreadable", G_CALLBACK (unreadable_cb), self,
                           G_CONNECT_SWAPPED);
  self->mounts = g_unix_mount_monitor_get ();
  g_signal_connect_object (self->mounts, "mounts-changed", G_CALLBACK (look_when_idle), self,
                           G_CONNECT_SWAPPED);
  return self;
}
