/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * stn_question_show: a dialog over @parent (nullable) with @heading and @body, and the answers "cancel", which Escape gives too, and
 * @response, whose button says @label. With NULL for these two it is a message with a Close button.
 *
 * Returns: (transfer none): the dialog; its signal "response" (dialog, const char *response) tells the answer once.
 */
AdwMessageDialog *stn_question_show (GtkWindow *parent,
                              const char *heading,
                              const char *body,
                              const char *response,
                              const char *label,
                              AdwResponseAppearance appearance);

G_END_DECLS
