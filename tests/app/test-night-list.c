/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present-fixture.h"

#include "present/stn-night-list.h"

#define FIFTY_YEARS_DAYS 18262

/* What a view would have been told. */
typedef struct {
  guint times;
  guint position;
  guint removed;
  guint added;
} Told;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Told *told)
{
  *told = (Told){told->times + 1, position, removed, added};
}

static StnNightItem *
get_item (StnNightList *list, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (list), position);
}

static guint
count (StnNightList *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

/* Closes a list so that it does not outlive the client. */
static void
drop (PresentFixture *fixture, StnNightList *list)
{
  present_fixture_settle (fixture);
  g_assert_finalize_object (list);
}

static void
test_empty (PresentFixture *fixture, gconstpointer data)
{
  StnNightList *list = stn_night_list_new (fixture->client);

  g_assert_false (stn_night_list_is_ready (list));
  present_fixture_settle (fixture);
  g_assert_true (stn_night_list_is_ready (list));
  g_assert_true (stn_night_list_is_diary_empty (list));
  g_assert_cmpuint (count (list), ==, 0);
  g_assert_null (get_item (list, 0));
  drop (fixture, list);
}

static void
test_gaps_are_listed (PresentFixture *fixture, gconstpointer data)
{
  StnNightList *list;

  present_fixture_log (fixture, 3, 1);
  present_fixture_log (fixture, 1, 0);
  list = stn_night_list_new (fixture->client);
  present_fixture_settle (fixture);
  g_assert_cmpuint (count (list), ==, 4);
  for (guint i = 0; i < 4; i++) {
    static const StnNightState states[] = {STN_NIGHT_NOT_RECORDED, STN_NIGHT_NO_CRAMPS,
                                           STN_NIGHT_NOT_RECORDED, STN_NIGHT_CRAMPS};
    g_autoptr (StnNightItem) item = get_item (list, i);

    present_fixture_settle (fixture);
    g_assert_cmpint (stn_date_days_between (stn_night_item_get_key (item), LAST_NIGHT), ==,
                     (int) i);
    g_assert_cmpint (stn_night_get_state (stn_night_item_get_night (item)), ==, states[i]);
  }
  drop (fixture, list);
}

/* The evening list of the coming night makes the diary not empty, but that night has not been slept. */
static void
test_tonight_is_not_listed (PresentFixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) evening = g_date_time_new_utc (2026, 11, 22, 20, 0, 0);
  StnNightList *list;

  stn_clock_set (fixture->clock, evening);
  present_fixture_note (fixture, -1, "Tonight");
  list = stn_night_list_new (fixture->client);
  present_fixture_settle (fixture);
  g_assert_false (stn_night_list_is_diary_empty (list));
  g_assert_cmpuint (count (list), ==, 1);
  g_assert_cmpint (stn_date_compare (stn_night_list_get_key (list, 0), LAST_NIGHT), ==, 0);
  drop (fixture, list);
}

static void
test_fifty_years_are_read_when_seen (PresentFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNightItem) oldest = NULL;
  g_autoptr (StnNightItem) middle = NULL;
  StnNightList *list;

  present_fixture_log (fixture, FIFTY_YEARS_DAYS, 2);
  present_fixture_log (fixture, 0, 0);
  list = stn_night_list_new (fixture->client);
  present_fixture_settle (fixture);
  g_assert_cmpuint (count (list), ==, FIFTY_YEARS_DAYS + 1);

  oldest = get_item (list, FIFTY_YEARS_DAYS);
  g_assert_null (stn_night_item_get_night (oldest));
  present_fixture_settle (fixture);
  g_assert_cmpuint (stn_night_item_get_night (oldest)->episodes->len, ==, 2);

  middle = get_item (list, 9000);
  g_assert_null (stn_night_item_get_night (middle));
  present_fixture_settle (fixture);
  g_assert_true (stn_night_is_empty (stn_night_item_get_night (middle)));
  drop (fixture, list);
}

static void
test_item_lives_as_long_as_held (PresentFixture *fixture, gconstpointer data)
{
  StnNightList *list;
  StnNightItem *item;
  StnNightItem *again;

  present_fixture_log (fixture, 5, 1);
  list = stn_night_list_new (fixture->client);
  present_fixture_settle (fixture);
  item = get_item (list, 5);
  again = get_item (list, 5);
  g_assert_true (item == again);
  g_object_unref (again);
  present_fixture_settle (fixture);
  g_assert_finalize_object (item);
  item = get_item (list, 5);
  g_assert_null (stn_night_item_get_night (item));
  drop (fixture, list);
  /* An item may outlive its list. */
  g_assert_finalize_object (item);
}

static void
count_changed_cb (guint *times)
{
  (*times)++;
}

static gboolean
is_positive (gpointer data)
{
  return *(guint *) data > 0;
}

static void
test_other_program_writes (PresentFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNightItem) item = NULL;
  g_autoptr (StnNightItem) untouched = NULL;
  guint changed = 0, untouched_changed = 0;
  Told told = {0};
  StnNightList *list;

  present_fixture_log (fixture, 5, 1);
  list = stn_night_list_new (fixture->client);
  present_fixture_settle (fixture);
  item = get_item (list, 2);
  untouched = get_item (list, 3);
  present_fixture_settle (fixture);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &told);
  g_signal_connect_swapped (item, "changed", G_CALLBACK (count_changed_cb), &changed);
  g_signal_connect_swapped (untouched, "changed", G_CALLBACK (count_changed_cb),
                            &untouched_changed);

  present_fixture_log (fixture, 2, 3);
  present_fixture_wait (is_positive, &changed);
  g_assert_cmpuint (stn_night_item_get_night (item)->episodes->len, ==, 3);
  g_assert_cmpuint (untouched_changed, ==, 0);
  g_assert_cmpuint (told.times, ==, 0);
  drop (fixture, list);
}

static void
test_earlier_night_is_added_below (PresentFixture *fixture, gconstpointer data)
{
  Told told = {0};
  StnNightList *list;

  present_fixture_log (fixture, 5, 1);
  list = stn_night_list_new (fixture->client);
  present_fixture_settle (fixture);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &told);
  present_fixture_log (fixture, 8, 1);
  present_fixture_wait (is_positive, &told.times);
  g_assert_cmpuint (count (list), ==, 9);
  /* The night that was the last of the list is told again: it may end its month no longer. */
  g_assert_cmpuint (told.position, ==, 5);
  g_assert_cmpuint (told.removed, ==, 1);
  g_assert_cmpuint (told.added, ==, 4);
  drop (fixture, list);
}

static void
test_new_day (PresentFixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) tomorrow = g_date_time_new_utc (2026, 11, 23, 7, 0, 0);
  g_autoptr (StnNightItem) item = NULL;
  g_autoptr (StnNightItem) same = NULL;
  StnNightList *list;

  present_fixture_log (fixture, 0, 1);
  list = stn_night_list_new (fixture->client);
  present_fixture_settle (fixture);
  item = get_item (list, 0);
  stn_clock_set (fixture->clock, tomorrow);
  stn_night_list_refresh (list);
  present_fixture_settle (fixture);
  g_assert_cmpuint (count (list), ==, 2);
  same = get_item (list, 1);
  g_assert_true (item == same);
  drop (fixture, list);
}

static void
test_filter (PresentFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNightItem) item = NULL;
  g_autoptr (StnNightItem) same = NULL;
  StnNightList *list;

  present_fixture_log (fixture, 800, 1);
  present_fixture_log (fixture, 400, 1);
  present_fixture_log (fixture, 2, 2);
  present_fixture_log (fixture, 1, 0);
  list = stn_night_list_new (fixture->client);
  present_fixture_settle (fixture);
  item = get_item (list, 400);

  stn_night_list_set_filter (list, STN_NIGHT_FILTER_CRAMPS, NULL);
  present_fixture_settle (fixture);
  g_assert_cmpuint (count (list), ==, 3);
  same = get_item (list, 1);
  g_assert_true (item == same);

  stn_night_list_set_filter (list, STN_NIGHT_FILTER_NOT_RECORDED, NULL);
  present_fixture_settle (fixture);
  g_assert_cmpuint (count (list), ==, 801 - 4);

  stn_night_list_set_filter (list, STN_NIGHT_FILTER_ALL, "");
  present_fixture_settle (fixture);
  g_assert_cmpuint (count (list), ==, 801);
  drop (fixture, list);
}

static void
test_filter_follows_changes (PresentFixture *fixture, gconstpointer data)
{
  Told told = {0};
  StnNightList *list;

  present_fixture_log (fixture, 6, 1);
  present_fixture_log (fixture, 2, 1);
  list = stn_night_list_new (fixture->client);
  stn_night_list_set_filter (list, STN_NIGHT_FILTER_CRAMPS, NULL);
  present_fixture_settle (fixture);
  g_assert_cmpuint (count (list), ==, 2);
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &told);
  present_fixture_log (fixture, 4, 1);
  present_fixture_wait (is_positive, &told.times);
  g_assert_cmpuint (count (list), ==, 3);
  g_assert_cmpint (stn_date_days_between (stn_night_list_get_key (list, 1), LAST_NIGHT), ==, 4);
  drop (fixture, list);
}

static void
test_search (PresentFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *search;
    guint found;
  } cases[] = {
    {"creme", 1},  {"CRÈME", 1},   {"brule", 1}, {"e", 2},
    {"straße", 1}, {"STRASSE", 1}, {"%", 0},     {"no", 0},
  };
  StnNightList *list;

  present_fixture_note (fixture, 700, "Crème brûlée");
  present_fixture_note (fixture, 3, "Lange Straße");
  present_fixture_log (fixture, 1, 1);
  list = stn_night_list_new (fixture->client);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_test_message ("%s", cases[i].search);
    stn_night_list_set_filter (list, STN_NIGHT_FILTER_ALL, cases[i].search);
    present_fixture_settle (fixture);
    g_assert_cmpuint (count (list), ==, cases[i].found);
    g_assert_false (stn_night_list_is_diary_empty (list));
  }
  drop (fixture, list);
}

static void
test_months (PresentFixture *fixture, gconstpointer data)
{
  StnNightList *list;

  present_fixture_log (fixture, 22, 1); /* 30 October */
  list = stn_night_list_new (fixture->client);
  present_fixture_settle (fixture);
  for (guint i = 0; i < 23; i++) {
    g_assert_cmpint (stn_night_list_starts_month (list, i), ==, i == 0 || i == 21);
    g_assert_cmpint (stn_night_list_ends_month (list, i), ==, i == 20 || i == 22);
  }
  drop (fixture, list);
}

static void
test_find (PresentFixture *fixture, gconstpointer data)
{
  StnNightList *list;
  guint position = 99;

  present_fixture_log (fixture, 9, 1);
  present_fixture_log (fixture, 5, 1);
  list = stn_night_list_new (fixture->client);
  stn_night_list_set_filter (list, STN_NIGHT_FILTER_CRAMPS, NULL);
  present_fixture_settle (fixture);
  g_assert_true (stn_night_list_find (list, stn_date_add_days (LAST_NIGHT, -9), &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_true (stn_night_list_find (list, stn_date_add_days (LAST_NIGHT, -7), &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_true (stn_night_list_find (list, LAST_NIGHT, &position));
  g_assert_cmpuint (position, ==, 0);
  position = 99;
  g_assert_false (stn_night_list_find (list, stn_date_add_days (LAST_NIGHT, -10), &position));
  g_assert_cmpuint (position, ==, 99);
  drop (fixture, list);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/app/night-list/" path, PresentFixture, NULL, present_fixture_set_up, function,     \
              present_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("empty-diary", test_empty);
  ADD ("gaps-are-listed", test_gaps_are_listed);
  ADD ("tonight-is-not-listed", test_tonight_is_not_listed);
  ADD ("fifty-years-are-read-when-seen", test_fifty_years_are_read_when_seen);
  ADD ("item-lives-as-long-as-held", test_item_lives_as_long_as_held);
  ADD ("other-program-writes", test_other_program_writes);
  ADD ("earlier-night-is-added-below", test_earlier_night_is_added_below);
  ADD ("new-day", test_new_day);
  ADD ("filter", test_filter);
  ADD ("filter-follows-changes", test_filter_follows_changes);
  ADD ("search", test_search);
  ADD ("months", test_months);
  ADD ("find", test_find);
  return g_test_run ();
}
