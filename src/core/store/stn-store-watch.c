/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-store-watch.h"

#include "store/stn-store.h"

#include <string.h>

/* A commit touches the journal and the file several times within a few milliseconds. */
#define DEBOUNCE_MS 100
#define JOURNAL_SUFFIX "-journal"

struct _StnStoreWatch {
  GObject parent_instance;

  GFileMonitor *monitor;
  GMainContext *context;
  char *name; /* of the file in its folder */
  GSource *timer;
};

G_DEFINE_FINAL_TYPE (StnStoreWatch, stn_store_watch, G_TYPE_OBJECT)

enum { STIRRED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
debounced_cb (gpointer data)
{
  StnStoreWatch *self = data;

  g_clear_pointer (&self->timer, g_source_unref);
  g_signal_emit (self, signals[STIRRED], 0);
  return G_SOURCE_REMOVE;
}

static gboolean
is_ours (StnStoreWatch *self, GFile *file)
{
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;

  return name != NULL && g_str_has_prefix (name, self->name) &&
         (name[strlen (self->name)] == '\0' ||
          strcmp (name + strlen (self->name), JOURNAL_SUFFIX) == 0);
}

static void
changed_cb (
  GFileMonitor *monitor, GFile *file, GFile *other, GFileMonitorEvent event, gpointer data)
{
  StnStoreWatch *self = data;

  if (self->timer != NULL || !(is_ours (self, file) || is_ours (self, other)))
    return;
  self->timer = g_timeout_source_new (DEBOUNCE_MS);
  g_source_set_callback (self->timer, debounced_cb, self, NULL);
  g_source_attach (self->timer, self->context);
}

static void
stn_store_watch_dispose (GObject *object)
{
  StnStoreWatch *self = STN_STORE_WATCH (object);

  if (self->monitor != NULL) {
    g_signal_handlers_disconnect_by_data (self->monitor, self);
    g_file_monitor_cancel (self->monitor);
  }
  g_clear_object (&self->monitor);
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (stn_store_watch_parent_class)->dispose (object);
}

static void
stn_store_watch_class_init (StnStoreWatchClass *class)
{
  G_OBJECT_CLASS (class)->dispose = stn_store_watch_dispose;

  /** StnStoreWatch::stirred: the diary's file or its journal was touched by some process. */
  signals[STIRRED] = g_signal_new ("stirred", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
stn_store_watch_init (StnStoreWatch *self)
{
}

StnStoreWatch *
stn_store_watch_new (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autoptr (StnStoreWatch) self = g_object_new (STN_TYPE_STORE_WATCH, NULL);
  g_autofree char *folder_path = g_path_get_dirname (path);
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);
  g_autoptr (GError) reason = NULL;

  self->name = g_path_get_basename (path);
  self->context = g_main_context_ref_thread_default ();
  /* The folder, not the file: a restored diary is another file of the same name. */
  self->monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, &reason);
  if (self->monitor == NULL) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_IO, "cannot watch diary '%s': %s", path,
                 reason->message);
    return NULL;
  }
  g_file_monitor_set_rate_limit (self->monitor, 0);
  g_signal_connect (self->monitor, "changed", G_CALLBACK (changed_cb), self);
  return g_steal_pointer (&self);
}
