/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "store/stn-change-log.h"
#include "store/stn-trash.h"
#include "store/stn-verify.h"

static StnDate
night_of (int day)
{
  return stn_date_new (2026, 11, day);
}

/* A night with two cramps and a value. */
static void
log_cramps (DiaryFixture *self, int day)
{
  g_autoptr (StnNight) before = stn_night_new (night_of (day));
  g_autoptr (StnNight) after = stn_night_new (night_of (day));
  StnFactorValue *value = stn_factor_value_new ("fluids", 1200, STN_ENTERED_EVENING);

  for (int i = 0; i < 2; i++)
    g_ptr_array_add (after->episodes, stn_episode_new ());
  g_ptr_array_add (after->values, value);
  after->note = g_strdup ("x");
  g_assert_cmpint (save_night (self->store, before, after), >, 0);
}

static void
delete_nights (DiaryFixture *self, int first, int last)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_store_begin (self->store, "delete-nights", "person", &error));
  for (int day = first; day <= last; day++) {
    g_autoptr (StnNight) before = stn_night_table_load (self->store, night_of (day), &error);
    g_autoptr (StnNight) nothing = stn_night_new (night_of (day));

    g_assert_true (stn_night_table_save (self->store, before, nothing, &error));
  }
  g_assert_true (stn_store_commit (self->store, NULL, &error));
  g_assert_no_error (error);
}

static GPtrArray *
list (DiaryFixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *items = stn_trash_list (self->store, &error);

  g_assert_no_error (error);
  return items;
}

static void
assert_length (DiaryFixture *self, guint expected)
{
  g_autoptr (GPtrArray) items = list (self);

  g_assert_cmpuint (items->len, ==, expected);
}

static void
test_a_row_a_night (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  for (int day = 10; day <= 12; day++)
    log_cramps (self, day);
  before = nights_text (self->store);
  assert_length (self, 0);
  diary_fixture_advance (self, 60);
  delete_nights (self, 11, 12);
  diary_fixture_advance (self, 60);
  delete_nights (self, 10, 10);
  diary_fixture_reopen (self);

  g_autoptr (GPtrArray) items = list (self);
  g_assert_cmpuint (items->len, ==, 3);
  for (guint i = 0; i < 3; i++) {
    static const int days[] = {10, 12, 11};
    const StnTrashItem *item = g_ptr_array_index (items, i);

    g_assert_cmpint (stn_date_compare (item->night, night_of (days[i])), ==, 0);
    g_assert_cmpuint (item->episodes, ==, 2);
    g_assert_true (stn_trash_restore (self->store, item, NULL, &error));
    g_assert_no_error (error);
    assert_length (self, 2 - i);
  }
  g_autofree char *after = nights_text (self->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (stn_store_verify (self->path, self->clock, NULL, &error));
}

/* What was logged since is worth as much: nothing comes back then, and nothing is lost. */
static void
test_written_again (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  log_cramps (self, 12);
  delete_nights (self, 12, 12);
  g_autoptr (GPtrArray) items = list (self);
  g_assert_cmpint (log_no_cramps (self->store, night_of (12), &error), >, 0);
  g_autofree char *before = nights_text (self->store);
  g_assert_false (stn_trash_restore (self->store, g_ptr_array_index (items, 0), NULL, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_CHANGED);
  g_autofree char *after = nights_text (self->store);
  g_assert_cmpstr (after, ==, before);
  assert_length (self, 1);
}

/* Undo, redo and the trash are three ways to the same rows. */
static void
test_undo_and_redo (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  log_cramps (self, 12);
  delete_nights (self, 12, 12);
  g_assert_true (stn_change_log_undo (self->store, 0, NULL, &error));
  assert_length (self, 0);
  g_assert_true (stn_change_log_redo (self->store, NULL, &error));
  assert_length (self, 1);
  g_autoptr (GPtrArray) items = list (self);
  g_assert_true (stn_trash_restore (self->store, g_ptr_array_index (items, 0), NULL, &error));
  assert_length (self, 0);
  g_assert_true (stn_change_log_undo (self->store, 0, NULL, &error));
  assert_length (self, 1);
  g_assert_no_error (error);
  g_assert_true (stn_store_verify (self->path, self->clock, NULL, &error));
}

/* Neither the undo of an entry nor a value that was cleared fills the trash; a cramp that was removed does. */
static void
test_what_is_trash (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  log_cramps (self, 12);
  g_autoptr (StnNight) before = stn_night_table_load (self->store, night_of (12), &error);
  g_autoptr (StnNight) without_value = stn_night_copy (before);
  g_ptr_array_set_size (without_value->values, 0);
  g_assert_cmpint (save_night (self->store, before, without_value), >, 0);
  assert_length (self, 0);
  g_autoptr (StnNight) one_cramp = stn_night_copy (without_value);
  g_ptr_array_set_size (one_cramp->episodes, 1);
  g_assert_cmpint (save_night (self->store, without_value, one_cramp), >, 0);
  assert_length (self, 1);
  log_cramps (self, 13);
  g_assert_true (stn_change_log_undo (self->store, 0, NULL, &error));
  assert_length (self, 1);
}

static void
test_thirty_days (DiaryFixture *self, gconstpointer data)
{
  log_cramps (self, 12);
  delete_nights (self, 12, 12);
  diary_fixture_advance (self, STN_TRASH_DAYS * 86400 - 60);
  assert_length (self, 1);
  diary_fixture_advance (self, 120);
  assert_length (self, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  diary_test_add ("/store/trash/a-row-a-night", test_a_row_a_night);
  diary_test_add ("/store/trash/written-again", test_written_again);
  diary_test_add ("/store/trash/undo-and-redo", test_undo_and_redo);
  diary_test_add ("/store/trash/what-is-trash", test_what_is_trash);
  diary_test_add ("/store/trash/thirty-days", test_thirty_days);
  return g_test_run ();
}
