/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-knowledge.h"
#include "model/stn-factor.h"

#include <string.h>

static const StnTrigger *
get (const char *slug)
{
  const StnTrigger *trigger = stn_knowledge_get_trigger (stn_knowledge_get (), slug);

  if (trigger == NULL)
    g_error ("no trigger '%s'", slug);
  return trigger;
}

/* clinical 3.1: T01 to T30, each at least once. */
static void
test_every_id (void)
{
  const StnTrigger *const *triggers = stn_knowledge_list_triggers (stn_knowledge_get ());

  for (int number = 1; number <= 30; number++) {
    g_autofree char *id = g_strdup_printf ("T%02d", number);
    gboolean found = FALSE;

    for (guint i = 0; triggers[i] != NULL && !found; i++)
      found = g_str_equal (triggers[i]->id, id);
    if (!found)
      g_error ("%s is missing", id);
  }
}

/* product 7 and contract, "Nights and log": slug, trigger, kind, unit, upper bound of the scale, expected direction. */
static void
test_contract_slugs (void)
{
  const struct {
    const char *slug, *id;
    StnFactorKind kind;
    const char *unit;
    StnDirection direction;
    StnGrade grade;
  } expected[] = {
    {"fluids", "T01", STN_FACTOR_CONTINUOUS, "ml", STN_DIRECTION_DOWN, STN_GRADE_D},
    {"alcohol", "T02", STN_FACTOR_CONTINUOUS, "g", STN_DIRECTION_UP, STN_GRADE_C},
    {"caffeine", "T03", STN_FACTOR_CONTINUOUS, "mg", STN_DIRECTION_UP, STN_GRADE_D},
    {"caffeine-late", "T03", STN_FACTOR_BINARY, NULL, STN_DIRECTION_UP, STN_GRADE_D},
    {"activity", "T04", STN_FACTOR_CONTINUOUS, "min", STN_DIRECTION_DOWN, STN_GRADE_C},
    {"exertion", "T05", STN_FACTOR_SCALE, NULL, STN_DIRECTION_UP, STN_GRADE_C},
    {"sitting", "T06", STN_FACTOR_CONTINUOUS, "h", STN_DIRECTION_UP, STN_GRADE_D},
    {"standing", "T07", STN_FACTOR_CONTINUOUS, "h", STN_DIRECTION_UP, STN_GRADE_C},
    {"heat", "T08", STN_FACTOR_BINARY, NULL, STN_DIRECTION_UP, STN_GRADE_B},
    {"sweating", "T09", STN_FACTOR_SCALE, NULL, STN_DIRECTION_UP, STN_GRADE_D},
    {"vomiting-diarrhoea", "T10", STN_FACTOR_BINARY, NULL, STN_DIRECTION_UP, STN_GRADE_D},
    {"diuretic", "T11", STN_FACTOR_BINARY, NULL, STN_DIRECTION_UP, STN_GRADE_B},
    {"medicine-change", "T12", STN_FACTOR_BINARY, NULL, STN_DIRECTION_UP, STN_GRADE_C},
    {"stretch", "T13", STN_FACTOR_BINARY, NULL, STN_DIRECTION_DOWN, STN_GRADE_A},
    {"evening-exercise", "T14", STN_FACTOR_CONTINUOUS, "min", STN_DIRECTION_DOWN, STN_GRADE_D},
    {"footwear", "T15", STN_FACTOR_BINARY, NULL, STN_DIRECTION_UP, STN_GRADE_D},
    {"tight-covers", "T16", STN_FACTOR_BINARY, NULL, STN_DIRECTION_UP, STN_GRADE_D},
    {"sleep-position", "T16", STN_FACTOR_BINARY, NULL, STN_DIRECTION_UP, STN_GRADE_D},
    {"stress", "T17", STN_FACTOR_SCALE, NULL, STN_DIRECTION_UP, STN_GRADE_C},
    {"relaxation", "T18", STN_FACTOR_BINARY, NULL, STN_DIRECTION_DOWN, STN_GRADE_D},
    {"relaxation.breathing", "T18", STN_FACTOR_BINARY, NULL, STN_DIRECTION_DOWN, STN_GRADE_D},
    {"foods", "T19", STN_FACTOR_BINARY, NULL, STN_DIRECTION_DOWN, STN_GRADE_D},
    {"foods.nuts", "T19", STN_FACTOR_BINARY, NULL, STN_DIRECTION_DOWN, STN_GRADE_D},
    {"foods.bananas", "T19", STN_FACTOR_BINARY, NULL, STN_DIRECTION_DOWN, STN_GRADE_D},
    {"supplements", "T19", STN_FACTOR_BINARY, NULL, STN_DIRECTION_DOWN, STN_GRADE_D},
    {"supplements.magnesium", "T19", STN_FACTOR_BINARY, NULL, STN_DIRECTION_DOWN, STN_GRADE_N},
    {"short-sleep", "T20", STN_FACTOR_BINARY, NULL, STN_DIRECTION_UP, STN_GRADE_C},
    {"low-sugar", "T21", STN_FACTOR_BINARY, NULL, STN_DIRECTION_UP, STN_GRADE_D},
    {"dialysis", "T22", STN_FACTOR_BINARY, NULL, STN_DIRECTION_UP, STN_GRADE_B},
    {"pregnancy", "T23", STN_FACTOR_CONTINUOUS, "weeks", STN_DIRECTION_UP, STN_GRADE_B},
    {"smoking", "T24", STN_FACTOR_COUNT, NULL, STN_DIRECTION_UP, STN_GRADE_C},
    {"cold-legs", "T25", STN_FACTOR_BINARY, NULL, STN_DIRECTION_UP, STN_GRADE_C},
    {"twitching", "T26", STN_FACTOR_SCALE, NULL, STN_DIRECTION_UP, STN_GRADE_C},
    {"tingling", "T26", STN_FACTOR_SCALE, NULL, STN_DIRECTION_UP, STN_GRADE_C},
    {"toxin", "T27", STN_FACTOR_BINARY, NULL, STN_DIRECTION_UP, STN_GRADE_D},
    {"immobility", "T28", STN_FACTOR_BINARY, NULL, STN_DIRECTION_UP, STN_GRADE_D},
    {"cramp-last-night", "T29", STN_FACTOR_BINARY, NULL, STN_DIRECTION_UP, STN_GRADE_D},
    {"illness", "T30", STN_FACTOR_BINARY, NULL, STN_DIRECTION_UP, STN_GRADE_D},
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    const StnTrigger *trigger = get (expected[i].slug);

    g_assert_cmpstr (trigger->slug, ==, expected[i].slug);
    g_assert_cmpstr (trigger->id, ==, expected[i].id);
    g_assert_cmpint (trigger->kind, ==, expected[i].kind);
    g_assert_cmpstr (trigger->unit, ==, expected[i].unit);
    g_assert_cmpint (trigger->direction, ==, expected[i].direction);
    g_assert_cmpint (trigger->grade, ==, expected[i].grade);
  }
}

/* Defaults of clinical 11.1. */
static void
test_cuts (void)
{
  const struct {
    const char *slug;
    StnCut cut;
  } expected[] = {
    {"fluids", {STN_CUT_BELOW, 1500}},        {"alcohol", {STN_CUT_ABOVE, 0}},
    {"caffeine", {STN_CUT_ABOVE, 400}},       {"activity", {STN_CUT_BELOW, 10}},
    {"exertion", {STN_CUT_AT_OR_ABOVE, 7}},   {"sitting", {STN_CUT_AT_OR_ABOVE, 8}},
    {"standing", {STN_CUT_AT_OR_ABOVE, 4}},   {"sweating", {STN_CUT_AT_OR_ABOVE, 2}},
    {"stress", {STN_CUT_AT_OR_ABOVE, 7}},     {"stretch", {STN_CUT_AT_OR_ABOVE, 1}},
    {"evening-exercise", {STN_CUT_ABOVE, 0}}, {"twitching", {STN_CUT_AT_OR_ABOVE, 1}},
    {"smoking", {STN_CUT_ABOVE, 0}},          {"foods.nuts", {STN_CUT_AT_OR_ABOVE, 1}},
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    const StnTrigger *trigger = get (expected[i].slug);

    g_assert_cmpint (trigger->exposed_when.side, ==, expected[i].cut.side);
    g_assert_cmpfloat (trigger->exposed_when.value, ==, expected[i].cut.value);
  }
  g_assert_cmpint (get ("fluids")->exposed_when_male.side, ==, STN_CUT_BELOW);
  g_assert_cmpfloat (get ("fluids")->exposed_when_male.value, ==, 1800);
  g_assert_cmpint (get ("alcohol")->exposed_when_male.side, ==, STN_CUT_NONE);
}

static void
test_exposed_direction (void)
{
  g_assert_cmpint (stn_trigger_exposed_direction (get ("fluids")), ==, STN_DIRECTION_UP);
  g_assert_cmpint (stn_trigger_exposed_direction (get ("activity")), ==, STN_DIRECTION_UP);
  g_assert_cmpint (stn_trigger_exposed_direction (get ("alcohol")), ==, STN_DIRECTION_UP);
  g_assert_cmpint (stn_trigger_exposed_direction (get ("stretch")), ==, STN_DIRECTION_DOWN);
  g_assert_cmpint (stn_trigger_exposed_direction (get ("sleep-position.back")), ==,
                   STN_DIRECTION_NONE);
}

/* product 2: drinks, movement, hard effort, long sitting, alcohol, bedtime stretch, first and in this order. */
static void
test_tracked (void)
{
  const char *const tracked[] = {"fluids", "activity", "exertion", "sitting", "alcohol", "stretch"};
  const StnTrigger *const *triggers = stn_knowledge_list_triggers (stn_knowledge_get ());

  for (guint i = 0; triggers[i] != NULL; i++) {
    g_assert_cmpint (triggers[i]->tracked, ==, i < G_N_ELEMENTS (tracked));
    if (triggers[i]->tracked)
      g_assert_cmpstr (triggers[i]->slug, ==, tracked[i]);
    g_assert_cmpint (triggers[i]->position, ==, (int) i);
  }
}

static void
check_bounds (const StnTrigger *trigger)
{
  GError *error = NULL;

  if (trigger->kind == STN_FACTOR_BINARY) {
    g_assert_false (trigger->min.known || trigger->max.known);
    return;
  }
  g_assert_true (trigger->min.known && trigger->max.known && trigger->min.value == 0);
  /* What the catalogue allows the model takes, too. */
  stn_factor_kind_validate (trigger->kind, trigger->slug, trigger->max.value, &error);
  g_assert_no_error (error);
}

static void
test_every_trigger_is_whole (void)
{
  const StnTrigger *const *triggers = stn_knowledge_list_triggers (stn_knowledge_get ());

  for (guint i = 0; triggers[i] != NULL; i++) {
    const StnTrigger *trigger = triggers[i];
    GError *error = NULL;

    stn_factor_slug_validate (trigger->slug, &error);
    g_assert_no_error (error);
    g_assert_true (trigger->name && trigger->exposed && trigger->nights && trigger->evidence);
    g_assert_true (trigger->list != NULL || trigger->otherwise != NULL);
    g_assert_true (trigger->list != NULL || (trigger->question != NULL) == !trigger->derived);
    g_assert_cmpint (trigger->grade, >=, STN_GRADE_A);
    g_assert_cmpint (trigger->exposed_when.side, !=, STN_CUT_NONE);
    g_assert_nonnull (trigger->sources[0]);
    g_assert_true (g_unichar_isupper (g_utf8_get_char (trigger->name)));
    check_bounds (trigger);
    g_assert_true (get (trigger->slug) == trigger);
  }
}

static void
test_ticks (void)
{
  const StnTrigger *nuts = get ("foods.nuts"), *foods = get ("foods"),
                   *magnesium = get ("supplements.magnesium");

  g_assert_cmpstr (nuts->list, ==, "foods");
  g_assert_null (foods->list);
  g_assert_cmpstr (nuts->evidence, ==, foods->evidence);
  g_assert_cmpstr (nuts->sources[0]->id, ==, foods->sources[0]->id);
  g_assert_cmpstr (magnesium->evidence, !=, get ("supplements")->evidence);
  g_assert_cmpstr (magnesium->sources[0]->id, ==, "garrison-2020");
  g_assert_cmpint (get ("footwear.supportive")->direction, ==, STN_DIRECTION_DOWN);
  g_assert_cmpint (get ("footwear.flat")->direction, ==, STN_DIRECTION_UP);
}

/* clinical 3: T26 are markers, T27 to T29 never statistics; derived ones of the contract. */
static void
test_roles (void)
{
  const char *const derived[] = {"diuretic", "medicine-change",  "short-sleep", "pregnancy",
                                 "toxin",    "cramp-last-night", NULL};
  const char *const contexts[] = {"toxin", "immobility", "cramp-last-night", NULL};
  const StnTrigger *const *triggers = stn_knowledge_list_triggers (stn_knowledge_get ());

  for (guint i = 0; triggers[i] != NULL; i++) {
    const StnTrigger *trigger = triggers[i];

    g_assert_cmpint (trigger->derived, ==, g_strv_contains (derived, trigger->slug));
    g_assert_cmpint (trigger->role == STN_ROLE_MARKER, ==, g_str_equal (trigger->id, "T26"));
    g_assert_cmpint (trigger->role == STN_ROLE_CONTEXT, ==,
                     g_strv_contains (contexts, trigger->slug));
  }
}

static void
test_sources (void)
{
  const StnSource *const *sources = stn_knowledge_list_sources (stn_knowledge_get ());

  for (guint i = 0; sources[i] != NULL; i++) {
    g_assert_true (sources[i]->id != NULL && sources[i]->brief != NULL && sources[i]->text != NULL);
    g_assert_true (sources[i]->link == NULL || g_str_has_prefix (sources[i]->link, "https://"));
  }
  g_assert_false (get ("supplements.b-complex")->sources[0]->read);
}

static void
test_unknown_slug (void)
{
  g_assert_null (stn_knowledge_get_trigger (stn_knowledge_get (), "late-meal"));
  g_assert_null (stn_knowledge_get_trigger (stn_knowledge_get (), ""));
}

static void
test_tokens (void)
{
  StnGrade grade = STN_GRADE_A;
  GError *error = NULL;

  g_assert_cmpstr (stn_grade_to_token (STN_GRADE_N), ==, "N");
  g_assert_cmpstr (stn_trigger_role_to_token (STN_ROLE_MARKER), ==, "marker");
  g_assert_true (stn_grade_parse ("B", &grade, &error));
  g_assert_cmpint (grade, ==, STN_GRADE_B);
  g_assert_false (stn_grade_parse ("E", &grade, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/knowledge/catalogue/every-id", test_every_id);
  g_test_add_func ("/knowledge/catalogue/contract-slugs", test_contract_slugs);
  g_test_add_func ("/knowledge/catalogue/cuts", test_cuts);
  g_test_add_func ("/knowledge/catalogue/exposed-direction", test_exposed_direction);
  g_test_add_func ("/knowledge/catalogue/six-tracked-first", test_tracked);
  g_test_add_func ("/knowledge/catalogue/every-trigger-is-whole", test_every_trigger_is_whole);
  g_test_add_func ("/knowledge/catalogue/ticks-take-from-their-list", test_ticks);
  g_test_add_func ("/knowledge/catalogue/roles", test_roles);
  g_test_add_func ("/knowledge/catalogue/sources", test_sources);
  g_test_add_func ("/knowledge/catalogue/unknown-slug", test_unknown_slug);
  g_test_add_func ("/knowledge/catalogue/tokens", test_tokens);
  return g_test_run ();
}
