/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-import-dialog.h"

#include <glib/gi18n.h>

#include "present/stn-import-preview.h"
#include "wording/stn-wording.h"

struct _StnImportDialog {
  AdwWindow parent_instance;

  StnImportPreview *preview;
  GPtrArray
    *factor_rows;      /* (element-type AdwComboRow) one per column, by its place in the header */
  gboolean is_showing; /* choices are shown, not made */
  gboolean is_new;     /* nothing was chosen yet, nor could be imported */

  GtkWidget *import;
  GtkStack *content;
  AdwStatusPage *unreadable;
  GtkLabel *name;
  GtkLabel *summary;
  GtkLabel *error;
  AdwComboRow *date;
  AdwComboRow *cramps;
  AdwComboRow *severity;
  AdwPreferencesGroup *factors;
  GtkSwitch *replace;
  GtkGrid *rows;
};

G_DEFINE_FINAL_TYPE (StnImportDialog, stn_import_dialog, ADW_TYPE_WINDOW)

static AdwComboRow *
role_row (StnImportDialog *self, StnImportRole role)
{
  switch (role) {
  case STN_IMPORT_DATE:
    return self->date;
  case STN_IMPORT_CRAMPS:
    return self->cramps;
  case STN_IMPORT_SEVERITY:
    return self->severity;
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
  g_autofree char *name = NULL;
  g_autofree char *subtitle = NULL;

  gtk_widget_set_visible (GTK_WIDGET (row),
                          stn_import_preview_may_be_factor (self->preview, column));
  adw_combo_row_set_selected (row, stn_import_preview_get_kind (self->preview, column));
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

  for (guint column = 0; column < self->factor_rows->len; column++) {
    show_factor (self, column);
    has_any = has_any || stn_import_preview_may_be_factor (self->preview, column);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->factors), has_any);
}

static char *
describe_report (const StnImportReport *report)
{
  StnImportCounts counts = {
    .nights_new = report->nights_new,
    .nights_filled = report->nights_filled,
    .nights_same = report->nights_same,
    .values_kept = report->values_kept,
    .values_replaced = report->values_replaced,
    .factors_new = report->factors_new,
    .passed_over = report->passed_over,
  };

  return stn_wording_import_summary (&counts, TRUE);
}

/* While a check is under way the last answer stays, so that nothing flickers; only importing has to wait. */
static void
show_check (StnImportDialog *self)
{
  const StnImportReport *report = stn_import_preview_get_report (self->preview);
  const char *error = stn_import_preview_get_error (self->preview);

  self->is_showing = TRUE;
  show_roles (self);
  show_factors (self);
  self->is_showing = FALSE;
  if (report) {
    g_autofree char *summary = describe_report (report);

    gtk_label_set_label (self->summary, summary);
  }
  gtk_label_set_label (self->error, error ? error : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), error != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->summary), report != NULL);
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

  if (!self->is_showing && g_ptr_array_find (self->factor_rows, row, &column))
    stn_import_preview_set_kind (self->preview, column,
                                 (StnImportKind) adw_combo_row_get_selected (row));
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

  g_signal_connect_object (row, "notify::selected", G_CALLBACK (kind_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->factors, row);
  g_ptr_array_add (self->factor_rows, row);
}

static void
add_cell (StnImportDialog *self, int column, int row, const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0F, "ellipsize",
                                   PANGO_ELLIPSIZE_END, "max-width-chars", 24, NULL);

  if (row == 0)
    gtk_widget_add_css_class (label, "heading");
  gtk_grid_attach (self->rows, label, column, row, 1, 1);
}

static void
fill_rows (StnImportDialog *self, const char *const *columns)
{
  GPtrArray *rows = stn_import_preview_get_rows (self->preview);

  for (int column = 0; columns[column]; column++) {
    add_cell (self, column, 0, columns[column]);
    for (guint row = 0; row < rows->len; row++)
      add_cell (self, column, (int) row + 1, ((char **) g_ptr_array_index (rows, row))[column]);
  }
}

static void
loaded_cb (StnImportDialog *self)
{
  const char *const *columns = stn_import_preview_get_columns (self->preview);

  if (!columns) {
    adw_status_page_set_description (self->unreadable,
                                     stn_import_preview_get_error (self->preview));
    gtk_stack_set_visible_child_name (self->content, "unreadable");
    return;
  }
  self->is_showing = TRUE;
  for (guint role = 0; role < STN_IMPORT_ROLES; role++)
    fill_role (role_row (self, (StnImportRole) role), columns);
  for (guint column = 0; columns[column]; column++)
    add_factor_row (self, columns[column]);
  self->is_showing = FALSE;
  fill_rows (self, columns);
  gtk_stack_set_visible_child_name (self->content, "preview");
  gtk_widget_grab_focus (GTK_WIDGET (self->date));
}

/* Importing */

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StnImportReport) report =
    stn_import_preview_import_finish (STN_IMPORT_PREVIEW (source), result, &error);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *text = NULL;
  char newest[STN_DATE_TEXT_SIZE];
  guint n;

  if (!report)
    return; /* the preview shows the error and nothing was changed */
  n = report->nights_new + report->nights_filled;
  text = g_strdup_printf (ngettext ("Imported %u night", "Imported %u nights", n), n);
  if (parent) {
    /* A file may be years old: its nights are what the person wants to see, not today's. */
    stn_date_to_text (stn_import_preview_get_newest (self->preview), newest);
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-night", "s", newest);
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.announce", "(sx)", text, report->group);
  }
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
import_clicked_cb (StnImportDialog *self)
{
  gtk_widget_set_sensitive (self->import, FALSE);
  stn_import_preview_import (self->preview, imported_cb, g_object_ref (self));
}

static void
stn_import_dialog_dispose (GObject *object)
{
  StnImportDialog *self = STN_IMPORT_DIALOG (object);

  if (self->preview)
    g_signal_handlers_disconnect_by_data (self->preview, self);
  g_clear_object (&self->preview);
  g_clear_pointer (&self->factor_rows, g_ptr_array_unref);
  G_OBJECT_CLASS (stn_import_dialog_parent_class)->dispose (object);
}

static void
stn_import_dialog_class_init (StnImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_import_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, import);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, content);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, unreadable);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, name);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, error);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, date);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, cramps);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, severity);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, factors);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, replace);
  gtk_widget_class_bind_template_child (widget_class, StnImportDialog, rows);
  gtk_widget_class_bind_template_callback (widget_class, role_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
}

static void
stn_import_dialog_init (StnImportDialog *self)
{
  self->factor_rows = g_ptr_array_new ();
  self->is_new = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
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

typedef struct {
  GtkWindow *parent;
  StnDiaryClient *client;
} Choice;

static void
choice_free (gpointer data, GClosure *closure)
{
  Choice *choice = data;

  g_object_unref (choice->parent);
  g_object_unref (choice->client);
  g_free (choice);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, Choice *choice)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  if (file)
    path = g_file_get_path (file);
  if (path)
    gtk_window_present (GTK_WINDOW (stn_import_dialog_new (choice->parent, choice->client, path)));
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

void
stn_import_dialog_choose (GtkWindow *parent, StnDiaryClient *client)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
    _ ("Import a File"), parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  Choice *choice = g_new (Choice, 1);

  gtk_file_filter_set_name (tables, _ ("Tables (CSV)"));
  gtk_file_filter_add_mime_type (tables, "text/csv");
  gtk_file_filter_add_suffix (tables, "csv");
  gtk_file_filter_add_suffix (tables, "tsv");
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), tables);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  *choice = (Choice){g_object_ref (parent), g_object_ref (client)};
  g_signal_connect_data (chooser, "response", G_CALLBACK (chosen_cb), choice, choice_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
