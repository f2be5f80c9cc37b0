/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-support.h"

#include "analysis/stn-publication.h"

#include <locale.h>

#define LITTLE ((StnCut){STN_CUT_BELOW, 1500})
#define YES ((StnCut){STN_CUT_AT_OR_ABOVE, 1})

/* The first row of the Findings picture: fluids, 35 of 58 after little to drink, 64 of 173 otherwise. */
static StnFinding *
add_fluids (StnAnalysis *analysis)
{
  StnFinding *finding =
    words_finding (analysis, "fluids", STN_FACTOR_CONTINUOUS, LITTLE, 35, 58, 64, 173);

  finding->unit_known = TRUE;
  finding->unit = 612.4;
  finding->diff_known = TRUE;
  /* 64 of 173 otherwise; times 2.58 (1.46 to 4.77) for a unit less: 23 (9 to 37) more in 100. */
  finding->estimate = (StnEstimate){TRUE, 1 / 2.576, 1 / 4.77, 1 / 1.457, .95, .001};
  return finding;
}

static void
test_clear_pattern (void)
{
  g_autoptr (StnAnalysis) analysis = words_analysis (289, 124);
  g_autoptr (StnFactor) fluids = words_built_in ("fluids");
  StnFinding *finding = add_fluids (analysis);
  g_autoptr (StnFindingText) text = NULL;

  finding->verdict = STN_VERDICT_PROTECTOR;
  finding->tier = STN_TIER_CONFIRMED;
  text = words_of_finding (finding, fluids, analysis);
  g_assert_cmpstr (text->title, ==, "More cramps go with little to drink");
  g_assert_cmpstr (text->tag, ==, "Clear pattern in this diary");
  g_assert_cmpstr (
    text->counts, ==,
    "Cramps on <b>35 of 58</b> nights after little to drink, <b>64 of 173</b> otherwise.");
  g_assert_null (text->note);
  g_assert_cmpstr (text->with, ==, "After little to drink");
  g_assert_cmpstr (text->without, ==, "Otherwise: enough to drink");
  g_assert_cmpstr (text->cut, ==, "Here “little to drink” means less than 1500 ml (6 glasses).");
  g_assert_cmpstr (text->difference, ==,
                   "23 more cramp nights in 100 per 612 ml less, likely between 9 and 37 more");
  g_assert_null (text->luck);
  g_assert_cmpstr (text->grade, ==, "Often named, poorly supported");
  g_assert_cmpstr (text->studies, ==,
                   "General guides name it; reviews found no relation to ordinary night cramps.");
  g_assert_cmpstr (text->sources, ==,
                   "Allen and Kirby 2012 · Family Practice Notebook · EFSA 2010");
  g_assert_cmpstr (text->record, ==,
                   "231 days are compared. What was entered only after the night is left out.");
}

/* What is said of a prescribed medicine never stands without the care. */
static void
test_prescribed_medicine (void)
{
  g_autoptr (StnAnalysis) analysis = words_analysis (100, 40);
  g_autoptr (StnFactor) diuretic = words_built_in ("diuretic");
  StnFinding *finding =
    words_finding (analysis, "diuretic", STN_FACTOR_BINARY, YES, 20, 40, 20, 60);
  g_autoptr (StnFindingText) text = NULL;

  finding->verdict = STN_VERDICT_TRIGGER;
  finding->tier = STN_TIER_CONFIRMED;
  text = words_of_finding (finding, diuretic, analysis);
  g_assert_cmpstr (text->title, ==, "More cramps go with a water tablet");
  g_assert_cmpstr (text->note, ==, "Do not leave off or change a prescribed medicine on your own.");
}

/* The verdict is of the raw value going up, the words are of the exposed side. */
static void
test_direction (void)
{
  const struct {
    const char *slug;
    StnCut cut;
    StnVerdict verdict;
    const char *title;
  } cases[] = {
    {"fluids", {STN_CUT_BELOW, 1500}, STN_VERDICT_TRIGGER, "Fewer cramps go with little to drink"},
    {"fluids", {STN_CUT_BELOW, 1800}, STN_VERDICT_PROTECTOR, "More cramps go with little to drink"},
    {"fluids",
     {STN_CUT_ABOVE, 1400},
     STN_VERDICT_PROTECTOR,
     "Fewer cramps go with more of “Drinks”"},
    {"sitting", {STN_CUT_AT_OR_ABOVE, 8}, STN_VERDICT_TRIGGER, "More cramps go with long sitting"},
    {"stretch",
     {STN_CUT_AT_OR_ABOVE, 1},
     STN_VERDICT_PROTECTOR,
     "Fewer cramps go with the bedtime stretch"},
    {"alcohol", {STN_CUT_ABOVE, 0}, STN_VERDICT_PROTECTOR, "Fewer cramps go with alcohol"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (StnAnalysis) analysis = words_analysis (200, 60);
    g_autoptr (StnFactor) factor = words_built_in (cases[i].slug);
    StnFinding *finding =
      words_finding (analysis, factor->slug, factor->kind, cases[i].cut, 20, 50, 40, 150);
    g_autoptr (StnFindingText) text = NULL;

    finding->verdict = cases[i].verdict;
    finding->tier = STN_TIER_LIKELY;
    text = words_of_finding (finding, factor, analysis);
    g_assert_cmpstr (text->title, ==, cases[i].title);
    g_assert_cmpstr (text->tag, ==, "Worth watching closely");
  }
}

static void
test_tags (void)
{
  const struct {
    StnVerdict verdict;
    StnTier tier;
    const char *tag;
  } cases[] = {
    {STN_VERDICT_TRIGGER, STN_TIER_CONFIRMED, "Clear pattern in this diary"},
    {STN_VERDICT_PROTECTOR, STN_TIER_LIKELY, "Worth watching closely"},
    {STN_VERDICT_UNCLEAR, STN_TIER_POSSIBLE, "Worth watching"},
    {STN_VERDICT_UNCLEAR, STN_TIER_NONE, "Cannot tell yet"},
    {STN_VERDICT_TRIGGER, STN_TIER_NONE, "Cannot tell yet"},
    {STN_VERDICT_UNLIKELY, STN_TIER_NONE, "A strong link is unlikely"},
    {STN_VERDICT_NOT_ENOUGH_DATA, STN_TIER_NONE, "Not enough nights yet"},
    {STN_VERDICT_NO_CONTRAST, STN_TIER_NONE, "Cannot be tested"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (stn_wording_verdict (cases[i].verdict, cases[i].tier), ==, cases[i].tag);
}

static void
test_few_nights_are_not_split (void)
{
  const guint nights[] = {1, 6, 29};
  g_autoptr (StnFactor) fluids = words_built_in ("fluids");

  for (guint i = 0; i < G_N_ELEMENTS (nights); i++) {
    g_autoptr (StnAnalysis) analysis = words_analysis (nights[i], nights[i] / 2);
    StnFinding *finding =
      words_finding (analysis, "fluids", STN_FACTOR_CONTINUOUS, LITTLE, 3, 4, 1, 2);
    g_autoptr (StnFindingText) text = NULL;

    finding->verdict = STN_VERDICT_TRIGGER;
    finding->tier = STN_TIER_CONFIRMED;
    finding->diff_known = TRUE;
    finding->chance_slides = 50;
    finding->chance_count = 1;
    text = words_of_finding (finding, fluids, analysis);
    g_assert_cmpstr (text->title, ==, "Drinks");
    g_assert_cmpstr (text->counts, ==,
                     "Little to drink on <b>4 of 6</b> days. Whether this goes with your cramps "
                     "cannot be told yet: "
                     "with so few nights chance alone makes such pairs.");
    g_assert_null (text->difference);
    g_assert_null (text->luck);
  }
}

static void
test_not_enough (void)
{
  g_autoptr (StnAnalysis) analysis = words_analysis (231, 99);
  g_autoptr (StnFactor) alcohol = words_built_in ("alcohol");
  StnFinding *finding = words_finding (analysis, "alcohol", STN_FACTOR_CONTINUOUS,
                                       (StnCut){STN_CUT_ABOVE, 0}, 4, 9, 95, 222);
  g_autoptr (StnFindingText) text = NULL;
  g_autoptr (StnFindingText) other = NULL;

  finding->verdict = STN_VERDICT_NOT_ENOUGH_DATA;
  finding->nights_needed = STN_KNOWN_INT (7);
  text = words_of_finding (finding, alcohol, analysis);
  g_assert_cmpstr (text->title, ==, "Alcohol");
  g_assert_cmpstr (text->counts, ==, "Alcohol on <b>9 of 231</b> days.");
  g_assert_cmpstr (text->note, ==, "About 7 more nights are needed");
  g_assert_cmpstr (text->cut, ==, "Here “alcohol” means any amount.");
  finding->nights_needed = STN_KNOWN_INT (1);
  other = words_of_finding (finding, alcohol, analysis);
  g_assert_cmpstr (other->note, ==, "About 1 more night is needed");
}

static void
test_no_contrast (void)
{
  g_autoptr (StnAnalysis) analysis = words_analysis (60, 20);
  g_autoptr (StnFactor) coffee = words_own ("Coffee", STN_FACTOR_BINARY, NULL);
  StnFinding *finding = words_finding (analysis, "own", STN_FACTOR_BINARY, YES, 20, 58, 0, 2);
  g_autoptr (StnFindingText) text = NULL;

  finding->verdict = STN_VERDICT_NO_CONTRAST;
  text = words_of_finding (finding, coffee, analysis);
  g_assert_cmpstr (text->title, ==, "Coffee");
  g_assert_cmpstr (text->tag, ==, "Cannot be tested");
  g_assert_cmpstr (text->counts, ==, "Cannot be tested: “Coffee” on <b>58 of 60</b> days.");
  g_assert_null (text->difference);
  g_assert_null (text->studies);
  g_assert_null (text->grade);
  g_assert_null (text->sources);
}

/* All values alike: there is no cut and nothing is counted. */
static void
test_constant_values (void)
{
  g_autoptr (StnAnalysis) analysis = words_analysis (40, 20);
  g_autoptr (StnFactor) factor = words_own ("Screen", STN_FACTOR_CONTINUOUS, "min");
  StnFinding *finding =
    words_finding (analysis, "own", STN_FACTOR_CONTINUOUS, (StnCut){0}, 0, 0, 0, 0);
  g_autoptr (StnFindingText) text = NULL;

  finding->verdict = STN_VERDICT_NO_CONTRAST;
  finding->nights_recorded = 38;
  text = words_of_finding (finding, factor, analysis);
  g_assert_cmpstr (text->counts, ==, "Recorded on <b>38</b> days.");
  g_assert_null (text->with);
  g_assert_null (text->without);
  g_assert_null (text->cut);
}

static void
test_own_factor (void)
{
  g_autoptr (StnAnalysis) analysis = words_analysis (231, 99);
  g_autoptr (StnFactor) screen = words_own ("Screen", STN_FACTOR_CONTINUOUS, "min");
  StnFinding *finding = words_finding (analysis, "own", STN_FACTOR_CONTINUOUS,
                                       (StnCut){STN_CUT_ABOVE, 40}, 14, 30, 85, 201);
  g_autoptr (StnFindingText) text = NULL;

  finding->nights_for_power = STN_KNOWN_INT (341);
  text = words_of_finding (finding, screen, analysis);
  g_assert_cmpstr (text->counts, ==,
                   "Cramps on <b>14 of 30</b> nights with “Screen”: more than 40 min, <b>85 of "
                   "201</b> otherwise.");
  g_assert_cmpstr (text->cut, ==,
                   "The days are parted at the middle of your own values: more than 40 min.");
  g_assert_cmpstr (text->note, ==, "A strong link could show after about 110 more nights");
  g_assert_cmpstr (text->without, ==, "Otherwise");
}

static void
test_plural_follows_the_nights (void)
{
  const struct {
    guint with;
    const char *counts;
  } cases[] = {
    {0, "Cramps on <b>0 of 0</b> nights with “Nap”, <b>9 of 30</b> otherwise."},
    {1, "Cramps on <b>0 of 1</b> night with “Nap”, <b>9 of 30</b> otherwise."},
    {2, "Cramps on <b>0 of 2</b> nights with “Nap”, <b>9 of 30</b> otherwise."},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (StnAnalysis) analysis = words_analysis (32, 9);
    g_autoptr (StnFactor) nap = words_own ("Nap", STN_FACTOR_BINARY, NULL);
    StnFinding *finding =
      words_finding (analysis, "own", STN_FACTOR_BINARY, YES, 0, cases[i].with, 9, 30);
    g_autoptr (StnFindingText) text = words_of_finding (finding, nap, analysis);

    g_assert_cmpstr (text->counts, ==, cases[i].counts);
  }
}

static void
test_differences (void)
{
  const struct {
    StnFactorKind kind;
    double unit, diff, low, high;
    const char *words;
  } cases[] = {
    {STN_FACTOR_BINARY, 1, 23.1, 9.2, 36.8,
     "23 more cramp nights in 100, likely between 9 and 37 more"},
    {STN_FACTOR_BINARY, 1, 1.2, -4, 7,
     "1 more cramp night in 100, likely between 4 fewer and 7 more"},
    {STN_FACTOR_BINARY, 1, .2, -4, 7,
     "About as many cramp nights in 100, likely between 4 fewer and 7 more"},
    {STN_FACTOR_BINARY, 1, -1, -12, -.2,
     "1 fewer cramp night in 100, likely between 0 and 12 fewer"},
    {STN_FACTOR_CONTINUOUS, 4.12, 12, 3, 21,
     "12 more cramp nights in 100 per 4.1 h more, likely between 3 and 21 more"},
    {STN_FACTOR_SCALE, 1, 2, 0, 4,
     "2 more cramp nights in 100 per 1 point more, likely between 0 and 4 more"},
    {STN_FACTOR_SCALE, 3, 2, 0, 4,
     "2 more cramp nights in 100 per 3 points more, likely between 0 and 4 more"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (StnAnalysis) analysis = words_analysis (100, 50);
    g_autoptr (StnFactor) factor =
      words_own ("X", cases[i].kind, cases[i].kind == STN_FACTOR_CONTINUOUS ? "h" : NULL);
    StnFinding *finding = words_finding (analysis, "own", cases[i].kind, YES, 20, 40, 30, 60);
    g_autoptr (StnFindingText) text = NULL;

    finding->unit_known = TRUE;
    finding->unit = cases[i].unit;
    finding->diff_known = TRUE;
    finding->diff_per_100 = cases[i].diff;
    finding->diff_low = cases[i].low;
    finding->diff_high = cases[i].high;
    text = words_of_finding (finding, factor, analysis);
    g_assert_cmpstr (text->difference, ==, cases[i].words);
  }
}

/* The example of analysis 1.12: 715 ways, 13 of them. */
static void
test_luck (void)
{
  g_autoptr (StnAnalysis) analysis = words_analysis (365, 99);
  g_autoptr (StnFactor) exertion = words_built_in ("exertion");
  StnFinding *finding = words_finding (analysis, "exertion", STN_FACTOR_SCALE,
                                       (StnCut){STN_CUT_AT_OR_ABOVE, 7}, 35, 58, 64, 173);
  const struct {
    guint count, slides;
    const char *words;
  } cases[] = {
    {14, 716,
     "Luck check: 2 in 100. To see what luck alone does, your notes were shifted against your "
     "nights in "
     "715 ways. In 13 of them, one or more of your 2 factors looked as closely tied to cramps as "
     "hard effort in your diary. "},
    {3, 716,
     "Luck check: less than 1 in 100. To see what luck alone does, your notes were shift"
     "ed against your nights in 715 ways. In 2 of them, one or more of your 2 factors looked as "
     "closely tied to cramps as hard effort in your diary. "},
    {1, 106,
     "Luck check: less than 1 in 100. To see what luck alone does, your notes were shift"
     "ed against your nights in 105 ways. In 0 of them, one or more of your 2 factors looked as "
     "closely tied to cramps as hard effort in your diary. 365 nights cannot show less than 1 in "
     "106. "},
    {300, 716,
     "Luck check: 42 in 100. To see what luck alone does, your notes were shifted against your "
     "nights in "
     "715 ways. In 299 of them, one or more of your 2 factors looked as closely tied to cramps "
     "as hard effort in your diary. Luck alone does this easily. "},
  };
  StnFinding *other = add_fluids (analysis);

  other->chance_slides = 716;
  add_fluids (analysis);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *expected =
      g_strconcat (cases[i].words,
                   "This is not the chance that the factor has no part in it. It cannot tell when "
                   "a bad night changes how a day is remembered.",
                   NULL);
    g_autoptr (StnFindingText) text = NULL;

    finding->chance_count = cases[i].count;
    finding->chance_slides = cases[i].slides;
    text = words_of_finding (finding, exertion, analysis);
    g_assert_cmpstr (text->luck, ==, expected);
  }
}

static void
test_luck_of_one_factor (void)
{
  g_autoptr (StnAnalysis) analysis = words_analysis (365, 99);
  g_autoptr (StnFactor) stretch = words_built_in ("stretch");
  StnFinding *finding =
    words_finding (analysis, "stretch", STN_FACTOR_BINARY, YES, 35, 58, 64, 173);
  g_autoptr (StnFindingText) text = NULL;

  finding->chance_slides = 716;
  finding->chance_count = 14;
  text = words_of_finding (finding, stretch, analysis);
  g_assert_true (g_str_has_prefix (
    text->luck,
    "Luck check: 2 in 100. To see what luck alone does, your notes were shifted against your "
    "nights in "
    "715 ways. In 13 of them, the bedtime stretch looked as closely tied to cramps as in your "
    "diary. "));
}

/* The others are called as the diary calls them. */
static void
test_entangled (void)
{
  g_autoptr (StnAnalysis) analysis = words_analysis (365, 99);
  g_autoptr (GPtrArray) factors = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_factor_free);
  StnFinding *finding = add_fluids (analysis);
  g_autoptr (StnFindingText) text = NULL;

  finding->tier = STN_TIER_POSSIBLE;
  g_strfreev (finding->entangled_with);
  finding->entangled_with = g_strsplit ("heat own gone", " ", -1);
  g_ptr_array_add (factors, words_own ("Late meal", STN_FACTOR_BINARY, NULL));
  g_ptr_array_add (factors, words_built_in ("heat"));
  g_ptr_array_add (factors, words_built_in ("fluids"));
  text = stn_wording_finding (finding, analysis, factors, words_today ());
  g_assert_cmpstr (text->title, ==, "Drinks");
  g_assert_cmpstr (text->tag, ==, "Worth watching");
  g_assert_cmpstr (text->note, ==,
                   "It goes together with “Heat”, “Late meal”, “gone” in this diary; which of them "
                   "matters cannot be told yet");
}

static void
say (StnFinding *finding, StnDate since, gboolean known, StnVerdict verdict, StnTier tier)
{
  StnPublished published = {since, known, verdict, tier};

  if (finding->publication == NULL)
    finding->publication = stn_publication_new (NULL, NULL, 0);
  g_array_append_val (finding->publication->history, published);
  finding->verdict = verdict;
  finding->tier = tier;
}

static void
test_since (void)
{
  const struct {
    StnVerdict verdict;
    StnTier tier;
    const char *note;
  } cases[] = {
    {STN_VERDICT_TRIGGER, STN_TIER_CONFIRMED, "Clear since 3 March"},
    {STN_VERDICT_PROTECTOR, STN_TIER_LIKELY, "Worth watching closely since 3 March"},
    {STN_VERDICT_UNCLEAR, STN_TIER_POSSIBLE, "Worth watching since 3 March"},
    {STN_VERDICT_UNLIKELY, STN_TIER_NONE, "Since 3 March. A weak link is still possible"},
    {STN_VERDICT_UNLIKELY, STN_TIER_POSSIBLE, "Since 3 March. A weak link is still possible"},
    {STN_VERDICT_UNCLEAR, STN_TIER_NONE, NULL},
  };
  g_autoptr (StnFactor) fluids = words_built_in ("fluids");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (StnAnalysis) analysis = words_analysis (365, 99);
    StnFinding *finding = add_fluids (analysis);
    g_autoptr (StnFindingText) text = NULL;

    say (finding, stn_date_new (2026, 3, 3), TRUE, cases[i].verdict, cases[i].tier);
    text = words_of_finding (finding, fluids, analysis);
    g_assert_cmpstr (text->note, ==, cases[i].note);
    g_assert_null (text->history);
    g_assert_null (text->suspected);
  }
}

static void
test_history (void)
{
  g_autoptr (StnAnalysis) analysis = words_analysis (365, 99);
  g_autoptr (StnFactor) fluids = words_built_in ("fluids");
  StnFinding *finding = add_fluids (analysis);
  g_autoptr (StnFindingText) two = NULL;
  g_autoptr (StnFindingText) all = NULL;

  fluids->suspect_since = stn_date_new (2025, 12, 27);
  say (finding, stn_date_new (2025, 12, 30), TRUE, STN_VERDICT_UNCLEAR, STN_TIER_NONE);
  say (finding, stn_date_new (2026, 2, 10), TRUE, STN_VERDICT_PROTECTOR, STN_TIER_LIKELY);
  say (finding, stn_date_new (2026, 3, 3), TRUE, STN_VERDICT_PROTECTOR, STN_TIER_CONFIRMED);
  two = words_of_finding (finding, fluids, analysis);
  g_assert_cmpstr (two->suspected, ==, "you suspected this");
  g_assert_cmpstr (two->note, ==, "Clear since 3 March");
  g_assert_cmpstr (two->history, ==,
                   "Worth watching closely from 10 February, clear since 3 March.");
  say (finding, stn_date_new (2026, 3, 24), FALSE, STN_VERDICT_UNCLEAR, STN_TIER_NONE);
  say (finding, stn_date_new (2026, 3, 31), TRUE, STN_VERDICT_NO_CONTRAST, STN_TIER_NONE);
  say (finding, stn_date_new (2026, 4, 7), TRUE, STN_VERDICT_UNCLEAR, STN_TIER_POSSIBLE);
  say (finding, stn_date_new (2026, 4, 28), TRUE, STN_VERDICT_TRIGGER, STN_TIER_LIKELY);
  say (finding, stn_date_new (2026, 5, 19), TRUE, STN_VERDICT_PROTECTOR, STN_TIER_LIKELY);
  say (finding, stn_date_new (2026, 6, 9), TRUE, STN_VERDICT_UNLIKELY, STN_TIER_NONE);
  all = words_of_finding (finding, fluids, analysis);
  g_assert_cmpstr (all->history, ==,
                   "Worth watching closely from 10 February, clear from 3 March, not to be told "
                   "from 24 March, worth watching from 7 April, worth watching closely from 28 "
                   "April, worth watching closely from 19 May the other way round, a strong link "
                   "unlikely since 9 June.");
}

static void
test_late_values (void)
{
  g_autoptr (StnAnalysis) analysis = words_analysis (40, 9);
  g_autoptr (StnFactor) fluids = words_built_in ("fluids");
  StnFinding *finding = add_fluids (analysis);
  g_autoptr (StnFindingText) one = NULL;
  g_autoptr (StnFindingText) two = NULL;

  finding->nights_recorded = 21;
  finding->late_values = 1;
  one = words_of_finding (finding, fluids, analysis);
  g_assert_cmpstr (one->record, ==,
                   "21 days are compared. 1 of them was entered after the night, when memory can "
                   "play tricks; it counts "
                   "because there are few others.");
  finding->late_values = 2;
  two = words_of_finding (finding, fluids, analysis);
  g_assert_cmpstr (two->record, ==,
                   "21 days are compared. 2 of them were entered after the night, when memory can "
                   "play tricks; they "
                   "count because there are few others.");
}

static void
test_markup_is_escaped (void)
{
  g_autoptr (StnAnalysis) analysis = words_analysis (100, 40);
  g_autoptr (StnFactor) factor = words_own ("<b>&", STN_FACTOR_BINARY, NULL);
  StnFinding *finding = words_finding (analysis, "own", STN_FACTOR_BINARY, YES, 20, 40, 20, 60);
  g_autoptr (StnFindingText) text = NULL;

  finding->verdict = STN_VERDICT_TRIGGER;
  finding->tier = STN_TIER_CONFIRMED;
  text = words_of_finding (finding, factor, analysis);
  g_assert_cmpstr (text->title, ==, "More cramps go with “<b>&”");
  g_assert_cmpstr (
    text->counts, ==,
    "Cramps on <b>20 of 40</b> nights with “&lt;b&gt;&amp;”, <b>20 of 60</b> otherwise.");
}

static void
test_lead (void)
{
  const struct {
    guint nights, cramps;
    const char *words;
  } cases[] = {
    {0, 0, "No nights are recorded yet. What goes with cramps takes months of nights to show."},
    {1, 1,
     "1 night recorded. Nights are compared from 30 on, and most patterns take months to show."},
    {29, 9,
     "29 nights recorded. Nights are compared from 30 on, and most patterns take months to show."},
    {70, 20,
     "70 nights recorded, cramps on 20: 2.0 a week, likely between 1.0 and 4.0. Things that go "
     "together need not "
     "depend on each other."},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (StnAnalysis) analysis = words_analysis (cases[i].nights, cases[i].cramps);

    assert_words (stn_wording_findings_lead (analysis), cases[i].words);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/finding/clear-pattern", test_clear_pattern);
  g_test_add_func ("/wording/finding/prescribed-medicine", test_prescribed_medicine);
  g_test_add_func ("/wording/finding/words-follow-the-exposed-side", test_direction);
  g_test_add_func ("/wording/finding/tags", test_tags);
  g_test_add_func ("/wording/finding/few-nights-are-not-split", test_few_nights_are_not_split);
  g_test_add_func ("/wording/finding/not-enough-nights", test_not_enough);
  g_test_add_func ("/wording/finding/no-contrast", test_no_contrast);
  g_test_add_func ("/wording/finding/constant-values", test_constant_values);
  g_test_add_func ("/wording/finding/own-factor", test_own_factor);
  g_test_add_func ("/wording/finding/plural-follows-the-nights", test_plural_follows_the_nights);
  g_test_add_func ("/wording/finding/differences", test_differences);
  g_test_add_func ("/wording/finding/luck", test_luck);
  g_test_add_func ("/wording/finding/luck-of-one-factor", test_luck_of_one_factor);
  g_test_add_func ("/wording/finding/entangled", test_entangled);
  g_test_add_func ("/wording/finding/since", test_since);
  g_test_add_func ("/wording/finding/history", test_history);
  g_test_add_func ("/wording/finding/late-values", test_late_values);
  g_test_add_func ("/wording/finding/markup-is-escaped", test_markup_is_escaped);
  g_test_add_func ("/wording/finding/lead", test_lead);
  return g_test_run ();
}
