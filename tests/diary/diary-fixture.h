/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"

/** A diary in a folder of its own and a clock that the test moves. */
typedef struct {
  char *folder;
  char *path;
  StnClock *clock;
  StnDiary *diary;
} DiaryFixture;

/** Opens an empty diary at noon of 2026-11-21, UTC. */
void diary_fixture_set_up (DiaryFixture *self, gconstpointer data);
void diary_fixture_tear_down (DiaryFixture *self, gconstpointer data);

/** Moves the clock: "2026-11-22T07:10:00", UTC unless an offset is given. */
void diary_fixture_set_now (DiaryFixture *self, const char *iso);

/** A second connection, as another program has. */
StnDiary *diary_fixture_open_again (DiaryFixture *self);

StnDate night_of (const char *text);
StnNight *load (StnDiary *diary, const char *key);

/** Says that the night had @count cramps; returns the change group. */
gint64 log_cramps (StnDiary *diary, const char *key, guint count);

/** Stores all of @night in the place of what the diary has of it. */
void save (StnDiary *diary, const StnNight *night);
