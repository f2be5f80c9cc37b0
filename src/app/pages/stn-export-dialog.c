/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-export-dialog.h"

#include <glib/gi18n.h>

#include "present/stn-date-text.h"
#include "widgets/stn-field-reason.h"
#include "widgets/stn-file-dialog.h"
#include "widgets/stn-inner-names.h"

/* In the order of the choices. */
static const StnCsvRows rows_of[] = {STN_CSV_ROWS_NIGHTS, STN_CSV_ROWS_EPISODES, STN_CSV_ROWS_LONG};
/* Nights before today; 0: all. The choice after them is from one night to another. */
static const int days_of[] = {0, 28, 91, 365};
#define PERIOD_TYPED G_N_ELEMENTS (days_of)

#define DATE_MAX 40

struct _StnExportDialog {
  AdwWindow parent_instance;

  StnDiaryClient *client;
  GArray *keys; /* element-type StnDate, nullable */

  GtkWidget *export;
  GtkWidget *kinds;
  GtkWidget *everything;
  GtkCheckButton *table;
  GtkCheckButton *for_merge;
  GtkWidget *table_group;
  AdwComboRow *rows;
  AdwComboRow *period;
  GtkEditable *from;
  GtkEditable *to;
  GtkLabel *problem;
  GtkWidget *parts_group;
  GtkSwitch *cramps;
  GtkSwitch *factors;
  GtkSwitch *sleep;
  GtkSwitch *notes;
  GtkWidget *cramps_row;
  GtkWidget *factors_row;
  GtkWidget *sleep_row;
};

G_DEFINE_FINAL_TYPE (StnExportDialog, stn_export_dialog, ADW_TYPE_WINDOW)

static StnDate
get_today (StnExportDialog *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));

  return stn_date_of (now);
}

static StnExportKind
get_kind (StnExportDialog *self)
{
  return self->keys != NULL || gtk_check_button_get_active (self->table) ? STN_EXPORT_TABLE
         : gtk_check_button_get_active (self->for_merge)                 ? STN_EXPORT_FOR_MERGE
                                                                         : STN_EXPORT_EVERYTHING;
}

static StnCsvParts
get_parts (StnExportDialog *self, StnCsvRows rows)
{
  StnCsvParts parts = STN_CSV_PARTS_NONE;

  if (gtk_switch_get_active (self->cramps) || rows == STN_CSV_ROWS_EPISODES)
    parts |= STN_CSV_PARTS_CRAMPS;
  if (gtk_switch_get_active (self->factors))
    parts |= STN_CSV_PARTS_FACTORS;
  if (gtk_switch_get_active (self->sleep))
    parts |= STN_CSV_PARTS_SLEEP;
  if (gtk_switch_get_active (self->notes))
    parts |= STN_CSV_PARTS_NOTES;
  return parts & stn_csv_parts_of (rows);
}

/* (nullable) what is wrong with what is chosen. */
static const char *
read_choices (StnExportDialog *self, StnExport *ret_export)
{
  StnCsvRows rows = rows_of[adw_combo_row_get_selected (self->rows)];
  guint period = adw_combo_row_get_selected (self->period);

  *ret_export = (StnExport){.kind = get_kind (self),
                            .rows = rows,
                            .parts = get_parts (self, rows),
                            .from = STN_NO_DATE,
                            .to = STN_NO_DATE,
                            .keys = self->keys};
  if (ret_export->kind != STN_EXPORT_TABLE)
    return NULL;
  if (ret_export->parts == STN_CSV_PARTS_NONE)
    return _ ("Choose what is in the table.");
  if (self->keys != NULL || period == 0)
    return NULL;
  if (period < PERIOD_TYPED) {
    ret_export->from = stn_date_add_days (get_today (self), -days_of[period]);
    return NULL;
  }
  if (!stn_date_text_parse (gtk_editable_get_text (self->from), &ret_export->from) ||
      !stn_date_text_parse (gtk_editable_get_text (self->to), &ret_export->to))
    return _ ("This is no date. Write it like 1 May 2026 or 2026-05-01.");
  if (stn_date_compare (ret_export->from, ret_export->to) > 0)
    return _ ("The last night comes before the first.");
  return NULL;
}

gboolean
stn_export_dialog_get_export (StnExportDialog *self, StnExport *ret_export)
{
  g_return_val_if_fail (STN_IS_EXPORT_DIALOG (self), FALSE);
  return read_choices (self, ret_export) == NULL;
}

static void
choose_cb (StnExportDialog *self)
{
  StnExport export;
  const char *problem;
  gboolean is_table;
  StnCsvParts possible;

  /* While the template is built, not all is there. */
  if (self->client == NULL)
    return;
  problem = read_choices (self, &export);
  is_table = export.kind == STN_EXPORT_TABLE;
  possible = stn_csv_parts_of (export.rows);
  gtk_widget_set_visible (self->table_group, is_table);
  gtk_widget_set_visible (self->parts_group, is_table);
  gtk_widget_set_visible (GTK_WIDGET (self->from),
                          adw_combo_row_get_selected (self->period) == PERIOD_TYPED);
  gtk_widget_set_visible (GTK_WIDGET (self->to), gtk_widget_get_visible (GTK_WIDGET (self->from)));
  gtk_widget_set_visible (self->cramps_row, export.rows != STN_CSV_ROWS_EPISODES);
  gtk_widget_set_visible (self->factors_row, (possible & STN_CSV_PARTS_FACTORS) != 0);
  gtk_widget_set_visible (self->sleep_row, (possible & STN_CSV_PARTS_SLEEP) != 0);
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_set_sensitive (self->export, problem == NULL);
}

/* Writing */

typedef struct {
  GtkWindow *parent;
  StnDiaryClient *client;
  StnExport what;
  char *name; /* of the file, to show */
} Errand;

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_object_unref (errand->parent);
  g_object_unref (errand->client);
  g_clear_pointer (&errand->what.keys, g_array_unref);
  g_free (errand->name);
  g_free (errand);
}

static char *
describe_saved (const Errand *errand, guint n_nights)
{
  if (errand->what.kind != STN_EXPORT_TABLE)
    /* Translators: the name of a file */
    return g_strdup_printf (_ ("Exported to %s"), errand->name);
  return g_strdup_printf (
    /* Translators: 1: how many nights; 2: the name of a file */
    ngettext ("Exported %1$u night to %2$s", "Exported %1$u nights to %2$s", n_nights), n_nights,
    errand->name);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Errand *errand = user_data;
  g_autoptr (GError) error = NULL;
  guint n_nights = 0;
  g_autofree char *text = stn_export_save_finish (errand->client, result, &n_nights, &error)
                            ? describe_saved (errand, n_nights)
                            /* Translators: the reason why a file was not written */
                            : g_strdup_printf (_ ("Not exported: %s"), error->message);

  gtk_widget_activate_action (GTK_WIDGET (errand->parent), "win.announce", "(sx)", text,
                              (gint64) 0);
  errand_free (errand);
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Errand *errand = user_data;
  g_autoptr (GFile) file = stn_file_dialog_finish (result);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path == NULL) {
    errand_free (errand);
    return;
  }
  errand->name = g_filename_display_basename (path);
  stn_export_save (errand->client, &errand->what, path, saved_cb, errand);
}

static void
export_clicked_cb (StnExportDialog *self)
{
  StnExport export;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  StnFileQuestion question = {.action = GTK_FILE_CHOOSER_ACTION_SAVE,
                              .title = _ ("Export"),
                              .accept = _ ("Export")};
  Errand *errand;
  g_autofree char *name = NULL;

  if (!stn_export_dialog_get_export (self, &export))
    return;
  name = stn_export_name (export.kind, get_today (self));
  errand = g_new (Errand, 1);
  *errand = (Errand){g_object_ref (parent), g_object_ref (self->client), export, NULL};
  if (export.keys != NULL)
    g_array_ref (export.keys);
  question.name = name;
  stn_file_dialog_ask (GTK_WIDGET (parent), &question, file_chosen_cb, errand);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
stn_export_dialog_dispose (GObject *object)
{
  StnExportDialog *self = STN_EXPORT_DIALOG (object);

  g_clear_object (&self->client);
  g_clear_pointer (&self->keys, g_array_unref);
  G_OBJECT_CLASS (stn_export_dialog_parent_class)->dispose (object);
}

static void
stn_export_dialog_class_init (StnExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_export_dialog_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, export);
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, kinds);
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, everything);
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, table);
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, for_merge);
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, table_group);
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, period);
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, from);
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, to);
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, parts_group);
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, cramps);
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, factors);
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, sleep);
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, cramps_row);
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, factors_row);
  gtk_widget_class_bind_template_child (widget_class, StnExportDialog, sleep_row);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
}

/* The list around the choices would only move from row to row. */
static gboolean
move_cb (GtkWidget *kinds, GVariant *step, gpointer user_data)
{
  StnExportDialog *self = STN_EXPORT_DIALOG (user_data);
  GtkWidget *const choices[] = {self->everything, GTK_WIDGET (self->table),
                                GTK_WIDGET (self->for_merge)};
  const int n = G_N_ELEMENTS (choices);
  int chosen = 0;

  while (!gtk_check_button_get_active (GTK_CHECK_BUTTON (choices[chosen])))
    chosen++;
  chosen = (chosen + n + g_variant_get_int32 (step)) % n;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (choices[chosen]), TRUE);
  gtk_widget_grab_focus (choices[chosen]);
  return GDK_EVENT_STOP;
}

static gboolean
enter_cb (GtkWidget *kinds, GVariant *arguments, gpointer user_data)
{
  gtk_widget_activate_default (kinds);
  return GDK_EVENT_STOP;
}

static void
add_key (
  StnExportDialog *self, GtkEventController *keys, guint key, GtkShortcutFunc answer, int step)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, 0),
                                            gtk_callback_action_new (answer, self, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (step));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/* As of radio buttons elsewhere: arrows choose, and Enter goes on. */
static void
add_keys (StnExportDialog *self)
{
  const gboolean is_rtl = gtk_widget_get_direction (self->kinds) == GTK_TEXT_DIR_RTL;
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (self, keys, GDK_KEY_Up, move_cb, -1);
  add_key (self, keys, GDK_KEY_Down, move_cb, 1);
  add_key (self, keys, GDK_KEY_Left, move_cb, is_rtl ? 1 : -1);
  add_key (self, keys, GDK_KEY_Right, move_cb, is_rtl ? -1 : 1);
  add_key (self, keys, GDK_KEY_Return, enter_cb, 0);
  add_key (self, keys, GDK_KEY_KP_Enter, enter_cb, 0);
  gtk_widget_add_controller (self->kinds, keys);
}

static void
stn_export_dialog_init (StnExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
  stn_field_reason_limit (GTK_WIDGET (self->from), DATE_MAX);
  stn_field_reason_limit (GTK_WIDGET (self->to), DATE_MAX);
  stn_inner_names_add (GTK_WIDGET (self));
}

StnExportDialog *
stn_export_dialog_new (GtkWindow *parent, StnDiaryClient *client, GArray *keys)
{
  StnExportDialog *self = g_object_new (STN_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *from = NULL, *to = NULL;
  StnDate today;

  self->client = g_object_ref (client);
  self->keys = keys == NULL ? NULL : g_array_ref (keys);
  today = get_today (self);
  from = stn_date_text_new (stn_date_add_days (today, -28));
  to = stn_date_text_new (today);
  gtk_editable_set_text (self->from, from);
  gtk_editable_set_text (self->to, to);
  if (keys != NULL) {
    g_autofree char *title =
      /* Translators: a window's title; %u is how many nights of the diary are selected */
      g_strdup_printf (ngettext ("Export %u Night", "Export %u Nights", keys->len), keys->len);

    gtk_window_set_title (GTK_WINDOW (self), title);
    gtk_widget_set_visible (self->kinds, FALSE);
    gtk_widget_set_visible (GTK_WIDGET (self->period), FALSE);
  }
  choose_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self),
                        keys != NULL ? GTK_WIDGET (self->rows) : self->everything);
  return self;
}
