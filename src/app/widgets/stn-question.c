/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-question.h"

#include <glib/gi18n.h>

AdwMessageDialog *
stn_question_show (GtkWindow *parent,
                   const char *heading,
                   const char *body,
                   const char *response,
                   const char *label,
                   AdwResponseAppearance appearance)
{
  AdwMessageDialog *question = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  g_return_val_if_fail (!response == !label, NULL);

  adw_message_dialog_add_response (question, "cancel", response ? _ ("_Cancel") : _ ("_Close"));
  if (response) {
    adw_message_dialog_add_response (question, response, label);
    adw_message_dialog_set_response_appearance (question, response, appearance);
  }
  adw_message_dialog_set_default_response (question, "cancel");
  adw_message_dialog_set_close_response (question, "cancel");
  gtk_window_present (GTK_WINDOW (question));
  return question;
}
