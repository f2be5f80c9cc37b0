/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "places.h"
#include "screen-reader.h"

/*
 * What a screen reader says at each stop of Tab in the three daily uses, held against tests/fixtures/tab-stops. Where it shall say
 * something else, meson test -C _build tab-stops --test-args=--write writes them anew: look at the difference.
 */

/* No place has as many; more means that Tab goes round without coming back. */
#define STOPS_MAX 200

/* The GTK of Debian 12: 4.8. */
#define WRITTEN_WITH 8

typedef struct {
  ScreenReader *reader;
  GString *told;
} Walk;

typedef struct {
  const char *use;
  const char *places[8];
} Use;

static gboolean is_writing;

static void
walk (AppFixture *fixture, GtkWindow *window, const char *name, gpointer data)
{
  Walk *self = data;
  g_autoptr (GPtrArray) stops = g_ptr_array_new ();

  g_string_append_printf (self->told, "%s# %s\n", self->told->len > 0 ? "\n" : "", name);
  gtk_window_set_focus (window, NULL);
  while (stops->len < STOPS_MAX) {
    g_autofree char *stop = NULL;

    screen_reader_forget (self->reader);
    if (!gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD) ||
        g_ptr_array_find (stops, gtk_window_get_focus (window), NULL))
      return;
    g_ptr_array_add (stops, gtk_window_get_focus (window));
    stop = screen_reader_tell (self->reader);
    g_string_append_printf (self->told, "%s\n", stop);
  }
  g_assert_not_reached ();
}

static void
test_use (AppFixture *fixture, gconstpointer data)
{
  const Use *use = data;
  g_autofree char *file = g_strconcat (use->use, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "tab-stops", file, NULL);
  g_autoptr (ScreenReader) reader = screen_reader_start ();
  g_autoptr (GString) told = g_string_new (NULL);
  g_autofree char *known = NULL;
  Walk self = {reader, told};

  places_fill (fixture);
  for (guint i = 0; use->places[i] != NULL; i++)
    places_visit (fixture, use->places[i], walk, &self);
  if (is_writing)
    g_assert_true (g_file_set_contents (path, told->str, -1, NULL));
  g_assert_true (g_file_get_contents (path, &known, NULL, NULL));
  /* Later ones have other roles, and go from tab to tab by arrows. */
  if (gtk_get_minor_version () == WRITTEN_WITH)
    g_assert_cmpstr (told->str, ==, known);
  else
    g_assert_nonnull (strstr (told->str, ", button"));
}

int
main (int argc, char *argv[])
{
  static const Use uses[] = {
    {"morning-log", {"today", "entry"}},
    {"cramp-now", {"cramp now"}},
    {"stretch", {"evening", "before the first stretch", "routines", "stretch"}},
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  is_writing = argc > 1 && g_str_equal (argv[1], "--write");
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++) {
    g_autofree char *name = g_strconcat ("/app/tab-stops/", uses[i].use, NULL);

    g_test_add (name, AppFixture, &uses[i], app_fixture_set_up, test_use, app_fixture_tear_down);
  }
  return g_test_run ();
}
