/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-reminder-process.h"

#include "stn-config.h"
#include "stn-idle-memory.h"
#include "stn-reminder-autostart.h"
#include "stn-reminder-desktop.h"
#include "stn-reminder-notice.h"
#include "stn-wall-timer.h"
#include "store/stn-store-watch.h"

#include <glib/gi18n.h>
#include <libnotify/notify.h>

#define STRETCH (1u << STN_REMINDER_STRETCH)
#define EVENING (1u << STN_REMINDER_EVENING)
#define MORNING (1u << STN_REMINDER_MORNING)
#define BUTTON(name) (1u << STN_BUTTON_##name)

#define LOCAL_ZONE "/etc/localtime"

/* A diary that another program keeps locked is looked at again after so many seconds. */
#define LOCKED_S 30

/* A reminder that nobody dealt with is taken off the screen: "your evening stretch" is wrong in the morning. */
#define STAYS_S (6 * 3600)

/* Off, and nothing is shown: long enough for whoever started it to say what for. */
#define GRACE_S 3

#define WORDING_KEY "notification-wording"

struct _StnReminderProcess {
  StnReminderDiary *diary;
  GDBusConnection *bus;
  GMainLoop *loop;
  StnWallTimer *timer;
  StnStoreWatch *watch; /* NULL: its folder does not exist yet */
  GFileMonitor *zone;
  GPtrArray *notices;      /* of Shown */
  StnReminderNotice *test; /* (nullable) */
  StnAutostart autostart;
  gboolean is_arranged; /* autostart was arranged as it is to be */
  gboolean is_on;
  guint end; /* source that ends the process; 0: it stays */
  guint object;
  guint name;
  guint notifications; /* watches who shows notifications */
};

typedef struct {
  StnReminderNotice *notice;
  gint64 until_s; /* 0: as long as the desktop likes */
} Shown;

static void
shown_free (gpointer data)
{
  Shown *shown = data;

  stn_reminder_notice_free (shown->notice);
  g_free (shown);
}

static void look (StnReminderProcess *self);

static gint64
now_s (StnReminderProcess *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_reminder_diary_get_clock (self->diary));

  return g_date_time_to_unix (now);
}

static StnReminderWording
get_wording (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    source != NULL ? g_settings_schema_source_lookup (source, STN_APP_ID, TRUE) : NULL;
  g_autoptr (GSettings) settings = NULL;

  /* Not installed, as when it runs from where it was built. */
  if (schema == NULL || !g_settings_schema_has_key (schema, WORDING_KEY))
    return STN_REMINDER_NEUTRAL;
  settings = g_settings_new_full (schema, NULL, NULL);
  g_autofree char *word = g_settings_get_string (settings, WORDING_KEY);
  return g_strcmp0 (word, "plain") == 0 ? STN_REMINDER_PLAIN : STN_REMINDER_NEUTRAL;
}

/* Notices */

static void
drop (StnReminderProcess *self, StnReminderNotice *notice)
{
  for (guint i = 0; i < self->notices->len; i++)
    if (((Shown *) g_ptr_array_index (self->notices, i))->notice == notice) {
      g_ptr_array_remove_index (self->notices, i);
      return;
    }
}

/* One reminder of a kind is on the screen at most. */
static void
drop_kinds (StnReminderProcess *self, guint kinds)
{
  for (guint i = self->notices->len; i > 0; i--) {
    const Shown *shown = g_ptr_array_index (self->notices, i - 1);

    if ((stn_reminder_notice_get_kinds (shown->notice) & kinds) != 0)
      g_ptr_array_remove_index (self->notices, i - 1);
  }
}

static void pressed_cb (StnReminderNotice *notice, StnReminderButton button, gpointer data);

static void
closed_cb (StnReminderNotice *notice, gpointer data)
{
  StnReminderProcess *self = data;

  drop (self, notice);
  look (self);
}

/* Takes @notice. */
static gboolean
show (StnReminderProcess *self,
      StnReminderNotice *notice,
      const char *title,
      const char *body,
      guint buttons,
      GError **error)
{
  guint kinds = stn_reminder_notice_get_kinds (notice);
  Shown *shown;

  drop_kinds (self, kinds);
  stn_reminder_notice_set_callbacks (notice, pressed_cb, closed_cb, self);
  if (!stn_reminder_notice_show (notice, title, body, buttons, get_wording (), kinds != 0, error)) {
    stn_reminder_notice_free (notice);
    return FALSE;
  }
  shown = g_new0 (Shown, 1);
  shown->notice = notice;
  shown->until_s = kinds != 0 ? now_s (self) + STAYS_S : 0;
  g_ptr_array_add (self->notices, shown);
  return TRUE;
}

static guint
buttons_of (StnReminderProcess *self, StnDate night, guint kinds)
{
  guint buttons = 0;

  if ((kinds & STRETCH) != 0)
    buttons |= BUTTON (START) | BUTTON (LATER) | BUTTON (NOT_TONIGHT);
  if ((kinds & EVENING) != 0 && stn_reminder_diary_knows_usual (self->diary, night))
    buttons |= BUTTON (ORDINARY);
  if ((kinds & MORNING) != 0)
    buttons |= BUTTON (QUIET);
  if ((kinds & STRETCH) == 0)
    buttons |= BUTTON (OPEN);
  return buttons;
}

static gboolean
show_reminder (StnReminderProcess *self, StnDate night, guint kinds, GError **error)
{
  StnReminderWording wording = get_wording ();
  guint buttons = buttons_of (self, night, kinds);
  const char *body = (buttons & BUTTON (ORDINARY)) == 0 && (kinds & EVENING) != 0
                       ? ""
                       : stn_wording_reminder_body (kinds, wording);

  return show (self, stn_reminder_notice_new (night, kinds, 0),
               stn_wording_reminder_title (kinds, wording), body, buttons, error);
}

/* What cannot be shown was for nobody to see: the plan still holds. */
static void
show_or_warn (StnReminderProcess *self,
              StnReminderNotice *notice,
              const char *title,
              const char *body,
              guint buttons)
{
  g_autoptr (GError) error = NULL;

  if (!show (self, notice, title, body, buttons, &error))
    g_debug ("cannot show a notification: %s", error->message);
}

/* What a button did */

static const char *
store_reason (StnStoreError code)
{
  switch (code) {
  case STN_STORE_ERROR_FULL:
    return _ ("The disk is full.");
  case STN_STORE_ERROR_READ_ONLY:
    return _ ("The diary can only be read.");
  case STN_STORE_ERROR_BUSY:
    return _ ("Another program is using the diary.");
  case STN_STORE_ERROR_CHANGED:
    return _ ("Something else was written since.");
  case STN_STORE_ERROR_DAMAGED:
  case STN_STORE_ERROR_NOT_A_DIARY:
    return _ ("The diary is damaged. Open Stillnight to see what can be done.");
  case STN_STORE_ERROR_NEWER:
    return _ ("The diary was written by a newer version of Stillnight.");
  case STN_STORE_ERROR_MISSING:
    return _ ("The diary is not where it was.");
  case STN_STORE_ERROR_OPEN:
    return _ ("The diary cannot be opened.");
  case STN_STORE_ERROR_NOTHING:
  case STN_STORE_ERROR_EXISTS:
  case STN_STORE_ERROR_IO:
    break;
  }
  return _ ("The diary could not be written.");
}

static char *
reason_of (const GError *error)
{
  if (error->domain == STN_STORE_ERROR)
    return g_strdup (store_reason ((StnStoreError) error->code));
  if (g_error_matches (error, STN_DIARY_ERROR, STN_DIARY_ERROR_CONTRADICTS))
    return g_strdup (_ ("Something else is recorded already. Open Stillnight to see it."));
  return g_strdup (error->message);
}

/* The same buttons once more, and why. */
static void
say_not_saved (StnReminderProcess *self, StnDate night, guint kinds, const GError *error)
{
  g_autofree char *reason = reason_of (error);
  /* Translators: %s is a sentence that says why, for example "The disk is full." */
  g_autofree char *body = g_strdup_printf (_ ("%s You can press again."), reason);

  show_or_warn (self, stn_reminder_notice_new (night, kinds, 0), _ ("Not saved"), body,
                buttons_of (self, night, kinds) | BUTTON (OPEN));
}

/* @left: what is still to be reminded of. */
static void
say_saved (StnReminderProcess *self, StnDate night, guint left, gint64 group, const char *body)
{
  guint buttons = buttons_of (self, night, left) & ~BUTTON (NOT_TONIGHT) & ~BUTTON (OPEN);

  show_or_warn (self, stn_reminder_notice_new (night, left, group), _ ("Saved"), body,
                (left != 0 ? buttons : 0) | (group != 0 ? BUTTON (UNDO) : 0));
}

/* What is not written down holds in this process. */
static void
note (StnReminderProcess *self, StnDate night, guint kinds, StnClaimState what, gint64 again_s)
{
  g_autoptr (GError) error = NULL;

  if (!stn_reminder_diary_note (self->diary, night, kinds, what, again_s, &error))
    g_debug ("cannot write down what became of a reminder: %s", error->message);
}

static void
take_usual (StnReminderProcess *self, StnDate night, guint kinds)
{
  g_autoptr (GError) error = NULL;
  gint64 group;

  if (!stn_reminder_diary_take_usual (self->diary, night, &group, &error)) {
    say_not_saved (self, night, kinds, error);
    return;
  }
  note (self, night, EVENING, STN_CLAIM_DONE, 0);
  say_saved (self, night, kinds & ~EVENING, group, _ ("Today was an ordinary day."));
}

static void
log_quiet (StnReminderProcess *self, StnDate night, guint kinds)
{
  g_autoptr (GError) error = NULL;
  gint64 group;

  if (!stn_reminder_diary_log_no_cramps (self->diary, night, &group, &error)) {
    say_not_saved (self, night, kinds, error);
    return;
  }
  note (self, night, MORNING, STN_CLAIM_DONE, 0);
  say_saved (self, night, 0, group,
             get_wording () == STN_REMINDER_PLAIN ? _ ("No cramps last night.")
                                                  : _ ("Last night was quiet."));
}

/* The kinds of @night that are on again once the last press is taken back. */
static void
undo (StnReminderProcess *self, StnDate night, guint left, gint64 group)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnReminderState) state = NULL;
  guint kinds = left;

  if (!stn_reminder_diary_undo (self->diary, group, &error)) {
    g_autofree char *reason = reason_of (error);

    show_or_warn (self, stn_reminder_notice_new (night, left, 0), _ ("Not undone"), reason,
                  BUTTON (OPEN));
    return;
  }
  state = stn_reminder_diary_read (self->diary, NULL);
  for (guint i = 0; state != NULL && i < STN_N_REMINDERS; i++) {
    const StnReminderClaim *claim =
      stn_reminder_state_find_claim (state, (StnReminderKind) i, night);

    if (claim != NULL && claim->state == STN_CLAIM_DONE && i != STN_REMINDER_STRETCH &&
        !stn_reminder_state_is_done (state, (StnReminderKind) i, night))
      kinds |= 1u << i;
  }
  if (kinds == 0)
    return;
  note (self, night, kinds, STN_CLAIM_SHOWN, 0);
  if (!show_reminder (self, night, kinds, &error))
    g_debug ("cannot show a notification: %s", error->message);
}

typedef struct {
  StnReminderProcess *self;
  StnDate night;
  guint kinds;
  StnReminderButton button;
} Opening;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Opening *opening = user_data;
  g_autoptr (GError) error = NULL;

  if (stn_desktop_open_window_finish (G_DBUS_CONNECTION (source), result, &error)) {
    if (opening->button == STN_BUTTON_START)
      note (opening->self, opening->night, STRETCH, STN_CLAIM_DONE, 0);
    return;
  }
  g_debug ("cannot open the window: %s", error->message);
  show_or_warn (opening->self, stn_reminder_notice_new (opening->night, opening->kinds, 0),
                _ ("Stillnight could not be opened"), _ ("You can press again."),
                buttons_of (opening->self, opening->night, opening->kinds) | BUTTON (OPEN));
}

static void
open_window (StnReminderProcess *self, StnDate night, guint kinds, StnReminderButton button)
{
  Opening *opening = g_new0 (Opening, 1);

  *opening = (Opening){self, night, kinds, button};
  if (button == STN_BUTTON_START)
    stn_desktop_open_window (self->bus, "stretch", NULL, opened_cb, opening);
  else
    stn_desktop_open_window (self->bus, "show-page",
                             g_variant_new_string ((kinds & EVENING) != 0 ? "evening" : "today"),
                             opened_cb, opening);
}

static void
press (StnReminderProcess *self, StnDate night, guint kinds, gint64 group, StnReminderButton button)
{
  switch (button) {
  case STN_BUTTON_START:
  case STN_BUTTON_OPEN:
    open_window (self, night, kinds, button);
    return;
  case STN_BUTTON_LATER:
    note (self, night, kinds, STN_CLAIM_SNOOZED, now_s (self) + STN_REMINDER_SNOOZE_MIN * 60);
    return;
  case STN_BUTTON_NOT_TONIGHT:
    note (self, night, kinds, STN_CLAIM_DISMISSED, 0);
    return;
  case STN_BUTTON_ORDINARY:
    take_usual (self, night, kinds);
    return;
  case STN_BUTTON_QUIET:
    log_quiet (self, night, kinds);
    return;
  case STN_BUTTON_UNDO:
    undo (self, night, kinds, group);
    return;
  }
}

static void
pressed_cb (StnReminderNotice *notice, StnReminderButton button, gpointer data)
{
  StnReminderProcess *self = data;
  StnDate night = stn_reminder_notice_get_night (notice);
  guint kinds = stn_reminder_notice_get_kinds (notice);
  gint64 group = stn_reminder_notice_get_group (notice);

  /* Some desktops leave a notification on the screen whose button was pressed. */
  drop (self, notice);
  press (self, night, kinds, group, button);
  look (self);
}

/* Looking at the plan */

/* What was done meanwhile, here or elsewhere, needs no reminder any more. */
static void
withdraw_done (StnReminderProcess *self, const StnReminderState *state)
{
  for (guint i = self->notices->len; i > 0; i--) {
    StnReminderNotice *notice = ((Shown *) g_ptr_array_index (self->notices, i - 1))->notice;
    StnDate night = stn_reminder_notice_get_night (notice);
    guint kinds = stn_reminder_notice_get_kinds (notice);
    guint left = kinds;

    for (guint k = 0; k < STN_N_REMINDERS; k++)
      if (stn_reminder_state_is_done (state, (StnReminderKind) k, night) ||
          !state->reminders[k].is_on)
        left &= ~(1u << k);
    if (left == kinds || kinds == 0)
      continue;
    if (left == 0)
      g_ptr_array_remove_index (self->notices, i - 1);
    else {
      StnReminderWording wording = get_wording ();

      stn_reminder_notice_set_kinds (notice, left);
      stn_reminder_notice_show (notice, stn_wording_reminder_title (left, wording),
                                stn_wording_reminder_body (left, wording),
                                buttons_of (self, night, left), wording, TRUE, NULL);
    }
  }
}

/* Returns when the next one is to be taken off the screen; 0 for never. */
static gint64
withdraw_old (StnReminderProcess *self)
{
  gint64 now = now_s (self);
  gint64 next = 0;

  for (guint i = self->notices->len; i > 0; i--) {
    const Shown *shown = g_ptr_array_index (self->notices, i - 1);

    if (shown->until_s == 0)
      continue;
    if (shown->until_s <= now || shown->until_s > now + STAYS_S)
      g_ptr_array_remove_index (self->notices, i - 1);
    else
      next = next == 0 ? shown->until_s : MIN (next, shown->until_s);
  }
  return next;
}

/* FALSE: it is to be tried again in a while. */
static gboolean
show_due (StnReminderProcess *self, const StnReminderState *state, const StnReminderDue *due)
{
  g_autoptr (GError) error = NULL;
  gboolean claimed;

  if (!stn_reminder_diary_claim (self->diary, state, due, &claimed, &error)) {
    g_debug ("cannot claim a reminder: %s", error->message);
    return FALSE;
  }
  if (!claimed)
    return TRUE;
  if (!show_reminder (self, due->night, due->kinds, &error)) {
    /* The claim runs out by itself. */
    g_debug ("cannot show a notification: %s", error->message);
    return FALSE;
  }
  note (self, due->night, due->kinds, STN_CLAIM_SHOWN, 0);
  return TRUE;
}

static void
arrange (StnReminderProcess *self, gint64 next)
{
  g_autoptr (GError) error = NULL;

  if (!stn_wall_timer_set (self->timer, next, &error))
    g_warning ("%s", error->message);
}

static gint64
earlier (gint64 a, gint64 b)
{
  return a == 0 ? b : b == 0 ? a : MIN (a, b);
}

static gint64
remind (StnReminderProcess *self, const StnReminderState *state)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_reminder_diary_get_clock (self->diary));
  g_autoptr (GArray) plan = stn_reminder_plan_make (state, now);
  gint64 at = g_date_time_to_unix (now);
  gint64 next = stn_reminder_plan_next (plan, at);

  /* Nobody to show it: who comes within the time that is left still finds it due. */
  if (plan->len == 0 || g_array_index (plan, StnReminderDue, 0).at_s > at ||
      !stn_desktop_shows_notifications (self->bus))
    return next;
  for (guint i = 0; i < plan->len; i++) {
    const StnReminderDue *due = &g_array_index (plan, StnReminderDue, i);

    if (due->at_s <= at && !show_due (self, state, due))
      next = earlier (next, at + LOCKED_S);
  }
  return next;
}

static gboolean
end_cb (gpointer data)
{
  StnReminderProcess *self = data;

  self->end = 0;
  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

static void tell_autostart (StnReminderProcess *self);

static void
answered_cb (StnAutostart autostart, gpointer data)
{
  StnReminderProcess *self = data;

  self->autostart = autostart;
  tell_autostart (self);
}

static void
arrange_autostart (StnReminderProcess *self, gboolean is_on)
{
  if (self->is_arranged && self->is_on == is_on)
    return;
  self->is_arranged = TRUE;
  if (stn_autostart_is_confined ())
    stn_autostart_ask_portal (self->bus, is_on, answered_cb, self);
  else
    answered_cb (stn_autostart_set_file (is_on), self);
}

/* Ends it after a while, unless there is something to do again. */
static void
end_soon (StnReminderProcess *self)
{
  if (self->end == 0)
    self->end = g_timeout_add_seconds (GRACE_S, end_cb, self);
}

static void
turn (StnReminderProcess *self, gboolean is_on)
{
  arrange_autostart (self, is_on);
  self->is_on = is_on;
  if (!is_on)
    end_soon (self);
  else if (self->end != 0) {
    g_source_remove (self->end);
    self->end = 0;
  }
}

/* What is on the screen stays: its buttons may work again. Returns when to look again; 0: when the diary is written. */
static gint64
look_without_diary (StnReminderProcess *self, const GError *error)
{
  g_debug ("cannot read the reminders: %s", error->message);
  /* Nobody tells when a lock is gone. */
  if (g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_BUSY))
    return now_s (self) + LOCKED_S;
  if (!self->is_on)
    end_soon (self);
  return 0;
}

static void watch_diary (StnReminderProcess *self);

static void
look (StnReminderProcess *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnReminderState) state = stn_reminder_diary_read (self->diary, &error);
  gint64 next;

  watch_diary (self);
  next = withdraw_old (self);
  if (state == NULL) {
    arrange (self, earlier (next, look_without_diary (self, error)));
    return;
  }
  withdraw_done (self, state);
  turn (self, stn_reminder_state_is_on (state));
  arrange (self, self->is_on ? earlier (next, remind (self, state)) : 0);
  stn_idle_memory_give_back ();
}

static void
look_cb (gpointer data)
{
  look (data);
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

/* The diary may be made after this process; its folder, too. */
static void
watch_diary (StnReminderProcess *self)
{
  const char *path = stn_reminder_diary_get_path (self->diary);
  g_autofree char *folder = g_path_get_dirname (path);

  if (self->watch != NULL || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    return;
  self->watch = stn_store_watch_new (path, NULL);
  if (self->watch != NULL)
    g_signal_connect_swapped (self->watch, "stirred", G_CALLBACK (look_cb), self);
}

static void
watch_zone (StnReminderProcess *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (LOCAL_ZONE);

  self->zone = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->zone != NULL)
    g_signal_connect (self->zone, "changed", G_CALLBACK (zone_cb), self);
}

/* The bus */

static const char introspection[] = "<node><interface name='" STN_REMINDER_NAME "'>"
                                    "<method name='Test'><arg type='s' direction='out'/></method>"
                                    "<property name='Autostart' type='s' access='read'/>"
                                    "<property name='Notifications' type='s' access='read'/>"
                                    "</interface></node>";

/* (transfer full): "" when nobody shows notifications. */
static char *
get_notifications (StnReminderProcess *self)
{
  char *name = NULL;

  if (stn_desktop_shows_notifications (self->bus) &&
      !notify_get_server_info (&name, NULL, NULL, NULL))
    name = NULL;
  return name != NULL ? name : g_strdup ("");
}

static void
tell_autostart (StnReminderProcess *self)
{
  GVariantBuilder changed;

  g_variant_builder_init (&changed, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&changed, "{sv}", "Autostart",
                         g_variant_new_string (stn_autostart_to_token (self->autostart)));
  g_dbus_connection_emit_signal (
    self->bus, NULL, STN_REMINDER_PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged",
    g_variant_new ("(sa{sv}as)", STN_REMINDER_NAME, &changed, NULL), NULL);
}

static void
test_closed_cb (StnReminderNotice *notice, gpointer data)
{
}

static void
test_pressed_cb (StnReminderNotice *notice, StnReminderButton button, gpointer data)
{
}

static void
show_test (StnReminderProcess *self, GDBusMethodInvocation *invocation)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = get_notifications (self);

  g_clear_pointer (&self->test, stn_reminder_notice_free);
  if (*name == '\0') {
    g_dbus_method_invocation_return_error (invocation, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN,
                                           "nothing on this desktop shows notifications");
    return;
  }
  self->test = stn_reminder_notice_new (STN_NO_DATE, 0, 0);
  stn_reminder_notice_set_callbacks (self->test, test_pressed_cb, test_closed_cb, self);
  if (stn_reminder_notice_show (self->test, _ ("This is a test"), _ ("So a reminder will come."), 0,
                                get_wording (), FALSE, &error))
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(s)", name));
  else
    g_dbus_method_invocation_return_gerror (invocation, error);
}

static void
method_cb (GDBusConnection *bus,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer user_data)
{
  show_test (user_data, invocation);
}

static GVariant *
property_cb (GDBusConnection *bus,
             const char *sender,
             const char *path,
             const char *interface,
             const char *property,
             GError **error,
             gpointer user_data)
{
  StnReminderProcess *self = user_data;

  if (g_str_equal (property, "Autostart"))
    return g_variant_new_string (stn_autostart_to_token (self->autostart));
  return g_variant_new_take_string (get_notifications (self));
}

static const GDBusInterfaceVTable vtable = {method_cb, property_cb, NULL, {NULL}};

/* One process a session. */
static void
name_lost_cb (GDBusConnection *bus, const char *name, gpointer user_data)
{
  StnReminderProcess *self = user_data;

  g_main_loop_quit (self->loop);
}

static void
name_owned_cb (GDBusConnection *bus, const char *name, gpointer user_data)
{
  look (user_data);
}

static void
somebody_shows_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer user_data)
{
  StnReminderProcess *self = user_data;

  /* Before the name is owned another process may be at work. */
  if (self->is_on)
    look (self);
}

static void
join_bus (StnReminderProcess *self)
{
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);

  self->object = g_dbus_connection_register_object (self->bus, STN_REMINDER_PATH,
                                                    node->interfaces[0], &vtable, self, NULL, NULL);
  self->name =
    g_bus_own_name_on_connection (self->bus, STN_REMINDER_NAME, G_BUS_NAME_OWNER_FLAGS_DO_NOT_QUEUE,
                                  name_owned_cb, name_lost_cb, self, NULL);
  self->notifications = g_bus_watch_name_on_connection (
    self->bus, stn_desktop_get_notification_name (), G_BUS_NAME_WATCHER_FLAGS_NONE,
    somebody_shows_cb, NULL, self, NULL);
}

StnReminderProcess *
stn_reminder_process_new (StnReminderDiary *diary,
                          GDBusConnection *bus,
                          GMainLoop *loop,
                          GError **error)
{
  g_return_val_if_fail (diary != NULL && G_IS_DBUS_CONNECTION (bus) && loop != NULL, NULL);
  g_autoptr (StnReminderProcess) self = g_new0 (StnReminderProcess, 1);

  self->diary = diary;
  self->bus = g_object_ref (bus);
  self->loop = loop;
  self->notices = g_ptr_array_new_with_free_func (shown_free);
  self->timer = stn_wall_timer_new (look_cb, self, error);
  if (self->timer == NULL)
    return NULL;
  watch_zone (self);
  join_bus (self);
  return g_steal_pointer (&self);
}

void
stn_reminder_process_free (StnReminderProcess *self)
{
  if (self == NULL)
    return;
  if (self->notifications != 0)
    g_bus_unwatch_name (self->notifications);
  if (self->name != 0)
    g_bus_unown_name (self->name);
  if (self->object != 0)
    g_dbus_connection_unregister_object (self->bus, self->object);
  if (self->end != 0)
    g_source_remove (self->end);
  g_ptr_array_unref (self->notices);
  g_clear_pointer (&self->test, stn_reminder_notice_free);
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  if (self->zone != NULL)
    g_signal_handlers_disconnect_by_data (self->zone, self);
  g_clear_object (&self->zone);
  g_clear_pointer (&self->timer, stn_wall_timer_free);
  g_object_unref (self->bus);
  g_free (self);
}
