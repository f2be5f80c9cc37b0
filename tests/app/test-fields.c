/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "places.h"

#include <sqlite3.h>

#include "pages/stn-factor-list.h"
#include "widgets/stn-factor-row.h"

#define RESOURCES "/io/github/stillnight/Stillnight"

/* More than any field takes. */
#define PASTE_MAX 1000000

/* The longest field is a note. */
#define FIELD_MAX 25000

/* What a field of each kind must not take. @is_value: wrong in every field for a number, a time or a day as well. */
static const struct {
  const char *name;
  const char *text;
  gboolean is_value;
} inputs[] = {
  {"a megabyte", NULL, FALSE},
  {"emoji", "\xf0\x9f\xa6\xb5\xf0\x9f\x8f\xbd\xe2\x80\x8d\xe2\x99\x80\xef\xb8\x8f\xf0\x9f\x98\xb4",
   FALSE},
  {"right to left marks",
   "\xe2\x80\xae"
   "2:40\xe2\x80\xac\xe2\x80\x8f",
   FALSE},
  {"letters", "abc", FALSE},
  {"no time", "25:61", FALSE},
  {"a day far ahead", "9999-12-31", FALSE},
  {"a day far back", "0001-01-01", FALSE},
  {"no day", "2026-02-30", FALSE},
  {"a great number", "99999999999999999999", FALSE},
  {"below zero", "-1", FALSE},
  {"control characters", "a\x01\x1b[31m\x7f\tb", FALSE},
  /* Last, since a number in a list of factors is stored a moment later, when it rests. */
  {"a comma", "5,5", TRUE},
};

/* The program may be writing. */
#define BUSY_MS 20000

typedef struct {
  char *megabyte;
  sqlite3 *db;
  GHashTable *seen;      /* fields tried, by place and way */
  GHashTable *templates; /* "StnValueEntry.entry": tried at least once */
  guint n_fields;
  guint n_tries;
  guint n_values;
  guint n_problems;
} Trial;

/* Every field that is described in a template, to know which ones no place shows. */
static GPtrArray *
list_described (void)
{
  g_auto (GStrv) names = g_resources_enumerate_children (RESOURCES, 0, NULL);
  g_autoptr (GRegex) template = g_regex_new ("<template class=\"(\\w+)\"", 0, 0, NULL);
  g_autoptr (GRegex) field = g_regex_new (
    "<object class=\"(?:Gtk(?:Entry|SpinButton|SearchEntry|TextView|Text)|AdwEntryRow)\" "
    "id=\"(\\w+)\"",
    0, 0, NULL);
  GPtrArray *described = g_ptr_array_new_with_free_func (g_free);

  for (char **name = names; *name != NULL; name++) {
    g_autofree char *path = g_build_filename (RESOURCES, *name, NULL);
    g_autoptr (GBytes) bytes = NULL;
    g_autofree char *text = NULL;
    g_autoptr (GMatchInfo) of = NULL;
    g_autoptr (GMatchInfo) match = NULL;
    g_autofree char *class = NULL;

    if (!g_str_has_suffix (*name, ".ui"))
      continue;
    bytes = g_resources_lookup_data (path, 0, NULL);
    text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    if (!g_regex_match (template, text, 0, &of))
      continue;
    class = g_match_info_fetch (of, 1);
    for (g_regex_match (field, text, 0, &match); g_match_info_matches (match);
         g_match_info_next (match, NULL)) {
      g_autofree char *id = g_match_info_fetch (match, 1);

      g_ptr_array_add (described, g_strdup_printf ("%s.%s", class, id));
    }
  }
  return described;
}

static gboolean
is_field (GtkWidget *widget)
{
  if (GTK_IS_TEXT (widget))
    return FALSE;
  return GTK_IS_TEXT_VIEW (widget) || GTK_IS_EDITABLE (widget);
}

/* The widget of the program's own that the field belongs to. */
static GtkWidget *
owner_of (GtkWidget *field)
{
  GtkWidget *owner = field;

  while (owner != NULL && !g_str_has_prefix (G_OBJECT_TYPE_NAME (owner), "Stn"))
    owner = gtk_widget_get_parent (owner);
  return owner;
}

static const char *
id_of (GtkWidget *field)
{
  const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (field));

  return id != NULL ? id : G_OBJECT_TYPE_NAME (field);
}

static char *
read_text (GtkWidget *field)
{
  if (GTK_IS_TEXT_VIEW (field)) {
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
    GtkTextIter start, end;

    gtk_text_buffer_get_bounds (buffer, &start, &end);
    return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  }
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (field)));
}

/* As if the whole of it were chosen and replaced; or behind what stands there, where it is refused whole: an empty field would be
 * an answer, too. */
static void
paste (GtkWidget *field, const char *text, gboolean behind)
{
  if (GTK_IS_TEXT_VIEW (field)) {
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
    GtkTextIter start, end;

    gtk_text_buffer_begin_user_action (buffer);
    gtk_text_buffer_get_bounds (buffer, &start, &end);
    if (!behind)
      gtk_text_buffer_delete (buffer, &start, &end);
    gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
    gtk_text_buffer_end_user_action (buffer);
  } else {
    GtkEditable *inside = gtk_editable_get_delegate (GTK_EDITABLE (field));
    int position;

    if (!behind)
      gtk_editable_delete_text (inside, 0, -1);
    position = (int) g_utf8_strlen (gtk_editable_get_text (inside), -1);
    gtk_editable_insert_text (inside, text, -1, &position);
  }
}

/* Enter, and on to elsewhere. */
static void
leave (GtkWidget *field)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (field));

  if (!GTK_IS_TEXT_VIEW (field))
    g_signal_emit_by_name (ADW_IS_ENTRY_ROW (field)
                             ? field
                             : GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (field))),
                           ADW_IS_ENTRY_ROW (field) ? "apply" : "activate");
  if (GTK_IS_SPIN_BUTTON (field))
    gtk_spin_button_update (GTK_SPIN_BUTTON (field));
  gtk_window_set_focus (window, NULL);
}

/* Rows of the log of changes: whatever the diary takes, it says there. */
static gint64
count_changes (Trial *trial)
{
  sqlite3_stmt *statement = NULL;
  gint64 count;

  g_assert_cmpint (
    sqlite3_prepare_v2 (trial->db, "SELECT count(*) FROM change", -1, &statement, NULL), ==,
    SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  count = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return count;
}

static gboolean
says_why (GtkWidget *root)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_visible (root) &&
      gtk_widget_has_css_class (root, "error") && *gtk_label_get_text (GTK_LABEL (root)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && says_why (child))
      return TRUE;
  return FALSE;
}

/* A reason beside the field: in what it is part of. */
static gboolean
is_refused_in_place (GtkWidget *field)
{
  GtkWidget *owner = owner_of (field);

  for (GtkWidget *part = field; part != NULL; part = gtk_widget_get_parent (part)) {
    if (says_why (part))
      return TRUE;
    if (part == owner)
      return FALSE;
  }
  return FALSE;
}

/* A number, a time or a day. */
static gboolean
is_for_value (GtkWidget *field)
{
  static const char *const owners[] = {"StnValueEntry", "StnReminderRow", "StnRangePopover", NULL};

  return GTK_IS_SPIN_BUTTON (field) ||
         g_strv_contains (owners, G_OBJECT_TYPE_NAME (owner_of (field)));
}

static void
tell (Trial *trial, const char *where, const char *input, const char *problem)
{
  trial->n_problems++;
  g_test_message ("%s: %s: %s", where, input, problem);
}

static void
try_one (AppFixture *fixture, Trial *trial, GtkWidget *field, const char *where, guint which)
{
  const char *text = inputs[which].text != NULL ? inputs[which].text : trial->megabyte;
  const gint64 before = count_changes (trial);
  g_autofree char *stands = NULL;

  trial->n_tries++;
  paste (field, text, inputs[which].text == NULL);
  if (is_for_value (field) || inputs[which].text == NULL) {
    gboolean is_refused = is_refused_in_place (field);

    leave (field);
    is_refused |= is_refused_in_place (field);
    app_fixture_settle (fixture);
    stands = read_text (field);
    if (!is_refused && !inputs[which].is_value)
      tell (trial, where, inputs[which].name, "refused without a reason");
    if (is_for_value (field) && !inputs[which].is_value && count_changes (trial) != before)
      tell (trial, where, inputs[which].name, "stored");
  } else {
    leave (field);
    app_fixture_settle (fixture);
    stands = read_text (field);
  }
  if (g_utf8_strlen (stands, -1) > FIELD_MAX)
    tell (trial, where, inputs[which].name, "no bound");
}

/* (transfer full) which of all fields it is. */
static char *
way_to (GtkWidget *field)
{
  GString *way = g_string_new (id_of (field));

  for (GtkWidget *part = gtk_widget_get_parent (field); part != NULL;
       part = gtk_widget_get_parent (part)) {
    const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (part));

    if (g_str_has_prefix (G_OBJECT_TYPE_NAME (part), "Stn"))
      g_string_append_printf (way, " < %s %s", G_OBJECT_TYPE_NAME (part),
                              id != NULL && !g_str_has_prefix (id, "___") ? id : "");
    if (GTK_IS_LIST_BOX_ROW (part))
      g_string_append_printf (way, " %d", gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (part)));
  }
  return g_string_free (way, FALSE);
}

static void
try_field (AppFixture *fixture, Trial *trial, GtkWidget *field)
{
  GtkWidget *owner = owner_of (field);
  GtkWidget *list = gtk_widget_get_ancestor (field, STN_TYPE_FACTOR_LIST);
  g_autofree char *key = g_strdup_printf ("%s.%s", G_OBJECT_TYPE_NAME (owner), id_of (field));
  g_autofree char *where = NULL;
  g_autofree char *was = read_text (field);

  where = way_to (field);
  g_hash_table_add (trial->templates, g_strdup (key));
  if (!g_hash_table_add (trial->seen, g_strdup (where)))
    return;
  trial->n_fields++;
  trial->n_values += is_for_value (field);
  for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
    try_one (fixture, trial, field, where, i);
  paste (field, was, FALSE);
  leave (field);
  if (list != NULL)
    stn_factor_list_flush (STN_FACTOR_LIST (list));
  app_fixture_settle (fixture);
}

static gboolean
holds_field (GtkWidget *root)
{
  if (is_field (root))
    return TRUE;
  if (GTK_IS_DROP_DOWN (root) || ADW_IS_COMBO_ROW (root))
    return FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (holds_field (child))
      return TRUE;
  return FALSE;
}

/* What a choice elsewhere on the page would show is shown: a field is tried wherever it stands. */
static void
bring_out (GtkWidget *root)
{
  GtkWidget *parent = gtk_widget_get_parent (root);

  if (ADW_IS_EXPANDER_ROW (root)) {
    adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (root), TRUE);
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (root), TRUE);
  }
  if (GTK_IS_POPOVER (root) && GTK_IS_MENU_BUTTON (parent) && holds_field (root))
    gtk_menu_button_popup (GTK_MENU_BUTTON (parent));
  if (!gtk_widget_get_visible (root) && !GTK_IS_NATIVE (root) && !GTK_IS_STACK (parent) &&
      gtk_widget_get_mapped (parent) && holds_field (root))
    gtk_widget_set_visible (root, TRUE);
  /* What a row asks with it shows. */
  if (STN_IS_FACTOR_ROW (root))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (root) || GTK_IS_POPOVER (child))
      bring_out (child);
}

static void
find_fields (GtkWidget *root, GPtrArray *fields)
{
  if (!gtk_widget_get_mapped (root))
    return;
  if (is_field (root)) {
    g_ptr_array_add (fields, g_object_ref (root));
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_fields (child, fields);
}

/* The next place has nothing lying over it. */
static void
close_popovers (GtkWidget *root)
{
  if (GTK_IS_POPOVER (root) && gtk_widget_get_visible (root))
    gtk_popover_popdown (GTK_POPOVER (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    close_popovers (child);
}

static void
try_place (AppFixture *fixture, GtkWindow *window, const char *place, gpointer data)
{
  Trial *trial = data;
  const guint before = trial->n_fields;
  GtkWidget *custom = NULL;
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_object_unref);

  bring_out (GTK_WIDGET (window));
  if (g_str_equal (place, "trends"))
    custom = app_fixture_find (GTK_WIDGET (window), GTK_TYPE_TOGGLE_BUTTON, "Custom…");
  if (custom != NULL)
    g_signal_emit_by_name (custom, "clicked");
  app_fixture_settle (fixture);
  find_fields (GTK_WIDGET (window), fields);
  for (guint i = 0; i < fields->len; i++)
    if (gtk_widget_get_root (fields->pdata[i]) != NULL)
      try_field (fixture, trial, fields->pdata[i]);
  close_popovers (GTK_WIDGET (window));
  app_fixture_settle (fixture);
  g_test_message ("%s: %u fields new here", place, trial->n_fields - before);
}

static void
test_bad_input (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) described = list_described ();
  Trial trial = {.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                 .templates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                 .megabyte = g_strnfill (PASTE_MAX, '7')};

  places_fill (fixture);
  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &trial.db, SQLITE_OPEN_READONLY, NULL), ==,
                   SQLITE_OK);
  sqlite3_busy_timeout (trial.db, BUSY_MS);
  places_visit_all (fixture, try_place, &trial);
  for (guint i = 0; i < described->len; i++)
    if (!g_hash_table_contains (trial.templates, described->pdata[i]))
      tell (&trial, described->pdata[i], "all", "shown nowhere");
  g_test_message ("%u fields (%u for values) x %u inputs: %u tries", trial.n_fields, trial.n_values,
                  (guint) G_N_ELEMENTS (inputs), trial.n_tries);
  sqlite3_close (trial.db);
  g_hash_table_unref (trial.seen);
  g_hash_table_unref (trial.templates);
  g_free (trial.megabyte);
  g_assert_cmpuint (trial.n_problems, ==, 0);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/app/fields/bad-input", AppFixture, NULL, app_fixture_set_up, test_bad_input,
              app_fixture_tear_down);
  return g_test_run ();
}
