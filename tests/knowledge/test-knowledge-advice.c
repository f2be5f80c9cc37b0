/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-advice.h"
#include "knowledge/stn-condition.h"
#include "knowledge/stn-stretch-routine.h"

#include <string.h>

/* Which advice is closed or worded otherwise for somebody with one condition or medicine class (clinical 3.2, 6.4). */
static const char *
text_for (const char *id, const char *condition, const char *medicine_class, StnAnswer pregnant)
{
  const char *const conditions[] = {condition, NULL};
  const char *const classes[] = {medicine_class, NULL};
  StnAbout about = {conditions, classes, pregnant};
  const StnAdvice *advice = stn_knowledge_get_advice (stn_knowledge_get (), id);

  if (advice == NULL)
    g_error ("no advice '%s'", id);
  g_assert_true (condition == NULL ||
                 stn_knowledge_get_condition (stn_knowledge_get (), condition));
  return stn_advice_get_text (advice, stn_knowledge_get (), &about);
}

static gboolean
is_gated (const char *id, const char *condition, const char *medicine_class, StnAnswer pregnant)
{
  const StnAdvice *advice = stn_knowledge_get_advice (stn_knowledge_get (), id);

  return text_for (id, condition, medicine_class, pregnant) != advice->text;
}

static void
test_gates (void)
{
  const struct {
    const char *advice, *condition, *medicine_class;
  } gated[] = {
    {"drink", "dialysis", NULL},
    {"drink", "kidney-failure", NULL},
    {"drink", "kidney-disease", NULL},
    {"drink", "heart-failure", NULL},
    {"drink", "cirrhosis", NULL},
    {"drink", "addisons", NULL},
    {"foods", "kidney-disease", NULL},
    {"foods", "dialysis", NULL},
    {"foods", NULL, "potassium-sparing-diuretics"},
    {"foods", NULL, "ace-inhibitors"},
    {"foods", NULL, "arbs"},
    {"foods", NULL, "trimethoprim"},
    {"foods", NULL, "vitamin-k-antagonists"},
    {"less-alcohol", "alcohol-use-disorder", NULL},
    {"ice", "neuropathy", NULL},
    {"ice", "diabetic-nerve-damage", NULL},
    {"warmth", "peripheral-artery-disease", NULL},
    {"shower", "diabetes-2", NULL},
    {"bath", "fainting", NULL},
    {"massage", "past-clot", NULL},
    {"bedtime-stretch", "leg-injury", NULL},
    {"bedtime-stretch", "osteoporosis", NULL},
    {"bedtime-stretch", "peripheral-artery-disease", NULL},
  };
  const struct {
    const char *advice, *condition, *medicine_class;
  } open[] = {
    {"drink", "high-blood-pressure", "thiazides"}, {"foods", "diabetes-2", "loop-diuretics"},
    {"less-alcohol", "diabetes-1", NULL},          {"ice", "high-blood-pressure", NULL},
    {"loose-covers", "dialysis", "statins"},       {"stretch", "osteoporosis", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (gated); i++)
    if (!is_gated (gated[i].advice, gated[i].condition, gated[i].medicine_class, STN_ANSWER_NO))
      g_error ("%s is open with %s", gated[i].advice,
               gated[i].condition != NULL ? gated[i].condition : gated[i].medicine_class);
  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    if (is_gated (open[i].advice, open[i].condition, open[i].medicine_class, STN_ANSWER_NO))
      g_error ("%s is gated", open[i].advice);
}

static void
test_pregnancy (void)
{
  g_assert_true (is_gated ("bath", NULL, NULL, STN_ANSWER_YES));
  g_assert_true (is_gated ("sleep-position", NULL, NULL, STN_ANSWER_YES));
  g_assert_false (is_gated ("bath", NULL, NULL, STN_ANSWER_NO));
  g_assert_false (is_gated ("bath", NULL, NULL, STN_ANSWER_UNKNOWN));
}

/* Potassium matters before vitamin K: the first gate of the file that holds speaks. */
static void
test_first_gate_wins (void)
{
  const char *both = text_for ("foods", "kidney-disease", "vitamin-k-antagonists", STN_ANSWER_NO);

  g_assert_nonnull (strstr (both, "potassium"));
}

static void
test_nothing_known (void)
{
  const StnAdvice *drink = stn_knowledge_get_advice (stn_knowledge_get (), "drink");
  const char *const unknown[] = {"no-such-thing", NULL};

  g_assert_cmpstr (stn_advice_get_text (drink, stn_knowledge_get (), NULL), ==, drink->text);
  g_assert_cmpstr (
    stn_advice_get_text (drink, stn_knowledge_get (), &(StnAbout){NULL, NULL, STN_ANSWER_UNKNOWN}),
    ==, drink->text);
  g_assert_cmpstr (stn_advice_get_text (drink, stn_knowledge_get (),
                                        &(StnAbout){unknown, unknown, STN_ANSWER_UNKNOWN}),
                   ==, drink->text);
}

/* The words of `log --relief` that diaries already hold. */
static void
test_relief_words (void)
{
  const char *const words[] = {"stretch", "walk", "stand", "shake", "massage",   "warmth",
                               "shower",  "bath", "cold",  "ice",   "breathing", "wait"};
  const StnAdvice *const *reliefs = stn_knowledge_list_reliefs (stn_knowledge_get ());
  guint n = 0, on_sheet = 0;

  for (; reliefs[n] != NULL; n++)
    on_sheet += reliefs[n]->sheet != NULL;
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (words));
  g_assert_cmpuint (on_sheet, ==, 4);
  for (guint i = 0; i < n; i++)
    g_assert_nonnull (stn_knowledge_get_advice (stn_knowledge_get (), words[i]));
}

static gboolean
is_said (const StnAdvice *const *list, const char *id)
{
  for (guint i = 0; list[i] != NULL; i++)
    if (g_strv_contains (list[i]->on.says, id))
      return TRUE;
  return FALSE;
}

/* clinical 1.1: self-care S1.46 to S1.51, relief S1.52 to S1.56. */
static void
test_first_text (void)
{
  for (int i = 46; i <= 56; i++) {
    g_autofree char *id = g_strdup_printf ("S1.%d", i);
    const StnKnowledge *knowledge = stn_knowledge_get ();

    if (!is_said (i <= 51 ? stn_knowledge_list_selfcare (knowledge)
                          : stn_knowledge_list_reliefs (knowledge),
                  id))
      g_error ("%s is missing", id);
  }
}

/* clinical 6.1: 3 repetitions of 10 s a side, calf and hamstrings, within 3 minutes; and a version to do while sitting. */
static void
test_stretch (void)
{
  const StnStretchRoutine *const *routines =
    stn_knowledge_list_stretch_routines (stn_knowledge_get ());

  g_assert_cmpstr (routines[0]->id, ==, "standing");
  g_assert_cmpint (stn_stretch_routine_get_seconds (routines[0]), ==, 140);
  g_assert_cmpint (routines[0]->exercises[0]->dose.hold_s, ==, 10);
  g_assert_cmpint (routines[0]->exercises[1]->dose.repetitions, ==, 3);
  g_assert_null (routines[0]->exercises[2]);
  g_assert_true (routines[1]->seated);
  g_assert_cmpint (stn_stretch_routine_get_seconds (routines[1]), <=, 180);
  g_assert_nonnull (stn_knowledge_list_stretch_notes (stn_knowledge_get ())[0]);
}

/* clinical 6.2: what stands beside the trial's routine, and what each is recorded as. */
static void
test_routines (void)
{
  const struct {
    const char *routine, *exercise, *factor;
    StnGrade grade;
    int seconds, in_s, out_s;
    gboolean sided;
  } routines[] = {
    {"standing", "calf", "stretch", STN_GRADE_A, 140, 0, 0, TRUE},
    {"seated", "seated-leg", "stretch", STN_GRADE_C, 130, 0, 0, TRUE},
    {"wall-lean", "lean", "stretch", STN_GRADE_N, 310, 3, 3, FALSE},
    {"bike-or-walk", "easy-moves", "evening-exercise", STN_GRADE_D, 190, 1, 1, FALSE},
    {"calm-breath", "breath", "relaxation.breathing", STN_GRADE_D, 190, 4, 6, FALSE},
  };
  const StnStretchRoutine *const *all = stn_knowledge_list_stretch_routines (stn_knowledge_get ());

  for (guint i = 0; i < G_N_ELEMENTS (routines); i++) {
    const StnStretchExercise *first = all[i]->exercises[0];

    g_assert_cmpstr (all[i]->id, ==, routines[i].routine);
    g_assert_true (stn_knowledge_get_stretch_routine (stn_knowledge_get (), all[i]->id) == all[i]);
    g_assert_true (stn_knowledge_get_stretch_exercise (stn_knowledge_get (), first->id) == first);
    g_assert_cmpstr (first->id, ==, routines[i].exercise);
    g_assert_cmpstr (first->factor, ==, routines[i].factor);
    g_assert_cmpint (all[i]->on.grade, ==, routines[i].grade);
    g_assert_cmpint (stn_stretch_routine_get_seconds (all[i]), ==, routines[i].seconds);
    g_assert_cmpint (first->dose.in_s, ==, routines[i].in_s);
    g_assert_cmpint (first->dose.out_s, ==, routines[i].out_s);
    g_assert_cmpint (first->dose.is_sided, ==, routines[i].sided);
  }
  g_assert_null (all[G_N_ELEMENTS (routines)]);
  g_assert_null (stn_knowledge_get_stretch_routine (stn_knowledge_get (), "calf"));
}

/* The gate that speaks first about a routine of somebody; NULL = none. */
static const StnStretchGate *
gate_of (const char *routine, const char *condition, const char *sign, StnAnswer pregnant)
{
  const StnKnowledge *knowledge = stn_knowledge_get ();
  const char *const conditions[] = {condition, NULL};
  const char *const signs[] = {sign, NULL};
  const StnAbout about = {conditions, NULL, pregnant};
  g_autoptr (StnStretchPlan) plan =
    stn_stretch_routine_get_plan (stn_knowledge_get_stretch_routine (knowledge, routine));
  const StnStretchGate *const *gates = stn_knowledge_list_stretch_gates (knowledge);

  for (guint i = 0; gates[i] != NULL; i++)
    if (stn_stretch_gate_is_for (gates[i], plan) &&
        stn_stretch_gate_holds (gates[i], knowledge, &about, signs))
      return gates[i];
  return NULL;
}

/* clinical 6.4: not a swollen, warm, red or hurt leg; ask first with pregnancy, thin bones, narrow arteries and sores. */
static void
test_stretch_gates (void)
{
  const struct {
    const char *condition, *sign;
    StnAnswer pregnant;
    const char *standing, *breath;
    gboolean closes;
  } cases[] = {
    {NULL, NULL, STN_ANSWER_UNKNOWN, NULL, NULL, FALSE},
    {NULL, "one-leg-swollen", STN_ANSWER_NO, "swollen-leg", NULL, TRUE},
    {NULL, "warm", STN_ANSWER_NO, "swollen-leg", NULL, TRUE},
    {NULL, "red-skin", STN_ANSWER_NO, "swollen-leg", NULL, TRUE},
    {"leg-injury", NULL, STN_ANSWER_NO, "hurt-leg", NULL, TRUE},
    {"leg-injury", "warm", STN_ANSWER_NO, "swollen-leg", NULL, TRUE},
    {"osteoporosis", NULL, STN_ANSWER_NO, "ask-before", NULL, FALSE},
    {"peripheral-artery-disease", NULL, STN_ANSWER_NO, "ask-before", NULL, FALSE},
    {NULL, "sore-not-healing", STN_ANSWER_NO, "ask-before", NULL, FALSE},
    {NULL, NULL, STN_ANSWER_YES, "ask-before", NULL, FALSE},
    {"past-clot", NULL, STN_ANSWER_NO, "past-clot", NULL, FALSE},
    {"heart-failure", NULL, STN_ANSWER_NO, NULL, NULL, FALSE},
    {"high-blood-pressure", "thirst", STN_ANSWER_NO, NULL, NULL, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const StnStretchGate *standing =
      gate_of ("standing", cases[i].condition, cases[i].sign, cases[i].pregnant);

    g_assert_cmpstr (standing != NULL ? standing->id : NULL, ==, cases[i].standing);
    g_assert_true (standing == NULL || standing->closes == cases[i].closes);
    g_assert_null (gate_of ("calm-breath", cases[i].condition, cases[i].sign, cases[i].pregnant));
  }
  g_assert_cmpstr (gate_of ("bike-or-walk", "heart-failure", NULL, STN_ANSWER_NO)->id, ==, "heart");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/knowledge/advice/gates", test_gates);
  g_test_add_func ("/knowledge/advice/pregnancy", test_pregnancy);
  g_test_add_func ("/knowledge/advice/first-gate-wins", test_first_gate_wins);
  g_test_add_func ("/knowledge/advice/nothing-known", test_nothing_known);
  g_test_add_func ("/knowledge/advice/relief-words", test_relief_words);
  g_test_add_func ("/knowledge/advice/first-text", test_first_text);
  g_test_add_func ("/knowledge/advice/stretch", test_stretch);
  g_test_add_func ("/knowledge/advice/stretch-routines", test_routines);
  g_test_add_func ("/knowledge/advice/stretch-gates", test_stretch_gates);
  return g_test_run ();
}
