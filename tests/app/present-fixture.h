/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "present/stn-diary-client.h"

/**
 * PresentFixture: a diary in a folder of its own on the morning of Sunday 22 November 2026, with the client of a window
 * and a second connection, "another program". No display is needed.
 */
typedef struct {
  StnClock *clock;
  char *folder;
  char *path;
  StnDiaryClient *client;
  StnDiary *other;
} PresentFixture;

#define LAST_NIGHT stn_date_new (2026, 11, 21)

void present_fixture_set_up (PresentFixture *fixture, gconstpointer data);
void present_fixture_tear_down (PresentFixture *fixture, gconstpointer data);

/** present_fixture_settle: until the diary's thread has done what it was asked, and what came back was taken in. */
void present_fixture_settle (PresentFixture *fixture);

/** present_fixture_wait: until @is_done; what another program writes comes when the file monitor tells it. */
void present_fixture_wait (gboolean (*is_done) (gpointer), gpointer data);

/** present_fixture_log: @count cramps (0 = no cramps) on the night @days before last night; through "another program". */
void present_fixture_log (PresentFixture *fixture, int days, guint count);

/** present_fixture_note: puts a note on that night. */
void present_fixture_note (PresentFixture *fixture, int days, const char *note);

/** present_fixture_write_file: (transfer full) the path of a new file in the fixture's folder. */
char *present_fixture_write_file (PresentFixture *fixture, const char *name, const char *text);
