/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-support.h"

#include <glib/gi18n.h>
#include <locale.h>

/*
 * Run by in-language: every message that goes through gettext stands in angle quotes, so that a word outside of them
 * is one that no translator ever sees.
 */

/* Takes @text: nothing outside of them but digits and signs. */
static void
assert_translated (char *text, const char *what)
{
  int depth = 0;

  if (text == NULL)
    return;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar letter = g_utf8_get_char (c);

    depth += (letter == 0xab) - (letter == 0xbb);
    g_assert_cmpint (depth, >=, 0);
    if (depth == 0 && g_unichar_isalpha (letter))
      g_error ("%s is not translated: %s", what, text);
  }
  g_assert_cmpint (depth, ==, 0);
  g_free (text);
}

/* Takes @markup: its tags are no words. */
static void
assert_translated_markup (char *markup, const char *what)
{
  g_autoptr (GRegex) tags = g_regex_new ("</?b>", 0, 0, NULL);

  assert_translated (g_regex_replace_literal (tags, markup, -1, 0, "", 0, NULL), what);
  g_free (markup);
}

static void
test_language_is_there (void)
{
  g_assert_cmpstr (stn_wording_state (STN_NIGHT_CRAMPS), ==, "«Cramps»");
}

static void
test_nights_and_dates (void)
{
  StnDate today = words_today ();
  g_autoptr (StnNight) night = stn_night_new (stn_date_new (2026, 10, 31));

  assert_translated (stn_wording_night (night->key, today), "night");
  assert_translated (stn_wording_night_short (night->key, today), "night_short");
  assert_translated (stn_wording_date_brief (today, STN_NO_DATE), "date_brief");
  assert_translated (stn_wording_month (2026, 11), "month");
  assert_translated (stn_wording_night_line (night), "night_line");
  assert_translated (stn_wording_saved (night, today, today), "saved");
  night->no_cramps = TRUE;
  assert_translated (stn_wording_night_line (night), "night_line");
  assert_translated (stn_wording_saved (night, night->key, today), "saved");
  g_ptr_array_add (night->episodes, stn_episode_new ());
  assert_translated (stn_wording_night_line (night), "night_line");
  assert_translated (stn_wording_night_label (night, today), "night_label");
  assert_translated (
    stn_wording_undone (&(StnChangeFacts){"edit-night", today, 1, NULL, NULL}, today), "undone");
  assert_translated (
    stn_wording_redone (&(StnChangeFacts){"delete-nights", today, 2, NULL, NULL}, today), "redone");
  assert_translated (stn_wording_import_summary (&(StnImportCounts){1, 2, 3, 4, 5, 6, 7}, TRUE),
                     "import");
}

static void
test_cramps (void)
{
  const char *const reliefs[] = {"nothing", "stretch", "walk", "warmth", "cold", "massage", "wait"};
  g_autoptr (StnEpisode) episode = stn_episode_new ();

  episode->start_min = STN_KNOWN_INT (150);
  episode->duration_s = STN_KNOWN_INT (95);
  episode->woke = episode->by_day = episode->arms_or_hands = episode->eased = STN_ANSWER_YES;
  episode->soreness_h = STN_KNOWN_REAL (3);
  episode->distress = STN_KNOWN_INT (3);
  for (guint i = 0; i < G_N_ELEMENTS (reliefs); i++) {
    g_free (episode->ended_by);
    episode->ended_by = g_strdup (reliefs[i]);
    assert_translated (stn_wording_episode_details (episode), "episode_details");
  }
  for (int side = STN_SIDE_UNKNOWN; side <= STN_SIDE_BOTH; side++)
    for (int site = STN_SITE_UNKNOWN; site <= STN_SITE_OTHER; site++) {
      episode->side = (StnSide) side;
      episode->site = (StnSite) site;
      assert_translated (stn_wording_episode_title (episode), "episode_title");
      assert_translated (stn_wording_place (episode->side, episode->site), "place");
    }
}

static void
check_finding (const StnTrigger *trigger, StnVerdict verdict, StnTier tier, guint nights)
{
  g_autoptr (StnAnalysis) analysis = words_analysis (nights, 20);
  g_autoptr (StnFactor) factor = words_built_in (trigger->slug);
  StnFinding *finding =
    words_finding (analysis, factor->slug, factor->kind, trigger->exposed_when, 5, 20, 15, 20);
  StnFindingText *text;

  finding->verdict = verdict;
  finding->tier = tier;
  finding->diff_known = finding->unit_known = TRUE;
  finding->unit = 3;
  finding->estimate = (StnEstimate){TRUE, 1.2, .8, 2, .95, .2};
  finding->chance_slides = 80;
  finding->chance_count = 1;
  text = words_of_finding (finding, factor, analysis);
  assert_translated (g_strdup (text->title), "title");
  assert_translated (g_strdup (text->tag), "tag");
  assert_translated_markup (g_strdup (text->counts), "counts");
  assert_translated (g_strdup (text->note), "note");
  assert_translated (g_strdup (text->suspected), "suspected");
  assert_translated (g_strdup (text->history), "history");
  assert_translated (g_strdup (text->with), "with");
  assert_translated (g_strdup (text->without), "without");
  assert_translated (g_strdup (text->cut), "cut");
  assert_translated (g_strdup (text->difference), "difference");
  assert_translated (g_strdup (text->luck), "luck");
  assert_translated (g_strdup (text->studies), "studies");
  assert_translated (g_strdup (text->grade), "grade");
  assert_translated (g_strdup (text->record), "record");
  stn_finding_text_free (text);
}

static void
test_findings (void)
{
  const StnTrigger *const *triggers = stn_knowledge_list_triggers (stn_knowledge_get ());
  g_autoptr (StnAnalysis) analysis = words_analysis (40, 10);

  assert_translated (stn_wording_findings_lead (analysis), "lead");
  for (guint i = 0; triggers[i] != NULL; i++)
    for (int verdict = STN_VERDICT_NOT_ENOUGH_DATA; verdict <= STN_VERDICT_PROTECTOR; verdict++) {
      check_finding (triggers[i], (StnVerdict) verdict, STN_TIER_CONFIRMED, 40);
      check_finding (triggers[i], (StnVerdict) verdict, STN_TIER_NONE, 20);
    }
}

static void
test_factors (void)
{
  const StnTrigger *const *triggers = stn_knowledge_list_triggers (stn_knowledge_get ());

  for (guint i = 0; triggers[i] != NULL; i++) {
    g_autoptr (StnFactor) factor = words_built_in (triggers[i]->slug);

    assert_translated (stn_wording_factor_name (factor), "factor_name");
    assert_translated (stn_wording_factor_question (factor), "factor_question");
    assert_translated (stn_wording_factor_value (factor, 1), "factor_value");
    assert_translated (g_strdup (stn_wording_unit (factor->unit)), "unit");
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain ("stillnight", g_getenv ("STN_LOCALEDIR"));
  bind_textdomain_codeset ("stillnight", "UTF-8");
  textdomain ("stillnight");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/pseudo/language-is-there", test_language_is_there);
  g_test_add_func ("/wording/pseudo/nights-and-dates", test_nights_and_dates);
  g_test_add_func ("/wording/pseudo/cramps", test_cramps);
  g_test_add_func ("/wording/pseudo/findings", test_findings);
  g_test_add_func ("/wording/pseudo/factors", test_factors);
  return g_test_run ();
}
