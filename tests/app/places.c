/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "places.h"

#include <libintl.h>

#include "diary/stn-diary-archive.h"
#include "diary/stn-diary-medicines.h"
#include "diary/stn-diary-visits.h"
#include "diary/stn-sample.h"
#include "pages/stn-doctor-page.h"
#include "pages/stn-finding-details.h"
#include "pages/stn-finding-row.h"
#include "pages/stn-export-dialog.h"
#include "pages/stn-import-dialog.h"
#include "pages/stn-night-editor.h"
#include "pages/stn-cramp-screen.h"
#include "pages/stn-paper-window.h"
#include "pages/stn-preferences-window.h"
#include "pages/stn-rescue-page.h"
#include "pages/stn-trash-window.h"
#include "pages/stn-versions-window.h"
#include "stn-welcome-window.h"

/* At most so many subpages lie over the page Doctor. */
#define WAY_MAX 16

/* Opens a place and returns its window: the fixture's or one of its own. @what: which, where there are several. */
typedef GtkWindow *(*OpenPlace) (AppFixture *fixture, const char *what);

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

/* @message in the language that the test runs in. */
static const char *
say (const char *message)
{
  const char *said = dgettext ("stillnight", message);
  const char *context = strchr (said, '\004');

  return context != NULL ? context + 1 : said;
}

static GtkWidget *
wait_for (AppFixture *fixture, GType type, const char *name)
{
  Sight sight = {GTK_WIDGET (fixture->window), type, name};

  app_fixture_wait (is_seen, &sight);
  return app_fixture_find (sight.root, type, name);
}

void
places_fill (AppFixture *fixture)
{
  g_autoptr (GArray) deleted = g_array_new (FALSE, FALSE, sizeof (StnDate));
  g_autoptr (StnMedicine) medicine = stn_medicine_new (PLACES_MEDICINE);
  const StnDate key = stn_date_add_days (LAST_NIGHT, -3);
  StnSampleTruth truth;
  g_autoptr (GError) error = NULL;

  stn_sample_write (fixture->other, STN_SAMPLE_NIGHTS_DEFAULT, STN_SAMPLE_PLANTED_DEFAULT,
                    STN_SAMPLE_SEED_DEFAULT, TRUE, &truth, &error);
  g_assert_no_error (error);
  g_array_append_val (deleted, key);
  g_assert_true (stn_diary_delete_nights (fixture->other, deleted, NULL, NULL));
  g_ptr_array_add (
    medicine->changes,
    stn_medicine_change_new (STN_MEDICINE_START, stn_date_new (2026, 5, 1), PLACES_DOSE));
  g_assert_true (stn_diary_add_medicine (fixture->other, medicine, NULL, NULL));
  app_fixture_open_again (fixture);
}

/* Places */

static void
act (GtkWidget *widget, const char *action, const char *parameter)
{
  g_assert_true (gtk_widget_activate_action_variant (
    widget, action, parameter != NULL ? g_variant_new_string (parameter) : NULL));
}

static GtkWindow *
open_page (AppFixture *fixture, const char *page)
{
  act (GTK_WIDGET (fixture->window), "win.show-page", page);
  return GTK_WINDOW (fixture->window);
}

static GtkWindow *
open_finding (AppFixture *fixture, const char *what)
{
  open_page (fixture, "findings");
  gtk_widget_activate (wait_for (fixture, STN_TYPE_FINDING_ROW, NULL));
  wait_for (fixture, STN_TYPE_FINDING_DETAILS, NULL);
  return GTK_WINDOW (fixture->window);
}

static GtkWindow *
open_subpage (AppFixture *fixture, const char *name)
{
  open_page (fixture, "doctor");
  app_fixture_settle (fixture);
  act (wait_for (fixture, STN_TYPE_DOCTOR_PAGE, NULL), "doctor.show", name);
  return GTK_WINDOW (fixture->window);
}

static GtkWindow *
open_medicine (AppFixture *fixture, const char *action)
{
  g_autoptr (GPtrArray) medicines = stn_diary_list_medicines (fixture->other, NULL);
  const StnMedicine *medicine = g_ptr_array_index (medicines, 0);

  open_page (fixture, "doctor");
  app_fixture_settle (fixture);
  act (wait_for (fixture, STN_TYPE_DOCTOR_PAGE, NULL), action, medicine->id.uid);
  return GTK_WINDOW (fixture->window);
}

static GtkWindow *
open_visit (AppFixture *fixture, const char *what)
{
  open_page (fixture, "doctor");
  app_fixture_settle (fixture);
  act (wait_for (fixture, STN_TYPE_DOCTOR_PAGE, NULL), "doctor.show-visit", "");
  return GTK_WINDOW (fixture->window);
}

/* By the button of the page Doctor that says @button. */
static GtkWindow *
open_by_button (AppFixture *fixture, const char *button)
{
  open_page (fixture, "doctor");
  app_fixture_settle (fixture);
  for (int i = 0; i < WAY_MAX; i++)
    act (wait_for (fixture, STN_TYPE_DOCTOR_PAGE, NULL), "subpage.back", NULL);
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, say (button)), "clicked");
  return GTK_WINDOW (fixture->window);
}

static GtkWindow *
open_editor (AppFixture *fixture, const char *night)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit-night", "(ss)", night,
                              "night");
  wait_for (fixture, STN_TYPE_NIGHT_EDITOR, NULL);
  return GTK_WINDOW (fixture->window);
}

static GtkWindow *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (g_type_is_a (G_OBJECT_TYPE (link->data), type))
      return link->data;
  g_assert_not_reached ();
}

static GtkWindow *
open_preferences (AppFixture *fixture, const char *what)
{
  act (GTK_WIDGET (fixture->window), "win.preferences", NULL);
  return find_window (STN_TYPE_PREFERENCES_WINDOW);
}

static GtkWindow *
open_preferences_page (AppFixture *fixture, const char *page)
{
  GtkWindow *window = open_preferences (fixture, NULL);

  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (window), page);
  return window;
}

static GtkWindow *
open_factor (AppFixture *fixture, const char *name)
{
  GtkWindow *window = open_preferences_page (fixture, "tracking");
  GtkWidget *label;

  app_fixture_settle (fixture);
  label = app_fixture_find (GTK_WIDGET (window), GTK_TYPE_LABEL, say (name));
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW), "activated");
  return window;
}

static GtkWindow *
open_shortcuts (AppFixture *fixture, const char *what)
{
  act (GTK_WIDGET (fixture->window), "win.show-help-overlay", NULL);
  return find_window (GTK_TYPE_SHORTCUTS_WINDOW);
}

/* What is asked before everything that was deleted goes for good. */
static GtkWindow *
open_question (AppFixture *fixture, const char *button)
{
  GtkWindow *window = open_preferences_page (fixture, "privacy");

  app_fixture_settle (fixture);
  g_signal_emit_by_name (app_fixture_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, say (button)),
                         "clicked");
  return GTK_WINDOW (app_fixture_question ());
}

static GtkWindow *
open_trash (AppFixture *fixture, const char *what)
{
  act (GTK_WIDGET (fixture->window), "win.trash", NULL);
  return find_window (STN_TYPE_TRASH_WINDOW);
}

static GtkWindow *
open_welcome (AppFixture *fixture, const char *what)
{
  GtkWindow *window = GTK_WINDOW (stn_welcome_window_new (NULL, fixture->clock));

  gtk_window_present (window);
  return window;
}

static GtkWindow *
open_import (AppFixture *fixture, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, PLACES_FILE, NULL);
  GtkWindow *window;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  window = GTK_WINDOW (stn_import_dialog_new (GTK_WINDOW (fixture->window), fixture->client, path));
  gtk_window_present (window);
  return window;
}

/* With @what: of a night that is selected, which asks for a table. */
static GtkWindow *
open_export (AppFixture *fixture, const char *what)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (StnDate));
  StnDate key = LAST_NIGHT;
  GtkWindow *window;

  g_array_append_val (keys, key);
  window = GTK_WINDOW (stn_export_dialog_new (GTK_WINDOW (fixture->window), fixture->client,
                                              what != NULL ? keys : NULL));
  gtk_window_present (window);
  return window;
}

static gboolean
set_severity_cb (StnNight *night, gpointer severity, GError **error)
{
  stn_night_get_worst (night)->severity = STN_KNOWN_INT (GPOINTER_TO_INT (severity));
  return TRUE;
}

static void
put_severity (StnDiary *diary, int severity)
{
  g_assert_true (stn_diary_edit_night (diary, LAST_NIGHT, "edit-night", set_severity_cb,
                                       GINT_TO_POINTER (severity), NULL, NULL));
}

static void
join (StnDiary *diary, const char *path)
{
  const char *const paths[] = {path, NULL};
  g_autoptr (StnJoinReport) report = stn_diary_join (diary, paths, "merge", FALSE, NULL, NULL);

  g_assert_nonnull (report);
}

/* What two computers wrote apart. */
static GtkWindow *
open_versions (AppFixture *fixture, const char *what)
{
  g_autofree char *away_path = g_build_filename (fixture->folder, "away.db", NULL);
  g_autoptr (StnDiary) away = stn_diary_open (away_path, STN_STORE_CREATE, fixture->clock, NULL);
  GtkWindow *window;

  join (away, fixture->path);
  put_severity (fixture->other, 3);
  put_severity (away, 8);
  put_severity (away, 9);
  g_clear_pointer (&away, stn_diary_close);
  join (fixture->other, away_path);
  window = GTK_WINDOW (stn_versions_window_new (GTK_WINDOW (fixture->window), fixture->client));
  gtk_window_present (window);
  return window;
}

/* A diary whose end is missing. */
static GtkWindow *
open_rescue (AppFixture *fixture, const char *what)
{
  g_autofree char *path = g_build_filename (fixture->folder, PLACES_DAMAGED, NULL);
  StnRescuePage *page = g_object_new (STN_TYPE_RESCUE_PAGE, NULL);
  GtkWindow *window = g_object_new (ADW_TYPE_WINDOW, "content", page, NULL);
  Sight recovered = {GTK_WIDGET (window), GTK_TYPE_LABEL, say ("Use what can be read of it")};
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) (length - length / 4), NULL));
  g_assert_null (stn_diary_open (path, STN_STORE_CREATE, fixture->clock, &error));
  gtk_window_present (window);
  stn_rescue_page_open (page, path, fixture->clock, error);
  app_fixture_wait (is_seen, &recovered);
  return window;
}

static GtkWindow *
open_paper (AppFixture *fixture, const char *what)
{
  GtkWindow *window =
    GTK_WINDOW (stn_paper_window_new (GTK_WINDOW (fixture->window), fixture->client));

  gtk_window_present (window);
  return window;
}

static GtkWindow *
open_cramp (AppFixture *fixture, const char *what)
{
  GtkApplication *app = gtk_window_get_application (GTK_WINDOW (fixture->window));
  StnCrampScreen *screen = stn_cramp_screen_new (app, fixture->client);

  stn_cramp_screen_begin (screen);
  gtk_window_present (GTK_WINDOW (screen));
  return GTK_WINDOW (screen);
}

static GtkWindow *
open_stretch (AppFixture *fixture, const char *button)
{
  act (GTK_WIDGET (fixture->window), "win.stretch", NULL);
  app_fixture_settle (fixture);
  if (button != NULL)
    g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, say (button)), "clicked");
  return GTK_WINDOW (fixture->window);
}

static GtkWindow *
open_guide (AppFixture *fixture, const char *routine)
{
  g_autoptr (GString) button = g_string_new (say ("button\004%1$s: %2$s"));

  g_string_replace (button, "%1$s", say ("Start"), 1);
  g_string_replace (button, "%2$s", say (routine), 1);
  return open_stretch (fixture, button->str);
}

static const struct {
  const char *name;
  OpenPlace open;
  const char *what;
} places[] = {
  {"today", open_page, "today"},
  {"diary", open_page, "diary"},
  {"trends", open_page, "trends"},
  {"findings", open_page, "findings"},
  {"a finding", open_finding, NULL},
  {"doctor", open_page, "doctor"},
  {"check-up", open_subpage, "check-up"},
  {"a door of the check-up", open_by_button, "Breath, chest, faint"},
  {"medicines", open_subpage, "medicines"},
  {"a medicine", open_medicine, "doctor.show-medicine"},
  {"changing a medicine", open_medicine, "doctor.edit-medicine"},
  {"conditions", open_subpage, "conditions"},
  {"person", open_subpage, "person"},
  {"visit", open_visit, NULL},
  {"page for the doctor", open_subpage, "report"},
  {"bedside card", open_subpage, "bedside"},
  {"guide", open_by_button, "Causes"},
  {"entry", open_editor, "2026-11-21"},
  {"entry of a night not recorded", open_editor, "2026-11-18"},
  {"evening", open_page, "evening"},
  {"catch-up", open_page, "catch-up"},
  {"before the first stretch", open_stretch, NULL},
  {"routines", open_stretch, "None of these"},
  {"own routine", open_stretch, "Put Together Your Own…"},
  {"stretch", open_guide, "Standing"},
  {"preferences", open_preferences, NULL},
  {"tracking", open_preferences_page, "tracking"},
  {"units", open_preferences_page, "units"},
  {"backups", open_preferences_page, "backups"},
  {"privacy", open_preferences_page, "privacy"},
  {"preferences of a factor", open_factor, "Drinks"},
  {"a question", open_question, "Forget Now…"},
  {"keyboard shortcuts", open_shortcuts, NULL},
  {"trash", open_trash, NULL},
  {"first run", open_welcome, NULL},
  {"import", open_import, "date,event,coffee\n2026-11-20,1,1\n2026-11-19,0,0\n"},
  {"import of a bad file", open_import, "date,event\n2026-11-20,1\n2026-02-30,0\n"},
  {"export", open_export, NULL},
  {"export of a night", open_export, "night"},
  {"two versions", open_versions, NULL},
  {"rescue", open_rescue, NULL},
  {"paper grid", open_paper, NULL},
  {"cramp now", open_cramp, NULL},
};

/* What is folded is on the page too. */
static void
unfold (GtkWidget *root)
{
  if (ADW_IS_EXPANDER_ROW (root))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (root), TRUE);
  if (GTK_IS_EXPANDER (root))
    gtk_expander_set_expanded (GTK_EXPANDER (root), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    unfold (child);
}

static void
visit (AppFixture *fixture, guint i, PlaceCheck check, gpointer data)
{
  GtkWindow *window = places[i].open (fixture, places[i].what);

  app_fixture_settle (fixture);
  unfold (GTK_WIDGET (window));
  app_fixture_settle (fixture);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  check (fixture, window, places[i].name, data);
  if (window != GTK_WINDOW (fixture->window))
    gtk_window_destroy (window);
  app_fixture_settle (fixture);
}

void
places_visit_all (AppFixture *fixture, PlaceCheck check, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    visit (fixture, i, check, data);
}

void
places_visit (AppFixture *fixture, const char *name, PlaceCheck check, gpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].name, name)) {
      visit (fixture, i, check, data);
      return;
    }
  g_assert_not_reached ();
}

guint
places_count (void)
{
  return G_N_ELEMENTS (places);
}
