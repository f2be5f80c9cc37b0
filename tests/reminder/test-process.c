/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-desktop.h"

#include "diary/stn-diary-factors.h"
#include "diary/stn-diary-reminders.h"
#include "diary/stn-tracking.h"
#include "base/stn-night-key.h"
#include "store/stn-reminder-table.h"
#include "stn-config.h"
#include "stn-reminder-letter.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* The real process on a bus of its own, with a diary of its own. What is due is due in this very minute. */

static const char *program;

typedef struct {
  FakeDesktop *desktop;
  char *home;
  char *path; /* of the diary */
  StnClock *clock;
  GSubprocess *process;
  gboolean has_ended;
  gboolean is_talkative;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer parts)
{
  g_autofree char *folder = NULL;

  fixture->desktop = fake_desktop_new ((FakeParts) GPOINTER_TO_UINT (parts));
  fixture->home = g_dir_make_tmp ("stillnight-remind-XXXXXX", NULL);
  folder = g_build_filename (fixture->home, "data", STN_DATA_FOLDER, NULL);
  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  fixture->path = g_build_filename (folder, "diary.db", NULL);
  fixture->clock = stn_clock_new ();
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_tree (child);
  }
  g_remove (path);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer has_ended)
{
  g_assert_true (g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL));
  *(gboolean *) has_ended = TRUE;
}

/* It closes what it shows, which the fake desktop has to answer. */
static void
wait_for_end (GSubprocess *process)
{
  gboolean has_ended = FALSE;

  g_subprocess_wait_async (process, NULL, ended_cb, &has_ended);
  while (!has_ended)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_subprocess_get_successful (process));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->process != NULL && !fixture->has_ended) {
    g_subprocess_send_signal (fixture->process, SIGTERM);
    wait_for_end (fixture->process);
  }
  g_clear_object (&fixture->process);
  fake_desktop_free (fixture->desktop);
  remove_tree (fixture->home);
  g_free (fixture->home);
  g_free (fixture->path);
  stn_clock_unref (fixture->clock);
}

static StnDiary *
open_diary (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StnDiary *diary = stn_diary_open (fixture->path, STN_STORE_CREATE, fixture->clock, &error);

  g_assert_no_error (error);
  return diary;
}

/* On since an hour ago, and due in this minute: what is set after its minute comes tomorrow. */
static void
turn_on (Fixture *fixture, guint kinds)
{
  g_autoptr (GDateTime) now = stn_clock_now (fixture->clock);
  g_autoptr (GDateTime) before = g_date_time_add_hours (now, -1);
  g_autoptr (StnClock) clock = stn_clock_new_fixed (before);
  g_autoptr (GError) error = NULL;
  g_autoptr (StnDiary) diary = stn_diary_open (fixture->path, STN_STORE_CREATE, clock, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < STN_N_REMINDERS; i++) {
    StnReminder reminder = stn_reminder_default ((StnReminderKind) i);

    if ((kinds & (1u << i)) == 0)
      continue;
    reminder.is_on = TRUE;
    reminder.at_min = g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
    stn_diary_put_reminder (diary, &reminder, NULL, &error);
    g_assert_no_error (error);
  }
}

static void
turn_off (Fixture *fixture)
{
  g_autoptr (StnDiary) diary = open_diary (fixture);

  for (guint i = 0; i < STN_N_REMINDERS; i++) {
    StnReminder reminder = stn_reminder_default ((StnReminderKind) i);

    g_assert_true (stn_diary_put_reminder (diary, &reminder, NULL, NULL));
  }
}

static GSubprocess *
spawn_program (Fixture *fixture, const char *path, gboolean is_confined)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    fixture->is_talkative ? G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE
                          : G_SUBPROCESS_FLAGS_NONE);
  g_autofree char *data = g_build_filename (fixture->home, "data", NULL);
  g_autofree char *config = g_build_filename (fixture->home, "config", NULL);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_setenv (launcher, "HOME", fixture->home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", data, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CONFIG_HOME", config, TRUE);
  g_subprocess_launcher_unsetenv (launcher,
                                  "G_DEBUG"); /* libnotify warns of the portal by design */
  if (fixture->is_talkative)
    g_subprocess_launcher_setenv (launcher, "G_MESSAGES_DEBUG", "all", TRUE);
  if (is_confined)
    g_subprocess_launcher_setenv (launcher, "NOTIFY_FORCE_PORTAL", "1", TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, path, NULL);
  g_assert_no_error (error);
  return process;
}

static GSubprocess *
spawn (Fixture *fixture, gboolean is_confined)
{
  return spawn_program (fixture, program, is_confined);
}

static void
start (Fixture *fixture)
{
  fixture->process = spawn (fixture, FALSE);
}

static gboolean
is_shown (gpointer data)
{
  Fixture *fixture = data;

  return fake_desktop_last (fixture->desktop) != NULL;
}

static gboolean
is_nothing_shown (gpointer data)
{
  return !is_shown (data);
}

/* Waits for the next notification that is open. */
static FakeNote *
wait_for_note (Fixture *fixture)
{
  FakeNote *note;

  fake_desktop_wait (is_shown, fixture, "a notification is shown");
  note = fake_desktop_last (fixture->desktop);
  g_assert_cmpuint (fake_desktop_count_open (fixture->desktop), ==, 1);
  return note;
}

typedef struct {
  Fixture *fixture;
  StnReminderKind kind;
  StnClaimState state;
} Wanted;

/* (nullable) (transfer full) what is remembered of the newest reminder of that kind. */
static StnReminderClaim *
read_claim (Fixture *fixture, StnReminderKind kind)
{
  g_autoptr (StnDiary) diary = open_diary (fixture);
  g_autoptr (GPtrArray) claims = stn_reminder_claim_list (
    stn_diary_get_store (diary), stn_date_add_days (stn_diary_today (diary), -2), NULL);

  for (guint i = claims->len; i > 0; i--) {
    StnReminderClaim *claim = g_ptr_array_index (claims, i - 1);

    if (claim->kind == kind)
      return g_ptr_array_steal_index (claims, i - 1);
  }
  return NULL;
}

static gboolean
is_claimed (gpointer data)
{
  Wanted *wanted = data;
  g_autoptr (StnReminderClaim) claim = read_claim (wanted->fixture, wanted->kind);

  return claim != NULL && claim->state == wanted->state;
}

static void
wait_for_claim (Fixture *fixture, StnReminderKind kind, StnClaimState state)
{
  Wanted wanted = {fixture, kind, state};

  fake_desktop_wait (is_claimed, &wanted, "what became of the reminder is written down");
}

static void
check_text (const FakeNote *note, const char *title, const char *const *actions)
{
  guint n = 0;

  g_assert_cmpstr (note->title, ==, title);
  for (; actions[n] != NULL; n++) {
    if (!fake_note_has (note, actions[n]))
      g_error ("'%s' has no button '%s'", title, actions[n]);
  }
  g_assert_cmpuint (g_strv_length (note->actions), ==, 2 * (n + 1)); /* and "default" */
  g_assert_cmpint (note->timeout, ==, 0);
}

#define STRETCH (1u << STN_REMINDER_STRETCH)
#define EVENING (1u << STN_REMINDER_EVENING)
#define MORNING (1u << STN_REMINDER_MORNING)

static void
test_stretch (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = {"start", "later", "not-tonight", NULL};

  turn_on (fixture, STRETCH);
  start (fixture);
  check_text (wait_for_note (fixture), "Time for your evening stretch", actions);
  wait_for_claim (fixture, STN_REMINDER_STRETCH, STN_CLAIM_SHOWN);
}

static void
test_start (Fixture *fixture, gconstpointer data)
{
  turn_on (fixture, STRETCH);
  start (fixture);
  fake_desktop_press (fixture->desktop, wait_for_note (fixture), "start");
  wait_for_claim (fixture, STN_REMINDER_STRETCH, STN_CLAIM_DONE);
  g_assert_cmpuint (fixture->desktop->opened->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->desktop->opened, 0), ==, "stretch");
  g_assert_null (fake_desktop_last (fixture->desktop));
}

/* Without a window to open it is said, and the button works again. */
static void
test_start_without_window (Fixture *fixture, gconstpointer data)
{
  FakeNote *note;

  turn_on (fixture, STRETCH);
  start (fixture);
  fake_desktop_press (fixture->desktop, wait_for_note (fixture), "start");
  note = wait_for_note (fixture);
  g_assert_cmpstr (note->title, ==, "Stillnight could not be opened");
  fake_desktop_add (fixture->desktop, FAKE_WINDOW);
  fake_desktop_press (fixture->desktop, note, "start");
  wait_for_claim (fixture, STN_REMINDER_STRETCH, STN_CLAIM_DONE);
}

static void
test_later (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StnReminderClaim) claim = NULL;

  turn_on (fixture, STRETCH);
  start (fixture);
  fake_desktop_press (fixture->desktop, wait_for_note (fixture), "later");
  wait_for_claim (fixture, STN_REMINDER_STRETCH, STN_CLAIM_SNOOZED);
  claim = read_claim (fixture, STN_REMINDER_STRETCH);
  g_assert_cmpint (claim->again_s - claim->written_s, >=, 15 * 60 - 1);
  g_assert_cmpint (claim->again_s - claim->written_s, <=, 15 * 60);
  g_assert_null (fake_desktop_last (fixture->desktop));
}

static void
test_not_tonight (Fixture *fixture, gconstpointer data)
{
  turn_on (fixture, STRETCH);
  start (fixture);
  fake_desktop_press (fixture->desktop, wait_for_note (fixture), "not-tonight");
  wait_for_claim (fixture, STN_REMINDER_STRETCH, STN_CLAIM_DISMISSED);
  g_assert_null (fake_desktop_last (fixture->desktop));
  g_assert_cmpuint (fixture->desktop->notes->len, ==, 1);
}

static void
set_usual (Fixture *fixture)
{
  g_autoptr (StnDiary) diary = open_diary (fixture);
  g_autoptr (GError) error = NULL;

  stn_diary_set_usual (diary, "fluids", STN_KNOWN_REAL (1500), &error);
  g_assert_no_error (error);
}

/* What is stored of the drinks of tonight; unknown when nothing. */
static StnOptReal
read_drinks (Fixture *fixture)
{
  g_autoptr (StnDiary) diary = open_diary (fixture);
  g_autoptr (StnNight) night = NULL;
  const StnFactorValue *value;
  StnDate key;

  g_assert_true (stn_diary_current_night (diary, &key, NULL));
  night = stn_diary_get_night (diary, key, NULL);
  value = stn_night_get_value (night, "fluids");
  return value == NULL ? STN_UNKNOWN_REAL : STN_KNOWN_REAL (value->value);
}

static void
test_ordinary_day_and_undo (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = {"ordinary-day", "open", NULL};
  FakeNote *note;

  set_usual (fixture);
  turn_on (fixture, EVENING);
  start (fixture);
  note = wait_for_note (fixture);
  check_text (note, "Time for your evening entry", actions);
  fake_desktop_press (fixture->desktop, note, "ordinary-day");
  note = wait_for_note (fixture);
  g_assert_cmpstr (note->title, ==, "Saved");
  g_assert_cmpfloat (read_drinks (fixture).value, ==, 1500);
  fake_desktop_press (fixture->desktop, note, "undo");
  /* As it was: it is asked again. */
  note = wait_for_note (fixture);
  check_text (note, "Time for your evening entry", actions);
  g_assert_false (read_drinks (fixture).known);
  fake_desktop_press (fixture->desktop, note, "ordinary-day");
  wait_for_note (fixture);
  g_assert_true (read_drinks (fixture).known);
}

/* Nothing is known of an ordinary day: no button that could not do anything. */
static void
test_no_usual_no_button (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = {"open", NULL};

  turn_on (fixture, EVENING);
  start (fixture);
  check_text (wait_for_note (fixture), "Time for your evening entry", actions);
}

static void
test_open_goes_to_the_evening (Fixture *fixture, gconstpointer data)
{
  turn_on (fixture, EVENING);
  start (fixture);
  fake_desktop_press (fixture->desktop, wait_for_note (fixture), "open");
  while (fixture->desktop->opened->len == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (g_ptr_array_index (fixture->desktop->opened, 0), ==, "show-page evening");
}

static StnNightState
read_last_night (Fixture *fixture)
{
  g_autoptr (StnDiary) diary = open_diary (fixture);
  g_autoptr (StnNight) night = stn_diary_get_night (diary, stn_diary_last_night (diary), NULL);

  return stn_night_get_state (night);
}

static void
test_quiet_night_and_undo (Fixture *fixture, gconstpointer data)
{
  static const char *const actions[] = {"quiet-night", "open", NULL};
  FakeNote *note;

  turn_on (fixture, MORNING);
  start (fixture);
  note = wait_for_note (fixture);
  check_text (note, "Time for your morning entry", actions);
  fake_desktop_press (fixture->desktop, note, "quiet-night");
  note = wait_for_note (fixture);
  g_assert_cmpstr (note->title, ==, "Saved");
  g_assert_cmpint (read_last_night (fixture), ==, STN_NIGHT_NO_CRAMPS);
  fake_desktop_press (fixture->desktop, note, "undo");
  check_text (wait_for_note (fixture), "Time for your morning entry", actions);
  g_assert_cmpint (read_last_night (fixture), ==, STN_NIGHT_NOT_RECORDED);
}

/* By default nothing of health is on the screen, whatever is pressed. */
static void
test_words_are_neutral (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = {"cramp",  "leg",  "pain",   "medicine", "health",
                                      "doctor", "calf", "muscle", "sick",     NULL};

  set_usual (fixture);
  turn_on (fixture, STRETCH | EVENING | MORNING);
  start (fixture);
  while (fake_desktop_count_open (fixture->desktop) < 2)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < 2; i++) {
    FakeNote *note = g_ptr_array_index (fixture->desktop->notes, i);

    fake_desktop_press (fixture->desktop, note,
                        fake_note_has (note, "quiet-night") ? "quiet-night" : "ordinary-day");
  }
  while (fixture->desktop->notes->len < 4)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < fixture->desktop->notes->len; i++) {
    const FakeNote *note = g_ptr_array_index (fixture->desktop->notes, i);
    g_autofree char *labels = g_strjoinv (" ", note->actions);
    g_autofree char *text = g_strjoin (" ", note->title, note->body, labels, NULL);
    g_autofree char *lower = g_ascii_strdown (text, -1);

    for (guint k = 0; words[k] != NULL; k++)
      if (strstr (lower, words[k]) != NULL)
        g_error ("'%s' says '%s'", text, words[k]);
  }
}

/* Stretch and evening entry are one; the part that is done goes, in place, and then the rest. */
static void
test_withdrawn_when_done (Fixture *fixture, gconstpointer data)
{
  static const char *const both[] = {"start", "ordinary-day", "later", "not-tonight", NULL};
  static const char *const rest[] = {"start", "later", "not-tonight", NULL};
  g_autoptr (StnDiary) diary = NULL;
  FakeNote *note;
  guint id;

  set_usual (fixture);
  turn_on (fixture, STRETCH | EVENING);
  start (fixture);
  note = wait_for_note (fixture);
  check_text (note, "Time for your evening stretch and entry", both);
  id = note->id;
  diary = open_diary (fixture);
  {
    StnDate key;
    g_autoptr (GError) error = NULL;
    g_autoptr (StnNight) before = NULL;
    g_autoptr (StnNight) after = NULL;

    g_assert_true (stn_diary_current_night (diary, &key, NULL));
    before = stn_diary_get_night (diary, key, NULL);
    after = stn_night_copy (before);
    stn_night_take_value (after, stn_factor_value_new ("fluids", 900, STN_ENTERED_EVENING));
    g_assert_true (stn_store_begin (stn_diary_get_store (diary), "edit-night", "person", &error));
    g_assert_true (stn_diary_put_night (diary, before, after, &error));
    g_assert_true (stn_store_commit (stn_diary_get_store (diary), NULL, &error));
    while (g_str_equal (fake_desktop_last (fixture->desktop)->title, note->title))
      g_main_context_iteration (NULL, TRUE);
    note = wait_for_note (fixture);
    check_text (note, "Time for your evening stretch", rest);
    g_assert_cmpuint (note->id, ==, id);
    g_clear_pointer (&before, stn_night_free);
    before = g_steal_pointer (&after);
    after = stn_diary_get_night (diary, key, NULL);
    g_clear_pointer (&before, stn_night_free);
    before = stn_night_copy (after);
    stn_night_take_value (after, stn_factor_value_new ("stretch", 1, STN_ENTERED_EVENING));
    g_assert_true (stn_store_begin (stn_diary_get_store (diary), "edit-night", "person", &error));
    g_assert_true (stn_diary_put_night (diary, before, after, &error));
    g_assert_true (stn_store_commit (stn_diary_get_store (diary), NULL, &error));
  }
  fake_desktop_wait (is_nothing_shown, fixture, "the reminder is withdrawn");
}

/* Two processes of two sessions, one diary. */
static void
test_two_sessions (Fixture *fixture, gconstpointer data)
{
  FakeDesktop *other = NULL;
  GSubprocess *second;

  turn_on (fixture, STRETCH);
  start (fixture);
  wait_for_note (fixture);
  wait_for_claim (fixture, STN_REMINDER_STRETCH, STN_CLAIM_SHOWN);
  other = fake_desktop_new (FAKE_DAEMON);
  second = spawn (fixture, FALSE);
  turn_on (fixture, MORNING);
  /* The one that comes shows that both looked. */
  while (fixture->desktop->notes->len + other->notes->len < 2)
    g_main_context_iteration (NULL, TRUE);
  g_subprocess_send_signal (second, SIGTERM);
  wait_for_end (second);
  g_object_unref (second);
  g_assert_cmpuint (fixture->desktop->notes->len + other->notes->len, ==, 2);
  fake_desktop_free (other);
}

/* A second process of the same session ends by itself; so does one that has nothing to remind of. */
static void
test_one_a_session (Fixture *fixture, gconstpointer data)
{
  GSubprocess *second;

  turn_on (fixture, STRETCH);
  start (fixture);
  wait_for_note (fixture);
  second = spawn (fixture, FALSE);
  wait_for_end (second);
  g_object_unref (second);
}

static char *
autostart_path (Fixture *fixture)
{
  return g_build_filename (fixture->home, "config", "autostart", STN_REMINDER_NAME ".desktop",
                           NULL);
}

static void
test_off_ends_it (Fixture *fixture, gconstpointer data)
{
  g_autofree char *autostart = autostart_path (fixture);
  g_autofree char *text = NULL;

  turn_on (fixture, STRETCH);
  start (fixture);
  wait_for_note (fixture);
  g_assert_true (g_file_get_contents (autostart, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "stillnight-reminder\""));
  turn_off (fixture);
  wait_for_end (fixture->process);
  fixture->has_ended = TRUE;
  g_assert_false (g_file_test (autostart, G_FILE_TEST_EXISTS));
  fake_desktop_wait (is_nothing_shown, fixture, "the reminder is withdrawn");
}

/* Switched off among the desktop's own start-up programs: left so. */
static void
test_autostart_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *autostart = autostart_path (fixture);
  g_autofree char *folder = g_path_get_dirname (autostart);
  g_autofree char *text = NULL;
  const char *hidden = "[Desktop Entry]\nType=Application\nHidden=true\n";

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_assert_true (g_file_set_contents (autostart, hidden, -1, NULL));
  turn_on (fixture, STRETCH);
  start (fixture);
  wait_for_note (fixture);
  g_assert_true (g_file_get_contents (autostart, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, hidden);
}

static void
replied_cb (GObject *source, GAsyncResult *result, gpointer ret_result)
{
  *(GAsyncResult **) ret_result = g_object_ref (result);
}

/* The process may be waiting for the fake desktop meanwhile. */
static char *
read_property (Fixture *fixture, const char *name)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GVariant) value = NULL;

  g_dbus_connection_call (fixture->desktop->connection, STN_REMINDER_NAME, STN_REMINDER_PATH,
                          "org.freedesktop.DBus.Properties", "Get",
                          g_variant_new ("(ss)", STN_REMINDER_NAME, name), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, replied_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  reply = g_dbus_connection_call_finish (fixture->desktop->connection, result, NULL);
  if (reply == NULL)
    return g_strdup ("gone");
  g_variant_get (reply, "(v)", &value);
  return g_variant_dup_string (value, NULL);
}

typedef struct {
  Fixture *fixture;
  const char *value;
} WantedAutostart;

static gboolean
has_autostart (gpointer data)
{
  WantedAutostart *wanted = data;
  g_autofree char *value = read_property (wanted->fixture, "Autostart");

  return g_str_equal (value, wanted->value);
}

/* Removed among the desktop's own start-up programs while it runs: it says so, and leaves it so. */
static void
test_autostart_removed (Fixture *fixture, gconstpointer data)
{
  WantedAutostart on = {fixture, "on"};
  WantedAutostart refused = {fixture, "refused"};
  g_autofree char *autostart = autostart_path (fixture);

  turn_on (fixture, STRETCH);
  start (fixture);
  fake_desktop_wait (has_autostart, &on, "the process runs");
  g_assert_no_errno (g_unlink (autostart));
  g_assert_true (has_autostart (&refused));
  g_assert_true (g_file_set_contents (
    autostart, "[Desktop Entry]\nX-GNOME-Autostart-enabled=false\n", -1, NULL));
  g_assert_true (has_autostart (&refused));
}

/* Nobody shows notifications: nothing is lost, it comes when somebody does. */
static void
test_without_a_daemon (Fixture *fixture, gconstpointer data)
{
  WantedAutostart on = {fixture, "on"};
  g_autofree char *nobody = NULL;

  turn_on (fixture, STRETCH);
  start (fixture);
  fake_desktop_wait (has_autostart, &on, "the process runs");
  nobody = read_property (fixture, "Notifications");
  g_assert_cmpstr (nobody, ==, "");
  g_assert_null (read_claim (fixture, STN_REMINDER_STRETCH));
  fake_desktop_add (fixture->desktop, FAKE_DAEMON);
  wait_for_note (fixture);
}

/* Inside Flatpak: shown by the portal, started by the portal. */
static void
test_portal (Fixture *fixture, gconstpointer data)
{
  WantedAutostart on = {fixture, "on"};
  FakeNote *note;

  turn_on (fixture, STRETCH);
  fixture->process = spawn (fixture, TRUE);
  note = wait_for_note (fixture);
  g_assert_cmpstr (note->title, ==, "Time for your evening stretch");
  g_assert_true (fake_note_has (note, "start"));
  g_assert_false (note->is_hidden);
  fake_desktop_wait (has_autostart, &on, "the portal said yes");
  g_assert_cmpstr (g_ptr_array_index (fixture->desktop->asked, 0), ==, "autostart on");
  g_autofree char *file = autostart_path (fixture);
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
}

/* A portal that knows how keeps the words from a locked screen; buttons and all else are as before. */
static void
test_portal_lock_screen (Fixture *fixture, gconstpointer data)
{
  FakeNote *note;

  fixture->desktop->portal_version = 2;
  turn_on (fixture, STRETCH);
  fixture->process = spawn (fixture, TRUE);
  note = wait_for_note (fixture);
  g_assert_true (note->is_hidden);
  g_assert_cmpstr (note->title, ==, "Time for your evening stretch");
  g_assert_true (fake_note_has (note, "start"));
}

static void
test_portal_refuses (Fixture *fixture, gconstpointer data)
{
  WantedAutostart refused = {fixture, "refused"};

  fixture->desktop->portal_says_yes = FALSE;
  turn_on (fixture, STRETCH);
  fixture->process = spawn (fixture, TRUE);
  fake_desktop_wait (has_autostart, &refused, "the portal said no");
}

static void
test_without_a_bus (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *said = NULL;

  g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent",
                                TRUE);
  process = g_subprocess_launcher_spawn (launcher, NULL, program, NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &said, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  g_assert_true (g_str_has_prefix (said, "stillnight-reminder: "));
}

/* Faults while a button is pressed: it is said that it was not saved, and the button works once the fault is gone. */

static FakeNote *
press_in_vain (Fixture *fixture, FakeNote *note, const char *reason)
{
  fake_desktop_press (fixture->desktop, note, "quiet-night");
  note = wait_for_note (fixture);
  g_assert_cmpstr (note->title, ==, "Not saved");
  if (strstr (note->body, reason) == NULL)
    g_error ("'%s' does not say '%s'", note->body, reason);
  g_assert_nonnull (strstr (note->body, "You can press again."));
  g_assert_true (fake_note_has (note, "quiet-night"));
  return note;
}

static void
press_with_success (Fixture *fixture, FakeNote *note)
{
  fake_desktop_press (fixture->desktop, note, "quiet-night");
  g_assert_cmpstr (wait_for_note (fixture)->title, ==, "Saved");
  g_assert_cmpint (read_last_night (fixture), ==, STN_NIGHT_NO_CRAMPS);
}

static FakeNote *
show_morning (Fixture *fixture)
{
  FakeNote *note;

  turn_on (fixture, MORNING);
  start (fixture);
  note = wait_for_note (fixture);
  wait_for_claim (fixture, STN_REMINDER_MORNING, STN_CLAIM_SHOWN);
  return note;
}

/* As long as the process may be reading. */
#define BUSY_MS 10000

static void
test_diary_locked (Fixture *fixture, gconstpointer data)
{
  FakeNote *note = show_morning (fixture);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, BUSY_MS);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  note = press_in_vain (fixture, note, "Another program is using the diary.");
  g_assert_cmpint (sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  press_with_success (fixture, note);
}

static void
test_diary_gone (Fixture *fixture, gconstpointer data)
{
  FakeNote *note = show_morning (fixture);
  g_autofree char *aside = g_strconcat (fixture->path, ".aside", NULL);

  g_assert_no_errno (g_rename (fixture->path, aside));
  note = press_in_vain (fixture, note, "The diary cannot be opened.");
  g_assert_no_errno (g_rename (aside, fixture->path));
  press_with_success (fixture, note);
}

static void
test_diary_damaged (Fixture *fixture, gconstpointer data)
{
  FakeNote *note = show_morning (fixture);
  g_autofree char *aside = g_strconcat (fixture->path, ".aside", NULL);
  g_autofree char *noise = g_strnfill (8192, 'x');

  g_assert_no_errno (g_rename (fixture->path, aside));
  g_assert_true (g_file_set_contents (fixture->path, noise, 8192, NULL));
  note = press_in_vain (fixture, note, "This file is not a Stillnight diary.");
  g_assert_no_errno (g_rename (aside, fixture->path));
  press_with_success (fixture, note);
}

static void
set_version (Fixture *fixture, const char *sql)
{
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, BUSY_MS);
  sqlite3_busy_timeout (db, 10000); /* the process may be about to let go of it */
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_diary_newer (Fixture *fixture, gconstpointer data)
{
  FakeNote *note = show_morning (fixture);

  set_version (fixture, "PRAGMA user_version = 1000");
  note = press_in_vain (fixture, note, "newer version of Stillnight");
  set_version (fixture, "PRAGMA user_version = 3");
  press_with_success (fixture, note);
}

static void
test_disk_full (Fixture *fixture, gconstpointer data)
{
  FakeNote *note = show_morning (fixture);
  pid_t pid = (pid_t) g_ascii_strtoll (g_subprocess_get_identifier (fixture->process), NULL, 10);
  struct rlimit before;
  struct rlimit full = {.rlim_cur = 4096};

  g_assert_no_errno (prlimit (pid, RLIMIT_FSIZE, NULL, &before));
  full.rlim_max = before.rlim_max;
  g_assert_no_errno (prlimit (pid, RLIMIT_FSIZE, &full, NULL));
  note = press_in_vain (fixture, note, "");
  g_assert_no_errno (prlimit (pid, RLIMIT_FSIZE, &before, NULL));
  press_with_success (fixture, note);
}

/* The program that reads and writes the diary: a copy of both, which can be exchanged. */

static void
copy (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (from, &bytes, &size, NULL));
  g_assert_true (
    g_file_set_contents_full (to, bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
}

/* (transfer full) */
static char *
copy_program (Fixture *fixture, const char *of)
{
  g_autofree char *folder = g_path_get_dirname (program);
  g_autofree char *from = g_build_filename (folder, of, NULL);
  char *to = g_build_filename (fixture->home, of, NULL);

  copy (from, to);
  return to;
}

/* Of the one file that the process holds open. While it runs it cannot be written. */
static gboolean
is_overwritten (gpointer data)
{
  char **paths = data;
  g_autofree char *bytes = NULL;
  gsize size;
  int fd;

  fd = g_open (paths[1], O_WRONLY | O_TRUNC | O_CLOEXEC, 0);
  if (fd < 0)
    return FALSE;
  g_assert_true (g_file_get_contents (paths[0], &bytes, &size, NULL));
  g_assert_cmpint (write (fd, bytes, size), ==, size);
  g_assert_no_errno (close (fd));
  return TRUE;
}

static void
overwrite (const char *from, char *to)
{
  char *paths[] = {(char *) from, to};

  fake_desktop_wait (is_overwritten, paths, "the program can be written");
}

static FakeNote *
show_morning_of_copy (Fixture *fixture, const char *path)
{
  FakeNote *note;

  turn_on (fixture, MORNING);
  fixture->process = spawn_program (fixture, path, FALSE);
  note = wait_for_note (fixture);
  wait_for_claim (fixture, STN_REMINDER_MORNING, STN_CLAIM_SHOWN);
  return note;
}

/* It ends without an answer: what is not known is not said, and the button works again. */
static void
test_diary_program_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *waits = copy_program (fixture, "stillnight-reminder");
  g_autofree char *asked = copy_program (fixture, "stillnight-reminder-diary");
  g_autofree char *whole = g_strconcat (asked, ".whole", NULL);
  g_autofree char *fails = g_find_program_in_path ("false");
  FakeNote *note = show_morning_of_copy (fixture, waits);

  copy (asked, whole);
  overwrite (fails, asked);
  fake_desktop_press (fixture->desktop, note, "quiet-night");
  note = wait_for_note (fixture);
  g_assert_cmpstr (note->title, ==, "It is not known whether that was saved");
  g_assert_cmpint (read_last_night (fixture), ==, STN_NIGHT_NOT_RECORDED);
  overwrite (whole, asked);
  press_with_success (fixture, note);
}

/* The program of another version was put in its place: this process keeps to its own. */
static void
test_diary_program_exchanged (Fixture *fixture, gconstpointer data)
{
  g_autofree char *waits = copy_program (fixture, "stillnight-reminder");
  g_autofree char *asked = copy_program (fixture, "stillnight-reminder-diary");
  g_autofree char *other = g_strconcat (asked, ".other", NULL);
  g_autofree char *fails = g_find_program_in_path ("false");
  FakeNote *note = show_morning_of_copy (fixture, waits);

  copy (fails, other);
  g_assert_no_errno (g_rename (other, asked));
  press_with_success (fixture, note);
}

/* Debug messages, which GLib prints where the answer goes, are no part of it. */
static void
test_diary_program_talks (Fixture *fixture, gconstpointer data)
{
  fixture->is_talkative = TRUE;
  press_with_success (fixture, show_morning (fixture));
}

static void
test_diary_program_missing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *waits = copy_program (fixture, "stillnight-reminder");
  g_autofree char *said = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_PIPE, NULL, waits, NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &said, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  g_assert_nonnull (strstr (said, "stillnight-reminder-diary"));
}

/* By hand, or with something that is no question, it does nothing. */
static void
test_diary_program_by_hand (Fixture *fixture, gconstpointer data)
{
  g_autofree char *asked = copy_program (fixture, "stillnight-reminder-diary");
  const char *const questions[] = {"", "look", "a longer text that is no question either"};

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++) {
    g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE |
                          G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                        NULL, asked, NULL);
    g_autofree char *out = NULL;
    g_autofree char *said = NULL;

    g_assert_true (g_subprocess_communicate_utf8 (process, questions[i], NULL, &out, &said, NULL));
    g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 2);
    g_assert_cmpstr (out, ==, "");
    g_assert_nonnull (strstr (said, "it is a part of stillnight-reminder"));
  }
}

/* Many at once, each of which saw that it is due before any could claim it: one gets it. */

#define MANY 6
#define HELD_MS                                                                                    \
  300 /* long enough for most of them to come so far; one gets it whether they do or not */

static GBytes *
claim_question (guint i)
{
  g_autofree char *writer = g_strdup_printf ("%u", i);
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (StnReminderNote));
  StnReminderQuestion question = {.task = STN_TASK_CLAIM, .writer = writer, .notes = notes};

  return stn_reminder_question_write (&question);
}

typedef struct {
  guint n_answers;
  guint n_due;
} Answers;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Answers *answers = user_data;
  g_autoptr (GBytes) letter = NULL;
  g_auto (StnReminderAnswer) answer = {NULL};
  g_autoptr (GError) error = NULL;

  g_subprocess_communicate_finish (G_SUBPROCESS (source), result, &letter, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (stn_reminder_answer_read (letter, &answer));
  /* On a slow disk one may have waited for the others in vain. */
  g_assert_true (answer.failure == NULL || answer.is_locked);
  answers->n_due += answer.look != NULL ? answer.look->due->len : 0;
  answers->n_answers++;
}

static gboolean
let_go_cb (gpointer db)
{
  g_assert_cmpint (sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  return G_SOURCE_REMOVE;
}

static gboolean
have_all_answered (gpointer data)
{
  return ((Answers *) data)->n_answers == MANY;
}

static void
test_one_of_many_claims (Fixture *fixture, gconstpointer data)
{
  g_autofree char *asked = copy_program (fixture, "stillnight-reminder-diary");
  g_autofree char *folder = g_build_filename (fixture->home, "data", NULL);
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  Answers answers = {0, 0};
  sqlite3 *db;

  turn_on (fixture, STRETCH);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", folder, TRUE);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  /* It can be read, and not be written. */
  g_assert_cmpint (sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  for (guint i = 0; i < MANY; i++) {
    g_autoptr (GBytes) question = claim_question (i);
    g_autoptr (GSubprocess) process = g_subprocess_launcher_spawn (launcher, NULL, asked, NULL);

    g_subprocess_communicate_async (process, question, NULL, answered_cb, &answers);
  }
  g_timeout_add (HELD_MS, let_go_cb, db);
  fake_desktop_wait (have_all_answered, &answers, "all have answered");
  g_assert_cmpuint (answers.n_due, ==, 1);
  sqlite3_close (db);
}

static void
add (const char *path, FakeParts parts, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *full = g_strconcat ("/reminder/process/", path, NULL);

  g_test_add (full, Fixture, GUINT_TO_POINTER (parts), set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  const FakeParts all = FAKE_DAEMON | FAKE_WINDOW;

  g_test_init (&argc, &argv, NULL);
  program = g_getenv ("STILLNIGHT_REMINDER");
  g_assert_nonnull (program);
  signal (SIGXFSZ, SIG_IGN); /* for the disk that is full; who is started here inherits it */
  add ("stretch", all, test_stretch);
  add ("start", all, test_start);
  add ("start-without-window", FAKE_DAEMON, test_start_without_window);
  add ("later", all, test_later);
  add ("not-tonight", all, test_not_tonight);
  add ("ordinary-day-and-undo", all, test_ordinary_day_and_undo);
  add ("no-usual-no-button", all, test_no_usual_no_button);
  add ("open-goes-to-the-evening", all, test_open_goes_to_the_evening);
  add ("quiet-night-and-undo", all, test_quiet_night_and_undo);
  add ("words-are-neutral", all, test_words_are_neutral);
  add ("withdrawn-when-done", all, test_withdrawn_when_done);
  add ("two-sessions", all, test_two_sessions);
  add ("one-a-session", all, test_one_a_session);
  add ("off-ends-it", all, test_off_ends_it);
  add ("autostart-refused", all, test_autostart_refused);
  add ("autostart-removed", all, test_autostart_removed);
  add ("without-a-daemon", FAKE_WINDOW, test_without_a_daemon);
  add ("portal", FAKE_PORTAL | FAKE_WINDOW, test_portal);
  add ("portal-lock-screen", FAKE_PORTAL | FAKE_WINDOW, test_portal_lock_screen);
  add ("portal-refuses", FAKE_PORTAL | FAKE_WINDOW, test_portal_refuses);
  add ("without-a-bus", all, test_without_a_bus);
  add ("diary-locked", all, test_diary_locked);
  add ("diary-gone", all, test_diary_gone);
  add ("diary-damaged", all, test_diary_damaged);
  add ("diary-newer", all, test_diary_newer);
  add ("disk-full", all, test_disk_full);
  add ("diary-program-fails", all, test_diary_program_fails);
  add ("diary-program-exchanged", all, test_diary_program_exchanged);
  add ("diary-program-talks", all, test_diary_program_talks);
  add ("diary-program-missing", all, test_diary_program_missing);
  add ("one-of-many-claims", all, test_one_of_many_claims);
  add ("diary-program-by-hand", all, test_diary_program_by_hand);
  return g_test_run ();
}
