/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"
#include "knowledge/stn-stretch-routine.h"
#include "model/stn-routine.h"
#include "model/stn-session.h"

G_BEGIN_DECLS

/**
 * StnStretchChoice: a routine that can be done, of data/knowledge or the person's own.
 * @id: of the routine, or uid of the own one. @routine, @own: one of them is set. @plan: its steps; of an own routine those
 * whose exercise is known. @gate: (nullable) what holds for this person and speaks first of it (clinical 6.4): when it
 * closes the routine is not to be done, else its text is said before.
 */
typedef struct {
  char *id;
  const StnStretchRoutine *routine;
  StnRoutine *own;
  StnStretchPlan *plan;
  const StnStretchGate *gate;
} StnStretchChoice;

void stn_stretch_choice_free (StnStretchChoice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnStretchChoice, stn_stretch_choice_free)

/**
 * stn_diary_list_stretches: (transfer full) (element-type StnStretchChoice) those of data/knowledge in its order, then the
 * person's own. A sign counts as it was last answered within 14 days. Errors: of the store.
 */
GPtrArray *stn_diary_list_stretches (StnDiary *self, GError **error);

/**
 * stn_diary_find_closed_stretch: what forbids this person now to stretch a leg, as it closes the usual routine of
 * stn_diary_list_stretches() (clinical 6.4: a leg so closed is not rubbed either).
 * @ret_gate: (transfer none) (nullable) NULL = nothing does. Returns: FALSE on errors of the store.
 */
gboolean
stn_diary_find_closed_stretch (StnDiary *self, const StnStretchGate **ret_gate, GError **error);

/** stn_stretch_choices_find: (transfer none) (nullable) @choices: of stn_diary_list_stretches(). */
const StnStretchChoice *stn_stretch_choices_find (GPtrArray *choices, const char *id);

/**
 * stn_stretch_choices_get_usual: (transfer none) (nullable) what "Start" begins: @id where it may be done, else the first
 * that may, one that asks least when something is to be asked first. @id: (nullable) what was done last.
 */
const StnStretchChoice *stn_stretch_choices_get_usual (GPtrArray *choices, const char *id);

/**
 * StnStretchQuestion: something asked before the first session: a sign, or a condition. @id: of it. @text: English, through
 * gettext().
 */
typedef struct {
  gboolean is_sign;
  const char *id;
  const char *text;
} StnStretchQuestion;

/**
 * stn_diary_list_stretch_questions: (transfer full) (element-type StnStretchQuestion) what is still to be asked before the
 * first session (clinical 6.4), nothing once it was answered; what the diary has as a yes is not asked again, and a man is
 * not asked about pregnancy. Errors: of the store.
 */
GPtrArray *stn_diary_list_stretch_questions (StnDiary *self, GError **error);

/**
 * stn_diary_answer_stretch_questions: keeps the answers, in one write group: signs with today's date, conditions only when
 * yes. @questions: those that were shown. @yes: ids answered yes, NULL-terminated; all others are no.
 *
 * Errors: of the store.
 */
gboolean stn_diary_answer_stretch_questions (
  StnDiary *self, GPtrArray *questions, const char *const *yes, gint64 *ret_group, GError **error);

/**
 * stn_diary_finish_stretch: a stretch was done just now: keeps it, and for the night to come the factors of the exercises
 * that were done, in one write group: "stretch" is yes, minutes are added. @session: gets its night and uid.
 * @exercises: ids of data/knowledge, NULL-terminated.
 *
 * Errors: UNKNOWN_FACTOR, BAD_VALUE; of the model and the store.
 */
gboolean stn_diary_finish_stretch (StnDiary *self,
                                   StnSession *session,
                                   const char *const *exercises,
                                   gint64 *ret_group,
                                   GError **error);

/** stn_diary_list_sessions: (transfer full) (element-type StnSession) the newest first; NULL on error. */
GPtrArray *stn_diary_list_sessions (StnDiary *self, GError **error);

/** The trial's length (clinical 6.1), over which it is counted how often the stretch was done. */
#define STN_STRETCH_DAYS 42

/**
 * StnStretchCount: evenings of the last six weeks, tonight's among them, from the first with a stretch on.
 * @evenings: 0 = never stretched in that time. @done: those with the factor "stretch" at yes.
 * @tonight: of tonight's night; unknown = not recorded.
 */
typedef struct {
  guint evenings;
  guint done;
  StnAnswer tonight;
} StnStretchCount;

/** stn_diary_count_stretches: Errors: of the store. */
gboolean stn_diary_count_stretches (StnDiary *self, StnStretchCount *ret_count, GError **error);

/**
 * Routines of the person's own. stn_diary_put_routine: a new one gets its uid. Errors: BAD_VALUE (another one has the name,
 * an exercise that is not known), NO_SUCH_RECORD; of the model and the store.
 */
gboolean
stn_diary_put_routine (StnDiary *self, StnRoutine *routine, gint64 *ret_group, GError **error);
gboolean
stn_diary_delete_routine (StnDiary *self, const char *uid, gint64 *ret_group, GError **error);

G_END_DECLS
