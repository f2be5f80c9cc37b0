/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "base/stn-uid.h"
#include "store/stn-change-log.h"

static GPtrArray *
list (StnStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *factors = stn_factor_table_list (store, &error);

  g_assert_no_error (error);
  return factors;
}

static StnFactor *
find (GPtrArray *factors, const char *slug)
{
  for (guint i = 0; i < factors->len; i++) {
    StnFactor *factor = g_ptr_array_index (factors, i);

    if (g_str_equal (factor->slug, slug))
      return factor;
  }
  return NULL;
}

static gint64
put (StnStore *store, const StnFactor *factor)
{
  g_autoptr (GError) error = NULL;
  gint64 group = -1;

  stn_store_begin (store, "factors", "person", &error);
  g_assert_no_error (error);
  stn_factor_table_put (store, factor, &error);
  g_assert_no_error (error);
  stn_store_commit (store, &group, &error);
  g_assert_no_error (error);
  return group;
}

static void
test_round_trip (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (StnFactor) factor = stn_factor_new ("late.tv_2-x", STN_FACTOR_COUNT);

  factor->name = g_strdup ("Fernsehen \"spät\"");
  factor->unit = g_strdup ("min");
  factor->tracked = TRUE;
  factor->position = 17;
  g_assert_cmpint (put (self->store, factor), >, 0);
  diary_fixture_reopen (self);
  g_autoptr (GPtrArray) factors = list (self->store);
  const StnFactor *stored = find (factors, "late.tv_2-x");

  g_assert_cmpstr (stored->name, ==, factor->name);
  g_assert_cmpint (stored->kind, ==, STN_FACTOR_COUNT);
  g_assert_cmpstr (stored->unit, ==, "min");
  g_assert_false (stored->built_in);
  g_assert_true (stored->tracked);
  g_assert_cmpint (stored->position, ==, 17);
  g_assert_cmpstr (stored->id.source, ==, "person");
}

static void
test_order (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (StnFactor) last = stn_factor_new ("a-last", STN_FACTOR_BINARY);
  g_autoptr (StnFactor) same = stn_factor_new ("aaa", STN_FACTOR_BINARY);

  last->position = 9;
  same->position = 0; /* as fluids: then by slug */
  put (self->store, last);
  put (self->store, same);
  g_autoptr (GPtrArray) factors = list (self->store);
  const char *const expected[] = {"aaa", "fluids", "stretch", "stress", "cups", "a-last"};

  g_assert_cmpuint (factors->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < factors->len; i++)
    g_assert_cmpstr (((StnFactor *) g_ptr_array_index (factors, i))->slug, ==, expected[i]);
}

/* Two computers make the same row of a factor, built in or the person's own: its slug is its key. */
static void
test_identity (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) factors = list (self->store);
  g_autofree char *built_in = stn_uid_new_for ("factor", "fluids");
  g_autofree char *own = stn_uid_new_for ("factor", "cups");

  g_assert_cmpstr (find (factors, "fluids")->id.uid, ==, built_in);
  g_assert_cmpstr (find (factors, "cups")->id.uid, ==, own);
}

static void
test_same_again_changes_nothing (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) factors = list (self->store);

  g_assert_cmpint (put (self->store, find (factors, "fluids")), ==, 0);
}

static void
test_undo_of_a_new_factor_and_back (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnFactor) own = stn_factor_new ("own", STN_FACTOR_BINARY);

  put (self->store, own);
  g_autoptr (GPtrArray) with = list (self->store);
  g_autofree char *uid = g_strdup (find (with, "own")->id.uid);
  g_assert_true (stn_change_log_undo (self->store, 0, NULL, &error));
  g_autoptr (GPtrArray) without = list (self->store);
  g_assert_null (find (without, "own"));
  /* The same name again is the same factor again. */
  g_assert_cmpint (put (self->store, own), >, 0);
  g_autoptr (GPtrArray) again = list (self->store);
  g_assert_cmpstr (find (again, "own")->id.uid, ==, uid);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  diary_test_add ("/store/factor-table/round-trip", test_round_trip);
  diary_test_add ("/store/factor-table/order", test_order);
  diary_test_add ("/store/factor-table/identity", test_identity);
  diary_test_add ("/store/factor-table/same-again-changes-nothing",
                  test_same_again_changes_nothing);
  diary_test_add ("/store/factor-table/undo-of-a-new-factor-and-back",
                  test_undo_of_a_new_factor_and_back);
  return g_test_run ();
}
