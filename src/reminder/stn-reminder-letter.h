/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "schedule/stn-reminder-notes.h"
#include "wording/stn-wording-reminder.h"

G_BEGIN_DECLS

/**
 * What stillnight-reminder, which waits, and stillnight-reminder-diary, which reads and writes, say to each other: one question by
 * standard input, one answer by standard output, then the second one ends. Both are of one build. Nobody else sees them.
 */

typedef enum {
  STN_TASK_LOOK,  /* read only */
  STN_TASK_NOTE,  /* write the notes, and look */
  STN_TASK_CLAIM, /* write the notes, look, and claim what is due */
  STN_TASK_ORDINARY,
  STN_TASK_QUIET,
  STN_TASK_UNDO,
} StnReminderTask;

#define STN_N_TASKS 6

/**
 * StnReminderQuestion: @writer: which run of the program asks. @notes, @shown (NULL: none): see stn_reminder_look() of the diary.
 * @face, @group: of a press: what it is for, and for UNDO what it takes back.
 */
typedef struct {
  StnReminderTask task;
  char *writer;
  GArray *notes;
  GArray *shown;
  StnReminderFace face;
  gint64 group;
} StnReminderQuestion;

void stn_reminder_question_clear (StnReminderQuestion *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StnReminderQuestion, stn_reminder_question_clear)

/**
 * StnReminderAnswer:
 * @failure: (nullable) why nothing was read or written, a sentence for a person; then only @is_locked is set.
 * @is_locked: it was another program that kept the diary locked.
 * @are_noted: the notes are written. @wording: as the person set it.
 * @look: (nullable) of LOOK, NOTE and CLAIM. @group: of ORDINARY and QUIET, 0 when nothing differed. @face: of UNDO.
 */
typedef struct {
  char *failure;
  gboolean is_locked;
  gboolean are_noted;
  StnReminderWording wording;
  StnReminderLook *look;
  gint64 group;
  StnReminderFace face;
} StnReminderAnswer;

void stn_reminder_answer_clear (StnReminderAnswer *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StnReminderAnswer, stn_reminder_answer_clear)

/** To bytes and back. A letter that was cut short or is none is FALSE, and nothing is set. (transfer full) */
GBytes *stn_reminder_question_write (const StnReminderQuestion *self);
gboolean stn_reminder_question_read (GBytes *letter, StnReminderQuestion *ret);
GBytes *stn_reminder_answer_write (const StnReminderAnswer *self);
gboolean stn_reminder_answer_read (GBytes *letter, StnReminderAnswer *ret);

G_END_DECLS
