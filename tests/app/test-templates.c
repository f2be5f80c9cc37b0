/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

/* The narrowest window that must do, and the largest text that the desktop offers. */
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
report_wide (GtkWidget *widget, int depth)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    if (!gtk_widget_should_layout (child) || min_width (child) <= NARROWEST)
      continue;
    g_test_message ("%*s%s %s: %d px", depth, "", G_OBJECT_TYPE_NAME (child),
                    gtk_widget_get_name (child), min_width (child));
    report_wide (child, depth + 1);
  }
}

static void
test_narrow (AppFixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int width;

  g_object_set (settings, "gtk-xft-dpi", GPOINTER_TO_INT (data), NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  width = min_width (adw_application_window_get_content (ADW_APPLICATION_WINDOW (fixture->window)));
  if (width > NARROWEST)
    report_wide (GTK_WIDGET (fixture->window), 0);
  g_object_set (settings, "gtk-xft-dpi", DPI_100, NULL);
  g_assert_cmpint (width, <=, NARROWEST);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/app/templates/narrow", AppFixture, GINT_TO_POINTER (DPI_100), app_fixture_set_up,
              test_narrow, app_fixture_tear_down);
  g_test_add ("/app/templates/narrow-with-200-percent-text", AppFixture, GINT_TO_POINTER (DPI_200),
              app_fixture_set_up, test_narrow, app_fixture_tear_down);
  return g_test_run ();
}
