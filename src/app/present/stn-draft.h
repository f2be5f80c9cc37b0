/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

/**
 * What was typed and is not saved, kept in the diary so that it survives a closed window, a crash and a power cut. A form
 * puts its draft a moment after the last key (each put is written to the disk), gets it when it opens, and discards it
 * when it was saved or thrown away. What was put is safe when the callback comes; closing the client waits for it too.
 * @kind: which form, a token such as "night". @night: what it is about. There is one draft of each.
 * @content: any text but the empty one; the form alone knows what it means.
 */
void stn_draft_put (StnDiaryClient *client,
                    const char *kind,
                    StnDate night,
                    const char *content,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data);
gboolean stn_draft_put_finish (StnDiaryClient *client, GAsyncResult *result, GError **error);

void stn_draft_get (StnDiaryClient *client,
                    const char *kind,
                    StnDate night,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data);

/** stn_draft_get_finish: @ret_content: (transfer full) (nullable) what was put last; NULL when there is no draft. */
gboolean stn_draft_get_finish (StnDiaryClient *client,
                               GAsyncResult *result,
                               char **ret_content,
                               GError **error);

/** stn_draft_discard: that there is none is no error. */
void stn_draft_discard (StnDiaryClient *client,
                        const char *kind,
                        StnDate night,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
gboolean stn_draft_discard_finish (StnDiaryClient *client, GAsyncResult *result, GError **error);

G_END_DECLS
