/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * StnFileQuestion: what a person is asked for.
 * @accept: label of the button that answers.
 * @name: (nullable): proposed for a file that is saved.
 * @file: (nullable): chosen already when the dialog opens.
 * @filters: (nullable): kinds of files, the first of them chosen; ends with NULL. They are taken.
 */
typedef struct {
  GtkFileChooserAction action;
  const char *title;
  const char *accept;
  const char *name;
  GFile *file;
  GtkFileFilter *const *filters;
} StnFileQuestion;

/**
 * stn_file_dialog_ask: asks over the window of @widget for a file to open or to save, or for a folder; in a sandbox the portal does. The
 * answer comes once: nothing when it is cancelled, when the window is closed, and at once when it is asked over this window already.
 */
void stn_file_dialog_ask (GtkWidget *widget,
                          const StnFileQuestion *question,
                          GAsyncReadyCallback callback,
                          gpointer user_data);

/** stn_file_dialog_finish: (transfer full) (nullable): what was chosen. */
GFile *stn_file_dialog_finish (GAsyncResult *result);

G_END_DECLS
