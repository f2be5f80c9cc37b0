/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "places.h"

/* No page has as many stops for Tab; more means that it goes round without coming back. */
#define STOPS_MAX 600

/* Names */

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL))
    return gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "") !=
           NULL;
  /* The text inside a field is the field's own, the button inside a menu button the menu button's. */
  if (GTK_IS_TEXT (widget) || GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)))
    return has_name (gtk_widget_get_parent (widget));
  /* libadwaita names its rows by their titles. */
  if (ADW_IS_PREFERENCES_ROW (widget))
    return has_text (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));
  return FALSE;
}

static void
tell_of (GtkWidget *widget, const char *place, const char *problem)
{
  g_autoptr (GString) way = g_string_new (G_OBJECT_TYPE_NAME (widget));

  for (GtkWidget *parent = gtk_widget_get_parent (widget); parent != NULL;
       parent = gtk_widget_get_parent (parent))
    g_string_append_printf (way, " < %s", G_OBJECT_TYPE_NAME (parent));
  g_test_message ("%s: %s: %s", place, problem, way->str);
}

static guint n_focusable;
static guint n_unnamed;
static guint n_popovers;

static void
check_names_below (GtkWidget *root, const char *place)
{
  /* What shows the choice in an AdwComboRow is focusable, but below a list that no focus goes into. */
  if (!gtk_widget_get_mapped (root) || !gtk_widget_get_can_focus (root))
    return;
  if (gtk_widget_get_focusable (root)) {
    n_focusable++;
    if (!has_name (root)) {
      n_unnamed++;
      tell_of (root, place, "no name");
    }
  }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names_below (child, place);
}

static GtkWidget *
find_popover (GtkWidget *root, GPtrArray *seen)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (root) && !GTK_IS_POPOVER (root))
    return NULL;
  /* The menu of a field is GTK's. */
  if (GTK_IS_POPOVER (root) && !GTK_IS_TEXT (gtk_widget_get_parent (root)) &&
      gtk_widget_get_mapped (gtk_widget_get_parent (root)) && !g_ptr_array_find (seen, root, NULL))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_popover (child, seen);
  return found;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* Menus, and what a drop-down, a row with a choice or a button opens. */
static void
check_popovers (AppFixture *fixture, GtkWindow *window, const char *place)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  GtkWidget *popover;

  while ((popover = find_popover (GTK_WIDGET (window), seen)) != NULL) {
    g_ptr_array_add (seen, popover);
    /* Only what is in sight can be opened. */
    for (GtkWidget *owner = gtk_widget_get_parent (popover); !gtk_widget_grab_focus (owner);)
      owner = gtk_widget_get_parent (owner);
    app_fixture_settle (fixture);
    gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
    gtk_popover_popup (GTK_POPOVER (popover));
    app_fixture_wait (is_mapped, popover);
    app_fixture_settle (fixture);
    for (GtkWidget *child = gtk_widget_get_first_child (popover); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      check_names_below (child, place);
    gtk_popover_popdown (GTK_POPOVER (popover));
    app_fixture_settle (fixture);
  }
  n_popovers += seen->len;
}

static void
check_names (AppFixture *fixture, GtkWindow *window, const char *place, gpointer data)
{
  const guint before = n_focusable;
  const guint unnamed_before = n_unnamed;

  /* Later than 4.8 its rows take the focus; they are GTK's. */
  if (GTK_IS_SHORTCUTS_WINDOW (window) && gtk_get_minor_version () > 8)
    return;

  /* The window's own name is its title. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (window)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names_below (child, place);
  check_popovers (fixture, window, place);
  g_test_message ("%s: %u focusable, %u without a name", place, n_focusable - before,
                  n_unnamed - unnamed_before);
  g_assert_cmpuint (n_focusable, >, before);
}

static void
test_names (AppFixture *fixture, gconstpointer data)
{
  places_fill (fixture);
  places_visit_all (fixture, check_names, NULL);
  g_test_message ("%u places, %u popovers, %u focusable", places_count (), n_popovers, n_focusable);
  g_assert_cmpuint (n_popovers, >, 15);
  g_assert_cmpuint (n_unnamed, ==, 0);
}

/* Tab */

static guint n_traps;

/* (element-type GtkWidget) where Tab comes by, until it is where it began; what it never leaves is a trap. */
static GPtrArray *
walk (GtkWindow *window, GtkDirectionType direction, const char *place)
{
  GPtrArray *stops = g_ptr_array_new ();

  gtk_window_set_focus (window, NULL);
  while (stops->len < STOPS_MAX) {
    GtkWidget *focus;

    /* At the end GTK begins again with no focus at all. */
    if (!gtk_widget_child_focus (GTK_WIDGET (window), direction)) {
      gtk_window_set_focus (window, NULL);
      gtk_widget_child_focus (GTK_WIDGET (window), direction);
    }
    focus = gtk_window_get_focus (window);
    g_assert_nonnull (focus);
    if (g_ptr_array_find (stops, focus, NULL)) {
      if (focus != stops->pdata[0]) {
        n_traps++;
        tell_of (focus, place, "Tab does not come out of here");
      }
      return stops;
    }
    g_ptr_array_add (stops, focus);
    /* It would take the key for itself. */
    if (GTK_IS_TEXT_VIEW (focus) && gtk_text_view_get_accepts_tab (GTK_TEXT_VIEW (focus))) {
      n_traps++;
      tell_of (focus, place, "Tab is text here");
    }
  }
  n_traps++;
  g_test_message ("%s: Tab comes to no end", place);
  return stops;
}

/* Backwards it is the same way: what both come by they come by in opposite order. */
static void
check_order (GPtrArray *forward, GPtrArray *backward, const char *place)
{
  guint last = backward->len;

  for (guint i = 0; i < forward->len; i++) {
    guint found;

    if (!g_ptr_array_find (backward, forward->pdata[i], &found))
      continue;
    if (found >= last) {
      n_traps++;
      tell_of (forward->pdata[i], place, "Shift+Tab goes another way than Tab");
    }
    last = found;
  }
}

static void
check_tab (AppFixture *fixture, GtkWindow *window, const char *place, gpointer data)
{
  g_autoptr (GPtrArray) forward = walk (window, GTK_DIR_TAB_FORWARD, place);
  g_autoptr (GPtrArray) backward = walk (window, GTK_DIR_TAB_BACKWARD, place);

  /* The order in the window of shortcuts is GTK's. */
  if (!GTK_IS_SHORTCUTS_WINDOW (window))
    check_order (forward, backward, place);
  g_test_message ("%s: %u stops forward, %u backward", place, forward->len, backward->len);
}

static void
test_tab (AppFixture *fixture, gconstpointer data)
{
  places_fill (fixture);
  places_visit_all (fixture, check_tab, NULL);
  g_assert_cmpuint (n_traps, ==, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/app/names/every-place", AppFixture, NULL, app_fixture_set_up, test_names,
              app_fixture_tear_down);
  g_test_add ("/app/names/tab", AppFixture, NULL, app_fixture_set_up, test_tab,
              app_fixture_tear_down);
  return g_test_run ();
}
