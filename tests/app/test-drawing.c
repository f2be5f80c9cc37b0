/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-drawing.h"

/* Who draws the windows: chosen for this program only, and only where nobody else chose. */

static void
set_up (const char *renderer)
{
  g_unsetenv ("GDK_DEBUG");
  if (renderer != NULL)
    g_setenv ("GSK_RENDERER", renderer, TRUE);
  else
    g_unsetenv ("GSK_RENDERER");
  stn_drawing_choose ();
}

static void
show_window (void)
{
  GtkWidget *window = gtk_window_new ();

  stn_drawing_watch (window);
  gtk_window_present (GTK_WINDOW (window));
  g_assert_true (gtk_widget_get_realized (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
assert_without_opengl (void)
{
  const char *expected = gtk_get_minor_version () < 16 ? "gl-disable" : NULL;

  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "cairo");
  g_assert_cmpstr (g_getenv ("GDK_DEBUG"), ==, expected);
}

static void
test_nobody_chose (void)
{
  set_up (NULL);
  assert_without_opengl ();
  show_window ();
  g_assert_null (g_getenv ("GSK_RENDERER"));
  g_assert_null (g_getenv ("GDK_DEBUG"));
}

static void
test_somebody_chose_the_same (void)
{
  set_up ("cairo");
  assert_without_opengl ();
  show_window ();
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "cairo");
  g_assert_null (g_getenv ("GDK_DEBUG"));
}

static void
test_somebody_chose_another (void)
{
  set_up ("gl");
  g_assert_cmpstr (g_getenv ("GSK_RENDERER"), ==, "gl");
  g_assert_null (g_getenv ("GDK_DEBUG"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/drawing/nobody-chose", test_nobody_chose);
  g_test_add_func ("/app/drawing/somebody-chose-the-same", test_somebody_chose_the_same);
  g_test_add_func ("/app/drawing/somebody-chose-another", test_somebody_chose_another);
  return g_test_run ();
}
