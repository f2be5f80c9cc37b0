/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "long-diary.h"

#include "pages/stn-diary-page.h"
#include "pages/stn-finding-details.h"
#include "pages/stn-finding-row.h"
#include "pages/stn-findings-page.h"
#include "pages/stn-import-dialog.h"
#include "pages/stn-night-editor.h"
#include "pages/stn-night-row.h"
#include "widgets/stn-fact-row.h"

/* Something to be seen below @root. */
typedef struct {
  GtkWidget *root;
  GType type;
  const char *name;
} Sight;

static gboolean
is_seen (gpointer data)
{
  const Sight *sight = data;

  return app_fixture_find (sight->root, sight->type, sight->name) != NULL;
}

static GtkWidget *
wait_below (GtkWidget *root, GType type, const char *name)
{
  Sight sight = {root, type, name};

  app_fixture_wait (is_seen, &sight);
  return app_fixture_find (root, type, name);
}

static GtkWidget *
wait_for (AppFixture *fixture, GType type, const char *name)
{
  return wait_below (GTK_WIDGET (fixture->window), type, name);
}

static void
act (AppFixture *fixture, GType type, const char *action)
{
  g_assert_true (gtk_widget_activate_action (wait_for (fixture, type, NULL), action, NULL));
  app_fixture_settle (fixture);
}

static void
show_page (AppFixture *fixture, const char *page)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", page);
  app_fixture_settle (fixture);
}

static void
log_cramps (AppFixture *fixture, int days, guint count)
{
  g_autoptr (GError) error = NULL;
  StnDate key = stn_date_add_days (LAST_NIGHT, -days);

  stn_diary_log_cramps (fixture->other, key, count, NULL, NULL, &error);
  g_assert_no_error (error);
}

static StnNightState
stored_state (AppFixture *fixture, StnDate key)
{
  g_autoptr (StnNight) night = stn_diary_get_night (fixture->other, key, NULL);

  return stn_night_get_state (night);
}

/* Diary */

static void
test_diary_empty (AppFixture *fixture, gconstpointer data)
{
  show_page (fixture, "diary");
  wait_for (fixture, GTK_TYPE_LABEL, "No nights yet");
  g_assert_nonnull (
    app_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Import a File…"));
}

static void
test_diary_lists_all_nights (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  log_cramps (fixture, 2, 2);
  show_page (fixture, "diary");
  wait_for (fixture, GTK_TYPE_LABEL, "Thursday 19 November");
  g_assert_nonnull (
    app_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Friday 20 November"));
  g_assert_nonnull (
    app_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "November 2026"));
  /* What a screen reader says of the item in the list. */
  row = wait_for (fixture, STN_TYPE_NIGHT_ROW, NULL);
  wait_below (row, GTK_TYPE_LABEL, "Not recorded"); /* it is read by now */
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Saturday 21 November: not recorded");
}

static void
show_night (AppFixture *fixture, const char *key)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-night", "s", key);
  app_fixture_settle (fixture);
}

static void
test_diary_delete_and_undo (AppFixture *fixture, gconstpointer data)
{
  StnDate key = stn_date_add_days (LAST_NIGHT, -2);

  log_cramps (fixture, 2, 2);
  log_cramps (fixture, 5, 1);
  show_page (fixture, "diary");
  wait_for (fixture, GTK_TYPE_LABEL, "Thursday 19 November");
  show_night (fixture, "2026-11-19");
  wait_for (fixture, GTK_TYPE_LABEL, "Thu 19 to Fri 20 November");
  act (fixture, STN_TYPE_DIARY_PAGE, "diary.delete");
  g_assert_cmpint (stored_state (fixture, key), ==, STN_NIGHT_NOT_RECORDED);
  wait_for (fixture, GTK_TYPE_LABEL, "Deleted: night of 19 November");
  /* It stays where it was, as a night not recorded, and still selected. */
  wait_for (fixture, GTK_TYPE_LABEL, "Thu 19 to Fri 20 November");
  act (fixture, STN_TYPE_DIARY_PAGE, "win.undo");
  g_assert_cmpint (stored_state (fixture, key), ==, STN_NIGHT_CRAMPS);
  wait_for (fixture, GTK_TYPE_LABEL, "2 cramps");
}

static void
test_diary_edit (AppFixture *fixture, gconstpointer data)
{
  log_cramps (fixture, 0, 1);
  show_page (fixture, "diary");
  wait_for (fixture, GTK_TYPE_LABEL, "Saturday 21 November");
  show_night (fixture, "2026-11-21");
  act (fixture, STN_TYPE_DIARY_PAGE, "diary.edit");
  wait_for (fixture, STN_TYPE_NIGHT_EDITOR, NULL);
  g_signal_emit_by_name (wait_for (fixture, STN_TYPE_NIGHT_EDITOR, NULL), "closed");
  wait_for (fixture, GTK_TYPE_LABEL, "Sat 21 to Sun 22 November");
}

static void
test_diary_filter (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *none;

  log_cramps (fixture, 1, 1);
  show_page (fixture, "diary");
  wait_for (fixture, GTK_TYPE_LABEL, "Friday 20 November");
  gtk_editable_set_text (GTK_EDITABLE (wait_for (fixture, GTK_TYPE_SEARCH_ENTRY, NULL)), "nowhere");
  none = wait_for (fixture, GTK_TYPE_BUTTON, "Show All Nights");
  g_signal_emit_by_name (none, "clicked");
  wait_for (fixture, GTK_TYPE_LABEL, "Friday 20 November");
}

/* Findings */

#define NIGHTS 60

/* Little to drink before most cramps. */
static void
fill (AppFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StnStore *store = stn_diary_get_store (fixture->other);

  g_assert_true (stn_store_begin (store, "sample", "sample", &error));
  for (int i = 0; i < NIGHTS; i++) {
    g_autoptr (StnNight) before = stn_night_new (stn_date_add_days (LAST_NIGHT, -i));
    g_autoptr (StnNight) after = stn_night_copy (before);

    if (i % 3 == 0)
      g_ptr_array_add (after->episodes, stn_episode_new ());
    else
      after->no_cramps = TRUE;
    stn_night_take_value (
      after, stn_factor_value_new ("fluids", i % 3 && i % 5 ? 2000 : 1000, STN_ENTERED_EVENING));
    g_assert_true (stn_diary_put_night (fixture->other, before, after, &error));
  }
  g_assert_true (stn_store_commit (store, NULL, &error));
}

static void
test_findings_empty (AppFixture *fixture, gconstpointer data)
{
  show_page (fixture, "findings");
  wait_for (fixture, GTK_TYPE_BUTTON, "Go to Today");
}

static void
test_findings_open (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  fill (fixture);
  show_page (fixture, "findings");
  row = wait_for (fixture, STN_TYPE_FINDING_ROW, NULL);
  app_fixture_settle (fixture);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == row);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
  g_assert_null (app_fixture_find (row, STN_TYPE_FINDING_DETAILS, NULL));
  /* What Enter does. */
  g_assert_true (gtk_widget_activate (row));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  wait_below (row, STN_TYPE_FINDING_DETAILS, NULL);
  wait_below (row, GTK_TYPE_LABEL, "In this diary");
  wait_below (row, GTK_TYPE_LABEL, "20 of 28");
  g_assert_true (gtk_widget_activate (row));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
}

/* A comparison that takes long shows how far it is, until it is done; what another program writes meanwhile is taken in. */
static void
test_findings_progress (AppFixture *fixture, gconstpointer data)
{
  long_diary_fill (fixture->other, stn_date_add_days (LAST_NIGHT, -1));
  /* Not settled: it would be over by then. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "findings");
  wait_for (fixture, GTK_TYPE_PROGRESS_BAR, NULL);
  g_assert_null (app_fixture_find (GTK_WIDGET (fixture->window), STN_TYPE_FINDING_ROW, NULL));
  g_assert_true (stn_diary_log_no_cramps (fixture->other, LAST_NIGHT, NULL, NULL));
  wait_for (fixture, STN_TYPE_FINDING_ROW, NULL);
  g_assert_null (app_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_PROGRESS_BAR, NULL));
}

/* The narrowest window that must do, also with the largest text that the desktop offers */

#define NARROWEST 360
#define DPI_100 (96 * 1024)
#define DPI_200 (2 * DPI_100)

static int
min_width (GtkWidget *widget)
{
  int min;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
  return min;
}

/* Names the innermost widgets that are too wide. */
static void
report_wide (GtkWidget *widget)
{
  gboolean has_wide_child = FALSE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (!gtk_widget_get_visible (child) || min_width (child) <= NARROWEST)
      continue;
    has_wide_child = TRUE;
    report_wide (child);
  }
  if (!has_wide_child)
    g_test_message ("%s %s: %d px", G_OBJECT_TYPE_NAME (widget), gtk_widget_get_name (widget),
                    min_width (widget));
}

static void
assert_narrow (GtkWidget *page)
{
  gtk_test_widget_wait_for_draw (page);
  if (min_width (page) > NARROWEST)
    report_wide (page);
  g_assert_cmpint (min_width (page), <=, NARROWEST);
}

static gboolean
is_narrow (gpointer data)
{
  return gtk_widget_get_width (data) < 600 && min_width (data) <= NARROWEST;
}

/* As a person drags the edge: what a wide window keeps beside each other must let go by itself. */
static void
make_narrow (AppFixture *fixture)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 640);
  app_fixture_wait (is_narrow, wait_for (fixture, STN_TYPE_DIARY_PAGE, NULL));
}

static void
test_narrow (AppFixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *row;

  g_object_set (settings, "gtk-xft-dpi", GPOINTER_TO_INT (data), NULL);
  fill (fixture);
  show_page (fixture, "diary");
  show_night (fixture, "2026-11-21");
  wait_for (fixture, GTK_TYPE_LABEL, "Sat 21 to Sun 22 November");
  make_narrow (fixture);
  assert_narrow (wait_for (fixture, STN_TYPE_DIARY_PAGE, NULL));
  show_page (fixture, "findings");
  row = wait_for (fixture, STN_TYPE_FINDING_ROW, NULL);
  gtk_widget_activate (row);
  wait_below (row, STN_TYPE_FINDING_DETAILS, NULL);
  assert_narrow (wait_for (fixture, STN_TYPE_FINDINGS_PAGE, NULL));
  assert_narrow (adw_application_window_get_content (ADW_APPLICATION_WINDOW (fixture->window)));
  g_object_set (settings, "gtk-xft-dpi", DPI_100, NULL);
}

/* Import */

static char *
write_file (AppFixture *fixture, const char *text)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (fixture->folder, "nights.csv", NULL);

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static GtkWidget *
open_dialog (AppFixture *fixture, const char *text)
{
  g_autofree char *path = write_file (fixture, text);
  StnImportDialog *dialog =
    stn_import_dialog_new (GTK_WINDOW (fixture->window), fixture->client, path);

  gtk_window_present (GTK_WINDOW (dialog));
  app_fixture_settle (fixture);
  return GTK_WIDGET (dialog);
}

static gboolean
is_sensitive (gpointer data)
{
  return gtk_widget_is_sensitive (data);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
test_import_good (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, "date,event,coffee\n2026-11-20,1,1\n2026-11-19,0,0\n");
  GtkWidget *import = wait_below (dialog, GTK_TYPE_BUTTON, "Import");
  gpointer gone = dialog;

  wait_below (dialog, GTK_TYPE_LABEL, "nights.csv");
  wait_below (dialog, GTK_TYPE_LABEL, "First rows of the file");
  app_fixture_wait (is_sensitive, import);
  g_object_add_weak_pointer (G_OBJECT (dialog), &gone);
  g_signal_emit_by_name (import, "clicked");
  app_fixture_wait (is_gone, &gone);
  g_assert_cmpint (stored_state (fixture, stn_date_new (2026, 11, 20)), ==, STN_NIGHT_CRAMPS);
  wait_for (fixture, GTK_TYPE_LABEL, "Imported 2 nights");
  wait_for (fixture, GTK_TYPE_LABEL, "Fri 20 to Sat 21 November");
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, "Undo"), "clicked");
  app_fixture_settle (fixture);
  g_assert_cmpint (stored_state (fixture, stn_date_new (2026, 11, 20)), ==, STN_NIGHT_NOT_RECORDED);
}

static void
test_import_bad (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, "date,event\n2026-11-20,1\n2026-02-30,0\n");
  GtkWidget *error = gtk_window_get_focus (GTK_WINDOW (dialog));

  g_assert_true (GTK_IS_LABEL (error));
  g_assert_true (g_str_has_prefix (gtk_label_get_label (GTK_LABEL (error)), "nights.csv:3: "));
  g_assert_false (gtk_widget_is_sensitive (wait_below (dialog, GTK_TYPE_BUTTON, "Import")));
  gtk_window_destroy (GTK_WINDOW (dialog));
  app_fixture_settle (fixture);
}

static void
test_import_unreadable (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *dialog = open_dialog (fixture, "");

  wait_below (dialog, GTK_TYPE_LABEL, "This file cannot be imported");
  g_assert_false (gtk_widget_is_sensitive (wait_below (dialog, GTK_TYPE_BUTTON, "Import")));
  gtk_window_destroy (GTK_WINDOW (dialog));
  app_fixture_settle (fixture);
}

static void
test_trends_empty (AppFixture *fixture, gconstpointer data)
{
  show_page (fixture, "trends");
  g_assert_nonnull (wait_for (fixture, GTK_TYPE_LABEL, "Your nights as pictures"));
}

/* Whoever comes by key stands on the range that is chosen, although the charts come later. */
static void
test_trends_focus (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *range;

  log_cramps (fixture, 1, 2);
  show_page (fixture, "trends");
  range = wait_for (fixture, GTK_TYPE_TOGGLE_BUTTON, "1 year");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == range);
}

/* F1 opens the page about what is on the screen, and that page is there. */
static void
check_help (AppFixture *fixture, const char *expected)
{
  const char *page = stn_window_get_help (fixture->window);
  g_autofree char *file = g_strconcat (expected, ".page", NULL);
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "data", "help", "C", file, NULL);

  g_assert_cmpstr (page, ==, expected);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
}

static void
test_help (AppFixture *fixture, gconstpointer data)
{
  show_page (fixture, "today");
  check_help (fixture, "log-night");
  show_page (fixture, "trends");
  check_help (fixture, "trends");
  show_page (fixture, "findings");
  check_help (fixture, "findings");
  show_page (fixture, "doctor");
  check_help (fixture, "see-a-doctor");
  show_page (fixture, "diary");
  g_assert_null (stn_window_get_help (fixture->window));
  act (fixture, STN_TYPE_DIARY_PAGE, "win.catch-up");
  check_help (fixture, "catch-up");
  show_page (fixture, "evening");
  check_help (fixture, "evening-entry");
  act (fixture, STN_TYPE_WINDOW, "win.stretch");
  check_help (fixture, "stretch");
}

/* How the window adapts */

static gboolean
is_bar_shown (gpointer fixture)
{
  GtkWidget *bar = wait_for (fixture, ADW_TYPE_VIEW_SWITCHER_BAR, NULL);

  return adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar));
}

static gboolean
is_bar_hidden (gpointer fixture)
{
  return !is_bar_shown (fixture);
}

/* An entry has a bar of its own, also one that was opened out of another. */
static void
test_one_bar (AppFixture *fixture, gconstpointer data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  app_fixture_wait (is_bar_shown, fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit-night", "(ss)", "2026-11-21",
                              "night");
  app_fixture_wait (is_bar_hidden, fixture);
  show_page (fixture, "evening");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_true (is_bar_hidden (fixture));
  show_page (fixture, "today");
  app_fixture_wait (is_bar_shown, fixture);
}

/* Idle */

/* Twenty times in ten minutes. */
#define REST_MS (30 * 1000)
/* What was begun comes to its end. */
#define BEGUN_MAX 60

/* When the main loop would do something by itself: ms from now, -1: never. */
static int
get_rest (void)
{
  GMainContext *context = g_main_context_default ();
  GPollFD fds[64];
  int priority, rest = 0;

  while (g_main_context_iteration (context, FALSE))
    ;
  g_assert_true (g_main_context_acquire (context));
  if (!g_main_context_prepare (context, &priority))
    g_main_context_query (context, priority, &rest, fds, G_N_ELEMENTS (fds));
  g_main_context_release (context);
  return rest;
}

static gboolean
nothing_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* A window that is looked at does nothing by itself more often than twenty times in ten minutes. */
static void
test_idle (AppFixture *fixture, gconstpointer data)
{
  static const char *const pages[] = {"today", "diary", "trends", "findings", "doctor"};
  guint timer;

  for (int i = 2; i < 40; i++)
    log_cramps (fixture, i, 1 + i % 3);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    guint n = 0;

    show_page (fixture, pages[i]);
    for (int rest = get_rest (); rest >= 0 && rest < REST_MS; rest = get_rest ()) {
      g_test_message ("%s: goes on in %d ms", pages[i], rest);
      g_assert_cmpuint (n++, <, BEGUN_MAX);
      g_main_context_iteration (NULL, TRUE);
    }
  }
  /* It would be seen. */
  timer = g_timeout_add (REST_MS / 2, nothing_cb, NULL);
  g_assert_cmpint (get_rest (), >, 0);
  g_assert_cmpint (get_rest (), <, REST_MS);
  g_source_remove (timer);
}

/* Size and page are those of the last time. */
static void
test_window_state (AppFixture *fixture, gconstpointer data)
{
  int width, height;

  show_page (fixture, "findings");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 820, 640);
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_fixture_open_again (fixture);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  g_assert_cmpint (width, ==, 820);
  g_assert_cmpint (height, ==, 640);
  wait_for (fixture, STN_TYPE_FINDINGS_PAGE, NULL);
}

static gboolean
has_list_focus (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL &&
         (GTK_IS_LIST_VIEW (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL);
}

/* A window that opens on the diary stands in its list, not in its header. */
static void
test_diary_focus (AppFixture *fixture, gconstpointer data)
{
  log_cramps (fixture, 1, 2);
  show_page (fixture, "diary");
  app_fixture_settle (fixture);
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_fixture_open_again (fixture);
  wait_for (fixture, STN_TYPE_DIARY_PAGE, NULL);
  app_fixture_wait (has_list_focus, fixture->window);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/app/pages/" path, AppFixture, NULL, app_fixture_set_up, function,                  \
              app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("diary/empty", test_diary_empty);
  ADD ("diary/lists-all-nights", test_diary_lists_all_nights);
  ADD ("diary/delete-and-undo", test_diary_delete_and_undo);
  ADD ("diary/edit", test_diary_edit);
  ADD ("diary/filter", test_diary_filter);
  ADD ("findings/empty", test_findings_empty);
  ADD ("findings/open", test_findings_open);
  ADD ("findings/progress", test_findings_progress);
  ADD ("trends/empty", test_trends_empty);
  ADD ("trends/focus", test_trends_focus);
  g_test_add ("/app/pages/narrow", AppFixture, GINT_TO_POINTER (DPI_100), app_fixture_set_up,
              test_narrow, app_fixture_tear_down);
  g_test_add ("/app/pages/narrow-with-200-percent-text", AppFixture, GINT_TO_POINTER (DPI_200),
              app_fixture_set_up, test_narrow, app_fixture_tear_down);
  ADD ("one-bar", test_one_bar);
  ADD ("help", test_help);
  ADD ("idle", test_idle);
  ADD ("import/good-file", test_import_good);
  ADD ("import/bad-file", test_import_bad);
  ADD ("import/unreadable-file", test_import_unreadable);
  /* The last: what they leave in the settings is there for those after them. */
  ADD ("diary/focus", test_diary_focus);
  ADD ("window-state", test_window_state);
  return g_test_run ();
}
