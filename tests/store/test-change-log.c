/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"
#include "fault-vfs.h"

#include "store/stn-change-log.h"
#include "store/stn-factor-table.h"
#include "store/stn-setting-table.h"

static StnDate
night_of (int day)
{
  return stn_date_new (2026, 11, day);
}

static StnChangeGroup *
undo (StnStore *store)
{
  g_autoptr (GError) error = NULL;
  StnChangeGroup *group = NULL;

  stn_change_log_undo (store, 0, &group, &error);
  g_assert_no_error (error);
  return group;
}

static StnChangeGroup *
redo (StnStore *store)
{
  g_autoptr (GError) error = NULL;
  StnChangeGroup *group = NULL;

  stn_change_log_redo (store, &group, &error);
  g_assert_no_error (error);
  return group;
}

static void
test_undo_says_what (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 number = log_no_cramps (self->store, night_of (21), &error);
  diary_fixture_advance (self, 300);
  g_autoptr (StnChangeGroup) group = undo (self->store);
  g_autofree char *text = nights_text (self->store);

  g_assert_cmpint (group->number, ==, number);
  g_assert_cmpstr (group->label, ==, "log-no-cramps");
  g_assert_cmpuint (group->rows, ==, 1);
  g_assert_cmpuint (group->nights->len, ==, 1);
  g_assert_cmpint (stn_date_compare (g_array_index (group->nights, StnDate, 0), night_of (21)), ==,
                   0);
  g_assert_cmpint (group->when.utc_s, ==, 1795327800);
  g_assert_cmpstr (text, ==, "");
}

static void
put_factors (StnStore *store, const char *first, const char *second)
{
  const char *const slugs[] = {first, second};
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_store_begin (store, "track", "person", &error));
  g_assert_cmpint (stn_store_get_open_group (store), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (slugs) && slugs[i] != NULL; i++) {
    g_autoptr (StnFactor) factor = stn_factor_new (slugs[i], STN_FACTOR_BINARY);

    g_assert_true (stn_factor_table_put (store, factor, &error));
    g_assert_cmpint (stn_store_get_open_group (store), >, 0);
  }
  g_assert_true (stn_store_commit (store, NULL, &error));
  g_assert_cmpint (stn_store_get_open_group (store), ==, 0);
}

/* One thing is named; of several none is. */
static void
test_undo_names_one_thing (DiaryFixture *self, gconstpointer data)
{
  put_factors (self->store, "tea", NULL);
  put_factors (self->store, "broth", "lemons");
  g_autoptr (StnChangeGroup) two = undo (self->store);
  g_autoptr (StnChangeGroup) one = undo (self->store);

  g_assert_cmpuint (two->rows, ==, 2);
  g_assert_null (two->slug);
  g_assert_cmpstr (one->slug, ==, "tea");
  g_assert_cmpuint (one->nights->len, ==, 0);
}

static void
test_undo_goes_further_back (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first = log_no_cramps (self->store, night_of (20), &error);
  gint64 second = log_no_cramps (self->store, night_of (21), &error);
  g_autoptr (StnChangeGroup) a = undo (self->store);
  g_autoptr (StnChangeGroup) b = undo (self->store);
  g_autoptr (StnChangeGroup) c = redo (self->store);
  g_autoptr (StnChangeGroup) d = undo (self->store);
  g_autoptr (StnChangeGroup) e = redo (self->store);
  g_autoptr (StnChangeGroup) f = redo (self->store);

  g_assert_cmpint (a->number, ==, second);
  g_assert_cmpint (b->number, ==, first);
  g_assert_cmpint (c->number, ==, first);
  g_assert_cmpint (d->number, ==, first);
  g_assert_cmpint (e->number, ==, first);
  g_assert_cmpint (f->number, ==, second);
  g_assert_false (stn_change_log_redo (self->store, NULL, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_NOTHING);
}

/* After something new was written there is nothing to redo, and undo passes over what is already taken back. */
static void
test_writing_ends_redo (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 first = log_no_cramps (self->store, night_of (18), &error);
  g_assert_cmpint (log_no_cramps (self->store, night_of (19), &error), >, 0);
  g_autoptr (StnChangeGroup) a = undo (self->store);
  gint64 third = log_no_cramps (self->store, night_of (20), &error);

  g_assert_false (stn_change_log_redo (self->store, NULL, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_NOTHING);
  g_autoptr (StnChangeGroup) b = undo (self->store);
  g_autoptr (StnChangeGroup) c = undo (self->store);
  g_assert_cmpint (b->number, ==, third);
  g_assert_cmpint (c->number, ==, first);
}

static void
assert_has (StnStore *store, gboolean can_undo, gboolean can_redo)
{
  gboolean undo, redo;

  g_assert_true (stn_change_log_has_any (store, &undo, &redo, NULL));
  g_assert_cmpint (undo, ==, can_undo);
  g_assert_cmpint (redo, ==, can_redo);
}

static void
test_has_any (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (StnChangeGroup) factors = undo (self->store);

  assert_has (self->store, FALSE, TRUE);
  g_assert_cmpint (log_no_cramps (self->store, night_of (20), NULL), >, 0);
  assert_has (self->store, TRUE, FALSE);
  g_autoptr (StnChangeGroup) taken = undo (self->store);
  assert_has (self->store, FALSE, TRUE);
  g_autoptr (StnChangeGroup) again = redo (self->store);
  assert_has (self->store, TRUE, FALSE);
}

static void
test_nothing_to_undo (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnChangeGroup) factors = undo (self->store);

  g_assert_cmpstr (factors->label, ==, "factors");
  g_assert_cmpuint (factors->nights->len, ==, 0);
  g_assert_false (stn_change_log_undo (self->store, 0, NULL, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_NOTHING);
}

/* The toast's Undo means what it stood beside, not what another program wrote since. */
static void
test_undo_of_the_expected_only (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 mine = log_no_cramps (self->store, night_of (20), &error);
  g_assert_cmpint (log_no_cramps (self->store, night_of (21), &error), >, 0);
  g_autofree char *before = nights_text (self->store);

  g_assert_false (stn_change_log_undo (self->store, mine, NULL, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_CHANGED);
  g_autofree char *after = nights_text (self->store);
  g_assert_cmpstr (after, ==, before);
}

static void
test_undo_by_another_program (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnStore) other = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);
  gint64 number = log_no_cramps (self->store, night_of (21), &error);
  g_autoptr (StnChangeGroup) group = undo (other);
  g_autofree char *text = nights_text (self->store);

  g_assert_cmpint (group->number, ==, number);
  g_assert_cmpstr (text, ==, "");
}

static void
test_empty_group_leaves_nothing (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 seq = stn_change_log_last_seq (self->store, &error);
  gint64 group = -1;

  g_assert_true (stn_store_begin (self->store, "nothing", "person", &error));
  g_assert_true (stn_store_commit (self->store, &group, &error));
  g_assert_cmpint (group, ==, 0);
  g_assert_cmpint (stn_change_log_last_seq (self->store, &error), ==, seq);
  g_autoptr (StnChangeGroup) factors = undo (self->store);
  g_assert_cmpstr (factors->label, ==, "factors");
}

static void
test_rollback_forgets (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnNight) before = stn_night_new (night_of (21));
  g_autoptr (StnNight) after = stn_night_new (night_of (21));

  after->note = g_strdup ("forgotten");
  g_assert_true (stn_store_begin (self->store, "edit-night", "person", &error));
  g_assert_true (stn_night_table_save (self->store, before, after, &error));
  stn_store_rollback (self->store);
  g_autofree char *text = nights_text (self->store);
  g_assert_cmpstr (text, ==, "");
}

static void
test_settings_and_undo (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2; i++) {
    g_assert_true (stn_store_begin (self->store, "settings", "person", &error));
    g_assert_true (
      stn_setting_table_put (self->store, "day-change", i == 0 ? "12:00" : "10:30", &error));
    g_assert_true (stn_store_commit (self->store, NULL, &error));
  }
  g_autofree char *now = stn_setting_table_get (self->store, "day-change", "06:00", &error);
  g_autoptr (StnChangeGroup) second = undo (self->store);
  g_autofree char *then = stn_setting_table_get (self->store, "day-change", "06:00", &error);
  g_autoptr (StnChangeGroup) first = undo (self->store);
  g_autofree char *unset = stn_setting_table_get (self->store, "day-change", "06:00", &error);

  g_assert_cmpstr (now, ==, "10:30");
  g_assert_cmpstr (then, ==, "12:00");
  g_assert_cmpstr (unset, ==, "06:00");
}

static void
test_nights_since (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 seq = stn_change_log_last_seq (self->store, &error);
  gint64 now = 0;
  gboolean all = TRUE;

  g_assert_cmpint (log_no_cramps (self->store, night_of (21), &error), >, 0);
  g_assert_cmpint (log_no_cramps (self->store, night_of (19), &error), >, 0);
  g_autoptr (StnChangeGroup) group = undo (self->store);
  g_autoptr (GArray) nights = stn_change_log_nights_since (self->store, seq, &now, &all, &error);

  g_assert_no_error (error);
  g_assert_false (all);
  g_assert_cmpuint (nights->len, ==, 2);
  g_assert_cmpint (now, ==, seq + 3);
  g_autoptr (GArray) none = stn_change_log_nights_since (self->store, now, &now, &all, &error);
  g_assert_cmpuint (none->len, ==, 0);
  g_autoptr (GArray) ever = stn_change_log_nights_since (self->store, 0, &now, &all, &error);
  g_assert_cmpuint (ever->len, ==, 2);
  g_assert_true (all); /* the factors */
}

/* Any number of random entries, all taken back, leave an empty diary; all put back, the same one. */
static void
test_undo_all_redo_all (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = test_rand ();
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (states, nights_text (self->store));
  for (int i = 0; i < 120; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (StnNight) before =
      stn_night_table_load (self->store, night_of (g_rand_int_range (rand, 1, 8)), &error);
    g_autoptr (StnNight) after = stn_night_copy (before);

    g_assert_no_error (error);
    change_night (rand, after);
    diary_fixture_advance (self,
                           g_rand_int_range (rand, -100, 200)); /* the clock may be set back */
    if (save_night (self->store, before, after) > 0)
      g_ptr_array_add (states, nights_text (self->store));
  }
  for (guint i = states->len - 1; i > 0; i--) {
    g_autoptr (StnChangeGroup) group = undo (self->store);
    g_autofree char *text = nights_text (self->store);

    g_assert_cmpstr (text, ==, g_ptr_array_index (states, i - 1));
  }
  g_assert_cmpstr (g_ptr_array_index (states, 0), ==, "");
  for (guint i = 1; i < states->len; i++) {
    g_autoptr (StnChangeGroup) group = redo (self->store);
    g_autofree char *text = nights_text (self->store);

    g_assert_cmpstr (text, ==, g_ptr_array_index (states, i));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install (); /* waits for no disk */
  diary_test_add ("/store/change-log/undo-says-what", test_undo_says_what);
  diary_test_add ("/store/change-log/undo-names-one-thing", test_undo_names_one_thing);
  diary_test_add ("/store/change-log/undo-goes-further-back", test_undo_goes_further_back);
  diary_test_add ("/store/change-log/writing-ends-redo", test_writing_ends_redo);
  diary_test_add ("/store/change-log/nothing-to-undo", test_nothing_to_undo);
  diary_test_add ("/store/change-log/has-any", test_has_any);
  diary_test_add ("/store/change-log/undo-of-the-expected-only", test_undo_of_the_expected_only);
  diary_test_add ("/store/change-log/undo-by-another-program", test_undo_by_another_program);
  diary_test_add ("/store/change-log/empty-group-leaves-nothing", test_empty_group_leaves_nothing);
  diary_test_add ("/store/change-log/rollback-forgets", test_rollback_forgets);
  diary_test_add ("/store/change-log/settings-and-undo", test_settings_and_undo);
  diary_test_add ("/store/change-log/nights-since", test_nights_since);
  diary_test_add ("/store/change-log/undo-all-redo-all", test_undo_all_redo_all);
  return g_test_run ();
}
