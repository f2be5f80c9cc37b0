/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-reminder-answer.h"

#include "diary/stn-failure.h"
#include "diary/stn-reminder-look.h"
#include "diary/stn-reminder-wording.h"
#include "diary/stn-usual-day.h"

/* A diary that can only be read is still looked at. */
static StnDiary *
open_to_look (const char *path, StnClock *clock, StnReminderTask task, GError **error)
{
  g_autoptr (GError) reason = NULL;
  StnDiary *diary = NULL;

  if (task != STN_TASK_LOOK)
    diary = stn_diary_open (path, STN_STORE_EXISTING, clock, &reason);
  if (g_error_matches (reason, STN_STORE_ERROR, STN_STORE_ERROR_BUSY))
    g_propagate_error (error, g_steal_pointer (&reason));
  else if (diary == NULL)
    diary = stn_diary_open (path, STN_STORE_READ_ONLY, clock, error);
  return diary;
}

static gboolean
look (const char *path,
      StnClock *clock,
      const StnReminderQuestion *question,
      StnReminderAnswer *ret,
      GError **error)
{
  g_autoptr (StnDiary) diary = open_to_look (path, clock, question->task, error);
  g_autoptr (GError) reason = NULL;

  if (diary == NULL)
    return FALSE;
  if (question->task != STN_TASK_LOOK) {
    ret->are_noted = stn_reminder_notes_write (diary, question->notes, question->writer, &reason);
    if (reason != NULL)
      g_debug ("cannot write down what became of a reminder: %s", reason->message);
  }
  ret->look = stn_reminder_look (diary, question->notes, question->shown,
                                 question->task == STN_TASK_CLAIM ? question->writer : NULL, error);
  return ret->look != NULL;
}

static gboolean
press (const char *path,
       StnClock *clock,
       const StnReminderQuestion *question,
       StnReminderAnswer *ret,
       GError **error)
{
  g_autoptr (StnDiary) diary = stn_diary_open (path, STN_STORE_EXISTING, clock, error);

  if (diary == NULL)
    return FALSE;
  if (question->task == STN_TASK_ORDINARY)
    return stn_usual_day_take (diary, question->face.night, &ret->group, error);
  if (question->task == STN_TASK_QUIET)
    return stn_diary_log_no_cramps (diary, question->face.night, &ret->group, error);
  ret->face = question->face;
  return stn_reminder_undo (diary, question->group, question->notes, &ret->face, error);
}

void
stn_reminder_answer (const char *path,
                     StnClock *clock,
                     const StnReminderQuestion *question,
                     StnReminderAnswer *ret)
{
  g_return_if_fail (path != NULL && clock != NULL && question != NULL && ret != NULL);
  g_autoptr (GError) error = NULL;
  gboolean is_look = question->task <= STN_TASK_CLAIM;

  ret->wording = stn_reminder_wording_read ();
  if (is_look ? look (path, clock, question, ret, &error)
              : press (path, clock, question, ret, &error))
    return;
  g_debug ("%s", error->message);
  ret->failure = g_strdup (stn_failure_to_write (error));
  ret->is_locked = g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_BUSY);
}
