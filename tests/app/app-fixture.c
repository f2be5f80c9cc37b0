/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "store/stn-night-table.h"

static gboolean
give_up_cb (gpointer data)
{
  g_error ("waited for 20 s");
  return G_SOURCE_REMOVE;
}

void
app_fixture_wait (IsDone is_done, gpointer data)
{
  guint limit = g_timeout_add_seconds (20, give_up_cb, NULL);

  while (!is_done (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (limit);
}

/* A process has one application. */
static AdwApplication *
get_app (void)
{
  static AdwApplication *app;

  if (app == NULL) {
    app =
      g_object_new (ADW_TYPE_APPLICATION, "resource-base-path", "/io/github/stillnight/Stillnight",
                    "flags", G_APPLICATION_NON_UNIQUE, NULL);
    g_assert_true (g_application_register (G_APPLICATION (app), NULL, NULL));
  }
  return app;
}

static void
open_window (AppFixture *fixture, StnStoreMode mode)
{
  fixture->client = stn_diary_client_new (fixture->path, mode, fixture->clock);
  fixture->window = g_object_ref (stn_window_new (GTK_APPLICATION (get_app ()), fixture->client));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  app_fixture_settle (fixture);
}

/* libadwaita 1.5 and later ask for the height of a question's heading at less than its width, of which GTK warns. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") &&
        g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel"))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

void
app_fixture_set_up (AppFixture *fixture, gconstpointer data)
{
  static gboolean is_writing;
  g_autoptr (GDateTime) morning = g_date_time_new_utc (2026, 11, 22, 7, 10, 0);

  if (adw_get_minor_version () >= 5 && !is_writing)
    g_log_set_writer_func (write_log, NULL, NULL);
  is_writing = TRUE;
  fixture->clock = stn_clock_new_fixed (morning);
  fixture->folder = g_dir_make_tmp ("stillnight-app-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "diary.db", NULL);
  fixture->other = stn_diary_open (fixture->path, STN_STORE_CREATE, fixture->clock, NULL);
  g_assert_nonnull (fixture->other);
  open_window (fixture, STN_STORE_CREATE);
}


/* What is on its way when a window closes, such as the end of an animation, holds what it began with. */
static gboolean
is_alone (gpointer client)
{
  return G_OBJECT (client)->ref_count == 1;
}

static void
close_window (AppFixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->window);
  stn_diary_client_close (fixture->client);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  app_fixture_wait (is_alone, fixture->client);
  g_assert_finalize_object (fixture->client);
}

void
app_fixture_open_again (AppFixture *fixture)
{
  close_window (fixture);
  open_window (fixture, STN_STORE_CREATE);
}

void
app_fixture_open_read_only (AppFixture *fixture)
{
  close_window (fixture);
  open_window (fixture, STN_STORE_READ_ONLY);
}

void
app_fixture_make_own (AppFixture *fixture)
{
  g_autofree char *own_folder = NULL;

  g_clear_pointer (&fixture->other, stn_diary_close);
  g_free (fixture->path);
  fixture->path = stn_diary_default_path ();
  own_folder = g_path_get_dirname (fixture->path);
  g_assert_no_errno (symlink (fixture->folder, own_folder));
  fixture->link = g_steal_pointer (&own_folder);
  fixture->other = stn_diary_open (fixture->path, STN_STORE_CREATE, fixture->clock, NULL);
  g_assert_nonnull (fixture->other);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      remove_folder (path); /* of backups */
    else
      g_assert_cmpint (g_unlink (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

void
app_fixture_tear_down (AppFixture *fixture, gconstpointer data)
{
  close_window (fixture);
  stn_diary_close (fixture->other);
  stn_clock_unref (fixture->clock);
  remove_folder (fixture->folder);
  if (fixture->link != NULL)
    g_assert_no_errno (g_unlink (fixture->link));
  g_free (fixture->link);
  g_free (fixture->folder);
  g_free (fixture->path);
}

void
app_fixture_join_no_cramps (AppFixture *fixture)
{
  StnStore *store = stn_diary_get_store (fixture->other);
  g_autoptr (StnNight) before = stn_night_table_load (store, LAST_NIGHT, NULL);
  g_autoptr (StnNight) after = stn_night_copy (before);

  after->no_cramps = TRUE;
  g_assert_true (stn_store_begin (store, "edit-night", "person", NULL));
  g_assert_true (stn_night_table_save (store, before, after, NULL));
  g_assert_true (stn_store_commit (store, NULL, NULL));
}

static gpointer
nothing_work (StnDiary *diary, gpointer data, GError **error)
{
  return GINT_TO_POINTER (TRUE);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  /* A diary that could not be opened answers, too. */
  stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, NULL);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

void
app_fixture_settle (AppFixture *fixture)
{
  /* What comes back may ask for more: a save is told as a change, which is read, and what is shown of it is remembered. */
  for (int i = 0; i < 8; i++) {
    gboolean is_settled = FALSE;

    stn_diary_client_run (fixture->client, nothing_work, NULL, NULL, NULL, NULL, settled_cb,
                          &is_settled);
    app_fixture_wait (is_true, &is_settled);
    is_settled = FALSE;
    stn_diary_client_run_after_picture (fixture->client, nothing_work, NULL, NULL, NULL, NULL,
                                        settled_cb, &is_settled);
    app_fixture_wait (is_true, &is_settled);
    is_settled = FALSE;
    stn_diary_client_run_beside (fixture->client, nothing_work, NULL, NULL, NULL, settled_cb,
                                 &is_settled);
    app_fixture_wait (is_true, &is_settled);
  }
}

static gboolean
has_name (GtkWidget *widget, const char *name)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), name) == 0)
    return TRUE;
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), name) == 0)
    return TRUE;
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                             name) == NULL;
}

GtkWidget *
app_fixture_find (GtkWidget *root, GType type, const char *name)
{
  if (gtk_widget_get_mapped (root) && g_type_is_a (G_OBJECT_TYPE (root), type) &&
      (name == NULL || has_name (root, name)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = app_fixture_find (child, type, name);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static gboolean
is_asked (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GtkWidget **question = data;

  for (GList *link = windows; link != NULL && *question == NULL; link = link->next)
    *question = app_fixture_find (link->data, ADW_TYPE_MESSAGE_DIALOG, NULL);
  return *question != NULL;
}

GtkWidget *
app_fixture_question (void)
{
  GtkWidget *question = NULL;

  app_fixture_wait (is_asked, &question);
  return question;
}

void
app_fixture_answer (const char *response)
{
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (app_fixture_question ()), response);
}
