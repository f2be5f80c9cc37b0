/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "long-diary.h"
#include "present-fixture.h"

#include "diary/stn-sample.h"
#include "diary/stn-suspects.h"
#include "present/stn-finding-order.h"
#include "present/stn-findings-list.h"
#include "store/stn-refresh-table.h"

/* The order of the page, on findings made by hand */

static StnFinding *
add_finding (
  StnAnalysis *analysis, const char *name, StnVerdict verdict, StnTier tier, double p_value)
{
  StnFinding *finding = g_new0 (StnFinding, 1);

  finding->name = g_strdup (name);
  finding->verdict = verdict;
  finding->tier = tier;
  finding->estimate.known = p_value >= 0;
  finding->estimate.p_value = p_value;
  g_ptr_array_add (analysis->findings, finding);
  return finding;
}

static void
finding_free (gpointer data)
{
  StnFinding *finding = data;

  g_free (finding->name);
  g_free (finding);
}

typedef struct {
  StnAnalysis analysis;
  GHashTable *suspects;
} Findings;

static void
findings_set_up (Findings *findings, gconstpointer data)
{
  findings->analysis.findings = g_ptr_array_new_with_free_func (finding_free);
  findings->suspects = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
findings_tear_down (Findings *findings, gconstpointer data)
{
  g_ptr_array_unref (findings->analysis.findings);
  g_hash_table_unref (findings->suspects);
}

/* "name:group name:group ..." */
static char *
describe_order (Findings *findings)
{
  g_autoptr (GArray) places = stn_finding_order (&findings->analysis, findings->suspects);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++) {
    const StnFindingPlace *place = &g_array_index (places, StnFindingPlace, i);

    g_string_append_printf (text, "%s%s:%d", i > 0 ? " " : "", place->finding->name,
                            (int) place->group);
  }
  return g_string_free (text, FALSE);
}

static void
test_nothing_on_top (Findings *findings, gconstpointer data)
{
  g_autofree char *order = NULL;

  add_finding (&findings->analysis, "a", STN_VERDICT_UNCLEAR, STN_TIER_NONE, .2);
  add_finding (&findings->analysis, "b", STN_VERDICT_UNCLEAR, STN_TIER_NONE, .001);
  add_finding (&findings->analysis, "c", STN_VERDICT_UNLIKELY, STN_TIER_NONE, .9);
  order = describe_order (findings);
  g_assert_cmpstr (order, ==, "b:4 a:4 c:6");
}

static void
test_top_three (Findings *findings, gconstpointer data)
{
  g_autofree char *order = NULL;

  add_finding (&findings->analysis, "clear", STN_VERDICT_TRIGGER, STN_TIER_CONFIRMED, .001);
  add_finding (&findings->analysis, "close", STN_VERDICT_PROTECTOR, STN_TIER_LIKELY, .01);
  add_finding (&findings->analysis, "close2", STN_VERDICT_TRIGGER, STN_TIER_LIKELY, .02);
  add_finding (&findings->analysis, "suspect", STN_VERDICT_UNCLEAR, STN_TIER_NONE, .5);
  add_finding (&findings->analysis, "watch", STN_VERDICT_UNCLEAR, STN_TIER_POSSIBLE, .05);
  g_hash_table_add (findings->suspects, (gpointer) "suspect");
  order = describe_order (findings);
  g_assert_cmpstr (order, ==, "suspect:0 clear:0 close:0 close2:2 watch:3");
}

static void
test_order_of_groups (Findings *findings, gconstpointer data)
{
  g_autofree char *order = NULL;
  StnFinding *soon, *late;

  add_finding (&findings->analysis, "alike", STN_VERDICT_NO_CONTRAST, STN_TIER_NONE, -1);
  add_finding (&findings->analysis, "unlikely", STN_VERDICT_UNLIKELY, STN_TIER_NONE, .8);
  late = add_finding (&findings->analysis, "late", STN_VERDICT_NOT_ENOUGH_DATA, STN_TIER_NONE, -1);
  soon = add_finding (&findings->analysis, "soon", STN_VERDICT_NOT_ENOUGH_DATA, STN_TIER_NONE, -1);
  add_finding (&findings->analysis, "never", STN_VERDICT_NOT_ENOUGH_DATA, STN_TIER_NONE, -1);
  add_finding (&findings->analysis, "z", STN_VERDICT_UNCLEAR, STN_TIER_NONE, .3);
  add_finding (&findings->analysis, "y", STN_VERDICT_UNCLEAR, STN_TIER_NONE, .3);
  late->nights_needed = STN_KNOWN_INT (40);
  soon->nights_needed = STN_KNOWN_INT (3);
  order = describe_order (findings);
  g_assert_cmpstr (order, ==, "y:4 z:4 soon:5 late:5 never:5 unlikely:6 alike:7");
}

/* The list over a diary */

#define NIGHTS 40

/* Little to drink before every cramp. */
static void
fill (PresentFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  StnStore *store = stn_diary_get_store (fixture->other);

  g_assert_true (stn_store_begin (store, "sample", "sample", &error));
  for (int i = 0; i < NIGHTS; i++) {
    StnDate key = stn_date_add_days (LAST_NIGHT, -i);
    g_autoptr (StnNight) before = stn_night_new (key);
    g_autoptr (StnNight) after = stn_night_new (key);

    if (i % 3 == 0)
      g_ptr_array_add (after->episodes, stn_episode_new ());
    else
      after->no_cramps = TRUE;
    stn_night_take_value (
      after, stn_factor_value_new ("fluids", i % 3 ? 2000 : 1000, STN_ENTERED_EVENING));
    g_assert_true (stn_diary_put_night (fixture->other, before, after, &error));
  }
  g_assert_true (stn_store_commit (store, NULL, &error));
}

static gboolean
has_result (gpointer data)
{
  return stn_findings_list_get_analysis (data) && !stn_findings_list_is_running (data, NULL);
}

static guint
nights_of (StnFindingsList *list)
{
  return stn_findings_list_get_analysis (list)->nights;
}

static gboolean
has_one_night_more (gpointer data)
{
  return has_result (data) && nights_of (data) == NIGHTS + 1;
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* A run that was broken off holds the list until its thread has seen it. */
static void
drop (PresentFixture *fixture, StnFindingsList *list)
{
  gpointer gone = list;

  stn_findings_list_set_active (list, FALSE);
  g_object_add_weak_pointer (G_OBJECT (list), &gone);
  g_object_unref (list);
  present_fixture_wait (is_null, &gone);
}

static void
test_inactive_computes_nothing (PresentFixture *fixture, gconstpointer data)
{
  StnFindingsList *list;

  fill (fixture);
  list = stn_findings_list_new (fixture->client);
  present_fixture_settle (fixture);
  g_assert_false (stn_findings_list_is_running (list, NULL));
  g_assert_null (stn_findings_list_get_analysis (list));
  drop (fixture, list);
}

static void
test_computes_when_seen (PresentFixture *fixture, gconstpointer data)
{
  g_autoptr (StnFindingItem) item = NULL;
  StnFindingsList *list;

  fill (fixture);
  list = stn_findings_list_new (fixture->client);
  stn_findings_list_set_active (list, TRUE);
  g_assert_true (stn_findings_list_is_running (list, NULL));
  present_fixture_wait (has_result, list);
  g_assert_cmpuint (nights_of (list), ==, NIGHTS);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpstr (stn_finding_item_get_finding (item)->name, ==, "fluids");
  g_assert_cmpstr (stn_finding_item_get_text (item)->title, ==, "Drinks");
  g_assert_false (stn_finding_item_is_suspect (item));
  drop (fixture, list);
}

static void
test_empty_diary (PresentFixture *fixture, gconstpointer data)
{
  StnFindingsList *list = stn_findings_list_new (fixture->client);

  stn_findings_list_set_active (list, TRUE);
  present_fixture_wait (has_result, list);
  g_assert_cmpuint (nights_of (list), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  drop (fixture, list);
}

static void
test_kept_until_nights_change (PresentFixture *fixture, gconstpointer data)
{
  const StnAnalysis *first;
  g_autoptr (StnFindingItem) item = NULL;
  g_autoptr (StnFindingItem) same = NULL;
  StnFindingsList *list;

  fill (fixture);
  list = stn_findings_list_new (fixture->client);
  present_fixture_settle (fixture); /* the change that filled the diary is told */
  stn_findings_list_set_active (list, TRUE);
  present_fixture_wait (has_result, list);
  first = stn_findings_list_get_analysis (list);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);

  stn_findings_list_set_active (list, FALSE);
  stn_findings_list_set_active (list, TRUE);
  g_assert_false (stn_findings_list_is_running (list, NULL));
  g_assert_true (stn_findings_list_get_analysis (list) == first);

  present_fixture_log (fixture, NIGHTS, 0);
  present_fixture_wait (has_one_night_more, list);
  same = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (item == same);
  drop (fixture, list);
}

static void
test_broken_off_when_left (PresentFixture *fixture, gconstpointer data)
{
  StnFindingsList *list;

  fill (fixture);
  list = stn_findings_list_new (fixture->client);
  stn_findings_list_set_active (list, TRUE);
  stn_findings_list_set_active (list, FALSE);
  g_assert_false (stn_findings_list_is_running (list, NULL));
  present_fixture_settle (fixture);
  g_assert_null (stn_findings_list_get_analysis (list));
  stn_findings_list_set_active (list, TRUE);
  present_fixture_wait (has_result, list);
  drop (fixture, list);
}

/* What was computed is kept in the diary, and that is no change of it: nothing is computed again. */
static void
test_shows_what_is_published (PresentFixture *fixture, gconstpointer data)
{
  g_autoptr (StnFindingItem) suspect = NULL;
  g_autoptr (StnFindingItem) first = NULL;
  g_autoptr (GHashTable) kept = NULL;
  const StnAnalysis *analysis;
  StnFindingsList *list;
  StnSampleTruth truth;

  g_assert_true (
    stn_sample_write (fixture->other, 200, STN_SAMPLE_PLANTED_DEFAULT, 4, FALSE, &truth, NULL));
  g_assert_true (stn_diary_add_suspect (fixture->other, "sitting", NULL));
  list = stn_findings_list_new (fixture->client);
  present_fixture_settle (fixture);
  stn_findings_list_set_active (list, TRUE);
  present_fixture_wait (has_result, list);
  analysis = stn_findings_list_get_analysis (list);

  suspect = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (stn_finding_item_is_suspect (suspect));
  g_assert_cmpstr (stn_finding_item_get_text (suspect)->title, ==, "Long sitting");
  g_assert_cmpstr (stn_finding_item_get_text (suspect)->suspected, ==, "you suspected this");
  first = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_cmpstr (stn_finding_item_get_text (first)->title, ==, "More cramps go with hard effort");
  g_assert_cmpstr (stn_finding_item_get_text (first)->tag, ==, "Clear pattern in this diary");
  g_assert_cmpstr (stn_finding_item_get_text (first)->note, ==, "Clear since 11 August");

  present_fixture_settle (fixture);
  kept = stn_refresh_table_load (stn_diary_get_store (fixture->other), NULL);
  g_assert_cmpuint (g_hash_table_size (kept), ==, 28);
  present_fixture_settle (fixture);
  g_assert_true (stn_findings_list_get_analysis (list) == analysis);
  g_assert_false (stn_findings_list_is_running (list, NULL));
  drop (fixture, list);
}

/* A run that takes long enough to be met under way. */

static gboolean
is_under_way (gpointer data)
{
  double fraction = 0;

  return stn_findings_list_is_running (data, &fraction) && fraction > 0 && fraction < 1;
}

static gpointer
log_work (StnDiary *diary, gpointer data, GError **error)
{
  return GINT_TO_POINTER (stn_diary_log_no_cramps (
    diary, stn_date_add_days (LAST_NIGHT, -LONG_DIARY_NIGHTS), NULL, error));
}

static void
logged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (
    GPOINTER_TO_INT (stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, NULL)));
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* While the nights are compared, the window's loop turns, a night is saved at once, and the comparison begins anew with it. */
static void
test_entry_while_running (PresentFixture *fixture, gconstpointer data)
{
  gboolean is_logged = FALSE;
  StnFindingsList *list;

  long_diary_fill (fixture->other, LAST_NIGHT);
  list = stn_findings_list_new (fixture->client);
  present_fixture_settle (fixture);
  stn_findings_list_set_active (list, TRUE);
  present_fixture_wait (is_under_way, list);
  g_assert_null (stn_findings_list_get_analysis (list));

  stn_diary_client_run (fixture->client, log_work, NULL, NULL, NULL, NULL, logged_cb, &is_logged);
  present_fixture_wait (is_true, &is_logged);
  g_assert_null (stn_findings_list_get_analysis (list));
  present_fixture_wait (has_result, list);
  g_assert_cmpuint (nights_of (list), ==, LONG_DIARY_NIGHTS + 1);
  drop (fixture, list);
}

#define ADD_ORDER(path, function)                                                                  \
  g_test_add ("/app/finding-order/" path, Findings, NULL, findings_set_up, function,               \
              findings_tear_down)
#define ADD(path, function)                                                                        \
  g_test_add ("/app/findings-list/" path, PresentFixture, NULL, present_fixture_set_up, function,  \
              present_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_ORDER ("nothing-on-top", test_nothing_on_top);
  ADD_ORDER ("top-three", test_top_three);
  ADD_ORDER ("order-of-groups", test_order_of_groups);
  ADD ("inactive-computes-nothing", test_inactive_computes_nothing);
  ADD ("computes-when-seen", test_computes_when_seen);
  ADD ("empty-diary", test_empty_diary);
  ADD ("kept-until-nights-change", test_kept_until_nights_change);
  ADD ("shows-what-is-published", test_shows_what_is_published);
  ADD ("broken-off-when-left", test_broken_off_when_left);
  ADD ("entry-while-running", test_entry_while_running);
  return g_test_run ();
}
