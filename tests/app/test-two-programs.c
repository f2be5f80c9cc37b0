/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "pages/stn-night-editor.h"

/* The window and, as a process of its own, the command line write the same night: neither overwrites the other unasked. */

#define CHANGED_ELSEWHERE                                                                          \
  "This night was changed elsewhere while you were typing. Nothing of either is lost yet."

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
wait_for (AppFixture *fixture, GType type, const char *name)
{
  Sight sight = {GTK_WIDGET (fixture->window), type, name};

  app_fixture_wait (is_seen, &sight);
  return app_fixture_find (sight.root, type, name);
}

/* Runs stillnight-cli log on last night, on the fixture's diary and at its time. */
static void
run_log (AppFixture *fixture, const char *option, const char *value)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_launcher_setenv (launcher, "STILLNIGHT_NOW", "2026-11-22T07:10:00Z", TRUE);
  process =
    g_subprocess_launcher_spawn (launcher, &error, g_getenv ("STILLNIGHT_CLI"), "log", "--diary",
                                 fixture->path, "--date", "2026-11-21", option, value, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
  app_fixture_settle (fixture);
}

/* The editor of last night, with @note written into it and not saved. */
static GtkWidget *
write_note (AppFixture *fixture, const char *note)
{
  GtkWidget *editor;
  GtkWidget *row;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit-night", "(ss)", "2026-11-21",
                              "night");
  app_fixture_settle (fixture);
  editor = wait_for (fixture, STN_TYPE_NIGHT_EDITOR, NULL);
  row = gtk_widget_get_ancestor (wait_for (fixture, GTK_TYPE_LABEL, "Nothing written"),
                                 ADW_TYPE_EXPANDER_ROW);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_text_buffer_set_text (
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (wait_for (fixture, GTK_TYPE_TEXT_VIEW, NULL))), note,
    -1);
  app_fixture_settle (fixture);
  g_assert_true (stn_night_editor_is_dirty (STN_NIGHT_EDITOR (editor)));
  return editor;
}

static void
click (AppFixture *fixture, const char *label)
{
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, label), "clicked");
  app_fixture_settle (fixture);
}

static StnNight *
stored (AppFixture *fixture)
{
  return stn_diary_get_night (fixture->other, LAST_NIGHT, NULL);
}

static void
test_different_things (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;

  run_log (fixture, "--cramps", "1");
  write_note (fixture, "written in the window");
  run_log (fixture, "--factor", "stretch=yes");
  run_log (fixture, "--quality", "3");
  click (fixture, "Save Night");
  night = stored (fixture);
  g_assert_cmpstr (night->note, ==, "written in the window");
  g_assert_nonnull (stn_night_get_value (night, "stretch"));
  g_assert_cmpuint (night->episodes->len, ==, 1);
  g_assert_cmpint (night->sleep.quality.value, ==, 3);
}

static void
test_the_same_thing (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) before = NULL;
  g_autoptr (StnNight) after = NULL;

  run_log (fixture, "--cramps", "1");
  write_note (fixture, "written in the window");
  run_log (fixture, "--note", "written elsewhere");
  click (fixture, "Save Night");
  wait_for (fixture, GTK_TYPE_LABEL, CHANGED_ELSEWHERE);
  before = stored (fixture);
  g_assert_cmpstr (before->note, ==, "written elsewhere");
  click (fixture, "Keep Both");
  click (fixture, "Save Night");
  after = stored (fixture);
  g_assert_nonnull (strstr (after->note, "written elsewhere"));
  g_assert_nonnull (strstr (after->note, "written in the window"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/app/two-programs/different-things", AppFixture, NULL, app_fixture_set_up,
              test_different_things, app_fixture_tear_down);
  g_test_add ("/app/two-programs/the-same-thing", AppFixture, NULL, app_fixture_set_up,
              test_the_same_thing, app_fixture_tear_down);
  return g_test_run ();
}
