/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "diary/stn-diary-factors.h"
#include "diary/stn-settings.h"
#include "pages/stn-factor-preferences.h"
#include "pages/stn-preferences-window.h"
#include "widgets/stn-value-entry.h"

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
wait_for (GtkWidget *root, GType type, const char *name)
{
  Sight sight = {root, type, name};

  app_fixture_wait (is_seen, &sight);
  return app_fixture_find (root, type, name);
}

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (g_type_is_a (G_OBJECT_TYPE (link->data), type))
      return link->data;
  return NULL;
}

static GtkWidget *
open_preferences (AppFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.preferences", NULL);
  app_fixture_settle (fixture);
  return find_window (STN_TYPE_PREFERENCES_WINDOW);
}

/* (transfer full) what the diary says of it. */
static StnFactor *
stored (AppFixture *fixture, const char *slug)
{
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (fixture->other, NULL);
  StnFactor *factor = stn_factor_list_find (factors, slug);

  return factor != NULL ? stn_factor_copy (factor) : NULL;
}

/* Opens the page of the factor called @name. */
static GtkWidget *
open_factor (GtkWidget *preferences, const char *name)
{
  GtkWidget *row;

  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (preferences), "tracking");
  row = gtk_widget_get_ancestor (wait_for (preferences, GTK_TYPE_LABEL, name), ADW_TYPE_ACTION_ROW);
  g_signal_emit_by_name (row, "activated");
  return wait_for (preferences, STN_TYPE_FACTOR_PREFERENCES, NULL);
}

static void
toggle (GtkWidget *page, const char *title)
{
  GtkWidget *row =
    gtk_widget_get_ancestor (wait_for (page, GTK_TYPE_LABEL, title), ADW_TYPE_ACTION_ROW);
  GtkWidget *control = adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row));

  gtk_switch_set_active (GTK_SWITCH (control), !gtk_switch_get_active (GTK_SWITCH (control)));
}

static void
test_factor (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *preferences = open_preferences (fixture);
  GtkWidget *page = open_factor (preferences, "Drinks");
  g_autoptr (StnFactor) after = NULL;
  g_autoptr (StnFactor) undone = NULL;

  toggle (page, "Asked every evening");
  app_fixture_settle (fixture);
  toggle (page, "You suspect this");
  app_fixture_settle (fixture);
  after = stored (fixture, "fluids");
  g_assert_false (after->tracked);
  g_assert_true (stn_date_is_set (after->suspect_since));
  /* A change like every other. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Undone: named as a suspect (Drinks)");
  undone = stored (fixture, "fluids");
  g_assert_false (stn_date_is_set (undone->suspect_since));
  gtk_window_destroy (GTK_WINDOW (preferences));
}

/* What is refused is not shown as if it were so. */
static void
test_fourth_suspect (AppFixture *fixture, gconstpointer data)
{
  static const char *const names[] = {"Drinks", "Movement", "Hard effort", "Long sitting"};
  GtkWidget *preferences = open_preferences (fixture);
  guint suspects = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    GtkWidget *page = open_factor (preferences, names[i]);

    toggle (page, "You suspect this");
    app_fixture_settle (fixture);
    g_signal_emit_by_name (page, "back");
    app_fixture_settle (fixture);
  }
  {
    g_autoptr (GPtrArray) factors = stn_diary_list_factors (fixture->other, NULL);

    for (guint i = 0; i < factors->len; i++)
      suspects += stn_date_is_set (((StnFactor *) g_ptr_array_index (factors, i))->suspect_since);
  }
  g_assert_cmpuint (suspects, ==, 3);
  gtk_window_destroy (GTK_WINDOW (preferences));
}

/* The field called @title. */
static GtkEditable *
editable_of (GtkWidget *preferences, const char *title)
{
  GtkWidget *field;

  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (preferences), "units");
  field =
    gtk_widget_get_ancestor (wait_for (preferences, GTK_TYPE_LABEL, title), STN_TYPE_VALUE_ENTRY);
  return GTK_EDITABLE (app_fixture_find (field, GTK_TYPE_ENTRY, NULL));
}

static char *
setting (AppFixture *fixture, const char *name)
{
  return stn_diary_get_setting (fixture->other, name, NULL);
}

/* What a glass is changes how amounts are told, never what is stored. */
static void
test_units (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *preferences = open_preferences (fixture);
  GtkEditable *glass = editable_of (preferences, "A glass to drink");
  g_autofree char *before = NULL, *after = NULL, *undone = NULL;

  g_assert_cmpstr (gtk_editable_get_text (glass), ==, "250");
  gtk_editable_set_text (glass, "5,5");
  g_signal_emit_by_name (glass, "activate");
  wait_for (preferences, GTK_TYPE_LABEL, "“5,5” is no whole number from 50 to 1000.");
  gtk_editable_set_text (glass, "20");
  g_signal_emit_by_name (glass, "activate");
  wait_for (preferences, GTK_TYPE_LABEL, "“20” is no whole number from 50 to 1000.");
  app_fixture_settle (fixture);
  before = setting (fixture, "glass-ml");
  g_assert_cmpstr (before, ==, "250");
  gtk_editable_set_text (glass, "200");
  g_signal_emit_by_name (glass, "activate");
  app_fixture_settle (fixture);
  after = setting (fixture, "glass-ml");
  g_assert_cmpstr (after, ==, "200");
  gtk_window_destroy (GTK_WINDOW (preferences));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_fixture_settle (fixture);
  undone = setting (fixture, "glass-ml");
  g_assert_cmpstr (undone, ==, "250");
}

/* Closed with the focus in the field: what was typed is taken. */
static void
test_units_closed (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *preferences = open_preferences (fixture);
  g_autofree char *after = NULL;

  gtk_editable_set_text (editable_of (preferences, "An alcoholic drink"), "14");
  gtk_window_close (GTK_WINDOW (preferences));
  app_fixture_settle (fixture);
  after = setting (fixture, "drink-g");
  g_assert_cmpstr (after, ==, "14");
}

static void
test_forget (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *preferences;

  stn_diary_log_no_cramps (fixture->other, LAST_NIGHT, NULL, &error);
  preferences = open_preferences (fixture);
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (preferences), "privacy");
  g_signal_emit_by_name (wait_for (preferences, GTK_TYPE_BUTTON, "Forget Now…"), "clicked");
  app_fixture_answer ("cancel");
  app_fixture_settle (fixture);
  g_assert_cmpint (stn_change_log_last_seq (stn_diary_get_store (fixture->other), NULL), >, 0);
  g_signal_emit_by_name (wait_for (preferences, GTK_TYPE_BUTTON, "Forget Now…"), "clicked");
  app_fixture_answer ("forget");
  app_fixture_settle (fixture);
  g_assert_cmpint (stn_change_log_last_seq (stn_diary_get_store (fixture->other), NULL), ==, 0);
  g_assert_false (stn_diary_undo (fixture->other, 0, NULL, NULL));
  gtk_window_destroy (GTK_WINDOW (preferences));
}

#define ADD(path, test)                                                                            \
  g_test_add ("/app/preferences/" path, AppFixture, NULL, app_fixture_set_up, test,                \
              app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("factor", test_factor);
  ADD ("fourth-suspect", test_fourth_suspect);
  ADD ("units", test_units);
  ADD ("units-closed", test_units_closed);
  ADD ("forget", test_forget);
  return g_test_run ();
}
