/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"
#include "stn-window.h"

/**
 * AppFixture: the real window on a new diary in a folder of its own, on the morning of Sunday 22 November 2026.
 * @path: of the diary. @errand: a second connection, "another program".
 */
typedef struct {
  StnClock *clock;
  char *folder;
  char *path;
  char *link; /* NULL until app_fixture_make_own() */
  StnDiaryClient *client;
  StnWindow *window;
  StnDiary *other;
} AppFixture;

/** Night that the fixture's morning asks about. */
#define LAST_NIGHT stn_date_new (2026, 11, 21)

void app_fixture_set_up (AppFixture *fixture, gconstpointer data);
void app_fixture_tear_down (AppFixture *fixture, gconstpointer data);

/** app_fixture_open_again: a new window on the same diary, as after a new start of the program. */
void app_fixture_open_again (AppFixture *fixture);

/**
 * app_fixture_make_own: makes another new diary, @other, which is the person's own (in XDG_DATA_HOME, which the test sets); the window
 * has it when it is opened again.
 */
void app_fixture_make_own (AppFixture *fixture);

/** app_fixture_open_read_only: the same on a diary that can only be read. */
void app_fixture_open_read_only (AppFixture *fixture);

/** app_fixture_join_no_cramps: as after a joining: this computer has cramps in the last night, the other one says that there were none. */
void app_fixture_join_no_cramps (AppFixture *fixture);

/** app_fixture_wait: lets the program work until @is_done says so; fails the test after 20 s. */
typedef gboolean (*IsDone) (gpointer data);
void app_fixture_wait (IsDone is_done, gpointer data);

/** app_fixture_settle: lets the program work until the diary's threads have done all that they were asked so far. */
void app_fixture_settle (AppFixture *fixture);

/** app_fixture_find: (nullable) the first mapped widget of @type below @root whose accessible label or text is @name. */
GtkWidget *app_fixture_find (GtkWidget *root, GType type, const char *name);

/** app_fixture_question: waits for a question over any window. Returns: its dialog. */
GtkWidget *app_fixture_question (void);

/** app_fixture_answer: waits for a question and answers it with @response. */
void app_fixture_answer (const char *response);
