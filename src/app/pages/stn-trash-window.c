/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-trash-window.h"

#include <glib/gi18n.h>

#include "diary/stn-failure.h"
#include "present/stn-trash-entry.h"

struct _StnTrashWindow {
  AdwWindow parent_instance;

  StnDiaryClient *client;
  GListStore *entries; /* element-type StnTrashEntry */
  gboolean is_restoring;

  AdwToastOverlay *toasts;
  GtkStack *content;
  GtkListView *list;
  AdwStatusPage *failed;
};

G_DEFINE_FINAL_TYPE (StnTrashWindow, stn_trash_window, ADW_TYPE_WINDOW)

static gpointer
list_work (StnDiary *diary, gpointer data, GError **error)
{
  return stn_trash_list (stn_diary_get_store (diary), error);
}

static void
show_items (StnTrashWindow *self, GPtrArray *items)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (entries,
                     stn_trash_entry_new (g_ptr_array_index (items, i), stn_date_of (now)));
  g_list_store_splice (self->entries, 0, g_list_model_get_n_items (G_LIST_MODEL (self->entries)),
                       entries->pdata, entries->len);
  gtk_stack_set_visible_child_name (self->content, items->len > 0 ? "list" : "empty");
  /* The line that had the focus may be gone. */
  gtk_widget_grab_focus (items->len > 0 ? GTK_WIDGET (self->list) : GTK_WIDGET (self->content));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnTrashWindow) self = STN_TRASH_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  g_autofree char *reason = NULL;

  if (!self->client)
    return;
  if (items) {
    show_items (self, items);
    return;
  }
  reason = stn_failure_reason (error);
  adw_status_page_set_description (self->failed, reason);
  gtk_stack_set_visible_child_name (self->content, "failed");
}

static void
load (StnTrashWindow *self)
{
  stn_diary_client_run (self->client, list_work, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                        NULL, listed_cb, g_object_ref (self));
}

/* Bringing back */

static gpointer
restore_work (StnDiary *diary, gpointer data, GError **error)
{
  gint64 *group = g_new0 (gint64, 1);

  if (stn_trash_restore (stn_diary_get_store (diary), data, group, error))
    return group;
  g_free (group);
  return NULL;
}

static char *
describe_failure (const GError *error)
{
  g_autofree char *reason = NULL;

  if (g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_CHANGED))
    return g_strdup (_ ("Not brought back: this was written again since it was deleted."));
  reason = stn_failure_reason (error);
  /* Translators: %s is the reason, for example "the disk is full". */
  return g_strdup_printf (_ ("Not brought back: %s"), reason);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnTrashWindow) self = STN_TRASH_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *group =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, &error);
  g_autofree char *text = NULL;

  if (!self->client)
    return;
  self->is_restoring = FALSE;
  text = group ? g_strdup (_ ("It is back in the diary.")) : describe_failure (error);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static void
restore_clicked_cb (GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);
  StnTrashWindow *self = STN_TRASH_WINDOW (gtk_widget_get_ancestor (row, STN_TYPE_TRASH_WINDOW));
  StnTrashEntry *entry = gtk_list_item_get_item (list_item);

  if (self->is_restoring)
    return;
  self->is_restoring = TRUE;
  stn_diary_client_run (
    self->client, restore_work, stn_trash_item_copy (stn_trash_entry_get_item (entry)),
    (GDestroyNotify) stn_trash_item_free, g_free, NULL, restored_cb, g_object_ref (self));
}

/* Rows */

static GtkWidget *
line_label_new (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, class);
  return label;
}

static void
row_setup_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *restore = gtk_button_new_with_label (_ ("Restore"));

  gtk_widget_add_css_class (row, "trash-row");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (restore, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), line_label_new ("title"));
  gtk_box_append (GTK_BOX (words), line_label_new ("dim-label"));
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), restore);
  g_signal_connect_object (restore, "clicked", G_CALLBACK (restore_clicked_cb), list_item,
                           G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
}

static void
row_bind_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  StnTrashEntry *entry = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (row));
  GtkWidget *restore = gtk_widget_get_last_child (row);
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;

  gtk_label_set_label (GTK_LABEL (title), stn_trash_entry_get_title (entry));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (title)),
                       stn_trash_entry_get_line (entry));
  /* Translators: what will be brought back, "Night of Thursday 12 to Friday 13 November" */
  name = g_strdup_printf (_ ("Restore: %s"), stn_trash_entry_get_title (entry));
  description =
    g_strdup_printf ("%s, %s", stn_trash_entry_get_title (entry), stn_trash_entry_get_line (entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (restore), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  /* GTK 4.8 has no way to name the item of a list view but to name the widget it makes for it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
}

/* A closed window lives until the diary has answered, maybe longer than the one above, which GTK 4.8 does not notice. */
static void
stn_trash_window_unrealize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (stn_trash_window_parent_class)->unrealize (widget);
  gtk_window_set_transient_for (GTK_WINDOW (widget), NULL);
}

static void
stn_trash_window_dispose (GObject *object)
{
  StnTrashWindow *self = STN_TRASH_WINDOW (object);

  if (self->client)
    g_signal_handlers_disconnect_by_data (self->client, self);
  g_clear_object (&self->client);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (stn_trash_window_parent_class)->dispose (object);
}

static void
stn_trash_window_class_init (StnTrashWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_trash_window_dispose;
  widget_class->unrealize = stn_trash_window_unrealize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-trash-window.ui");
  gtk_widget_class_bind_template_child (widget_class, StnTrashWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, StnTrashWindow, content);
  gtk_widget_class_bind_template_child (widget_class, StnTrashWindow, list);
  gtk_widget_class_bind_template_child (widget_class, StnTrashWindow, failed);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
}

static void
stn_trash_window_init (StnTrashWindow *self)
{
  self->entries = g_list_store_new (STN_TYPE_TRASH_ENTRY);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (
                                         g_object_ref (G_LIST_MODEL (self->entries)))));
}

StnTrashWindow *
stn_trash_window_new (GtkWindow *parent, StnDiaryClient *client)
{
  StnTrashWindow *self = g_object_new (STN_TYPE_TRASH_WINDOW, "transient-for", parent, NULL);

  self->client = g_object_ref (client);
  g_signal_connect_swapped (client, "changed", G_CALLBACK (load), self);
  load (self);
  return self;
}
