/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"

/**
 * What programs do with a diary, each from files that are always the same, for tests in which something fails meanwhile.
 */

/** DiaryWork: @run opens the diary at @path and does one thing; FALSE and @error when it was not done. */
typedef struct {
  const char *name;
  void (*prepare) (const char *folder, StnClock *clock);
  gboolean (*run) (const char *folder, StnClock *clock, GError **error);
} DiaryWork;

/** diary_works: ends with one without a name. */
extern const DiaryWork diary_works[];

/**
 * DiaryWorkCase: one of them, with what the diary says before and after. @template: its folder before; @folder: where it is done.
 */
typedef struct {
  const DiaryWork *work;
  StnClock *clock;
  char *home;
  char *template;
  char *folder;
  char *old;
  char *new;
} DiaryWorkCase;

DiaryWorkCase *diary_work_case_new (const DiaryWork *work);
void diary_work_case_free (DiaryWorkCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiaryWorkCase, diary_work_case_free)

/** diary_work_case_reset: makes the folder what it was before. */
void diary_work_case_reset (DiaryWorkCase *self);

/** diary_work_case_run: does it. */
gboolean diary_work_case_run (DiaryWorkCase *self, GError **error);

/**
 * diary_work_case_find_problem: (transfer full) (nullable) what is wrong in the folder: a diary that says neither the old nor the new,
 * not the new although @done, or that is unsound; a backup under its final name that is.
 */
char *diary_work_case_find_problem (DiaryWorkCase *self, gboolean done);

/** diary_work_says: (transfer full) all that the diary at @path says, its ids apart; "" when there is none, NULL when it is unsound. */
char *diary_work_says (const char *path, StnClock *clock);

/** diary_work_test_control: a test: an entry that is taken for done and is not there is seen, and a file that is half written. */
void diary_work_test_control (void);
