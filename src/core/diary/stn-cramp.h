/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"

G_BEGIN_DECLS

/**
 * Cramp now: a cramp is stored the moment it begins, with its start and still going, so that it survives whatever happens
 * to the program. It ends when the person says so. After %STN_CRAMP_QUIET_S without input it has ended by itself: how
 * long it lasted is not known, and nothing is written then: what is read is told from the time that has gone by.
 * The clock alone says nothing about the cramp: only answers of the person are stored.
 */
#define STN_CRAMP_QUIET_S (30 * 60)

/** After so long the person is asked whether it eases (clinical 6.3). */
#define STN_CRAMP_ASK_S (10 * 60)

/**
 * StnCramp: the cramp whose clock was started last.
 * @is_running: it goes on; else it ended by itself, and the person has not said how long it was.
 * @night, @start_min: what it is stored under. @elapsed_s: since it began, 0 or more.
 * @quiet_s: since the last input of the person, 0 or more.
 * @easing: what the person last said.
 */
typedef struct {
  gboolean is_running;
  StnDate night;
  int start_min;
  int elapsed_s;
  int quiet_s;
  StnAnswer easing;
} StnCramp;

/** stn_cramp_get: FALSE only on error. @ret_found: whether there is one. Writes nothing. */
gboolean stn_cramp_get (StnDiary *self, StnCramp *ret_cramp, gboolean *ret_found, GError **error);

/**
 * stn_cramp_begin: stores a cramp that begins now. It takes back a "no cramps" answer of the night.
 * @ret_group: (nullable) for Undo. Errors: RUNNING; of the store.
 */
gboolean stn_cramp_begin (StnDiary *self, gint64 *ret_group, GError **error);

/**
 * stn_cramp_another: another cramp begins now. How long the one before lasted was not said and stays unknown.
 *
 * Errors: NOT_RUNNING; of the store.
 */
gboolean stn_cramp_another (StnDiary *self, gint64 *ret_group, GError **error);

/**
 * stn_cramp_end: it has gone: stores how long it lasted.
 * @ret_duration_s: (nullable). @ret_group: (nullable). Errors: NOT_RUNNING, saying so of one that ended by itself; of the store.
 */
gboolean stn_cramp_end (StnDiary *self, int *ret_duration_s, gint64 *ret_group, GError **error);

/**
 * stn_cramp_say_easing: stores whether it eases. "No" also stores how long it has lasted so far, which is what the person
 * then knows: flags speak from the answer, never from the clock.
 *
 * Errors: NOT_RUNNING; of the store.
 */
gboolean stn_cramp_say_easing (StnDiary *self, gboolean is_easing, GError **error);

/**
 * stn_cramp_tell_length: how long the cramp lasted that ended by itself, told later.
 * @duration_s: unknown = the person does not know; it is not asked again.
 *
 * Errors: NOT_RUNNING when no cramp waits for it; of the store.
 */
gboolean
stn_cramp_tell_length (StnDiary *self, StnOptInt duration_s, gint64 *ret_group, GError **error);

/**
 * stn_cramp_settle: makes @nights say what is known now: a cramp whose clock ended by itself is not still going.
 * @nights: (element-type StnNight). Errors: of the store.
 */
gboolean stn_cramp_settle (StnDiary *self, GPtrArray *nights, GError **error);

G_END_DECLS
