/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "store/stn-change-log.h"
#include "store/stn-shown-table.h"

static StnDate
night_of (int day)
{
  return stn_date_new (2026, 11, day);
}

static void
keep (DiaryFixture *self, const char *id, int day)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (ids, (gpointer) id);
  g_assert_true (stn_shown_table_keep (self->store, ids, night_of (day), &error));
  g_assert_no_error (error);
}

/* @day 0: it was not shown. */
static void
assert_shown (DiaryFixture *self, const char *id, int day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) shown = stn_shown_table_load (self->store, &error);
  const StnDate *night;

  g_assert_no_error (error);
  night = g_hash_table_lookup (shown, id);
  g_assert_true ((night == NULL) == (day == 0));
  g_assert_true (night == NULL || stn_date_compare (*night, night_of (day)) == 0);
}

/* It is the first night that counts, also after the program ended. */
static void
test_first_night_counts (DiaryFixture *self, gconstpointer data)
{
  keep (self, "advice.drink", 20);
  keep (self, "advice.drink", 21);
  keep (self, "card.week", 21);
  diary_fixture_reopen (self);
  assert_shown (self, "advice.drink", 20);
  assert_shown (self, "card.week", 21);
  assert_shown (self, "card.fortnight", 0);
}

/* What was shown is no change: Undo takes back what the person did. */
static void
test_no_change (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  keep (self, "advice.drink", 20);
  g_assert_true (
    stn_change_log_undo (self->store, 0, NULL, &error)); /* the factors of the fixture */
  g_assert_no_error (error);
  assert_shown (self, "advice.drink", 20);
}

/* Whoever may only read the diary sees a card as well. */
static void
test_read_only (DiaryFixture *self, gconstpointer data)
{
  keep (self, "advice.drink", 20);
  g_clear_pointer (&self->store, stn_store_close);
  self->store = stn_store_open (self->path, STN_STORE_READ_ONLY, self->clock, NULL);
  keep (self, "card.week", 21);
  assert_shown (self, "card.week", 0);
  assert_shown (self, "advice.drink", 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  diary_test_add ("/store/shown-table/first-night-counts", test_first_night_counts);
  diary_test_add ("/store/shown-table/no-change", test_no_change);
  diary_test_add ("/store/shown-table/read-only", test_read_only);
  return g_test_run ();
}
