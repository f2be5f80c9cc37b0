/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"
#include "fault-vfs.h"

#include "base/stn-uid.h"

static StnDate
night_of (int day)
{
  return stn_date_new (2026, 11, day);
}

static StnNight *
load (StnStore *store, StnDate key)
{
  g_autoptr (GError) error = NULL;
  StnNight *night = stn_night_table_load (store, key, &error);

  g_assert_no_error (error);
  return night;
}

static void
test_nothing_stored (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnNight) night = load (self->store, night_of (21));
  g_autoptr (GPtrArray) all =
    stn_night_table_load_range (self->store, STN_NO_DATE, STN_NO_DATE, &error);

  g_assert_no_error (error);
  g_assert_true (stn_night_is_empty (night));
  g_assert_cmpint (stn_night_get_state (night), ==, STN_NIGHT_NOT_RECORDED);
  g_assert_null (night->id.rev);
  g_assert_cmpuint (all->len, ==, 0);
}

static void
test_identity (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (StnNight) nothing = load (self->store, night_of (21));
  g_autoptr (StnNight) first = stn_night_copy (nothing);
  g_autofree char *night_uid = stn_uid_new_for ("night", "2026-11-21");
  g_autofree char *value_uid = stn_uid_new_for ("factor_value", "2026-11-21/fluids");

  first->no_cramps = TRUE;
  stn_night_take_value (first, stn_factor_value_new ("fluids", 1500, STN_ENTERED_EVENING));
  save_night (self->store, nothing, first);
  g_autoptr (StnNight) stored = load (self->store, night_of (21));
  StnFactorValue *value = stn_night_get_value (stored, "fluids");

  g_assert_cmpstr (stored->id.uid, ==, night_uid);
  g_assert_cmpstr (value->id->uid, ==, value_uid);
  g_assert_cmpstr (stored->id.source, ==, "person");
  g_assert_cmpint (stored->id.created.offset_s, ==, 3600);
  g_assert_cmpstr (stored->id.created.zone, ==, "+01:00:00");

  diary_fixture_advance (self, 60);
  g_autoptr (StnNight) second = stn_night_copy (stored);
  second->note = g_strdup ("again");
  save_night (self->store, stored, second);
  g_autoptr (StnNight) changed = load (self->store, night_of (21));

  g_assert_cmpstr (changed->id.uid, ==, night_uid);
  g_assert_cmpstr (changed->id.rev, >, stored->id.rev);
  g_assert_cmpint (changed->id.created.utc_s, ==, stored->id.created.utc_s);
  g_assert_cmpint (changed->id.updated.utc_s, ==, stored->id.updated.utc_s + 60);
  /* What did not differ was not touched. */
  g_assert_cmpstr (stn_night_get_value (changed, "fluids")->id->rev, ==, value->id->rev);
}

/* Every field of the model, known and unknown, comes back as it was, also from a new connection. */
static void
test_round_trip (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = test_rand ();

  for (int i = 0; i < 200; i++) {
    StnDate key = stn_date_add_days (night_of (1), -i);
    g_autoptr (StnNight) before = stn_night_new (key);
    g_autoptr (StnNight) after = random_night (rand, key);

    save_night (self->store, before, after);
    if (i % 50 == 0)
      diary_fixture_reopen (self);
    g_autoptr (StnNight) stored = load (self->store, key);
    g_assert_true (stn_night_is_empty (stored) == stn_night_is_empty (after));
    g_assert_cmpuint (stored->episodes->len, ==, after->episodes->len);
    /* The store puts episodes in order of start: saving them so a second time must change nothing. */
    g_assert_cmpint (save_night (self->store, stored, stored), ==, 0);
    for (guint n = 0; n < after->episodes->len; n++) {
      gboolean found = FALSE;

      for (guint m = 0; m < stored->episodes->len && !found; m++)
        found = stn_episode_equal (g_ptr_array_index (after->episodes, n),
                                   g_ptr_array_index (stored->episodes, m));
      g_assert_true (found);
    }
    g_ptr_array_set_size (after->episodes, 0);
    g_ptr_array_set_size (stored->episodes, 0);
    assert_same_night (after, stored);
  }
}

static void
test_order_of_episodes (DiaryFixture *self, gconstpointer data)
{
  const StnOptInt starts[] = {STN_UNKNOWN_INT, STN_KNOWN_INT (180), STN_KNOWN_INT (1380),
                              STN_KNOWN_INT (0), STN_UNKNOWN_INT};
  const int expected_severity[] = {2, 3, 1, 0,
                                   4}; /* 23:00, 00:00, 03:00, then unknown as entered */
  g_autoptr (StnNight) before = stn_night_new (night_of (21));
  g_autoptr (StnNight) after = stn_night_new (night_of (21));

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++) {
    StnEpisode *episode = stn_episode_new ();

    episode->start_min = starts[i];
    episode->severity = STN_KNOWN_INT ((int) i);
    g_ptr_array_add (after->episodes, episode);
  }
  save_night (self->store, before, after);
  g_autoptr (StnNight) stored = load (self->store, night_of (21));
  for (guint i = 0; i < G_N_ELEMENTS (expected_severity); i++)
    g_assert_cmpint (((StnEpisode *) g_ptr_array_index (stored->episodes, i))->severity.value, ==,
                     expected_severity[i]);
}

static void
test_survey (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (StnNight) before = stn_night_new (night_of (21));
  g_autoptr (StnNight) after = stn_night_new (night_of (21));
  g_autoptr (GArray) unreadable = NULL;
  g_autoptr (GError) error = NULL;
  const StnFactorValue *value;

  after->no_cramps = TRUE;
  stn_night_take_value (after, stn_factor_value_new ("fluids", 3, STN_ENTERED_EVENING));
  save_night (self->store, before, after);
  g_autoptr (GPtrArray) nights = stn_night_table_survey (self->store, &unreadable, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (nights->len, ==, 1);
  g_assert_cmpuint (unreadable->len, ==, 0);
  g_assert_nonnull (((StnNight *) g_ptr_array_index (nights, 0))->id.rev);
  g_assert_true (((StnNight *) g_ptr_array_index (nights, 0))->no_cramps);
  value = stn_night_get_value (g_ptr_array_index (nights, 0), "fluids");
  g_assert_cmpfloat (value->value, ==, 3);
  g_assert_cmpint (value->entered, ==, STN_ENTERED_EVENING);
  g_assert_null (value->id);
}

static void
test_range (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (int day = 10; day <= 20; day += 2)
    g_assert_cmpint (log_no_cramps (self->store, night_of (day), &error), >, 0);
  g_autoptr (GPtrArray) some =
    stn_night_table_load_range (self->store, night_of (12), night_of (16), &error);
  g_autoptr (GPtrArray) to =
    stn_night_table_load_range (self->store, STN_NO_DATE, night_of (11), &error);
  g_autoptr (GPtrArray) from =
    stn_night_table_load_range (self->store, night_of (13), STN_NO_DATE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (some->len, ==, 3);
  g_assert_cmpint (stn_date_compare (((StnNight *) some->pdata[0])->key, night_of (12)), ==, 0);
  g_assert_cmpint (stn_date_compare (((StnNight *) some->pdata[2])->key, night_of (16)), ==, 0);
  g_assert_cmpuint (to->len, ==, 1);
  g_assert_cmpuint (from->len, ==, 4);
}

static void
test_first (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  StnDate first = night_of (1);

  g_assert_true (stn_night_table_get_first (self->store, &first, &error));
  g_assert_false (stn_date_is_set (first));
  g_assert_cmpint (log_no_cramps (self->store, night_of (20), &error), >, 0);
  g_autoptr (StnNight) nothing = stn_night_new (night_of (18));
  g_autoptr (StnNight) evening = stn_night_new (night_of (18));
  stn_night_take_value (evening, stn_factor_value_new ("fluids", 900, STN_ENTERED_EVENING));
  save_night (self->store, nothing, evening);
  g_assert_true (stn_night_table_get_first (self->store, &first, &error));
  g_assert_cmpint (stn_date_compare (first, night_of (18)), ==, 0);
  g_autoptr (StnNight) stored = load (self->store, night_of (18));
  save_night (self->store, stored, nothing);
  g_assert_true (stn_night_table_get_first (self->store, &first, &error));
  g_assert_cmpint (stn_date_compare (first, night_of (20)), ==, 0);
}

static void
test_deleting_leaves_only_keys (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (StnNight) nothing = stn_night_new (night_of (21));
  g_autoptr (StnNight) full = stn_night_new (night_of (21));

  full->note = g_strdup ("a note");
  stn_night_take_value (full, stn_factor_value_new ("fluids", 1500, STN_ENTERED_EVENING));
  g_ptr_array_add (full->episodes, stn_episode_new ());
  save_night (self->store, nothing, full);
  g_autoptr (StnNight) stored = load (self->store, night_of (21));
  save_night (self->store, stored, nothing);
  g_autoptr (StnNight) deleted = load (self->store, night_of (21));

  g_assert_true (stn_night_is_empty (deleted));
  g_assert_null (deleted->id.rev);
}

/* Two programs: who writes a row that the other changed since reading it is told so, and nothing of it is saved. */
static void
test_changed_meanwhile (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnStore) other = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);
  g_assert_no_error (error);
  g_autoptr (StnNight) before = load (self->store, night_of (21));
  g_autoptr (StnNight) mine = stn_night_copy (before);

  g_assert_cmpint (log_no_cramps (other, night_of (21), &error), >, 0);
  mine->note = g_strdup ("mine");
  stn_night_take_value (mine, stn_factor_value_new ("fluids", 1, STN_ENTERED_AFTER));
  g_assert_true (stn_store_begin (self->store, "edit-night", "person", &error));
  g_assert_false (stn_night_table_save (self->store, before, mine, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_CHANGED);
  stn_store_rollback (self->store);

  g_autoptr (StnNight) now = load (self->store, night_of (21));
  g_assert_true (now->no_cramps);
  g_assert_null (now->note);
  g_assert_cmpuint (now->values->len, ==, 0);
}

/* The other program changed another part of the night: both are kept. */
static void
test_changed_elsewhere (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnNight) before = load (self->store, night_of (21));
  g_autoptr (StnNight) mine = stn_night_copy (before);
  g_autoptr (StnStore) other = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);

  g_assert_cmpint (log_no_cramps (other, night_of (21), &error), >, 0);
  stn_night_take_value (mine, stn_factor_value_new ("fluids", 1, STN_ENTERED_AFTER));
  save_night (self->store, before, mine);
  g_autoptr (StnNight) now = load (self->store, night_of (21));
  g_assert_true (now->no_cramps);
  g_assert_cmpuint (now->values->len, ==, 1);
}

/* Both wrote the same: nobody needs to be told. */
static void
test_changed_alike (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnNight) before = load (self->store, night_of (21));
  g_autoptr (StnNight) mine = stn_night_copy (before);
  g_autoptr (StnStore) other = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);

  g_assert_cmpint (log_no_cramps (other, night_of (21), &error), >, 0);
  mine->no_cramps = TRUE;
  g_assert_cmpint (save_night (self->store, before, mine), ==, 0);
}

static void
test_unknown_factor_is_refused (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnNight) before = stn_night_new (night_of (21));
  g_autoptr (StnNight) after = stn_night_new (night_of (21));

  stn_night_take_value (after, stn_factor_value_new ("nobody-knows", 1, STN_ENTERED_AFTER));
  g_assert_true (stn_store_begin (self->store, "edit-night", "person", &error));
  g_assert_false (stn_night_table_save (self->store, before, after, &error) &&
                  stn_store_commit (self->store, NULL, &error));
  g_assert_nonnull (error);
  stn_store_rollback (self->store);
  g_autofree char *text = nights_text (self->store);
  g_assert_cmpstr (text, ==, "");
}

static void
test_text_that_is_not_utf8_is_refused (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnNight) before = stn_night_new (night_of (21));
  g_autoptr (StnNight) after = stn_night_new (night_of (21));

  after->note = g_strdup ("caf\xe9");
  g_assert_true (stn_store_begin (self->store, "edit-night", "person", &error));
  g_assert_false (stn_night_table_save (self->store, before, after, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "UTF-8"));
  g_clear_error (&error);
  g_assert_false (stn_store_commit (self->store, NULL, &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_install (); /* waits for no disk */
  diary_test_add ("/store/night-table/nothing-stored", test_nothing_stored);
  diary_test_add ("/store/night-table/identity", test_identity);
  diary_test_add ("/store/night-table/round-trip", test_round_trip);
  diary_test_add ("/store/night-table/order-of-episodes", test_order_of_episodes);
  diary_test_add ("/store/night-table/range", test_range);
  diary_test_add ("/store/night-table/survey-without-identities", test_survey);
  diary_test_add ("/store/night-table/first", test_first);
  diary_test_add ("/store/night-table/deleting-leaves-only-keys", test_deleting_leaves_only_keys);
  diary_test_add ("/store/night-table/changed-meanwhile", test_changed_meanwhile);
  diary_test_add ("/store/night-table/changed-elsewhere", test_changed_elsewhere);
  diary_test_add ("/store/night-table/changed-alike", test_changed_alike);
  diary_test_add ("/store/night-table/unknown-factor-is-refused", test_unknown_factor_is_refused);
  diary_test_add ("/store/night-table/text-that-is-not-utf8-is-refused",
                  test_text_that_is_not_utf8_is_refused);
  return g_test_run ();
}
