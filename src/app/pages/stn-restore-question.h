/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

/** StnRestoreAnswer: @text: what became of it, for a toast; NULL when the person changed nothing. */
typedef void (*StnRestoreAnswer) (const char *text, gpointer user_data);

/**
 * stn_restore_question_ask: says what restoring the backup or diary @path would change, and does so when the person agrees.
 * @answer: called once at the end; @owner keeps it alive.
 */
void stn_restore_question_ask (GtkWindow *parent,
                               StnDiaryClient *client,
                               const char *path,
                               StnRestoreAnswer answer,
                               GObject *owner);

G_END_DECLS
