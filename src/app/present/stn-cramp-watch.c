/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-cramp-watch.h"

struct _StnCrampWatch {
  GObject parent_instance;

  StnDiaryClient *client;
  gboolean is_found;
  StnCramp cramp; /* as it was @read_at */
  gint64 read_at; /* seconds, UTC */
  const StnStretchGate *closed;
  gint64 ended; /* the group that ended it here, 0 = none */
  guint second; /* source that ticks while one is running, 0 = none */
};

G_DEFINE_FINAL_TYPE (StnCrampWatch, stn_cramp_watch, G_TYPE_OBJECT)

enum { CHANGED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef enum {
  ACT_LOOK,
  ACT_BEGIN,
  ACT_ANOTHER,
  ACT_END,
  ACT_EASING,
  ACT_NOT_EASING,
  ACT_UNDO,
} Act;

/* What the diary's thread is asked to do. @group: of ACT_UNDO. */
typedef struct {
  Act what;
  gint64 group;
} Order;

typedef struct {
  gboolean is_found;
  StnCramp cramp;
  gint64 read_at;
  const StnStretchGate *closed;
  gint64 ended; /* the group that ended it, 0 = none */
} Look;

static gint64
now_s (StnClock *clock)
{
  g_autoptr (GDateTime) now = stn_clock_now (clock);

  return g_date_time_to_unix (now);
}

/* One that is running already is shown instead. */
static gboolean
begin (StnDiary *diary, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (stn_cramp_begin (diary, NULL, &reason) ||
      g_error_matches (reason, STN_DIARY_ERROR, STN_DIARY_ERROR_RUNNING))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

static gboolean
act (StnDiary *diary, const Order *order, Look *look, GError **error)
{
  switch (order->what) {
  case ACT_LOOK:
    return TRUE;
  case ACT_BEGIN:
    return begin (diary, error);
  case ACT_ANOTHER:
    return stn_cramp_another (diary, NULL, error);
  case ACT_END:
    return stn_cramp_end (diary, NULL, &look->ended, error);
  case ACT_EASING:
    return stn_cramp_say_easing (diary, TRUE, error);
  case ACT_NOT_EASING:
    return stn_cramp_say_easing (diary, FALSE, error);
  case ACT_UNDO:
    return stn_diary_undo (diary, order->group, NULL, error);
  }
  g_return_val_if_reached (FALSE);
}

static gpointer
act_work (StnDiary *diary, gpointer data, GError **error)
{
  g_autofree Look *look = g_new0 (Look, 1);

  if (!act (diary, data, look, error) ||
      !stn_cramp_get (diary, &look->cramp, &look->is_found, error) ||
      !stn_diary_find_closed_stretch (diary, &look->closed, error))
    return NULL;
  look->read_at = now_s (stn_store_get_clock (stn_diary_get_store (diary)));
  return g_steal_pointer (&look);
}

static gboolean
second_cb (gpointer user_data)
{
  stn_cramp_watch_tick (STN_CRAMP_WATCH (user_data));
  return G_SOURCE_CONTINUE;
}

static void
follow (StnCrampWatch *self)
{
  gboolean is_running = stn_cramp_watch_is_running (self);

  if (is_running && self->second == 0)
    self->second = g_timeout_add_seconds (1, second_cb, self);
  else if (!is_running)
    g_clear_handle_id (&self->second, g_source_remove);
}

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnCrampWatch) self = STN_CRAMP_WATCH (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree Look *look = stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);

  if (look == NULL) {
    g_signal_emit (self, signals[FAILED], 0, error);
    return;
  }
  self->is_found = look->is_found;
  self->cramp = look->cramp;
  self->read_at = look->read_at;
  self->closed = look->closed;
  if (look->ended != 0 || stn_cramp_watch_is_running (self))
    self->ended = look->ended;
  follow (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
run (StnCrampWatch *self, Act what)
{
  Order *order = g_new0 (Order, 1);

  order->what = what;
  order->group = self->ended;
  stn_diary_client_run (self->client, act_work, order, g_free, g_free, NULL, acted_cb,
                        g_object_ref (self));
}

static void
look_again (StnCrampWatch *self)
{
  run (self, ACT_LOOK);
}

static void
stn_cramp_watch_dispose (GObject *object)
{
  StnCrampWatch *self = STN_CRAMP_WATCH (object);

  g_clear_handle_id (&self->second, g_source_remove);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (stn_cramp_watch_parent_class)->dispose (object);
}

static void
stn_cramp_watch_class_init (StnCrampWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stn_cramp_watch_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
stn_cramp_watch_init (StnCrampWatch *self)
{
}

StnCrampWatch *
stn_cramp_watch_new (StnDiaryClient *client)
{
  g_return_val_if_fail (STN_IS_DIARY_CLIENT (client), NULL);
  StnCrampWatch *self = g_object_new (STN_TYPE_CRAMP_WATCH, NULL);

  self->client = g_object_ref (client);
  g_signal_connect_object (client, "changed", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (client, "opened", G_CALLBACK (look_again), self, G_CONNECT_SWAPPED);
  return self;
}

gboolean
stn_cramp_watch_get (StnCrampWatch *self, StnCramp *ret_cramp)
{
  g_return_val_if_fail (STN_IS_CRAMP_WATCH (self), FALSE);
  int since;

  if (!self->is_found)
    return FALSE;
  /* A computer's clock may have been set back since. */
  since = (int) CLAMP (now_s (stn_diary_client_get_clock (self->client)) - self->read_at, 0,
                       STN_DURATION_MAX_S);
  *ret_cramp = self->cramp;
  ret_cramp->elapsed_s += since;
  ret_cramp->quiet_s += since;
  ret_cramp->is_running = self->cramp.is_running && ret_cramp->quiet_s < STN_CRAMP_QUIET_S;
  return TRUE;
}

const StnStretchGate *
stn_cramp_watch_get_closed (StnCrampWatch *self)
{
  g_return_val_if_fail (STN_IS_CRAMP_WATCH (self), NULL);

  return self->closed;
}

gboolean
stn_cramp_watch_is_running (StnCrampWatch *self)
{
  StnCramp cramp;

  return stn_cramp_watch_get (self, &cramp) && cramp.is_running;
}

void
stn_cramp_watch_begin (StnCrampWatch *self)
{
  g_return_if_fail (STN_IS_CRAMP_WATCH (self));

  run (self, ACT_BEGIN);
}

void
stn_cramp_watch_another (StnCrampWatch *self)
{
  g_return_if_fail (STN_IS_CRAMP_WATCH (self));

  run (self, ACT_ANOTHER);
}

void
stn_cramp_watch_end (StnCrampWatch *self)
{
  g_return_if_fail (STN_IS_CRAMP_WATCH (self));

  run (self, ACT_END);
}

void
stn_cramp_watch_undo_end (StnCrampWatch *self)
{
  g_return_if_fail (STN_IS_CRAMP_WATCH (self));

  if (self->ended != 0)
    run (self, ACT_UNDO);
}

void
stn_cramp_watch_say_easing (StnCrampWatch *self, gboolean is_easing)
{
  g_return_if_fail (STN_IS_CRAMP_WATCH (self));

  run (self, is_easing ? ACT_EASING : ACT_NOT_EASING);
}

void
stn_cramp_watch_tick (StnCrampWatch *self)
{
  g_return_if_fail (STN_IS_CRAMP_WATCH (self));

  follow (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
