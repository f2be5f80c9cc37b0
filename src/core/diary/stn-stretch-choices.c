/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary-stretch.h"

#include "diary/stn-about-now.h"
#include "diary/stn-diary-flags.h"
#include "diary/stn-diary-group.h"
#include "diary/stn-diary-person.h"
#include "knowledge/stn-condition.h"
#include "model/stn-sign.h"
#include "store/stn-condition-table.h"
#include "store/stn-routine-table.h"
#include "store/stn-setting-table.h"
#include "store/stn-sign-table.h"

/* Days for which an answer about a sign is held to be true. */
#define SIGN_DAYS 14

/* The setting that says when the questions before the first session were answered. */
#define ASKED "stretch-asked"

void
stn_stretch_choice_free (StnStretchChoice *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  stn_routine_free (self->own);
  stn_stretch_plan_free (self->plan);
  g_free (self);
}

/* (transfer full) ids of the signs whose newest answer is yes; they live as long as @signs. */
static GPtrArray *
list_yes (GPtrArray *signs)
{
  GPtrArray *yes = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = signs->len; i > 0; i--) {
    const StnSign *sign = g_ptr_array_index (signs, i - 1);

    if (g_hash_table_add (seen, sign->sign) && sign->answer == STN_ANSWER_YES)
      g_ptr_array_add (yes, sign->sign);
  }
  g_ptr_array_add (yes, NULL);
  return yes;
}

/* What the gates look at. */
typedef struct {
  StnAboutNow *about;
  GPtrArray *signs; /* of StnSign */
  GPtrArray *yes;   /* ids */
} Known;

static void
known_clear (Known *known)
{
  g_clear_pointer (&known->about, stn_about_now_free);
  g_clear_pointer (&known->yes, g_ptr_array_unref);
  g_clear_pointer (&known->signs, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Known, known_clear)

static gboolean
read_known (StnDiary *self, Known *known, GError **error)
{
  StnDate today = stn_diary_today (self);

  known->about = stn_diary_read_about (self, error);
  if (known->about == NULL)
    return FALSE;
  known->signs =
    stn_diary_list_signs (self, stn_date_add_days (today, 1 - SIGN_DAYS), today, error);
  if (known->signs == NULL)
    return FALSE;
  known->yes = list_yes (known->signs);
  return TRUE;
}

/* One that closes weighs more than one that asks. */
static const StnStretchGate *
find_gate (const Known *known, const StnStretchPlan *plan)
{
  const StnKnowledge *knowledge = stn_knowledge_get ();
  const StnStretchGate *const *gates = stn_knowledge_list_stretch_gates (knowledge);
  const StnStretchGate *found = NULL;

  for (guint i = 0; gates[i] != NULL; i++) {
    if (!stn_stretch_gate_is_for (gates[i], plan) ||
        !stn_stretch_gate_holds (gates[i], knowledge, &known->about->about,
                                 (const char *const *) known->yes->pdata))
      continue;
    if (gates[i]->closes)
      return gates[i];
    if (found == NULL)
      found = gates[i];
  }
  return found;
}

static StnStretchPlan *
plan_of_own (const StnRoutine *own)
{
  StnStretchPlan *plan = stn_stretch_plan_new (own->id.uid);

  for (guint i = 0; i < own->steps->len; i++) {
    const StnRoutineStep *step = g_ptr_array_index (own->steps, i);
    const StnStretchExercise *exercise =
      stn_knowledge_get_stretch_exercise (stn_knowledge_get (), step->exercise);
    StnStretchDose dose;

    if (exercise == NULL)
      continue;
    dose = exercise->dose;
    dose.hold_s = step->seconds;
    dose.repetitions = step->repetitions;
    stn_stretch_plan_add (plan, &dose);
  }
  return plan;
}

/* @plan, @own: taken. A plan without steps, of exercises that are not known, is no choice. */
static void
add_choice (GPtrArray *choices,
            const Known *known,
            const StnStretchRoutine *routine,
            StnRoutine *own,
            StnStretchPlan *plan)
{
  StnStretchChoice *choice = g_new0 (StnStretchChoice, 1);

  choice->id = g_strdup (plan->routine);
  choice->routine = routine;
  choice->own = own;
  choice->plan = plan;
  choice->gate = find_gate (known, plan);
  if (plan->steps->len > 0)
    g_ptr_array_add (choices, choice);
  else
    stn_stretch_choice_free (choice);
}

GPtrArray *
stn_diary_list_stretches (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  const StnStretchRoutine *const *routines =
    stn_knowledge_list_stretch_routines (stn_knowledge_get ());
  g_autoptr (GPtrArray) choices =
    g_ptr_array_new_with_free_func ((GDestroyNotify) stn_stretch_choice_free);
  g_autoptr (GPtrArray) own = stn_routine_table_list (stn_diary_get_store (self), error);
  g_auto (Known) known = {NULL, NULL, NULL};

  if (own == NULL || !read_known (self, &known, error))
    return NULL;
  for (guint i = 0; routines[i] != NULL; i++)
    add_choice (choices, &known, routines[i], NULL, stn_stretch_routine_get_plan (routines[i]));
  for (guint i = 0; i < own->len; i++) {
    StnRoutine *routine = stn_routine_copy (g_ptr_array_index (own, i));

    add_choice (choices, &known, NULL, routine, plan_of_own (routine));
  }
  return g_steal_pointer (&choices);
}

gboolean
stn_diary_find_closed_stretch (StnDiary *self, const StnStretchGate **ret_gate, GError **error)
{
  g_return_val_if_fail (self != NULL && ret_gate != NULL, FALSE);
  const StnStretchRoutine *usual = stn_knowledge_list_stretch_routines (stn_knowledge_get ())[0];
  g_auto (Known) known = {NULL, NULL, NULL};

  *ret_gate = NULL;
  if (!read_known (self, &known, error))
    return FALSE;
  if (usual != NULL) {
    g_autoptr (StnStretchPlan) plan = stn_stretch_routine_get_plan (usual);
    const StnStretchGate *gate = find_gate (&known, plan);

    *ret_gate = gate != NULL && gate->closes ? gate : NULL;
  }
  return TRUE;
}

const StnStretchChoice *
stn_stretch_choices_find (GPtrArray *choices, const char *id)
{
  g_return_val_if_fail (choices != NULL && id != NULL, NULL);

  for (guint i = 0; i < choices->len; i++) {
    const StnStretchChoice *choice = g_ptr_array_index (choices, i);

    if (g_str_equal (choice->id, id))
      return choice;
  }
  return NULL;
}

/* How well it can be begun unasked: what asks least of a person who is to ask somebody first; breathing is no stretch. */
static int
rank (const StnStretchChoice *choice)
{
  const StnStretchExercise *first = stn_knowledge_get_stretch_exercise (
    stn_knowledge_get (), stn_stretch_plan_get (choice->plan, 0)->exercise);

  if (choice->gate != NULL && choice->gate->closes)
    return 0;
  if (choice->routine == NULL || !g_str_equal (first->factor, "stretch"))
    return 1;
  if (choice->gate == NULL)
    return 4;
  return choice->routine->seated ? 3 : 2;
}

const StnStretchChoice *
stn_stretch_choices_get_usual (GPtrArray *choices, const char *id)
{
  g_return_val_if_fail (choices != NULL, NULL);
  const StnStretchChoice *best = id != NULL ? stn_stretch_choices_find (choices, id) : NULL;

  if (best != NULL && rank (best) > 0)
    return best;
  best = NULL;
  for (guint i = 0; i < choices->len; i++) {
    const StnStretchChoice *choice = g_ptr_array_index (choices, i);

    if (rank (choice) > (best != NULL ? rank (best) : 0))
      best = choice;
  }
  return best;
}

/* Questions */

static void
add_question (GPtrArray *questions, gboolean is_sign, const char *id, const char *text)
{
  StnStretchQuestion *question;

  for (guint i = 0; i < questions->len; i++)
    if (g_str_equal (((StnStretchQuestion *) g_ptr_array_index (questions, i))->id, id))
      return;
  question = g_new0 (StnStretchQuestion, 1);
  question->is_sign = is_sign;
  question->id = id;
  question->text = text;
  g_ptr_array_add (questions, question);
}

static void
add_condition (GPtrArray *questions, const Known *known, const char *id)
{
  const StnCondition *condition = stn_knowledge_get_condition (stn_knowledge_get (), id);

  if (condition != NULL && (known->about->about.conditions == NULL ||
                            !g_strv_contains (known->about->about.conditions, condition->id)))
    add_question (questions, FALSE, condition->id, condition->name);
}

static void
add_questions_of (GPtrArray *questions,
                  const Known *known,
                  const StnStretchGate *gate,
                  gboolean asks_pregnant)
{
  for (guint i = 0; gate->signs[i] != NULL; i++) {
    const StnSignQuestion *sign = stn_knowledge_get_sign (stn_knowledge_get (), gate->signs[i]);

    if (sign != NULL && !g_strv_contains ((const char *const *) known->yes->pdata, sign->id))
      add_question (questions, TRUE, sign->id, sign->asked);
  }
  for (guint i = 0; gate->conditions[i] != NULL; i++)
    add_condition (questions, known, gate->conditions[i]);
  if (gate->pregnant && asks_pregnant)
    add_condition (questions, known, STN_CONDITION_PREGNANCY);
}

static gboolean
was_asked (StnDiary *self, gboolean *ret_asked, GError **error)
{
  g_autofree char *when = stn_setting_table_get (stn_diary_get_store (self), ASKED, "", error);

  *ret_asked = when != NULL && *when != '\0';
  return when != NULL;
}

GPtrArray *
stn_diary_list_stretch_questions (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  const StnStretchGate *const *gates = stn_knowledge_list_stretch_gates (stn_knowledge_get ());
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (StnPerson) person = stn_diary_get_person (self, error);
  g_auto (Known) known = {NULL, NULL, NULL};
  gboolean asked;

  if (person == NULL || !was_asked (self, &asked, error) || !read_known (self, &known, error))
    return NULL;
  for (guint i = 0; !asked && gates[i] != NULL; i++)
    if (gates[i]->asked)
      add_questions_of (questions, &known, gates[i], person->sex != STN_SEX_MALE);
  return g_steal_pointer (&questions);
}

static gboolean
put_answer (StnDiary *self, const StnStretchQuestion *question, gboolean is_yes, GError **error)
{
  StnStore *store = stn_diary_get_store (self);

  if (question->is_sign) {
    g_autoptr (StnSign) sign =
      stn_sign_new (stn_diary_today (self), question->id, is_yes ? STN_ANSWER_YES : STN_ANSWER_NO);

    return stn_sign_table_put (store, sign, error);
  }
  if (is_yes) {
    g_autoptr (StnPersonCondition) condition = stn_person_condition_new (question->id, NULL);

    return stn_condition_table_put (store, condition, error);
  }
  return TRUE;
}

static gboolean
put_answers (StnDiary *self, GPtrArray *questions, const char *const *yes, GError **error)
{
  char today[STN_DATE_TEXT_SIZE];

  for (guint i = 0; i < questions->len; i++) {
    const StnStretchQuestion *question = g_ptr_array_index (questions, i);

    if (!put_answer (self, question, g_strv_contains (yes, question->id), error))
      return FALSE;
  }
  return stn_setting_table_put (stn_diary_get_store (self), ASKED,
                                stn_date_to_text (stn_diary_today (self), today), error);
}

gboolean
stn_diary_answer_stretch_questions (
  StnDiary *self, GPtrArray *questions, const char *const *yes, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL && questions != NULL && yes != NULL, FALSE);

  return stn_store_begin (stn_diary_get_store (self), "answer-stretch", "person", error) &&
         stn_diary_end_group (self, put_answers (self, questions, yes, error), ret_group, error);
}
