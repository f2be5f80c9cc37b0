/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-reminder-process.h"

#include "store/stn-store-watch.h"
#include "stn-idle-memory.h"
#include "stn-reminder-autostart.h"
#include "stn-reminder-board.h"
#include "stn-reminder-desktop.h"
#include "stn-reminder-press.h"
#include "stn-reminder-service.h"
#include "stn-wall-timer.h"

#define LOCAL_ZONE "/etc/localtime"

/* When the diary could not be asked it is asked again after so many seconds, then after twice as many, and so on. */
#define AGAIN_S 30
#define AGAIN_LONGEST_S 3600

/* Off, and nothing is shown: long enough for whoever started it to say what for. */
#define GRACE_S 3

struct _StnReminderProcess {
  char *path;
  StnReminderDiary *diary;
  StnReminderBoard *board;
  StnReminderPress press;
  StnReminderService *service;
  GDBusConnection *bus;
  GMainLoop *loop;
  StnWallTimer *timer;
  StnStoreWatch *watch; /* NULL: its folder does not exist yet */
  GFileMonitor *zone;
  gboolean is_arranged; /* autostart was arranged as it is to be */
  gboolean is_on;
  gint64 again_s; /* how long until it is asked again, when it failed last time; else 0 */
  guint end;      /* source that ends the process; 0: it stays */
};

static void look (gpointer data);

static gint64
earlier (gint64 a, gint64 b)
{
  return a == 0 ? b : b == 0 ? a : MIN (a, b);
}

/* Being on */

static gboolean
end_cb (gpointer data)
{
  StnReminderProcess *self = data;

  self->end = 0;
  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

/* Ends it after a while, unless there is something to do again. */
static void
end_soon (StnReminderProcess *self)
{
  if (self->end == 0)
    self->end = g_timeout_add_seconds (GRACE_S, end_cb, self);
}

static void
arranged_cb (StnAutostart autostart, gpointer data)
{
  StnReminderProcess *self = data;

  stn_reminder_service_set_autostart (self->service, autostart);
}

static void
turn (StnReminderProcess *self, gboolean is_on)
{
  if (!self->is_arranged || self->is_on != is_on)
    stn_autostart_arrange (self->bus, is_on, arranged_cb, self);
  self->is_arranged = TRUE;
  self->is_on = is_on;
  if (!is_on)
    end_soon (self);
  else if (self->end != 0) {
    g_source_remove (self->end);
    self->end = 0;
  }
}

/* Looking at the plan */

static StnReminderLook *
ask (StnReminderProcess *self, gboolean claims, GError **error)
{
  g_autoptr (GArray) shown = stn_reminder_board_list (self->board);
  StnReminderLook *answer = stn_reminder_diary_look (self->diary, shown, claims, error);

  /* What was done meanwhile, here or elsewhere, needs no reminder any more. */
  if (answer != NULL)
    stn_reminder_board_leave (self->board, answer->left,
                              stn_reminder_diary_get_wording (self->diary));
  return answer;
}

/* FALSE: one could not be shown. Its claim runs out by itself. */
static gboolean
show_due (StnReminderProcess *self, const GArray *due)
{
  gboolean are_shown = TRUE;

  for (guint i = 0; i < due->len; i++) {
    StnReminderFace face = g_array_index (due, StnReminderFace, i);
    g_autoptr (GError) error = NULL;

    if (stn_reminder_board_remind (self->board, face, stn_reminder_diary_get_wording (self->diary),
                                   stn_reminder_diary_now (self->diary), &error))
      stn_reminder_diary_note (self->diary, face.night, face.kinds, STN_CLAIM_SHOWN, 0);
    else {
      g_debug ("cannot show a notification: %s", error->message);
      are_shown = FALSE;
    }
  }
  return are_shown;
}

/*
 * Exactly once: what is due is claimed in the diary, then shown, then noted as shown. Who dies in between loses the claim after a
 * minute, and it is shown then. Returns: when to look again; 0: when the diary is written; -1 on failure.
 */
static gint64
remind (StnReminderProcess *self, GError **error)
{
  g_autoptr (StnReminderLook) seen = ask (self, FALSE, error);
  g_autoptr (StnReminderLook) claimed = NULL;
  g_autoptr (StnReminderLook) after = NULL;
  gboolean are_shown;

  if (seen == NULL)
    return -1;
  turn (self, seen->is_on);
  /* Nobody to show it: who comes within the time that is left still finds it due. */
  if (!seen->is_on || seen->due->len == 0 || !stn_desktop_shows_notifications (self->bus))
    return seen->is_on ? seen->next_s : 0;
  claimed = ask (self, TRUE, error);
  if (claimed == NULL)
    return -1;
  are_shown = show_due (self, claimed->due);
  after = ask (self, FALSE, error);
  if (after == NULL)
    return -1;
  return are_shown ? earlier (claimed->next_s, after->next_s)
                   : stn_reminder_diary_now (self->diary) + AGAIN_S;
}

/* What is on the screen stays: its buttons may work again. Returns when to look again; 0: when the diary is written. */
static gint64
look_without_diary (StnReminderProcess *self, const GError *error)
{
  g_debug ("cannot read the reminders: %s", error->message);
  /* A diary that is missing or damaged tells when it is written; of a lock that is gone, or of better times, nobody tells. */
  if (g_error_matches (error, STN_REMINDER_ERROR, STN_REMINDER_ERROR_FAILED)) {
    if (!self->is_on)
      end_soon (self);
    return 0;
  }
  self->again_s = CLAMP (self->again_s * 2, AGAIN_S, AGAIN_LONGEST_S);
  return stn_reminder_diary_now (self->diary) + self->again_s;
}

/* The diary may be made after this process; its folder, too. */
static void
watch_diary (StnReminderProcess *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (self->watch != NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    return;
  self->watch = stn_store_watch_new (self->path, NULL);
  if (self->watch != NULL)
    g_signal_connect_swapped (self->watch, "stirred", G_CALLBACK (look), self);
}

static void
look (gpointer data)
{
  StnReminderProcess *self = data;
  g_autoptr (GError) error = NULL;
  gint64 next, old;

  watch_diary (self);
  next = remind (self, &error);
  if (next >= 0)
    self->again_s = 0;
  else
    next = look_without_diary (self, error);
  old = stn_reminder_board_take_old (self->board, stn_reminder_diary_now (self->diary));
  g_clear_error (&error);
  if (!stn_wall_timer_set (self->timer, earlier (next, old), &error))
    g_warning ("%s", error->message);
  stn_idle_memory_give_back ();
}

static void
pressed_cb (StnReminderFace face, gint64 group, StnReminderButton button, gpointer data)
{
  StnReminderProcess *self = data;

  stn_reminder_press (&self->press, face, group, button);
  look (self);
}

static void
zone_cb (GFileMonitor *monitor,
         GFile *file,
         GFile *other,
         GFileMonitorEvent event,
         StnReminderProcess *self)
{
  look (self);
}

static void
watch_zone (StnReminderProcess *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (LOCAL_ZONE);

  self->zone = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->zone != NULL)
    g_signal_connect (self->zone, "changed", G_CALLBACK (zone_cb), self);
}

/* One process a session. */
static void
name_lost_cb (gpointer data)
{
  StnReminderProcess *self = data;

  g_main_loop_quit (self->loop);
}

static void
somebody_shows_cb (gpointer data)
{
  StnReminderProcess *self = data;

  /* Before the name is owned another process may be at work. */
  if (self->is_on)
    look (self);
}

static const StnReminderServiceCallbacks callbacks = {look, name_lost_cb, somebody_shows_cb};

StnReminderProcess *
stn_reminder_process_new (
  const char *path, StnReminderDiary *diary, GDBusConnection *bus, GMainLoop *loop, GError **error)
{
  g_return_val_if_fail (path != NULL && diary != NULL, NULL);
  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus) && loop != NULL, NULL);
  g_autoptr (StnReminderProcess) self = g_new0 (StnReminderProcess, 1);

  self->path = g_strdup (path);
  self->diary = diary;
  self->bus = g_object_ref (bus);
  self->loop = loop;
  self->board = stn_reminder_board_new (pressed_cb, look, self);
  self->press = (StnReminderPress){diary, self->board, bus, look, self};
  self->timer = stn_wall_timer_new (look, self, error);
  if (self->timer == NULL)
    return NULL;
  watch_zone (self);
  self->service = stn_reminder_service_new (bus, &callbacks, self);
  return g_steal_pointer (&self);
}

void
stn_reminder_process_free (StnReminderProcess *self)
{
  if (self == NULL)
    return;
  stn_reminder_service_free (self->service);
  if (self->end != 0)
    g_source_remove (self->end);
  stn_reminder_board_free (self->board);
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  if (self->zone != NULL)
    g_signal_handlers_disconnect_by_data (self->zone, self);
  g_clear_object (&self->zone);
  g_clear_pointer (&self->timer, stn_wall_timer_free);
  g_object_unref (self->bus);
  g_free (self->path);
  g_free (self);
}
