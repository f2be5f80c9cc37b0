/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "diary/stn-diary-archive.h"
#include "pages/stn-import-dialog.h"
#include "pages/stn-versions-window.h"
#include "present/stn-import-preview.h"

#include <string.h>

/* Nobody can tell the day from the month. */
#define SLASHES "date,cramps,coffee\n01/11/2026,1,\"1,500\"\n02/11/2026,0,3\n"

static char *
write_file (AppFixture *fixture, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (STN_IS_IMPORT_DIALOG (link->data))
      return link->data;
  return NULL;
}

static gboolean
holds (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
      strstr (gtk_label_get_label (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (holds (child, words))
      return TRUE;
  return FALSE;
}

static gboolean
is_seen (gpointer words)
{
  GtkWidget *dialog = find_dialog ();

  return dialog != NULL && holds (dialog, words);
}

static void
wait_for_words (const char *words)
{
  app_fixture_wait (is_seen, (gpointer) words);
}

static gboolean
is_gone (gpointer data)
{
  return find_dialog () == NULL;
}

/* As a person does who drags it from the file manager. */
static void
drop (AppFixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (&file, 1));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_DROP_TARGET (controller))
      g_signal_emit_by_name (controller, "drop", &value, 1.0, 1.0, &taken);
  }
  g_assert_true (taken);
}

static GtkWidget *
find_titled (GtkWidget *root, const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_COMBO_ROW (root) && gtk_widget_get_mapped (root) &&
      g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_titled (child, title);
  return found;
}

static AdwComboRow *
find_row (const char *title)
{
  GtkWidget *row = find_titled (find_dialog (), title);

  g_assert_nonnull (row);
  return ADW_COMBO_ROW (row);
}

static GtkWidget *
find_import (void)
{
  return app_fixture_find (find_dialog (), GTK_TYPE_BUTTON, "Import");
}

static void
import (AppFixture *fixture)
{
  g_assert_true (gtk_widget_get_sensitive (find_import ()));
  g_signal_emit_by_name (find_import (), "clicked");
  app_fixture_wait (is_gone, NULL);
}

static void
close_dialog (AppFixture *fixture)
{
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  app_fixture_wait (is_gone, NULL);
  app_fixture_settle (fixture);
}

static void
assert_night (AppFixture *fixture, int month, int day, StnNightState state)
{
  g_autoptr (StnNight) night =
    stn_diary_get_night (fixture->other, stn_date_new (2026, month, day), NULL);

  g_assert_cmpint (stn_night_get_state (night), ==, state);
}

/* What the file leaves open is asked, shown at once, and remembered for the next file from the same program; one step takes it back. */
static void
test_open_questions (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "slashes.csv", SLASHES);

  drop (fixture, path);
  wait_for_words ("can begin with the day or the month. Choose under “Dates such as");
  g_assert_false (gtk_widget_get_sensitive (find_import ()));
  adw_combo_row_set_selected (find_row ("Dates such as 01/11/2026 begin with"), 1);
  wait_for_words ("can be a broken number or thousands");
  adw_combo_row_set_selected (find_row ("Numbers such as 1,500 mean"), 1);
  wait_for_words ("Its dates begin with the day. Its points are decimal.");
  wait_for_words ("Sun 1 to Mon 2 November 2026");
  adw_combo_row_set_selected (find_row ("A date is that of"), 1);
  wait_for_words ("Sat 31 October to Sun 1 November 2026");
  import (fixture);
  assert_night (fixture, 10, 31, STN_NIGHT_CRAMPS);
  assert_night (fixture, 11, 1, STN_NIGHT_NO_CRAMPS);

  drop (fixture, path);
  wait_for_words ("2 nights were there already");
  g_assert_cmpuint (adw_combo_row_get_selected (find_row ("Dates such as 01/11/2026 begin with")),
                    ==, 1);
  g_assert_cmpuint (adw_combo_row_get_selected (find_row ("A date is that of")), ==, 1);
  g_assert_false (gtk_widget_get_sensitive (find_import ()));
  close_dialog (fixture);

  g_assert_true (stn_diary_undo (fixture->other, 0, NULL, NULL));
  assert_night (fixture, 10, 31, STN_NIGHT_NOT_RECORDED);
  drop (fixture, path);
  wait_for_words ("can begin with the day or the month");
  close_dialog (fixture);
}

/* Another delimiter and no names: the columns are others, and are chosen by their place. */
static void
test_other_columns (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "bare.csv", "2026-11-01,1\n2026-11-02,0\n");

  drop (fixture, path);
  wait_for_words ("column 2");
  wait_for_words ("Its columns have no names.");
  adw_combo_row_set_selected (find_row ("Cramps"), 2);
  wait_for_words ("2 new nights");
  adw_combo_row_set_selected (find_row ("Between the cells"), 2);
  wait_for_words ("no date column");
  g_assert_false (gtk_widget_get_sensitive (find_import ()));
  adw_combo_row_set_selected (find_row ("Between the cells"), 0);
  wait_for_words ("Its columns have no names.");
  close_dialog (fixture);
}

/* Words about the night are its note, where the person says so or the name does; else they are left out. */
static void
test_notes (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path =
    write_file (fixture, "words.csv", "date,cramps,notes,said\n2026-11-01,1,old,after the walk\n");
  g_autoptr (StnNight) night = NULL;

  drop (fixture, path);
  wait_for_words ("1 new night");
  g_assert_cmpuint (adw_combo_row_get_selected (find_row ("Note")), ==, 3);
  adw_combo_row_set_selected (find_row ("Note"), 0);
  app_fixture_settle (fixture);
  g_assert_true (gtk_widget_get_sensitive (find_import ()));
  adw_combo_row_set_selected (find_row ("Note"), 4);
  app_fixture_settle (fixture);
  import (fixture);
  night = stn_diary_get_night (fixture->other, stn_date_new (2026, 11, 1), NULL);
  g_assert_cmpstr (night->note, ==, "after the walk");
}

/* An export of another diary is joined with this one. */
static void
test_exported_diary (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *other_path = g_build_filename (fixture->folder, "other.db", NULL);
  g_autoptr (StnDiary) other = stn_diary_open (other_path, STN_STORE_CREATE, fixture->clock, NULL);
  g_autoptr (GString) json = NULL;
  g_autofree char *path = NULL;

  g_assert_true (stn_diary_log_no_cramps (other, LAST_NIGHT, NULL, NULL));
  json = stn_diary_export_json (other, NULL);
  path = write_file (fixture, "other.json", json->str);
  drop (fixture, path);
  wait_for_words ("new record");
  g_assert_null (find_titled (find_dialog (), "Cramps"));
  import (fixture);
  assert_night (fixture, 11, 21, STN_NIGHT_NO_CRAMPS);
  drop (fixture, path);
  wait_for_words ("as new here already");
  g_assert_false (gtk_widget_get_sensitive (find_import ()));
  close_dialog (fixture);
  g_assert_true (stn_diary_undo (fixture->other, 0, NULL, NULL));
  assert_night (fixture, 11, 21, STN_NIGHT_NOT_RECORDED);
}

static gboolean
make_worse_cb (StnNight *night, gpointer severity, GError **error)
{
  stn_night_get_worst (night)->severity = STN_KNOWN_INT (GPOINTER_TO_INT (severity));
  return TRUE;
}

static void
put_severity (StnDiary *diary, int severity)
{
  g_assert_true (stn_diary_edit_night (diary, LAST_NIGHT, "edit-night", make_worse_cb,
                                       GINT_TO_POINTER (severity), NULL, NULL));
}

static int
get_severity (AppFixture *fixture)
{
  g_autoptr (StnNight) night = stn_diary_get_night (fixture->other, LAST_NIGHT, NULL);

  return stn_night_get_worst (night)->severity.value;
}

static GtkWidget *
find_versions (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (STN_IS_VERSIONS_WINDOW (link->data))
      return link->data;
  return NULL;
}

static gboolean
versions_say (gpointer words)
{
  return find_versions () != NULL && holds (find_versions (), words);
}

static gboolean
versions_gone (gpointer data)
{
  return find_versions () == NULL;
}

static gboolean
offers_versions (gpointer fixture)
{
  return app_fixture_find (GTK_WIDGET (((AppFixture *) fixture)->window), GTK_TYPE_BUTTON,
                           "Another Version of This Night: Compare…") != NULL;
}

static gboolean
offers_none (gpointer fixture)
{
  return !offers_versions (fixture);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer has_quit)
{
  *(gboolean *) has_quit = TRUE;
}

static gboolean
is_true (gpointer value)
{
  return *(gboolean *) value;
}

/* Not through the X server: the key would be let go where there is no window any more. */
static void
press (GtkWidget *dialog, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (dialog);
  GtkShortcut *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GObject) keys = g_list_model_get_item (controllers, i);

    for (guint j = 0;
         GTK_IS_SHORTCUT_CONTROLLER (keys) && j < g_list_model_get_n_items (G_LIST_MODEL (keys));
         j++) {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (keys), j);
      g_autofree char *trigger =
        gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

      if (g_str_equal (trigger, key))
        found = shortcut;
    }
  }
  g_assert_nonnull (found);
  g_object_ref (found);
  gtk_shortcut_action_activate (gtk_shortcut_get_action (found), 0, dialog, NULL);
  g_object_unref (found);
}

/* The menu has them, too, and from there the program can be left. */
static void
quit_from_menu (AppFixture *fixture)
{
  GActionMap *app = G_ACTION_MAP (gtk_window_get_application (GTK_WINDOW (fixture->window)));
  g_autoptr (GSimpleAction) quit = g_simple_action_new ("quit", NULL);
  gboolean has_quit = FALSE;

  g_signal_connect (quit, "activate", G_CALLBACK (quit_cb), &has_quit);
  g_action_map_add_action (app, G_ACTION (quit));
  app_fixture_settle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.two-versions", NULL);
  app_fixture_wait (versions_say, (gpointer) "Pain: 3 of 10");
  press (find_versions (), "<Control>q");
  app_fixture_wait (is_true, &has_quit);
  app_fixture_wait (versions_gone, NULL);
  g_action_map_remove_action (app, "quit");
}

/* The same cramp is worse here, and later still worse in the other diary. Returns: its path. */
static char *
write_apart (AppFixture *fixture)
{
  StnEpisode episode = {.severity = STN_KNOWN_INT (2)};
  char *away_path = g_build_filename (fixture->folder, "away.db", NULL);
  g_autoptr (StnDiary) away = NULL;

  g_assert_true (stn_diary_log_cramps (fixture->other, LAST_NIGHT, 1, &episode, NULL, NULL));
  away = stn_diary_open (away_path, STN_STORE_CREATE, fixture->clock, NULL);
  {
    const char *const paths[] = {fixture->path, NULL};
    g_autoptr (StnJoinReport) report = stn_diary_join (away, paths, "merge", FALSE, NULL, NULL);

    g_assert_nonnull (report);
  }
  put_severity (fixture->other, 3);
  put_severity (away, 8);
  put_severity (away, 9);
  app_fixture_settle (fixture);
  return away_path;
}

#define THE_CRAMP "Night of Saturday 21 to Sunday 22 November: a cramp"

static void
click_in_versions (const char *name)
{
  g_signal_emit_by_name (app_fixture_find (find_versions (), GTK_TYPE_BUTTON, name), "clicked");
}

/* What two computers wrote apart is listed after the joining, and at its night: either version can be taken, and taken back. */
static void
test_other_version (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *away_path = write_apart (fixture);
  const char *use = "Use the other version of: " THE_CRAMP;
  GtkWidget *toast;

  /* There is nothing to decide yet. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.two-versions", NULL);
  g_assert_null (find_versions ());
  drop (fixture, away_path);
  wait_for_words ("1 newer one taken");
  import (fixture);
  g_assert_cmpint (get_severity (fixture), ==, 9);
  app_fixture_wait (versions_say, (gpointer) "Pain: 9 of 10");
  g_assert_true (versions_say ((gpointer) "Pain: 3 of 10"));
  g_signal_emit_by_name (app_fixture_find (find_versions (), GTK_TYPE_BUTTON, use), "clicked");
  app_fixture_wait (versions_say, (gpointer) "You decided on it, or it was changed since.");
  g_assert_cmpint (get_severity (fixture), ==, 3);
  toast = app_fixture_find (find_versions (), GTK_TYPE_BUTTON, "Undo");
  g_signal_emit_by_name (toast, "clicked");
  app_fixture_wait (versions_say, (gpointer) "Pain: 3 of 10");
  g_assert_cmpint (get_severity (fixture), ==, 9);
  gtk_window_close (GTK_WINDOW (find_versions ()));
  app_fixture_wait (versions_gone, NULL);
  quit_from_menu (fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-night", "s", "2026-11-21");
  app_fixture_wait (offers_versions, fixture);
  g_signal_emit_by_name (app_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON,
                                           "Another Version of This Night: Compare…"),
                         "clicked");
  app_fixture_wait (versions_say, (gpointer) "Pain: 3 of 10");
  g_signal_emit_by_name (app_fixture_find (find_versions (), GTK_TYPE_BUTTON, use), "clicked");
  app_fixture_wait (offers_none, fixture);
  g_assert_cmpint (get_severity (fixture), ==, 3);
  gtk_window_close (GTK_WINDOW (find_versions ()));
  app_fixture_wait (versions_gone, NULL);
  app_fixture_settle (fixture);
}

/* Who is content with what is in the diary says so, and is not asked again; that, too, is taken back. */
static void
test_kept_version (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *away_path = write_apart (fixture);
  const char *keep = "Keep the version in the diary of: " THE_CRAMP;
  GtkWidget *button;

  drop (fixture, away_path);
  wait_for_words ("1 newer one taken");
  import (fixture);
  app_fixture_wait (versions_say, (gpointer) "Pain: 9 of 10");
  button = app_fixture_find (find_versions (), GTK_TYPE_BUTTON, keep);
  g_signal_emit_by_name (button, "clicked");
  /* Pressed twice, it decides once. */
  g_assert_false (gtk_widget_is_sensitive (button));
  app_fixture_wait (versions_say, (gpointer) "You decided on it, or it was changed since.");
  g_assert_cmpint (get_severity (fixture), ==, 9);
  app_fixture_settle (fixture);
  click_in_versions ("Undo");
  app_fixture_wait (versions_say, (gpointer) "Pain: 3 of 10");
  click_in_versions (keep);
  app_fixture_wait (versions_say, (gpointer) "You decided on it, or it was changed since.");
  gtk_window_close (GTK_WINDOW (find_versions ()));
  app_fixture_wait (versions_gone, NULL);
  app_fixture_settle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.two-versions", NULL);
  g_assert_null (find_versions ());
}

/* The diary's thread waits until the test has seen what there is to see meanwhile. */
typedef struct {
  GMutex mutex;
  GCond cond;
  gboolean is_open;
} Gate;

static gpointer
wait_work (StnDiary *diary, gpointer data, GError **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->mutex);
  while (!gate->is_open)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
  return data;
}

static void
waited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_nonnull (stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, NULL));
}

static void
open_gate (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->is_open = TRUE;
  g_cond_signal (&gate->cond);
  g_mutex_unlock (&gate->mutex);
}

/* What takes long shows how far it is, and can be given up: nothing of it is in the diary, and it can be done after all. */
static void
test_given_up (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path =
    write_file (fixture, "plain.csv", "date,cramps\n2026-11-01,1\n2026-11-02,0\n");
  Gate gate = {0};

  drop (fixture, path);
  wait_for_words ("2 new nights");
  g_assert_null (app_fixture_find (find_dialog (), GTK_TYPE_PROGRESS_BAR, NULL));
  stn_diary_client_run (fixture->client, wait_work, &gate, NULL, NULL, NULL, waited_cb, NULL);
  g_signal_emit_by_name (find_import (), "clicked");
  wait_for_words ("Until it is done nothing is changed");
  g_assert_nonnull (app_fixture_find (find_dialog (), GTK_TYPE_PROGRESS_BAR, NULL));
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  open_gate (&gate);
  wait_for_words ("The import was given up. Nothing of it is in the diary.");
  assert_night (fixture, 11, 1, STN_NIGHT_NOT_RECORDED);
  g_assert_null (app_fixture_find (find_dialog (), GTK_TYPE_PROGRESS_BAR, NULL));
  import (fixture);
  assert_night (fixture, 11, 1, STN_NIGHT_CRAMPS);
  g_mutex_clear (&gate.mutex);
  g_cond_clear (&gate.cond);
}

static GtkWidget *
find_label_with (GtkWidget *root, const char *words)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_label (GTK_LABEL (root)), words) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label_with (child, words);
  return found;
}

static gboolean
is_refused (const char *words)
{
  GtkWidget *box = gtk_widget_get_parent (find_label_with (find_dialog (), words));

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (box)), ==,
                   GTK_ACCESSIBLE_ROLE_ALERT);
  g_assert_cmpint (app_fixture_find (box, GTK_TYPE_IMAGE, NULL) != NULL, ==,
                   gtk_widget_has_css_class (box, "failure"));
  return gtk_widget_has_css_class (box, "failure");
}

/* It opens with what to do first; only what was chosen and does not work is a failure. */
static void
test_opens_calmly (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "when.csv", "when was it,cramps\nfirst,1\n");

  drop (fixture, path);
  wait_for_words ("Say first which column has the dates: choose it under “Date”.");
  g_assert_false (is_refused ("Say first"));
  adw_combo_row_set_selected (find_row ("Date"), 1);
  wait_for_words ("when.csv:2");
  g_assert_true (is_refused ("when.csv:2"));
  close_dialog (fixture);
}

/* A file that is refused says so at once, and has the focus. */
static void
test_refused (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path =
    write_file (fixture, "bad.csv", "date,cramps,severity\n2026-11-01,1,11\n");
  GtkWidget *words;

  drop (fixture, path);
  wait_for_words ("bad.csv:2");
  g_assert_true (is_refused ("bad.csv:2"));
  words = find_label_with (find_dialog (), "bad.csv:2");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (find_dialog ())) == words);
  g_assert_false (gtk_label_get_selection_bounds (GTK_LABEL (words), NULL, NULL));
  close_dialog (fixture);
}

/* What cannot be read at all says why. */
static void
test_unreadable (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "book.csv", "PK\x03\x04");
  GtkWidget *page;

  drop (fixture, path);
  wait_for_words ("This file cannot be imported");
  g_assert_false (gtk_widget_get_sensitive (find_import ()));
  page = app_fixture_find (find_dialog (), ADW_TYPE_STATUS_PAGE, NULL);
  gtk_test_accessible_assert_role (page, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_test_accessible_assert_property (page, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       adw_status_page_get_description (ADW_STATUS_PAGE (page)));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (find_dialog ())) == page);
  close_dialog (fixture);
}

static const char *
get_choice (const char *title)
{
  return gtk_string_object_get_string (adw_combo_row_get_selected_item (find_row (title)));
}

/* What was found is said where something else can be chosen, and the first nights tell all that comes in. */
static void
test_says_what_was_found (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path =
    write_file (fixture, "all.csv", "date;cramps;walk;note\n1.11.2026;1;1;slept <late>\n");

  drop (fixture, path);
  wait_for_words ("1 new night");
  g_assert_cmpstr (get_choice ("walk"), ==, "As found: Yes or no");
  g_assert_cmpstr (get_choice ("Between the cells"), ==, "As found: Semicolon");
  g_assert_cmpstr (get_choice ("Names of the columns"), ==, "As found: In line 1");
  g_assert_cmpstr (get_choice ("Letters"), ==, "As found: UTF-8");
  g_assert_cmpstr (get_choice ("Numbers such as 1,500 mean"), ==, "As found");
  g_assert_true (is_seen ((gpointer) "walk: Yes"));
  g_assert_true (is_seen ((gpointer) "slept <late>"));
  adw_combo_row_set_selected (find_row ("walk"), STN_IMPORT_CONTINUOUS);
  app_fixture_settle (fixture);
  g_assert_cmpstr (get_choice ("walk"), ==, "Number");
  adw_combo_row_set_selected (find_row ("walk"), STN_IMPORT_FOUND);
  app_fixture_settle (fixture);
  g_assert_cmpstr (get_choice ("walk"), ==, "As found: Yes or no");
  close_dialog (fixture);
}

/* The second press of a double click finds the dialog still there, and nothing to press. */
static void
test_double_click (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "plain.csv", "date,cramps\n2026-11-01,1\n");
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_set (settings, "gtk-double-click-time", 60000, NULL);
  drop (fixture, path);
  wait_for_words ("1 new night");
  g_signal_emit_by_name (find_import (), "clicked");
  app_fixture_settle (fixture);
  assert_night (fixture, 11, 1, STN_NIGHT_CRAMPS);
  gtk_window_close (GTK_WINDOW (find_dialog ()));
  g_assert_nonnull (find_dialog ());
  g_assert_false (gtk_widget_get_sensitive (find_import ()));
  g_object_set (settings, "gtk-double-click-time", 0, NULL);
  gtk_window_destroy (GTK_WINDOW (find_dialog ()));
}

/* However it was opened, it has the keys of every window. */
static void
test_keys (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "plain.csv", "date,cramps\n2026-11-01,1\n");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.import-file", "^ay", path);
  wait_for_words ("1 new night");
  press (find_dialog (), "<Control>w");
  app_fixture_wait (is_gone, NULL);
  app_fixture_settle (fixture);
}

/* Who closes the dialog does not wait for the file; meanwhile the diary is free. */
static void
test_closed_while_reading (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "plain.csv", "date,cramps\n2026-11-01,1\n");
  g_autoptr (StnImportPreview) preview = stn_import_preview_new (fixture->client, path);
  Gate gate = {0};

  app_fixture_settle (fixture);
  g_assert_true (stn_import_preview_can_import (preview));
  stn_diary_client_run (fixture->client, wait_work, &gate, NULL, NULL, NULL, waited_cb, NULL);
  stn_import_preview_set_replace (preview, TRUE);
  stn_import_preview_cancel (preview);
  open_gate (&gate);
  app_fixture_settle (fixture);
  /* It was given up: no answer came. */
  g_assert_true (stn_import_preview_is_busy (preview));
  g_mutex_clear (&gate.mutex);
  g_cond_clear (&gate.cond);
}

#define TEST(name, function)                                                                       \
  g_test_add ("/app/import-dialog/" name, AppFixture, NULL, app_fixture_set_up, function,          \
              app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  /* Nobody clicks twice, but where it is said. */
  g_object_set (gtk_settings_get_default (), "gtk-double-click-time", 0, NULL);
  TEST ("open-questions", test_open_questions);
  TEST ("other-columns", test_other_columns);
  TEST ("notes", test_notes);
  TEST ("exported-diary", test_exported_diary);
  TEST ("other-version", test_other_version);
  TEST ("kept-version", test_kept_version);
  TEST ("given-up", test_given_up);
  TEST ("opens-calmly", test_opens_calmly);
  TEST ("refused", test_refused);
  TEST ("unreadable", test_unreadable);
  TEST ("says-what-was-found", test_says_what_was_found);
  TEST ("double-click", test_double_click);
  TEST ("keys", test_keys);
  TEST ("closed-while-reading", test_closed_while_reading);
  return g_test_run ();
}
