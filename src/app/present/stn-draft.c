/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-draft.h"

#include "store/stn-draft-table.h"

/* A question on its way to the diary's thread, and the answer: @content. */
typedef struct {
  char *kind;
  StnDate night;
  char *content;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_free (draft->kind);
  g_free (draft->content);
  g_free (draft);
}

static Draft *
draft_new (const char *kind, StnDate night, const char *content)
{
  Draft *draft = g_new0 (Draft, 1);

  draft->kind = g_strdup (kind);
  draft->night = night;
  draft->content = g_strdup (content);
  return draft;
}

static gpointer
put_work (StnDiary *diary, gpointer data, GError **error)
{
  const Draft *draft = data;

  return stn_draft_table_put (stn_diary_get_store (diary), draft->kind, draft->night,
                              draft->content, error)
           ? draft_new (draft->kind, draft->night, NULL)
           : NULL;
}

static gpointer
get_work (StnDiary *diary, gpointer data, GError **error)
{
  const Draft *asked = data;
  Draft *draft = draft_new (asked->kind, asked->night, NULL);

  if (stn_draft_table_get (stn_diary_get_store (diary), draft->kind, draft->night, &draft->content,
                           error))
    return draft;
  draft_free (draft);
  return NULL;
}

static gpointer
discard_work (StnDiary *diary, gpointer data, GError **error)
{
  const Draft *draft = data;

  return stn_draft_table_discard (stn_diary_get_store (diary), draft->kind, draft->night, error)
           ? draft_new (draft->kind, draft->night, NULL)
           : NULL;
}

void
stn_draft_put (StnDiaryClient *client,
               const char *kind,
               StnDate night,
               const char *content,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_return_if_fail (kind != NULL && stn_date_is_set (night));
  g_return_if_fail (content != NULL && *content != '\0');

  stn_diary_client_run (client, put_work, draft_new (kind, night, content), draft_free, draft_free,
                        cancellable, callback, user_data);
}

static gboolean
finish (StnDiaryClient *client, GAsyncResult *result, GError **error)
{
  Draft *draft = stn_diary_client_run_finish (client, result, error);

  if (draft == NULL)
    return FALSE;
  draft_free (draft);
  return TRUE;
}

gboolean
stn_draft_put_finish (StnDiaryClient *client, GAsyncResult *result, GError **error)
{
  return finish (client, result, error);
}

void
stn_draft_get (StnDiaryClient *client,
               const char *kind,
               StnDate night,
               GCancellable *cancellable,
               GAsyncReadyCallback callback,
               gpointer user_data)
{
  g_return_if_fail (kind != NULL && stn_date_is_set (night));

  stn_diary_client_run (client, get_work, draft_new (kind, night, NULL), draft_free, draft_free,
                        cancellable, callback, user_data);
}

gboolean
stn_draft_get_finish (StnDiaryClient *client,
                      GAsyncResult *result,
                      char **ret_content,
                      GError **error)
{
  Draft *draft = stn_diary_client_run_finish (client, result, error);

  if (draft == NULL)
    return FALSE;
  *ret_content = g_steal_pointer (&draft->content);
  draft_free (draft);
  return TRUE;
}

void
stn_draft_discard (StnDiaryClient *client,
                   const char *kind,
                   StnDate night,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  g_return_if_fail (kind != NULL && stn_date_is_set (night));

  stn_diary_client_run (client, discard_work, draft_new (kind, night, NULL), draft_free, draft_free,
                        cancellable, callback, user_data);
}

gboolean
stn_draft_discard_finish (StnDiaryClient *client, GAsyncResult *result, GError **error)
{
  return finish (client, result, error);
}
