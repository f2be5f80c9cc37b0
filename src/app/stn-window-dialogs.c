/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-window-dialogs.h"

#include "pages/stn-export-dialog.h"
#include "pages/stn-import-dialog.h"
#include "pages/stn-paper-window.h"
#include "pages/stn-preferences-window.h"
#include "pages/stn-trash-window.h"
#include "pages/stn-versions-window.h"
#include "widgets/stn-inner-names.h"

static StnDiaryClient *
get_client (GtkWidget *window)
{
  StnDiaryClient *client;

  g_object_get (window, "client", &client, NULL);
  g_object_unref (client); /* the window has it */
  return client;
}

/* A dialog is none of the application's windows, and has its keys not. */
static gboolean
close_cb (GtkWidget *dialog, GVariant *arguments, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (dialog));
  return GDK_EVENT_STOP;
}

/* A dialog that must stay, as it imports, keeps the program. */
static gboolean
quit_cb (GtkWidget *dialog, GVariant *arguments, gpointer user_data)
{
  g_autoptr (GtkWidget) kept = g_object_ref (dialog);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (dialog));

  gtk_window_close (GTK_WINDOW (dialog));
  if (parent != NULL && !gtk_widget_get_mapped (kept))
    g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (parent)), "quit",
                                    NULL);
  return GDK_EVENT_STOP;
}

static void
show (GtkWindow *dialog)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_q, GDK_CONTROL_MASK),
                      gtk_callback_action_new (quit_cb, NULL, NULL)));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_w, GDK_CONTROL_MASK),
                      gtk_callback_action_new (close_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (dialog), keys);
  gtk_window_present (dialog);
}

static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  stn_import_dialog_choose (GTK_WINDOW (widget));
}

static void
import_file_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show (GTK_WINDOW (stn_import_dialog_new (GTK_WINDOW (widget), get_client (widget),
                                           g_variant_get_bytestring (parameter))));
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show (GTK_WINDOW (stn_export_dialog_new (GTK_WINDOW (widget), get_client (widget), NULL)));
}

static void
type_in_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show (GTK_WINDOW (stn_paper_window_new (GTK_WINDOW (widget), get_client (widget))));
}

static void
versions_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show (GTK_WINDOW (stn_versions_window_new (GTK_WINDOW (widget), get_client (widget))));
}

static void
show_preferences (GtkWidget *window, const char *page)
{
  StnPreferencesWindow *preferences =
    stn_preferences_window_new (GTK_WINDOW (window), get_client (window));

  if (page != NULL)
    adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (preferences), page);
  show (GTK_WINDOW (preferences));
}

static void
preferences_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_preferences (widget, NULL);
}

static void
backups_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_preferences (widget, "backups");
}

static void
reminders_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_preferences (widget, "reminders");
}

/* Not by the name of its file, as GTK would: then it is made with every window, and few look at it. */
static void
shortcuts_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/io/github/stillnight/Stillnight/shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  stn_inner_names_add (GTK_WIDGET (window));
  gtk_window_set_transient_for (window, GTK_WINDOW (widget));
  show (window);
}

static void
trash_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show (GTK_WINDOW (stn_trash_window_new (GTK_WINDOW (widget), get_client (widget))));
}

void
stn_window_dialogs_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.import-file", "ay", import_file_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "win.type-in", NULL, type_in_cb);
  gtk_widget_class_install_action (widget_class, "win.trash", NULL, trash_cb);
  gtk_widget_class_install_action (widget_class, "win.versions", NULL, versions_cb);
  gtk_widget_class_install_action (widget_class, "win.two-versions", NULL, versions_cb);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_cb);
  gtk_widget_class_install_action (widget_class, "win.backups", NULL, backups_cb);
  gtk_widget_class_install_action (widget_class, "win.reminders", NULL, reminders_cb);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, shortcuts_cb);
}

void
stn_window_dialogs_disable (GtkWidget *window)
{
  static const char *const actions[] = {"win.import",  "win.import-file", "win.export",
                                        "win.type-in", "win.trash",       "win.preferences",
                                        "win.backups", "win.reminders",   "win.two-versions"};

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (window, actions[i], FALSE);
}

/* Of several files, the first. */
static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *window)
{
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autofree char *path = files == NULL ? NULL : g_file_get_path (files->data);

  g_slist_free (files);
  if (path != NULL)
    gtk_widget_activate_action (window, "win.import-file", "^ay", path);
  return path != NULL;
}

void
stn_window_dialogs_take_drops (GtkWidget *window)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), window);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (target));
}
