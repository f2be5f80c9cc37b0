/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-backup-preferences.h"

#include <glib/gi18n.h>

#include "diary/stn-failure.h"
#include "pages/stn-restore-question.h"
#include "present/stn-copies.h"
#include "store/stn-backup-folder.h"
#include "widgets/stn-file-dialog.h"
#include "wording/stn-wording.h"

struct _StnBackupPreferences {
  AdwPreferencesPage parent_instance;

  StnDiaryClient *client; /* NULL before it has one, and at the end */
  GPtrArray *rows;        /* of the backups there are */

  GtkLabel *last_backup;
  GtkLabel *second_copy;
  GtkWidget *stop;
  AdwExpanderRow *backups;
};

G_DEFINE_FINAL_TYPE (StnBackupPreferences, stn_backup_preferences, ADW_TYPE_PREFERENCES_PAGE)

static void read_again (StnBackupPreferences *self);

static void
say (StnBackupPreferences *self, const char *text)
{
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_WINDOW);

  if (window)
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (window), adw_toast_new (text));
}

static void
say_failure (StnBackupPreferences *self, const char *format, const GError *error)
{
  g_autofree char *reason = stn_failure_reason (error);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *text = g_strconcat (parts[0], reason, parts[1], NULL);

  if (!stn_failure_is_end (error))
    say (self, text);
}

static StnDate
today (StnBackupPreferences *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));

  return stn_date_of (now);
}

/* What there is */

static void
show_last (StnBackupPreferences *self, const StnBackupFacts *good)
{
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (!good) {
    gtk_label_set_text (self->last_backup,
                        _ ("None yet. The first is made after the first day with changes."));
    return;
  }
  date = stn_wording_date (good->date, today (self));
  text = g_strdup_printf (
    /* Translators: 1: a date, 2: a number of nights */
    ngettext ("%1$s: %2$u night, all of it read back", "%1$s: %2$u nights, all of it read back",
              good->nights),
    date, good->nights);
  gtk_label_set_text (self->last_backup, text);
}

static void
show_second (StnBackupPreferences *self, const StnCopies *copies)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->stop, *copies->second_copy != '\0');
  if (*copies->second_copy == '\0') {
    gtk_label_set_text (self->second_copy, _ ("None yet"));
    return;
  }
  if (stn_stamp_is_set (copies->second_copied)) {
    g_autoptr (GDateTime) when = stn_stamp_to_local (copies->second_copied);
    g_autofree char *date = stn_wording_date (stn_date_of (when), today (self));

    /* Translators: 1: a folder, 2: a date */
    text = g_strdup_printf (_ ("%1$s, last on %2$s"), copies->second_copy, date);
  }
  gtk_label_set_text (self->second_copy, text ? text : copies->second_copy);
}

static void
answered_cb (const char *text, gpointer user_data)
{
  StnBackupPreferences *self = STN_BACKUP_PREFERENCES (user_data);

  if (text && self->client) {
    say (self, text);
    read_again (self);
  }
}

static void
ask (StnBackupPreferences *self, const char *path)
{
  GtkRoot *window = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->client && window)
    stn_restore_question_ask (GTK_WINDOW (window), self->client, path, answered_cb,
                              G_OBJECT (self));
}

static void
row_activated_cb (AdwActionRow *row, StnBackupPreferences *self)
{
  ask (self, g_object_get_data (G_OBJECT (row), "path"));
}

static GtkWidget *
row_new (StnBackupPreferences *self, const StnBackupFile *file)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  g_autofree char *date = stn_wording_date (file->date, today (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), date);
  if (file->kind == STN_BACKUP_SNAPSHOT)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Before much was changed at once"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (file->path), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  return row;
}

static void
show_backups (StnBackupPreferences *self, const GPtrArray *files)
{
  g_autofree char *count =
    g_strdup_printf (ngettext ("%u backup", "%u backups", files->len), files->len);

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->backups, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < files->len; i++) {
    GtkWidget *row = row_new (self, g_ptr_array_index (files, i));

    adw_expander_row_add_row (self->backups, row);
    g_ptr_array_add (self->rows, row);
  }
  adw_expander_row_set_subtitle (self->backups, count);
  gtk_widget_set_sensitive (GTK_WIDGET (self->backups), files->len > 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnBackupPreferences) self = STN_BACKUP_PREFERENCES (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (StnCopies) copies = stn_copies_read_finish (STN_DIARY_CLIENT (source), result, &error);

  if (!self->client)
    return;
  if (!copies) {
    say_failure (self, "%s", error);
    return;
  }
  show_last (self, copies->good);
  show_second (self, copies);
  show_backups (self, copies->files);
}

static void
read_again (StnBackupPreferences *self)
{
  stn_copies_read (self->client, read_cb, g_object_ref (self));
}

/* A backup now */

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnBackupPreferences) self = STN_BACKUP_PREFERENCES (user_data);
  g_autoptr (GError) error = NULL;
  const gboolean made = stn_copies_make_finish (STN_DIARY_CLIENT (source), result, &error);

  if (!self->client)
    return;
  if (made)
    say (self, _ ("The copy was read back and is complete."));
  else
    /* Translators: %s is the reason, for example "the disk is full". */
    say_failure (self, _ ("No backup was made: %s"), error);
  read_again (self);
}

static void
back_up_cb (StnBackupPreferences *self)
{
  stn_copies_make (self->client, made_cb, g_object_ref (self));
}

/* The second copy */

static const char *
describe_state (StnSecondCopyState state)
{
  switch (state) {
  case STN_SECOND_COPY_MADE:
  case STN_SECOND_COPY_CURRENT:
    return _ ("The copy was read back and is complete.");
  case STN_SECOND_COPY_ANOTHER:
    return _ ("There is a copy of another diary in this folder. Please choose another one.");
  case STN_SECOND_COPY_AHEAD:
    return _ (
      "The copy in this folder has changes that this diary does not have. It was left as it "
      "is.");
  case STN_SECOND_COPY_NONE:
    return _ ("From now on no second copy is kept. The one you have stays as it is.");
  case STN_SECOND_COPY_AWAY:
  case STN_SECOND_COPY_HELD_BACK:
    break;
  }
  return _ ("The copy was left as it is.");
}

static void
folder_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StnBackupPreferences) self = STN_BACKUP_PREFERENCES (user_data);
  g_autoptr (GError) error = NULL;
  StnSecondCopyState state;
  const gboolean done =
    stn_copies_choose_folder_finish (STN_DIARY_CLIENT (source), result, &state, &error);

  if (!self->client)
    return;
  if (done)
    say (self, describe_state (state));
  else
    /* Translators: %s is the reason, for example "the disk is full". */
    say_failure (self, _ ("No copy was made: %s"), error);
  read_again (self);
}

static void
stop_cb (StnBackupPreferences *self)
{
  stn_copies_choose_folder (self->client, NULL, folder_done_cb, g_object_ref (self));
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  StnBackupPreferences *self = STN_BACKUP_PREFERENCES (source);
  g_autoptr (GFile) file = stn_file_dialog_finish (result);
  g_autofree char *folder = file ? g_file_get_path (file) : NULL;

  if (folder && self->client)
    stn_copies_choose_folder (self->client, folder, folder_done_cb, g_object_ref (self));
}

static void
choose_folder_cb (StnBackupPreferences *self)
{
  const StnFileQuestion question = {.action = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                    .title = _ ("Folder for the Second Copy"),
                                    .accept = _ ("Copy Here")};

  stn_file_dialog_ask (GTK_WIDGET (self), &question, folder_chosen_cb, NULL);
}

/* Restoring */

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GFile) file = stn_file_dialog_finish (result);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path)
    ask (STN_BACKUP_PREFERENCES (source), path);
}

static void
restore_file_cb (StnBackupPreferences *self)
{
  const StnFileQuestion question = {.action = GTK_FILE_CHOOSER_ACTION_OPEN,
                                    .title = _ ("Choose a Backup"),
                                    .accept = _ ("Open")};

  stn_file_dialog_ask (GTK_WIDGET (self), &question, file_chosen_cb, NULL);
}

static void
stn_backup_preferences_dispose (GObject *object)
{
  StnBackupPreferences *self = STN_BACKUP_PREFERENCES (object);

  if (self->client)
    g_signal_handlers_disconnect_by_data (self->client, self);
  g_clear_object (&self->client);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (stn_backup_preferences_parent_class)->dispose (object);
}

static void
stn_backup_preferences_class_init (StnBackupPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = stn_backup_preferences_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/stillnight/Stillnight/stn-backup-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, StnBackupPreferences, last_backup);
  gtk_widget_class_bind_template_child (widget_class, StnBackupPreferences, second_copy);
  gtk_widget_class_bind_template_child (widget_class, StnBackupPreferences, stop);
  gtk_widget_class_bind_template_child (widget_class, StnBackupPreferences, backups);
  gtk_widget_class_bind_template_callback (widget_class, back_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_file_cb);
}

static void
stn_backup_preferences_init (StnBackupPreferences *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
stn_backup_preferences_set_client (StnBackupPreferences *self, StnDiaryClient *client)
{
  g_return_if_fail (STN_IS_BACKUP_PREFERENCES (self));
  g_return_if_fail (STN_IS_DIARY_CLIENT (client) && self->client == NULL);

  self->client = g_object_ref (client);
  read_again (self);
}
