/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-file-dialog.h"

/* Longer than the 30 s after which Linux gives up on a stick that does not answer. */
#define KEEP_S 60

/* Of a window: the task that waits for the answer. */
#define ASKED "stn-file-dialog-asked"

static gboolean
let_go_cb (gpointer dialog)
{
  return G_SOURCE_REMOVE;
}

/* GTK 4.18 crashes when a dialog goes whose path bar still reads the names of folders: it stays, hidden. */
static void
keep_a_while (gpointer dialog)
{
  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (dialog));
  gtk_native_dialog_set_transient_for (GTK_NATIVE_DIALOG (dialog), NULL);
  g_timeout_add_seconds_full (G_PRIORITY_LOW, KEEP_S, let_go_cb, dialog, g_object_unref);
}

static void
answer (GtkWindow *window, GFile *file)
{
  g_autoptr (GTask) task = g_object_steal_data (G_OBJECT (window), ASKED);

  g_signal_handlers_disconnect_by_data (g_task_get_task_data (task), window);
  g_signal_handlers_disconnect_by_func (window, answer, NULL);
  g_task_return_pointer (task, file, g_object_unref);
}

static void
response_cb (GtkNativeDialog *dialog, int response, GtkWindow *window)
{
  answer (window, response == GTK_RESPONSE_ACCEPT
                    ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog))
                    : NULL);
}

static GtkFileChooserNative *
make_dialog (GtkWindow *window, const StnFileQuestion *question)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (question->title, window, question->action, question->accept, NULL);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (question->name != NULL)
    gtk_file_chooser_set_current_name (chooser, question->name);
  if (question->file != NULL)
    gtk_file_chooser_set_file (chooser, question->file, NULL);
  for (guint i = 0; question->filters != NULL && question->filters[i] != NULL; i++) {
    g_autoptr (GtkFileFilter) filter = question->filters[i];

    gtk_file_chooser_add_filter (chooser, filter);
  }
  return dialog;
}

void
stn_file_dialog_ask (GtkWidget *widget,
                     const StnFileQuestion *question,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  GtkRoot *window;
  g_autoptr (GTask) task = NULL;
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (question != NULL && callback != NULL);
  window = gtk_widget_get_root (widget);
  g_return_if_fail (GTK_IS_WINDOW (window));

  task = g_task_new (widget, NULL, callback, user_data);
  g_task_set_source_tag (task, stn_file_dialog_ask);
  if (g_object_get_data (G_OBJECT (window), ASKED) != NULL) {
    g_task_return_pointer (task, NULL, NULL);
    return;
  }
  dialog = make_dialog (GTK_WINDOW (window), question);
  g_task_set_task_data (task, dialog, keep_a_while);
  g_object_set_data_full (G_OBJECT (window), ASKED, g_steal_pointer (&task), g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), window);
  /* As it is closed; it goes with its last reference only, which may be the task's. */
  g_signal_connect (window, "unrealize", G_CALLBACK (answer), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

GFile *
stn_file_dialog_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, stn_file_dialog_ask), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
