/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-restore-question.h"

#include <glib/gi18n.h>
#include <string.h>

#include "diary/stn-failure.h"
#include "present/stn-copies.h"
#include "store/stn-backup-folder.h"
#include "widgets/stn-question.h"
#include "wording/stn-wording-restore.h"
#include "wording/stn-wording.h"

typedef struct {
  GtkWindow *parent; /* weak */
  StnDiaryClient *client;
  char *path;
  StnRestoreAnswer answer;
  GObject *owner;
} Question;

static void
question_free (Question *self)
{
  g_clear_weak_pointer (&self->parent);
  g_object_unref (self->client);
  g_object_unref (self->owner);
  g_free (self->path);
  g_free (self);
}

/* Takes @self. */
static void
answer (Question *self, const char *text)
{
  self->answer (text, self->owner);
  question_free (self);
}

/* Takes @self. */
static void
answer_failure (Question *self, const GError *error)
{
  g_autofree char *reason = stn_failure_reason (error);
  /* Translators: %s is the reason, for example "the disk is full". */
  g_autofree char *text = g_strdup_printf (_ ("Not restored, nothing was changed: %s"), reason);

  answer (self, stn_failure_is_end (error) ? NULL : text);
}

static char *
describe (const StnRestoreReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < STN_RESTORE_N_KINDS; i++) {
    const StnRestoreCount *count = &report->counts[i];
    g_autofree char *line =
      stn_wording_restore_line (i, count->added, count->changed, count->removed);

    if (line)
      g_string_append_printf (text, "%s\n", line);
  }
  g_string_append_printf (text, "\n%s",
                          _ ("What is there now is backed up first, and Undo brings it back."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree StnRestored *restored =
    stn_copies_restore_finish (STN_DIARY_CLIENT (source), result, &error);

  if (restored)
    answer (user_data, _ ("Restored. “Undo Last Change” brings back what was there before."));
  else
    answer_failure (user_data, error);
}

static void
response_cb (AdwMessageDialog *question, const char *response, gpointer user_data)
{
  Question *self = user_data;

  if (g_str_equal (response, "restore"))
    stn_copies_restore (self->client, self->path, FALSE, restored_cb, self);
  else
    answer (self, NULL);
}

/* Which one: of those that the program made, the date. */
static char *
describe_backup (Question *self)
{
  g_autoptr (GPtrArray) files = stn_backup_folder_list (stn_diary_client_get_path (self->client));
  g_autoptr (GDateTime) now = stn_clock_now (stn_diary_client_get_clock (self->client));

  for (guint i = 0; i < files->len; i++) {
    const StnBackupFile *file = g_ptr_array_index (files, i);
    g_autofree char *date = stn_wording_date (file->date, stn_date_of (now));

    if (strcmp (file->path, self->path) == 0)
      /* Translators: %s is a date, for example "Sunday 22 November". */
      return g_strdup_printf (_ ("Restore the Backup of %s?"), date);
  }
  return g_strdup (_ ("Restore This Backup?"));
}

static void
foretold_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree StnRestored *foretold =
    stn_copies_restore_finish (STN_DIARY_CLIENT (source), result, &error);
  g_autofree char *heading = NULL;
  g_autofree char *text = NULL;
  AdwMessageDialog *question;

  if (!foretold) {
    answer_failure (self, error);
    return;
  }
  if (stn_restore_report_is_empty (&foretold->report) || !self->parent) {
    answer (self, _ ("The diary says the same already."));
    return;
  }
  heading = describe_backup (self);
  text = describe (&foretold->report);
  question = stn_question_show (self->parent, heading, text, "restore", _ ("_Restore"),
                                ADW_RESPONSE_DEFAULT);
  g_signal_connect (question, "response", G_CALLBACK (response_cb), self);
}

void
stn_restore_question_ask (GtkWindow *parent,
                          StnDiaryClient *client,
                          const char *path,
                          StnRestoreAnswer answered,
                          GObject *owner)
{
  Question *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (STN_IS_DIARY_CLIENT (client));
  g_return_if_fail (path != NULL && answered != NULL);

  self = g_new0 (Question, 1);
  g_set_weak_pointer (&self->parent, parent);
  self->client = g_object_ref (client);
  self->path = g_strdup (path);
  self->answer = answered;
  self->owner = g_object_ref (owner);
  stn_copies_restore (client, path, TRUE, foretold_cb, self);
}
