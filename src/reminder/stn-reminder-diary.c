/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-reminder-diary.h"

#include "base/stn-uid.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROGRAM "stillnight-reminder-diary"

/* Longer than any answer. */
#define LONGEST_ANSWER 65536

G_DEFINE_QUARK (stn - reminder - error - quark, stn_reminder_error)

struct _StnReminderDiary {
  StnClock *clock;
  int program; /* held open: after an upgrade the one that belongs to this process is run on */
  char *writer;
  GArray *notes;
  gboolean has_news; /* notes that nobody tried to write */
  StnReminderWording wording;
};

StnReminderDiary *
stn_reminder_diary_new (StnClock *clock, GError **error)
{
  g_return_val_if_fail (clock != NULL, NULL);
  g_autofree char *self_path = g_file_read_link ("/proc/self/exe", error);
  g_autofree char *folder = self_path != NULL ? g_path_get_dirname (self_path) : NULL;
  g_autofree char *path = folder != NULL ? g_build_filename (folder, PROGRAM, NULL) : NULL;
  int program = path != NULL ? open (path, O_PATH | O_CLOEXEC) : -1;
  int code = errno;
  StnReminderDiary *self;

  if (path == NULL)
    return NULL;
  if (program < 0) {
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "cannot open '%s': %s", path,
                 g_strerror (code));
    return NULL;
  }
  self = g_new0 (StnReminderDiary, 1);
  self->clock = stn_clock_ref (clock);
  self->program = program;
  self->writer = stn_uid_new_random ();
  self->notes = g_array_new (FALSE, FALSE, sizeof (StnReminderNote));
  return self;
}

void
stn_reminder_diary_free (StnReminderDiary *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->notes);
  g_free (self->writer);
  close (self->program);
  stn_clock_unref (self->clock);
  g_free (self);
}

gint64
stn_reminder_diary_now (const StnReminderDiary *self)
{
  g_return_val_if_fail (self != NULL, 0);
  g_autoptr (GDateTime) now = stn_clock_now (self->clock);

  return g_date_time_to_unix (now);
}

StnReminderWording
stn_reminder_diary_get_wording (const StnReminderDiary *self)
{
  g_return_val_if_fail (self != NULL, STN_REMINDER_NEUTRAL);
  return self->wording;
}

void
stn_reminder_diary_note (
  StnReminderDiary *self, StnDate night, guint kinds, StnClaimState what, gint64 again_s)
{
  g_return_if_fail (self != NULL && stn_date_is_set (night) && kinds != 0);
  StnReminderNote note = {night, kinds, what, again_s, stn_reminder_diary_now (self)};

  stn_reminder_notes_put (self->notes, &note);
  self->has_news = TRUE;
}

/* Asking */

/* The end of a pipe that holds all of @letter, which is less than a page; -1 on failure. */
static int
open_input (GBytes *letter)
{
  gsize size;
  const void *data = g_bytes_get_data (letter, &size);
  gboolean is_written;
  int ends[2];

  if (pipe2 (ends, O_CLOEXEC | O_NONBLOCK) != 0)
    return -1;
  is_written = write (ends[1], data, size) == (gssize) size;
  close (ends[1]);
  if (is_written)
    return ends[0];
  close (ends[0]);
  return -1;
}

/* Returns: the process, or 0. */
static pid_t
run (int program, int input, int output)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", program);
  char *const arguments[] = {(char *) PROGRAM, NULL};
  posix_spawn_file_actions_t actions;
  pid_t child;
  int failed;

  posix_spawn_file_actions_init (&actions);
  posix_spawn_file_actions_adddup2 (&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2 (&actions, output, STDOUT_FILENO);
  failed = posix_spawn (&child, path, &actions, NULL, arguments, environ);
  posix_spawn_file_actions_destroy (&actions);
  return failed == 0 ? child : 0;
}

static GBytes *
read_all (int fd)
{
  g_autoptr (GByteArray) letter = g_byte_array_new ();
  guint8 block[1024];
  gssize n;

  while (letter->len < LONGEST_ANSWER &&
         ((n = read (fd, block, sizeof block)) > 0 || (n < 0 && errno == EINTR)))
    if (n > 0)
      g_byte_array_append (letter, block, (guint) n);
  return g_byte_array_free_to_bytes (g_steal_pointer (&letter));
}

static gboolean
has_succeeded (pid_t child)
{
  int status;
  pid_t ended;

  do
    ended = waitpid (child, &status, 0);
  while (ended < 0 && errno == EINTR);
  return ended == child && WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

/* (nullable) (transfer full) */
static GBytes *
exchange (int program, GBytes *question)
{
  g_autoptr (GBytes) answer = NULL;
  int input = open_input (question);
  int ends[2] = {-1, -1};
  pid_t child = 0;

  if (input >= 0 && pipe2 (ends, O_CLOEXEC) == 0) {
    child = run (program, input, ends[1]);
    close (ends[1]);
    answer = child != 0 ? read_all (ends[0]) : NULL;
    close (ends[0]);
  }
  if (input >= 0)
    close (input);
  return child != 0 && has_succeeded (child) ? g_steal_pointer (&answer) : NULL;
}

static gboolean
ask (StnReminderDiary *self,
     const StnReminderQuestion *question,
     StnReminderAnswer *ret,
     GError **error)
{
  g_autoptr (GBytes) letter = stn_reminder_question_write (question);
  g_autoptr (GBytes) reply = exchange (self->program, letter);

  if (reply == NULL || !stn_reminder_answer_read (reply, ret)) {
    g_set_error_literal (error, STN_REMINDER_ERROR, STN_REMINDER_ERROR_NO_ANSWER,
                         PROGRAM " did not answer");
    return FALSE;
  }
  self->wording = ret->wording;
  if (ret->failure == NULL)
    return TRUE;
  g_set_error_literal (error, STN_REMINDER_ERROR,
                       ret->is_locked ? STN_REMINDER_ERROR_LOCKED : STN_REMINDER_ERROR_FAILED,
                       ret->failure);
  return FALSE;
}

/* What it claims holds here as well, should it not be written. */
static void
note_claimed (StnReminderDiary *self, const GArray *due)
{
  for (guint i = 0; i < due->len; i++) {
    const StnReminderFace *face = &g_array_index (due, StnReminderFace, i);

    stn_reminder_diary_note (self, face->night, face->kinds, STN_CLAIM_CLAIMED, 0);
  }
}

StnReminderLook *
stn_reminder_diary_look (StnReminderDiary *self,
                         const GArray *shown,
                         gboolean claims,
                         GError **error)
{
  g_return_val_if_fail (self != NULL && shown != NULL, NULL);
  StnReminderQuestion question = {.task = claims           ? STN_TASK_CLAIM
                                          : self->has_news ? STN_TASK_NOTE
                                                           : STN_TASK_LOOK,
                                  .writer = self->writer,
                                  .notes = self->notes,
                                  .shown = (GArray *) shown};
  g_auto (StnReminderAnswer) answer = {NULL};
  g_autoptr (GError) reason = NULL;

  self->has_news = FALSE;
  if (!ask (self, &question, &answer, &reason)) {
    /* Trying again writes to no file that cannot be written, which would wake who watches it. */
    self->has_news = !g_error_matches (reason, STN_REMINDER_ERROR, STN_REMINDER_ERROR_FAILED);
    g_propagate_error (error, g_steal_pointer (&reason));
    return NULL;
  }
  if (answer.look == NULL || answer.look->left->len != shown->len) {
    g_set_error_literal (error, STN_REMINDER_ERROR, STN_REMINDER_ERROR_NO_ANSWER,
                         PROGRAM " answered something else");
    return NULL;
  }
  if (answer.are_noted)
    g_array_set_size (self->notes, 0);
  if (claims)
    note_claimed (self, answer.look->due);
  return g_steal_pointer (&answer.look);
}

gboolean
stn_reminder_diary_press (StnReminderDiary *self,
                          StnReminderButton button,
                          StnDate night,
                          gint64 *ret_group,
                          GError **error)
{
  g_return_val_if_fail (self != NULL && stn_date_is_set (night) && ret_group != NULL, FALSE);
  StnReminderQuestion question = {.task =
                                    button == STN_BUTTON_QUIET ? STN_TASK_QUIET : STN_TASK_ORDINARY,
                                  .writer = self->writer,
                                  .notes = self->notes,
                                  .face = {.night = night}};
  g_auto (StnReminderAnswer) answer = {NULL};

  if (!ask (self, &question, &answer, error))
    return FALSE;
  *ret_group = answer.group;
  return TRUE;
}

gboolean
stn_reminder_diary_undo (StnReminderDiary *self,
                         gint64 group,
                         StnReminderFace *face,
                         GError **error)
{
  g_return_val_if_fail (self != NULL && group != 0 && face != NULL, FALSE);
  StnReminderQuestion question = {.task = STN_TASK_UNDO,
                                  .writer = self->writer,
                                  .notes = self->notes,
                                  .face = *face,
                                  .group = group};
  g_auto (StnReminderAnswer) answer = {NULL};

  if (!ask (self, &question, &answer, error))
    return FALSE;
  *face = answer.face;
  return TRUE;
}
