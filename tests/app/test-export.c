/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "keyboard.h"

#include <glib/gstdio.h>

#include "diary/stn-diary-archive.h"
#include "pages/stn-export-dialog.h"

static void
log_cramps (AppFixture *fixture, int days)
{
  g_autoptr (GError) error = NULL;

  stn_diary_log_cramps (fixture->other, stn_date_add_days (LAST_NIGHT, -days), 2, NULL, NULL,
                        &error);
  g_assert_no_error (error);
}

static StnExportDialog *
open_dialog (AppFixture *fixture, GArray *keys)
{
  StnExportDialog *dialog =
    stn_export_dialog_new (GTK_WINDOW (fixture->window), fixture->client, keys);

  gtk_window_present (GTK_WINDOW (dialog));
  app_fixture_settle (fixture);
  return dialog;
}

static void
set_switch (StnExportDialog *dialog, const char *name, gboolean is_on)
{
  GtkWidget *widget = app_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_SWITCH, name);

  g_assert_nonnull (widget);
  gtk_switch_set_active (GTK_SWITCH (widget), is_on);
}

static void
choose (StnExportDialog *dialog, const char *kind)
{
  GtkWidget *widget = app_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON, kind);

  g_assert_nonnull (widget);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), TRUE);
}

/* (nullable) */
static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root) && gtk_widget_get_mapped (root) &&
      strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_row (child, title);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
select_of (StnExportDialog *dialog, const char *title, guint choice)
{
  GtkWidget *row = find_row (GTK_WIDGET (dialog), title);

  g_assert_nonnull (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), choice);
}

static gboolean
can_export (StnExportDialog *dialog)
{
  GtkWidget *button = app_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Export…");

  g_assert_nonnull (button);
  return gtk_widget_get_sensitive (button);
}

static void
test_choices (AppFixture *fixture, gconstpointer data)
{
  StnExportDialog *dialog = open_dialog (fixture, NULL);
  StnExport export;

  g_assert_true (stn_export_dialog_get_export (dialog, &export));
  g_assert_cmpint (export.kind, ==, STN_EXPORT_EVERYTHING);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (
    app_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON, "Everything"))));
  g_assert_null (find_row (GTK_WIDGET (dialog), "Nights"));

  choose (dialog, "A table");
  g_assert_true (stn_export_dialog_get_export (dialog, &export));
  g_assert_cmpint (export.kind, ==, STN_EXPORT_TABLE);
  g_assert_cmpint (export.rows, ==, STN_CSV_ROWS_NIGHTS);
  g_assert_cmpint (export.parts, ==, STN_CSV_PARTS_CRAMPS | STN_CSV_PARTS_FACTORS);
  g_assert_false (stn_date_is_set (export.from));

  set_switch (dialog, "Notes", TRUE);
  select_of (dialog, "One row for", 1);
  select_of (dialog, "Nights", 1);
  g_assert_true (stn_export_dialog_get_export (dialog, &export));
  g_assert_cmpint (export.rows, ==, STN_CSV_ROWS_EPISODES);
  g_assert_cmpint (export.parts, ==, STN_CSV_PARTS_CRAMPS | STN_CSV_PARTS_NOTES);
  g_assert_cmpint (stn_date_compare (export.from, stn_date_new (2026, 10, 25)), ==, 0);

  choose (dialog, "For my other computer");
  g_assert_true (stn_export_dialog_get_export (dialog, &export));
  g_assert_cmpint (export.kind, ==, STN_EXPORT_FOR_MERGE);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
type_nights (StnExportDialog *dialog, const char *from, const char *to)
{
  gtk_editable_set_text (GTK_EDITABLE (find_row (GTK_WIDGET (dialog), "First night")), from);
  gtk_editable_set_text (GTK_EDITABLE (find_row (GTK_WIDGET (dialog), "Last night")), to);
}

/* What cannot be exported says why, and nothing else is written instead. */
static void
test_problems (AppFixture *fixture, gconstpointer data)
{
  StnExportDialog *dialog = open_dialog (fixture, NULL);
  StnExport export;

  choose (dialog, "A table");
  select_of (dialog, "Nights", 4);
  app_fixture_settle (fixture);
  type_nights (dialog, "soon", "2026-11-02");
  g_assert_false (can_export (dialog));
  type_nights (dialog, "2026-11-03", "2026-11-02");
  g_assert_false (can_export (dialog));
  g_assert_nonnull (app_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_LABEL,
                                      "The last night comes before the first."));
  type_nights (dialog, "2026-11-01", "2 November 2026");
  g_assert_true (can_export (dialog));
  g_assert_true (stn_export_dialog_get_export (dialog, &export));
  g_assert_cmpint (stn_date_compare (export.from, stn_date_new (2026, 11, 1)), ==, 0);
  g_assert_cmpint (stn_date_compare (export.to, stn_date_new (2026, 11, 2)), ==, 0);

  set_switch (dialog, "Cramps", FALSE);
  set_switch (dialog, "The day before", FALSE);
  g_assert_false (can_export (dialog));
  set_switch (dialog, "Sleep", TRUE);
  g_assert_true (can_export (dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

typedef struct {
  StnDiaryClient *client;
  gboolean is_done;
  guint n_nights;
} Saving;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saving *saving = user_data;
  g_autoptr (GError) error = NULL;

  stn_export_save_finish (saving->client, result, &saving->n_nights, &error);
  g_assert_no_error (error);
  saving->is_done = TRUE;
}

static gboolean
is_saved (gpointer data)
{
  return ((const Saving *) data)->is_done;
}

/* (transfer full) the path of what was written; @ret_nights: (nullable) of a table. */
static char *
save (AppFixture *fixture, const StnExport *export, const char *name, guint *ret_nights)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  Saving saving = {fixture->client, FALSE, 0};

  stn_export_save (fixture->client, export, path, saved_cb, &saving);
  app_fixture_wait (is_saved, &saving);
  if (ret_nights != NULL)
    *ret_nights = saving.n_nights;
  return path;
}

/* What goes out for this program comes back whole, as JSON and as a diary file. */
static void
test_comes_back (AppFixture *fixture, gconstpointer data)
{
  const StnExportKind kinds[] = {STN_EXPORT_EVERYTHING, STN_EXPORT_FOR_MERGE};

  log_cramps (fixture, 5);
  log_cramps (fixture, 3);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    g_autofree char *path = save (fixture, &(StnExport){.kind = kinds[i]}, "out", NULL);
    g_autofree char *place = g_build_filename (fixture->folder, "again.db", NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (StnDiary) again = stn_diary_open (place, STN_STORE_CREATE, fixture->clock, &error);
    g_autoptr (StnJoinReport) report = NULL;
    g_autoptr (GPtrArray) nights = NULL;

    g_assert_no_error (error);
    report =
      stn_diary_join (again, (const char *const[]){path, NULL}, "import", FALSE, NULL, &error);
    g_assert_no_error (error);
    nights = stn_diary_list_nights (again, STN_NO_DATE, STN_NO_DATE, &error);
    g_assert_cmpuint (nights->len, ==, 2);
    g_clear_pointer (&again, stn_diary_close);
    g_unlink (place);
    g_unlink (path);
  }
}

static void
test_nights (AppFixture *fixture, gconstpointer data)
{
  StnExport export = {.kind = STN_EXPORT_TABLE,
                      .parts = STN_CSV_PARTS_CRAMPS,
                      .from = stn_date_add_days (LAST_NIGHT, -4),
                      .to = STN_NO_DATE};
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (StnDate));
  StnDate key = stn_date_add_days (LAST_NIGHT, -5);
  g_autofree char *path = NULL, *text = NULL, *selected = NULL, *selected_text = NULL;
  guint n_nights;

  log_cramps (fixture, 5);
  log_cramps (fixture, 3);
  path = save (fixture, &export, "since.csv", &n_nights);
  g_assert_cmpuint (n_nights, ==, 1);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "date,cramps,severity\n2026-11-18,2,\n");

  g_array_append_val (keys, key);
  export.keys = keys;
  selected = save (fixture, &export, "selected.csv", &n_nights);
  g_assert_cmpuint (n_nights, ==, 1);
  g_assert_true (g_file_get_contents (selected, &selected_text, NULL, NULL));
  g_assert_cmpstr (selected_text, ==, "date,cramps,severity\n2026-11-16,2,\n");
  g_unlink (path);
  g_unlink (selected);
}

/* Of nights that are selected a table is all that is asked about. */
static void
test_selected (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (StnDate));
  StnDate key = LAST_NIGHT;
  StnExportDialog *dialog;
  StnExport export;

  g_array_append_val (keys, key);
  dialog = open_dialog (fixture, keys);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (dialog)), ==, "Export 1 Night");
  g_assert_null (app_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_CHECK_BUTTON, "Everything"));
  g_assert_true (stn_export_dialog_get_export (dialog, &export));
  g_assert_cmpint (export.kind, ==, STN_EXPORT_TABLE);
  g_assert_cmpuint (export.keys->len, ==, 1);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
count_cb (GtkButton *button, gpointer count)
{
  (*(int *) count)++;
}

static gboolean
is_pressed (gpointer count)
{
  return *(int *) count == 1;
}

/* As of radio buttons elsewhere: arrows choose, Tab goes on, and Enter exports. */
static void
test_keys (AppFixture *fixture, gconstpointer data)
{
  StnExportDialog *dialog = open_dialog (fixture, NULL);
  GtkWidget *button = app_fixture_find (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Export…");
  int n_pressed = 0;
  StnExport export;

  g_assert_nonnull (button);
  /* No file is to be chosen. */
  g_signal_handlers_block_matched (button, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, dialog);
  g_signal_connect (button, "clicked", G_CALLBACK (count_cb), &n_pressed);
  keyboard_press_in (fixture, GTK_WIDGET (dialog), "Down");
  g_assert_true (stn_export_dialog_get_export (dialog, &export));
  g_assert_cmpint (export.kind, ==, STN_EXPORT_TABLE);
  keyboard_press_in (fixture, GTK_WIDGET (dialog), "Down");
  g_assert_true (stn_export_dialog_get_export (dialog, &export));
  g_assert_cmpint (export.kind, ==, STN_EXPORT_FOR_MERGE);
  keyboard_press_in (fixture, GTK_WIDGET (dialog), "Down Up Left");
  g_assert_true (stn_export_dialog_get_export (dialog, &export));
  g_assert_cmpint (export.kind, ==, STN_EXPORT_TABLE);
  keyboard_press_in (fixture, GTK_WIDGET (dialog), "Return");
  app_fixture_wait (is_pressed, &n_pressed);
  keyboard_press_in (fixture, GTK_WIDGET (dialog), "Tab");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (dialog)),
                                         find_row (GTK_WIDGET (dialog), "One row for")) ||
                 gtk_window_get_focus (GTK_WINDOW (dialog)) ==
                   find_row (GTK_WIDGET (dialog), "One row for"));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/app/export/" name, AppFixture, NULL, app_fixture_set_up, function,                 \
              app_fixture_tear_down)
  ADD ("choices", test_choices);
  ADD ("problems", test_problems);
  ADD ("comes-back", test_comes_back);
  ADD ("nights", test_nights);
  ADD ("selected", test_selected);
  ADD ("keys", test_keys);
#undef ADD
  return g_test_run ();
}
