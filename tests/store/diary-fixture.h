/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-night.h"
#include "store/stn-factor-table.h"
#include "store/stn-night-table.h"
#include "store/stn-store.h"

/** DiaryFixture: a new folder with an open diary in it that knows the factors fluids, stretch, stress and cups. */
typedef struct {
  char *folder;
  char *path;
  StnClock *clock;
  StnStore *store;
} DiaryFixture;

void diary_fixture_set_up (DiaryFixture *self, gconstpointer data);
void diary_fixture_tear_down (DiaryFixture *self, gconstpointer data);

#define diary_test_add(name, test)                                                                 \
  g_test_add (name, DiaryFixture, NULL, diary_fixture_set_up, test, diary_fixture_tear_down)

/** diary_fixture_advance: the clock goes on. */
void diary_fixture_advance (DiaryFixture *self, int seconds);

/** diary_fixture_reopen: closes the diary and opens it again. */
void diary_fixture_reopen (DiaryFixture *self);

/** diary_fixture_remove_tree: deletes a folder and all in it. */
void diary_fixture_remove_tree (const char *folder);

/** put_factors: makes the four factors known, in a write group of their own. */
void diary_fixture_put_factors (StnStore *store);

/** random_night: any night that can be, of those factors. */
StnNight *random_night (GRand *rand, StnDate key);

/** change_night: changes anything of it at random. */
void change_night (GRand *rand, StnNight *night);

/** save_night: in a write group of its own; fails the test on error. Returns: the group. */
gint64 save_night (StnStore *store, const StnNight *before, const StnNight *after);

/** log_no_cramps: says so of the night. Returns: the group, -1 and @error on failure. */
gint64 log_no_cramps (StnStore *store, StnDate key, GError **error);

/** nights_text: (transfer full) all that a person entered, as text: equal texts, equal diaries. */
char *nights_text (StnStore *store);

/** is_same_night: content equal. */
gboolean is_same_night (const StnNight *a, const StnNight *b);

/** assert_same_night: content equal. */
void assert_same_night (const StnNight *a, const StnNight *b);

/** test_rand: a generator that follows from the seed that GLib prints; --seed chooses it. */
GRand *test_rand (void);
