/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-reminder-letter.h"

/* What the two programs say to each other arrives whole or not at all. */

static GBytes *
write_question (void)
{
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (StnReminderNote));
  g_autoptr (GArray) shown = g_array_new (FALSE, FALSE, sizeof (StnReminderFace));
  StnReminderNote note = {stn_date_new (2026, 11, 21), 5, STN_CLAIM_SNOOZED, 1, -1};
  StnReminderFace face = {stn_date_new (2026, 11, 20), 3, TRUE};
  StnReminderQuestion question = {.task = STN_TASK_UNDO,
                                  .writer = (char *) "a",
                                  .notes = notes,
                                  .shown = shown,
                                  .face = face,
                                  .group = G_MAXINT64};

  g_array_append_val (notes, note);
  g_array_append_val (shown, face);
  return stn_reminder_question_write (&question);
}

static GBytes *
write_answer (void)
{
  g_autoptr (StnReminderLook) look = stn_reminder_look_new ();
  StnReminderFace face = {stn_date_new (2026, 11, 20), 2, TRUE};
  StnReminderAnswer answer = {.failure = (char *) "no",
                              .is_locked = TRUE,
                              .are_noted = TRUE,
                              .wording = STN_REMINDER_PLAIN,
                              .look = look,
                              .group = 7,
                              .face = face};

  look->next_s = 1234567890123;
  g_array_append_val (look->due, face);
  return stn_reminder_answer_write (&answer);
}

static void
test_question (void)
{
  g_autoptr (GBytes) letter = write_question ();
  g_auto (StnReminderQuestion) read = {STN_TASK_LOOK};

  g_assert_true (stn_reminder_question_read (letter, &read));
  g_assert_cmpint (read.task, ==, STN_TASK_UNDO);
  g_assert_cmpstr (read.writer, ==, "a");
  g_assert_cmpint (read.group, ==, G_MAXINT64);
  g_assert_cmpuint (read.notes->len, ==, 1);
  g_assert_cmpint (g_array_index (read.notes, StnReminderNote, 0).what, ==, STN_CLAIM_SNOOZED);
  g_assert_cmpint (g_array_index (read.notes, StnReminderNote, 0).written_s, ==, -1);
  g_assert_cmpuint (read.shown->len, ==, 1);
  g_assert_true (g_array_index (read.shown, StnReminderFace, 0).knows_usual);
}

static void
test_answer (void)
{
  g_autoptr (GBytes) letter = write_answer ();
  g_auto (StnReminderAnswer) read = {NULL};

  g_assert_true (stn_reminder_answer_read (letter, &read));
  g_assert_cmpstr (read.failure, ==, "no");
  g_assert_true (read.is_locked && read.are_noted);
  g_assert_cmpint (read.wording, ==, STN_REMINDER_PLAIN);
  g_assert_cmpint (read.look->next_s, ==, 1234567890123);
  g_assert_cmpuint (read.look->left->len, ==, 0);
  g_assert_cmpuint (g_array_index (read.look->due, StnReminderFace, 0).kinds, ==, 2);
  g_assert_cmpint (read.group, ==, 7);
}

static void
test_cut_short (void)
{
  g_autoptr (GBytes) question = write_question ();
  g_autoptr (GBytes) answer = write_answer ();

  for (gsize n = 0; n < g_bytes_get_size (question); n++) {
    g_autoptr (GBytes) cut = g_bytes_new_from_bytes (question, 0, n);
    g_auto (StnReminderQuestion) read = {STN_TASK_LOOK};

    g_assert_false (stn_reminder_question_read (cut, &read));
  }
  for (gsize n = 0; n < g_bytes_get_size (answer); n++) {
    g_autoptr (GBytes) cut = g_bytes_new_from_bytes (answer, 0, n);
    g_auto (StnReminderAnswer) read = {NULL};

    g_assert_false (stn_reminder_answer_read (cut, &read));
  }
}

static void
test_unknown_task (void)
{
  StnReminderQuestion question = {.task = STN_N_TASKS, .writer = (char *) "a"};
  g_auto (StnReminderQuestion) read = {STN_TASK_LOOK};
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (StnReminderNote));
  g_autoptr (GBytes) letter = NULL;

  question.notes = notes;
  letter = stn_reminder_question_write (&question);
  g_assert_false (stn_reminder_question_read (letter, &read));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder/letter/question", test_question);
  g_test_add_func ("/reminder/letter/answer", test_answer);
  g_test_add_func ("/reminder/letter/cut-short", test_cut_short);
  g_test_add_func ("/reminder/letter/unknown-task", test_unknown_task);
  return g_test_run ();
}
