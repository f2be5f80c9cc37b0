/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-import-dialog.h"

#include <glib/gi18n.h>

#include "present/stn-import-preview.h"
#include "widgets/stn-announcement.h"
#include "widgets/stn-file-dialog.h"
#include "widgets/stn-inner-names.h"
#include "wording/stn-wording.h"

struct _StnImportDialog {
  AdwWindow parent_instance;

  StnImportPreview *preview;
  GPtrArray
    *factor_rows;      /* (element-type AdwComboRow) one per column, by its place in the header */
  gboolean is_showing; /* choices are shown, not made */
  StnImportQuestion asked;
  gboolean is_new; /* nothing was chosen yet, nor could be imported */

  gint64 clicked_us; /* when Import was pressed */
  guint leaving;     /* source that closes it when all is done, 0 = none */
  guint tick;        /* source while importing, 0 = none */
  guint ticks;       /* since it began */

  GtkWidget *import;
  GtkWidget *cancel;
  GtkWidget *progress_box;
  GtkProgressBar *progress;
  GtkStack *content;
  AdwStatusPage *unreadable;
  GtkLabel *name;
  GtkLabel *summary;
  GtkLabel *found;
  GtkWidget *error_box;
  GtkWidget *error_icon;
  GtkLabel *error;
  GtkWidget *nights_box;
  GtkBox *nights;
  GtkWidget *rows_box;
  GtkGrid *rows;
  GtkWidget *roles;
  AdwComboRow *date;
  AdwComboRow *night_of;
  AdwComboRow *time;
  AdwComboRow *cramps;
  AdwComboRow *severity;
  AdwComboRow *note;
  AdwPreferencesGroup *factors;
  GtkWidget *form;
  AdwComboRow *dates;
  AdwComboRow *decimal;
  AdwComboRow *header;
  AdwComboRow *delimiter;
  AdwComboRow *encoding;
  GtkWidget *replace_group;
  GtkSwitch *replace;
};

/* In the order of the choices; the first of them is that nobody says. */
static const char delimiters[] = {'\0', ',', ';', '\t', '|'};
#define HEADER_NONE 1
#define HEADER_LAST 9
#define NIGHTS_SHOWN 5

G_DEFINE_FINAL_TYPE (StnImportDialog, stn_import_dialog, ADW_TYPE_WINDOW)

static AdwComboRow *
role_row (StnImportDialog *self, StnImportRole role)
{
  switch (role) {
  case STN_IMPORT_DATE:
    return self->date;
  case STN_IMPORT_TIME:
    return self->time;
  case STN_IMPORT_CRAMPS:
    return self->cramps;
  case STN_IMPORT_SEVERITY:
    return self->severity;
  case STN_IMPORT_NOTE:
    return self->note;
  }
  g_assert_not_reached ();
}

/* The first of a role's choices is "no column"; the others are the columns in their order. */
static void
show_roles (StnImportDialog *self)
{
  for (guint role = 0; role < STN_IMPORT_ROLES; role++) {
    int column = stn_import_preview_get_role (self->preview, (StnImportRole) role);

    adw_combo_row_set_selected (role_row (self, (StnImportRole) role), (guint) (column + 1));
  }
}

/* The first of a row's choices is what was found: it says so. @found: which of the others that is, 0 = not known. */
static void
show_as_found (AdwComboRow *row, const char *as_found, guint found)
{
  GtkStringList *choices = GTK_STRING_LIST (adw_combo_row_get_model (row));
  const char *choice = found > 0 && found < g_list_model_get_n_items (G_LIST_MODEL (choices))
                         ? gtk_string_list_get_string (choices, found)
                         : NULL;
  /* Translators: the choice that stands when nobody chose; %s is another of the choices, "Comma" */
  g_autofree char *text =
    choice != NULL ? g_strdup_printf (_ ("As found: %s"), choice) : g_strdup (as_found);

  if (!g_str_equal (gtk_string_list_get_string (choices, 0), text))
    gtk_string_list_splice (choices, 0, 1, (const char *const[]){text, NULL});
}

static StnImportKind
kind_found (StnFactorKind kind)
{
  switch (kind) {
  case STN_FACTOR_BINARY:
    return STN_IMPORT_BINARY;
  case STN_FACTOR_COUNT:
    return STN_IMPORT_COUNT;
  case STN_FACTOR_SCALE:
    return STN_IMPORT_SCALE;
  case STN_FACTOR_CONTINUOUS:
    return STN_IMPORT_CONTINUOUS;
  }
  return STN_IMPORT_FOUND;
}

static const char *
describe_kind (StnFactorKind kind)
{
  switch (kind) {
  case STN_FACTOR_BINARY:
    return C_ ("kind of values", "yes or no");
  case STN_FACTOR_COUNT:
    return C_ ("kind of values", "a count");
  case STN_FACTOR_SCALE:
    return C_ ("kind of values", "0 to 10");
  case STN_FACTOR_CONTINUOUS:
    return C_ ("kind of values", "any number");
  }
  return "";
}

static void
show_factor (StnImportDialog *self, guint column)
{
  AdwComboRow *row = g_ptr_array_index (self->factor_rows, column);
  const StnFactor *factor = stn_import_preview_get_factor (self->preview, column);
  const StnImportKind kind = stn_import_preview_get_kind (self->preview, column);
  g_autofree char *name = NULL;
  g_autofree char *subtitle = NULL;

  gtk_widget_set_visible (GTK_WIDGET (row),
                          stn_import_preview_may_be_factor (self->preview, column));
  show_as_found (row, C_ ("kind of values", "As found"),
                 factor && kind == STN_IMPORT_FOUND ? kind_found (factor->kind) : STN_IMPORT_FOUND);
  adw_combo_row_set_selected (row, kind);
  if (factor) {
    name = stn_wording_factor_name (factor);
    /* Translators: what a column of a file becomes in the diary: 1: name, 2: "yes or no", "any number" */
    subtitle = g_strdup_printf (_ ("“%1$s”, %2$s"), name, describe_kind (factor->kind));
  }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

static void
show_factors (StnImportDialog *self)
{
  gboolean has_any = FALSE;

  if (!stn_import_preview_get_columns (self->preview))
    return;
  for (guint column = 0; column < self->factor_rows->len; column++) {
    show_factor (self, column);
    has_any = has_any || stn_import_preview_may_be_factor (self->preview, column);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->factors), has_any);
}

static void
add_line (GtkBox *box, const char *text, const char *class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0F, "wrap", TRUE, "wrap-mode",
                        PANGO_WRAP_WORD_CHAR, NULL);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (box, label);
}

static void
add_night (StnImportDialog *self, const StnNight *night)
{
  g_autofree char *when = stn_wording_night_short (night->key, STN_NO_DATE);
  g_autofree char *what = stn_wording_night_line (night);
  /* Translators: 1: a night, "Sun 1 to Mon 2 November 2026"; 2: what is known of it, "2 cramps · 6 of 10" */
  g_autofree char *text = g_strdup_printf (_ ("%1$s: %2$s"), when, what);

  g_autofree char *values = stn_import_preview_describe_values (self->preview, night);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  add_line (GTK_BOX (box), text, NULL);
  add_line (GTK_BOX (box), values, "dim-label");
  add_line (GTK_BOX (box), night->note, "dim-label");
  gtk_box_append (self->nights, box);
}

/* What is wrong with a date or a number shows here, before it is in the diary. */
static void
show_nights (StnImportDialog *self)
{
  g_autoptr (GPtrArray) nights = stn_import_preview_list_nights (self->preview, NIGHTS_SHOWN);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->nights))) != NULL)
    gtk_box_remove (self->nights, child);
  for (guint i = 0; i < nights->len; i++)
    add_night (self, g_ptr_array_index (nights, i));
  gtk_widget_set_visible (self->nights_box, nights->len > 0);
}

static void
show_found (StnImportDialog *self)
{
  g_auto (GStrv) sentences = stn_import_preview_describe_form (self->preview);
  g_autofree char *text = g_strjoinv (" ", sentences);

  gtk_label_set_label (self->found, text);
  gtk_widget_set_visible (GTK_WIDGET (self->found), *text != '\0');
}

/* Places among the choices. */
static guint
delimiter_choice (const StnCsvForm *form)
{
  const char *delimiter = memchr (delimiters, form->delimiter, sizeof delimiters);

  return delimiter ? (guint) (delimiter - delimiters) : 0;
}

static guint
header_choice (const StnCsvForm *form)
{
  guint line = form->header_line == STN_CSV_NO_HEADER ? HEADER_NONE
               : form->header_line == 0               ? 0
                                                      : form->header_line + HEADER_NONE;

  return line <= HEADER_LAST ? line : 0;
}

/* @said, @found: places among the row's choices, 0 = nobody says. */
static void
show_form_row (AdwComboRow *row, guint said, guint found)
{
  show_as_found (row, C_ ("form of a file", "As found"), said == 0 ? found : 0);
  adw_combo_row_set_selected (row, said);
}

static void
show_form (StnImportDialog *self)
{
  const StnCsvForm *form = stn_import_preview_get_form (self->preview);
  const StnCsvForm *known = stn_import_preview_get_found (self->preview);
  const StnCsvForm found = known ? *known : (StnCsvForm){0};

  show_form_row (self->encoding, form->encoding, found.encoding);
  show_form_row (self->delimiter, delimiter_choice (form), delimiter_choice (&found));
  show_form_row (self->header, header_choice (form), header_choice (&found));
  show_form_row (self->dates, form->dates, found.dates);
  show_form_row (self->decimal, form->decimal, found.decimal);
  adw_combo_row_set_selected (self->night_of, form->night_of);
}

/* The choice that answers what the file leaves open, (nullable). */
static AdwComboRow *
find_question (StnImportDialog *self)
{
  switch (stn_import_preview_get_question (self->preview)) {
  case STN_IMPORT_QUESTION_DATES:
    return self->dates;
  case STN_IMPORT_QUESTION_DECIMAL:
    return self->decimal;
  case STN_IMPORT_QUESTION_NONE:
    break;
  }
  return NULL;
}

/* Who has done nothing yet is told what to do first. */
static gboolean
needs_date (StnImportDialog *self)
{
  return self->is_new &&
         stn_import_preview_get_role (self->preview, STN_IMPORT_DATE) == STN_IMPORT_NO_COLUMN;
}

static char *
describe_error (StnImportDialog *self, const char *error)
{
  AdwComboRow *row = find_question (self);

  if (row)
    /* Translators: 1: what can mean two things; 2: the title of the choice that says which */
    return g_strdup_printf (_ ("%1$s. Choose under “%2$s”."), error,
                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  if (needs_date (self))
    /* Translators: %s is the title of a choice, "Date" */
    return g_strdup_printf (_ ("Say first which column has the dates: choose it under “%s”."),
                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->date)));
  return g_strdup (error);
}

/* What the file leaves open is asked where it can be answered, and is no failure before something was chosen; a file that is refused
 * is. Where nothing was chosen yet the focus goes to it, for GTK 4.8 cannot announce it. */
static void
show_error (StnImportDialog *self, const char *error)
{
  StnImportQuestion question = stn_import_preview_get_question (self->preview);
  AdwComboRow *row = find_question (self);
  gboolean is_calm = self->is_new && (row != NULL || needs_date (self));
  g_autofree char *text = error ? describe_error (self, error) : NULL;
  gboolean is_said = g_strcmp0 (text, gtk_label_get_label (self->error)) == 0;

  gtk_label_set_label (self->error, text ? text : "");
  gtk_widget_remove_css_class (self->error_box, is_calm ? "failure" : "notice");
  gtk_widget_add_css_class (self->error_box, is_calm ? "notice" : "failure");
  gtk_widget_set_visible (self->error_icon, !is_calm);
  gtk_widget_set_visible (self->error_box, text != NULL);
  if (text != NULL && !is_said)
    stn_announcement_say (GTK_WIDGET (self->error), text);
  if (row && question != self->asked)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else if (text != NULL && !is_said && self->is_new && !is_calm) {
    gtk_widget_grab_focus (GTK_WIDGET (self->error));
    gtk_label_select_region (self->error, 0, 0);
  }
  self->asked = question;
}

/* While a check is under way the last answer stays, so that nothing flickers; only importing has to wait. */
static void
show_check (StnImportDialog *self)
{
  const char *error = stn_import_preview_get_error (self->preview);
  g_autofree char *summary = stn_import_preview_describe (self->preview);

  self->is_showing = TRUE;
  show_roles (self);
  show_factors (self);
  show_form (self);
  self->is_showing = FALSE;
  if (!stn_import_preview_is_busy (self->preview)) {
    show_nights (self);
    show_found (self);
  }
  if (summary)
    gtk_label_set_label (self->summary, summary);
  show_error (self, error);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), summary != NULL);
  gtk_widget_set_sensitive (self->import, stn_import_preview_can_import (self->preview));
  if (self->is_new && gtk_widget_get_sensitive (self->import)) {
    self->is_new = FALSE;
    gtk_widget_grab_focus (self->import);
  }
}

static void
role_chosen_cb (StnImportDialog *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  if (self->is_showing || selected == GTK_INVALID_LIST_POSITION)
    return;
  self->is_new = FALSE;
  for (guint role = 0; role < STN_IMPORT_ROLES; role++) {
    if (role_row (self, (StnImportRole) role) == row)
      stn_import_preview_set_role (self->preview, (StnImportRole) role, (int) selected - 1);
  }
}

static void
kind_chosen_cb (StnImportDialog *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint column;

  if (self->is_showing || !g_ptr_array_find (self->factor_rows, row, &column))
    return;
  self->is_new = FALSE;
  stn_import_preview_set_kind (self->preview, column,
                               (StnImportKind) adw_combo_row_get_selected (row));
}

static void
form_chosen_cb (StnImportDialog *self)
{
  guint line;
  StnCsvForm form;

  if (self->is_showing)
    return;
  line = adw_combo_row_get_selected (self->header);
  form = (StnCsvForm){
    .encoding = (StnCsvEncoding) adw_combo_row_get_selected (self->encoding),
    .delimiter = delimiters[adw_combo_row_get_selected (self->delimiter)],
    .header_line = line == HEADER_NONE ? STN_CSV_NO_HEADER
                   : line == 0         ? 0
                                       : line - HEADER_NONE,
    .dates = (StnCsvDates) adw_combo_row_get_selected (self->dates),
    .decimal = (StnCsvDecimal) adw_combo_row_get_selected (self->decimal),
    .night_of = (StnCsvNightOf) adw_combo_row_get_selected (self->night_of),
  };
  self->is_new = FALSE;
  stn_import_preview_set_form (self->preview, &form);
}

static void
replace_chosen_cb (StnImportDialog *self)
{
  stn_import_preview_set_replace (self->preview, gtk_switch_get_active (self->replace));
}

/* What is built once the columns are known */

static void
fill_role (AdwComboRow *row, const char *const *columns)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);

  gtk_string_list_append (choices, C_ ("column of a file", "None"));
  gtk_string_list_splice (choices, 1, 0, columns);
  adw_combo_row_set_model (row, G_LIST_MODEL (choices));
}

static void
add_factor_row (StnImportDialog *self, const char *column)
{
  const char *const kinds[] = {
    /* In the order of StnImportKind. */
    C_ ("kind of values", "As found"),
    C_ ("kind of values", "Yes or no"),
    C_ ("kind of values", "Count"),
    C_ ("kind of values", "0 to 10"),
    C_ ("kind of values", "Number"),
    C_ ("kind of values", "Leave out"),
    NULL,
  };
  g_autoptr (GtkStringList) choices = gtk_string_list_new (kinds);
  GtkWidget *row =
    g_object_new (ADW_TYPE_COMBO_ROW, "use-markup", FALSE, "title", column, "model", choices, NULL);

  stn_inner_names_add (row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (kind_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->factors, row);
  g_ptr_array_add (self->factor_rows, row);
}

static void
add_cell (StnImportDialog *self, int column, int row, const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0F, "ellipsize",
                                   PANGO_ELLIPSIZE_END, "max-width-chars", 24, "width-chars",
                                   (int) MIN (g_utf8_strlen (text, -1), 16), NULL);

  if (row == 0)
    gtk_widget_add_css_class (label, "heading");
  gtk_grid_attach (self->rows, label, column, row, 1, 1);
}

static void
fill_rows (StnImportDialog *self, const char *const *columns)
{
  GPtrArray *rows = stn_import_preview_get_rows (self->preview);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_grid_remove (self->rows, child);
  for (int column = 0; columns[column]; column++) {
    add_cell (self, column, 0, columns[column]);
    for (guint row = 0; row < rows->len; row++)
      add_cell (self, column, (int) row + 1, ((char **) g_ptr_array_index (rows, row))[column]);
  }
}

static void
fill_columns (StnImportDialog *self, const char *const *columns)
{
  self->is_showing = TRUE;
  for (guint role = 0; role < STN_IMPORT_ROLES; role++)
    fill_role (role_row (self, (StnImportRole) role), columns);
  for (guint i = 0; i < self->factor_rows->len; i++)
    adw_preferences_group_remove (self->factors, g_ptr_array_index (self->factor_rows, i));
  g_ptr_array_set_size (self->factor_rows, 0);
  for (guint column = 0; columns[column]; column++)
    add_factor_row (self, columns[column]);
  self->is_showing = FALSE;
  fill_rows (self, columns);
}

/* A diary says itself what each thing in it is. */
static void
hide_choices (StnImportDialog *self)
{
  GtkWidget *const choices[] = {self->rows_box, self->roles, GTK_WIDGET (self->factors), self->form,
                                self->replace_group};

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    gtk_widget_set_visible (choices[i], FALSE);
}

static gboolean
is_shown (StnImportDialog *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->content), "preview") == 0;
}

/* As a whole it takes the focus, for GTK 4.8 cannot announce it. */
static void
show_unreadable (StnImportDialog *self, const char *error)
{
  adw_status_page_set_description (self->unreadable, error);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unreadable), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_status_page_get_title (self->unreadable),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, error, -1);
  gtk_stack_set_visible_child_name (self->content, "unreadable");
  gtk_widget_grab_focus (GTK_WIDGET (self->unreadable));
  stn_announcement_say (GTK_WIDGET (self->unreadable), error);
}

static void
loaded_cb (StnImportDialog *self)
{
  const char *const *columns = stn_import_preview_get_columns (self->preview);
  gboolean was_shown = is_shown (self);

  if (columns)
    fill_columns (self, columns);
  else if (stn_import_preview_is_joined (self->preview))
    hide_choices (self);
  else if (was_shown) {
    show_check (self); /* what was chosen last made it unreadable, and can be chosen otherwise */
    return;
  } else {
    show_unreadable (self, stn_import_preview_get_error (self->preview));
    return;
  }
  gtk_stack_set_visible_child_name (self->content, "preview");
  if (!was_shown && columns)
    gtk_widget_grab_focus (GTK_WIDGET (self->date));
}

/* Importing */

/* Half a second is no wait; after that the person sees how far it is. */
#define TICK_MS 100
#define TICKS_BEFORE 5

static gboolean
tick_cb (gpointer user_data)
{
  StnImportDialog *self = STN_IMPORT_DIALOG (user_data);
  double done;

  stn_import_preview_is_importing (self->preview, &done);
  gtk_widget_set_visible (self->progress_box, ++self->ticks > TICKS_BEFORE);
  if (done > 0)
    gtk_progress_bar_set_fraction (self->progress, done);
  else
    gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

static void
show_importing (StnImportDialog *self, gboolean is_importing)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  self->ticks = 0;
  if (is_importing)
    self->tick = g_timeout_add (TICK_MS, tick_cb, self);
  gtk_widget_set_visible (self->progress_box, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->content), !is_importing);
  if (is_importing)
    gtk_widget_grab_focus (self->cancel);
}

static void
show_in_parent (StnImportDialog *self, const char *text, const StnImportOutcome *outcome)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  gint64 group = outcome->joined != NULL ? outcome->joined->group : outcome->report->group;
  StnDate newest = stn_import_preview_get_newest (self->preview);
  char key[STN_DATE_TEXT_SIZE];

  if (parent == NULL)
    return;
  /* A file may be years old: its nights are what the person wants to see, not today's. */
  if (stn_date_is_set (newest))
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-night", "s",
                                stn_date_to_text (newest, key));
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.announce", "(sx)", text, group);
  if (outcome->joined != NULL && outcome->joined->others->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.versions", NULL);
}

/* What came of the import, on its way to the window below. */
typedef struct {
  StnImportDialog *dialog; /* which takes the source away with itself */
  char *text;
  StnImportOutcome *outcome;
} Done;

static void
done_free (gpointer data)
{
  Done *done = data;

  g_free (done->text);
  stn_import_outcome_free (done->outcome);
  g_free (done);
}

static gboolean
leave_cb (gpointer data)
{
  Done *done = data;

  done->dialog->leaving = 0;
  show_in_parent (done->dialog, done->text, done->outcome);
  gtk_window_destroy (GTK_WINDOW (done->dialog));
  return G_SOURCE_REMOVE;
}

/* The second press of a double click would go to what is below, where the night has its button Edit: the dialog stays as long as there
 * can be one. */
static void
leave (StnImportDialog *self, const char *text, StnImportOutcome *outcome)
{
  Done *done = g_new (Done, 1);
  int double_click_ms;
  gint64 since_ms = (g_get_monotonic_time () - self->clicked_us) / 1000;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time",
                &double_click_ms, NULL);
  *done = (Done){self, g_strdup (text), outcome};
  gtk_widget_set_sensitive (GTK_WIDGET (self->content), FALSE);
  self->leaving = g_timeout_add_full (
    G_PRIORITY_DEFAULT, (guint) MAX (double_click_ms - since_ms, 0), leave_cb, done, done_free);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  StnImportOutcome *outcome;
  g_autofree char *text =
    stn_import_preview_import_finish (STN_IMPORT_PREVIEW (source), result, &outcome, &error);

  show_importing (self, FALSE);
  if (outcome == NULL) {
    /* The preview says what went wrong. */
    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
      gtk_label_set_label (self->summary,
                           _ ("The import was given up. Nothing of it is in the diary."));
    gtk_widget_grab_focus (self->import);
    return;
  }
  leave (self, text, outcome);
}

static void
import_clicked_cb (StnImportDialog *self)
{
  self->clicked_us = g_get_monotonic_time ();
  gtk_widget_set_sensitive (self->import, FALSE);
  stn_import_preview_import (self->preview, imported_cb, g_object_ref (self));
  show_importing (self, TRUE);
}

/* While it is imported, Cancel and Escape end that; the window stays and says so. What is done is told below. */
static gboolean
stn_import_dialog_close_request (GtkWindow *window)
{
  StnImportDialog *self = STN_IMPORT_DIALOG (window);
  double done;

  if (self->leaving != 0)
    return GDK_EVENT_STOP;
  if (!stn_import_preview_is_importing (self->preview, &done))
    return GTK_WINDOW_CLASS (stn_import_dialog_parent_class)->close_request (window);
  stn_import_preview_cancel (self->preview);
  return GDK_EVENT_STOP;
}

static void
stn_import_dialog_dispose (GObject *object)
{
  StnImportDialog *self = STN_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_handle_id (&self->leaving, g_source_remove);
  if (self->preview) {
    g_signal_handlers_disconnect_by_data (self->preview, self);
    stn_import_preview_cancel (self->preview);
  }
  g_clear_object (&self->preview);
  g_clear_pointer (&self->factor_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (stn_import_dialog_parent_class)->dispose (object);
}

static void
stn_import_dialog_class_init (StnImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_import_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = stn_import_dialog_close_request;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, import);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, cancel);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, progress_box);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, content);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, unreadable);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, name);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, error);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, error_box);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, error_icon);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, found);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, nights_box);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, nights);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, rows_box);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, roles);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, night_of);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, time);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, form);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, dates);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, decimal);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, header);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, delimiter);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, encoding);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, replace_group);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, date);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, cramps);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, severity);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, note);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, factors);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, replace);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, rows);
  gtk_widget_class_bind_template_callback (widget_class, role_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
}

static void
stn_import_dialog_init (StnImportDialog *self)
{
  self->factor_rows = g_ptr_array_new ();
  self->is_new = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  stn_inner_names_add (GTK_WIDGET (self));
}

StnImportDialog *
stn_import_dialog_new (GtkWindow *parent, StnDiaryClient *client, const char *path)
{
  StnImportDialog *self = g_object_new (STN_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->preview = stn_import_preview_new (client, path);
  gtk_label_set_label (self->name, stn_import_preview_get_name (self->preview));
  g_signal_connect_swapped (self->preview, "loaded", G_CALLBACK (loaded_cb), self);
  g_signal_connect_swapped (self->preview, "checked", G_CALLBACK (show_check), self);
  return self;
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = stn_file_dialog_finish (result);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path)
    gtk_widget_activate_action (GTK_WIDGET (source), "win.import-file", "^ay", path);
}

void
stn_import_dialog_choose (GtkWindow *parent)
{
  GtkFileFilter *tables = gtk_file_filter_new ();
  GtkFileFilter *all = gtk_file_filter_new ();
  GtkFileFilter *const filters[] = {tables, all, NULL};
  const StnFileQuestion question = {.action = GTK_FILE_CHOOSER_ACTION_OPEN,
                                    .title = _ ("Import a File"),
                                    .accept = _ ("_Open"),
                                    .filters = filters};

  gtk_file_filter_set_name (tables, _ ("Tables (CSV) and exported diaries (JSON)"));
  gtk_file_filter_add_mime_type (tables, "text/csv");
  gtk_file_filter_add_suffix (tables, "json");
  gtk_file_filter_add_suffix (tables, "db");
  gtk_file_filter_add_suffix (tables, "txt");
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "tsv");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  stn_file_dialog_ask (GTK_WIDGET (parent), &question, file_chosen_cb, NULL);
}
