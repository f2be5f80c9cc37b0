/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-advice.h"
#include "knowledge/stn-condition.h"
#include "knowledge/stn-medicine-class.h"
#include "knowledge/stn-rule.h"
#include "knowledge/stn-sign.h"
#include "wording-support.h"
#include "wording/stn-wording-card.h"
#include "wording/stn-wording-stretch.h"

#include <locale.h>

/*
 * A grid over everything that a finding can be, for every factor of the catalogue and some of a person's own: no text
 * may claim what a diary cannot show, reassure, or speak of leaving off a medicine (product 4, clinical 5.3).
 */

static GRegex *forbidden;

static void
check (const char *text, const char *where)
{
  g_autoptr (GMatchInfo) match = NULL;

  if (text == NULL)
    return;
  g_assert_cmpstr (text, !=, "");
  g_assert_true (g_utf8_validate (text, -1, NULL));
  if (g_regex_match (forbidden, text, 0, &match)) {
    g_autofree char *word = g_match_info_fetch (match, 0);

    g_error ("%s: '%s' in \"%s\"", where, word, text);
  }
  /* Nothing was left unfilled, and no direction is hard-coded. */
  g_assert_null (g_strrstr (text, "(null)"));
  g_assert_false (g_regex_match_simple ("\\b(nan|inf)\\b", text, 0, 0));
  g_assert_null (g_strrstr (text, "\342\200\216"));
  g_assert_null (g_strrstr (text, "\342\200\217"));
}

static void
check_text (const StnFindingText *text, const char *where)
{
  const char *const fields[] = {
    text->title,   text->tag,     text->counts,  text->record,     text->note,
    text->with,    text->without, text->cut,     text->difference, text->luck,
    text->studies, text->grade,   text->sources,
  };
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_assert_true (i > 3 || fields[i] != NULL);
    g_assert_cmpstr (fields[i], !=, "");
    if (fields[i] != NULL)
      g_string_append_printf (all, "%s | ", fields[i]);
  }
  check (all->str, where);
}

static void
check_finding (
  const StnFactor *factor, StnVerdict verdict, StnTier tier, guint nights, StnCut cut, guint slides)
{
  g_autoptr (StnAnalysis) analysis = words_analysis (nights, nights / 3);
  guint with = nights / 4, without = nights - with;
  StnFinding *finding =
    words_finding (analysis, factor->slug, factor->kind, cut, with / 2, with, without / 3, without);
  g_autoptr (StnFindingText) text = NULL;
  g_autofree char *where =
    g_strdup_printf ("%s, verdict %d, tier %d, %u nights", factor->slug, verdict, tier, nights);

  finding->verdict = verdict;
  finding->tier = tier;
  finding->unit_known = finding->diff_known = verdict > STN_VERDICT_NO_CONTRAST;
  finding->unit = 2.5;
  finding->estimate = (StnEstimate){TRUE, 1.2, .8, 2, .95, .2};
  finding->diff_per_100 = 4;
  finding->diff_low = -2;
  finding->diff_high = 11;
  finding->chance_slides = slides;
  finding->chance_count = slides / 3 + 1;
  finding->late_values = nights % 5;
  finding->nights_needed = STN_KNOWN_INT ((int) nights % 7);
  finding->nights_for_power = STN_KNOWN_INT (100);
  text = words_of_finding (finding, factor, analysis);
  check_text (text, where);
}

static void
check_factor (const StnFactor *factor, StnCut usual)
{
  const guint nights[] = {0, 1, 2, 29, 30, 31, 365};
  const StnCut cuts[] = {
    usual, {0}, {STN_CUT_ABOVE, 2.5}, {STN_CUT_AT_OR_BELOW, 3}, {STN_CUT_BELOW, 4}};
  guint n_cuts = factor->kind == STN_FACTOR_BINARY ? 1 : G_N_ELEMENTS (cuts);

  for (int verdict = STN_VERDICT_NOT_ENOUGH_DATA; verdict <= STN_VERDICT_PROTECTOR; verdict++)
    for (int tier = STN_TIER_NONE; tier <= STN_TIER_CONFIRMED; tier++)
      for (guint i = 0; i < G_N_ELEMENTS (nights); i++)
        for (guint j = 0; j < n_cuts; j++) {
          check_finding (factor, (StnVerdict) verdict, (StnTier) tier, nights[i], cuts[j], 0);
          check_finding (factor, (StnVerdict) verdict, (StnTier) tier, nights[i], cuts[j],
                         2 * nights[i]);
        }
}

static void
test_catalogue (void)
{
  const StnTrigger *const *triggers = stn_knowledge_list_triggers (stn_knowledge_get ());

  for (guint i = 0; triggers[i] != NULL; i++) {
    g_autoptr (StnFactor) factor = words_built_in (triggers[i]->slug);

    check_factor (factor, triggers[i]->exposed_when);
  }
}

static void
test_own_factors (void)
{
  for (int kind = STN_FACTOR_BINARY; kind <= STN_FACTOR_CONTINUOUS; kind++) {
    g_autoptr (StnFactor) plain = words_own ("Late meal", (StnFactorKind) kind, NULL);
    g_autoptr (StnFactor) odd = words_own ("100 %s %n <i>&", (StnFactorKind) kind, "%d");

    check_factor (plain, (StnCut){STN_CUT_AT_OR_ABOVE, 1});
    check_factor (odd, (StnCut){STN_CUT_AT_OR_ABOVE, 1});
  }
}

static void
test_catalogue_sentences (void)
{
  const StnTrigger *const *triggers = stn_knowledge_list_triggers (stn_knowledge_get ());

  for (guint i = 0; triggers[i] != NULL; i++) {
    check (triggers[i]->name, triggers[i]->slug);
    check (triggers[i]->exposed, triggers[i]->slug);
    check (triggers[i]->nights, triggers[i]->slug);
    check (triggers[i]->otherwise, triggers[i]->slug);
    check (triggers[i]->question, triggers[i]->slug);
    check (triggers[i]->evidence, triggers[i]->slug);
  }
}

static void
test_medicines_and_conditions (void)
{
  const StnMedicineClass *const *classes =
    stn_knowledge_list_medicine_classes (stn_knowledge_get ());
  const StnCondition *const *conditions = stn_knowledge_list_conditions (stn_knowledge_get ());

  for (guint i = 0; classes[i] != NULL; i++) {
    check (classes[i]->name, classes[i]->id);
    check (classes[i]->evidence, classes[i]->id);
    check (classes[i]->ask, classes[i]->id);
    check (classes[i]->group->evidence, classes[i]->group->id);
  }
  for (guint i = 0; conditions[i] != NULL; i++) {
    check (conditions[i]->name, conditions[i]->id);
    check (conditions[i]->evidence, conditions[i]->id);
  }
}

static void
check_advice (const StnAdvice *const *list)
{
  for (guint i = 0; list[i] != NULL; i++) {
    check (list[i]->name, list[i]->id);
    check (list[i]->text, list[i]->id);
    check (list[i]->sheet, list[i]->id);
    check (list[i]->hint, list[i]->id);
    for (guint j = 0; list[i]->gates != NULL && list[i]->gates[j] != NULL; j++)
      check (list[i]->gates[j]->instead, list[i]->id);
  }
}

static void
test_advice (void)
{
  check_advice (stn_knowledge_list_selfcare (stn_knowledge_get ()));
  check_advice (stn_knowledge_list_reliefs (stn_knowledge_get ()));
}

static void
check_rule (const StnRule *rule)
{
  check (rule->evidence, rule->id);
  for (guint i = 0; rule->cases[i] != NULL; i++) {
    check (rule->cases[i]->title, rule->id);
    check (rule->cases[i]->action, rule->id);
  }
}

static void
test_flags_and_signs (void)
{
  const StnRule *const *rules = stn_knowledge_list_rules (stn_knowledge_get ());
  const StnSignQuestion *const *signs = stn_knowledge_list_signs (stn_knowledge_get ());

  for (guint i = 0; rules[i] != NULL; i++)
    check_rule (rules[i]);
  for (guint i = 0; signs[i] != NULL; i++) {
    check (signs[i]->asked, signs[i]->id);
    check (signs[i]->hint, signs[i]->id);
    /* One sign a row: nobody can answer two with one yes (screens, 06b). */
    g_assert_false (g_regex_match_simple ("\\b(or|and) (a|the|is|it)\\b", signs[i]->asked, 0, 0));
  }
}

static void
check_card_text (const StnCardText *text, const char *where)
{
  check (text->title, where);
  check (text->lead, where);
  check (text->care, where);
  for (guint i = 0; i < text->lines->len; i++)
    check (text->lines->pdata[i], where);
  for (guint i = 0; i < text->sayings->len; i++)
    check (((StnSayingText *) text->sayings->pdata[i])->heading, where);
  for (guint i = 0; i < text->known->len; i++) {
    const StnKnownTriggerText *known = text->known->pdata[i];

    check (known->title, where);
    check (known->grade, where);
    check (known->ask, where);
  }
  /* That no cause is known is no claim of one; it is said in these words alone. */
  if (text->calm != NULL)
    g_assert_cmpstr (
      text->calm, ==,
      "Most night cramps have no known cause, and for most people they are just a bother.");
}

static void
check_card (StnCardKind kind, guint recorded, guint cramps)
{
  StnKnownTrigger day = {
    .slug = "fluids", .days_present = 3, .days_recorded = 5, .latest = STN_KNOWN_REAL (750)};
  StnKnownTrigger medicine = {
    .kind = STN_KNOWN_MEDICINE, .slug = "statins", .name = (char *) "A tablet", .ask = "Ask."};
  StnSaying sayings[] = {{.kind = STN_SAYING_TONIGHT, .text = "A."},
                         {.kind = STN_SAYING_BY_DAY, .text = "B."},
                         {.kind = STN_SAYING_RELIEF, .text = "C.", .is_gated = TRUE},
                         {.kind = STN_SAYING_RELIEF, .text = "D."}};
  StnUsualPicture picture = {.side = STN_SIDE_LEFT,
                             .site = STN_SITE_CALF,
                             .severity = STN_KNOWN_INT (6),
                             .duration_s = STN_KNOWN_INT (180),
                             .start_min = STN_KNOWN_INT (180),
                             .woke = cramps,
                             .woke_known = cramps,
                             .helped = "walk",
                             .helped_ended = 1,
                             .helped_tried = 1 + cramps};
  g_autoptr (StnAnalysis) analysis = words_analysis (recorded, cramps);
  StnFinding *finding = words_finding (analysis, "fluids", STN_FACTOR_CONTINUOUS,
                                       (StnCut){STN_CUT_BELOW, 1500}, 1, 2, 1, 2);
  g_autoptr (GPtrArray) factors = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_factor_free);
  g_autofree char *where =
    g_strdup_printf ("card %d, %u nights, %u with cramps", kind, recorded, cramps);
  StnCard card = {.kind = kind,
                  .recorded = recorded,
                  .cramps = cramps,
                  .picture = &picture,
                  .finding = finding,
                  .known = g_ptr_array_new (),
                  .sayings = g_ptr_array_new (),
                  .outlooks = g_array_new (FALSE, FALSE, sizeof (StnOutlook))};
  StnOutlook outlooks[] = {{finding, FALSE, recorded + 1, STN_NO_DATE},
                           {finding, TRUE, recorded + 9, words_today ()}};
  g_autoptr (StnCardText) text = NULL;

  day.trigger = stn_knowledge_get_trigger (stn_knowledge_get (), "fluids");
  day.evidence = medicine.evidence = day.trigger->evidence;
  day.sources = medicine.sources = day.trigger->sources;
  day.grade = medicine.grade = STN_GRADE_D;
  g_ptr_array_add (factors, words_built_in ("fluids"));
  g_ptr_array_add (card.known, &day);
  g_ptr_array_add (card.known, &medicine);
  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    g_ptr_array_add (card.sayings, &sayings[i]);
  g_array_append_vals (card.outlooks, outlooks, G_N_ELEMENTS (outlooks));
  text = stn_wording_card (&card, factors, analysis, words_today ());
  g_assert_true ((text == NULL) == (kind == STN_CARD_NONE));
  if (text != NULL)
    check_card_text (text, where);
  g_ptr_array_unref (card.known);
  g_ptr_array_unref (card.sayings);
  g_array_unref (card.outlooks);
}

static void
test_cards (void)
{
  const guint nights[] = {1, 2, 6, 7, 13, 29, 30, 31, 100, 365};

  for (int kind = STN_CARD_NONE; kind <= STN_CARD_OUTLOOK; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (nights); i++) {
      check_card ((StnCardKind) kind, nights[i], 0);
      check_card ((StnCardKind) kind, nights[i], 1);
      check_card ((StnCardKind) kind, nights[i], nights[i]);
    }
}

static void
check_step (const StnStretchStep *step)
{
  g_autofree char *about = stn_wording_stretch_about (step);
  g_autofree char *spoken = stn_wording_stretch_spoken (step);

  check (about, step->exercise);
  check (spoken, step->exercise);
  check (stn_wording_stretch_title (step), step->exercise);
  check (stn_wording_stretch_text (step), step->exercise);
  check (stn_wording_stretch_rhythm (step, 0), step->exercise);
  check (stn_wording_stretch_rhythm (step, step->in_s + .5), step->exercise);
}

/* Everything that is said before, during and after a guided stretch, also how often it was done. */
static void
test_stretch (void)
{
  const StnKnowledge *knowledge = stn_knowledge_get ();
  const StnStretchRoutine *const *routines = stn_knowledge_list_stretch_routines (knowledge);
  const StnStretchGate *const *gates = stn_knowledge_list_stretch_gates (knowledge);
  const StnStretchNote *const *notes = stn_knowledge_list_stretch_notes (knowledge);

  for (guint i = 0; routines[i] != NULL; i++) {
    g_autoptr (StnStretchPlan) plan = stn_stretch_routine_get_plan (routines[i]);

    check (routines[i]->text, routines[i]->id);
    for (guint j = 0; j < plan->steps->len; j++)
      check_step (stn_stretch_plan_get (plan, j));
  }
  for (guint i = 0; gates[i] != NULL; i++)
    check (gates[i]->text, gates[i]->id);
  for (guint i = 0; notes[i] != NULL; i++)
    check (notes[i]->text, notes[i]->id);
  for (guint evenings = 0; evenings <= 42; evenings++)
    for (guint done = 0; done <= evenings; done++) {
      g_autofree char *count = stn_wording_stretch_count (done, evenings, 42);

      check (count, "count of stretches");
    }
  check (stn_wording_stretch_done (TRUE), "done");
  check (stn_wording_stretch_done (FALSE), "done");
}

/* The scan itself can fail. */
static void
test_scan_finds (void)
{
  const char *const claims[] = {"Coffee causes cramps", "98 % sure",         "This is safe",
                                "Stop taking it",       "a normal value",    "significantly more",
                                "a proven trigger",     "it is harmless",    "you are diagnosed",
                                "cramps due to heat",   "dehydration led to"};

  for (guint i = 0; i < G_N_ELEMENTS (claims); i++)
    g_assert_true (g_regex_match (forbidden, claims[i], 0, NULL));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  forbidden = g_regex_new (
    "\\b(caus\\w*|because of your|due to|led to|safe\\w*|normal\\w*|harmless|stop\\w*|"
    "significan\\w*|prov(en|es|ed|ing)|diagnos\\w*|guarantee\\w*|cure\\w*)\\b|% ?sure|\\*\\*",
    G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  g_test_add_func ("/wording/forbidden/catalogue", test_catalogue);
  g_test_add_func ("/wording/forbidden/own-factors", test_own_factors);
  g_test_add_func ("/wording/forbidden/catalogue-sentences", test_catalogue_sentences);
  g_test_add_func ("/wording/forbidden/medicines-and-conditions", test_medicines_and_conditions);
  g_test_add_func ("/wording/forbidden/advice", test_advice);
  g_test_add_func ("/wording/forbidden/flags-and-signs", test_flags_and_signs);
  g_test_add_func ("/wording/forbidden/cards", test_cards);
  g_test_add_func ("/wording/forbidden/stretch", test_stretch);
  g_test_add_func ("/wording/forbidden/scan-finds", test_scan_finds);
  int failed = g_test_run ();

  g_regex_unref (forbidden);
  return failed;
}
