/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "store/stn-change-log.h"
#include "store/stn-reminder-table.h"

static StnReminderClaim *
claim_of (StnReminderKind kind, int day, StnClaimState state, const char *process)
{
  StnReminderClaim *claim = g_new0 (StnReminderClaim, 1);

  claim->kind = kind;
  claim->night = stn_date_new (2026, 11, day);
  claim->state = state;
  claim->again_s = state == STN_CLAIM_SNOOZED ? 1700000900 : 0;
  claim->written_s = 1700000000;
  claim->process = g_strdup (process);
  return claim;
}

static GPtrArray *
list_of (StnReminderClaim *first, StnReminderClaim *second)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_reminder_claim_free);

  g_ptr_array_add (claims, first);
  if (second != NULL)
    g_ptr_array_add (claims, second);
  return claims;
}

static gboolean
replace (StnStore *store, GPtrArray *before, GPtrArray *after)
{
  g_autoptr (GError) error = NULL;
  gboolean replaced = FALSE;

  g_assert_true (stn_reminder_claim_replace (store, before, after, &replaced, &error));
  g_assert_no_error (error);
  return replaced;
}

/* All that is remembered: "kind day state process", one a line. */
static char *
remembered (StnStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) claims = stn_reminder_claim_list (store, stn_date_new (2000, 1, 1), &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < claims->len; i++) {
    const StnReminderClaim *claim = g_ptr_array_index (claims, i);
    int day;

    stn_date_split (claim->night, NULL, NULL, &day);
    g_string_append_printf (text, "%s %d %s %s\n", stn_reminder_kind_to_token (claim->kind), day,
                            stn_claim_state_to_token (claim->state), claim->process);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_remembered (StnStore *store, const char *expected)
{
  g_autofree char *text = remembered (store);

  g_assert_cmpstr (text, ==, expected);
}

/* Of two processes that saw the same only the first has it, whatever the other wanted to write beside it. */
static void
test_one_wins (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (StnStore) other = stn_store_open (self->path, STN_STORE_CREATE, self->clock, NULL);
  g_autoptr (GPtrArray) none =
    list_of (claim_of (STN_REMINDER_STRETCH, 20, STN_CLAIM_NONE, ""), NULL);
  g_autoptr (GPtrArray) none_of_both =
    list_of (claim_of (STN_REMINDER_EVENING, 20, STN_CLAIM_NONE, ""),
             claim_of (STN_REMINDER_STRETCH, 20, STN_CLAIM_NONE, ""));
  g_autoptr (GPtrArray) mine =
    list_of (claim_of (STN_REMINDER_STRETCH, 20, STN_CLAIM_CLAIMED, "a"), NULL);
  g_autoptr (GPtrArray) theirs =
    list_of (claim_of (STN_REMINDER_EVENING, 20, STN_CLAIM_CLAIMED, "b"),
             claim_of (STN_REMINDER_STRETCH, 20, STN_CLAIM_CLAIMED, "b"));

  g_assert_true (replace (self->store, none, mine));
  g_assert_false (replace (other, none_of_both, theirs));
  assert_remembered (other, "stretch 20 claimed a\n");
  g_assert_false (replace (self->store, none, mine));
}

/* A press of a button counts only for what is still so. */
static void
test_what_was_seen (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) shown =
    list_of (claim_of (STN_REMINDER_MORNING, 20, STN_CLAIM_SHOWN, "a"), NULL);
  g_autoptr (GPtrArray) snoozed =
    list_of (claim_of (STN_REMINDER_MORNING, 20, STN_CLAIM_SNOOZED, "a"), NULL);
  g_autoptr (GPtrArray) of_another =
    list_of (claim_of (STN_REMINDER_MORNING, 20, STN_CLAIM_SNOOZED, "b"), NULL);
  g_autoptr (GPtrArray) done =
    list_of (claim_of (STN_REMINDER_MORNING, 20, STN_CLAIM_DONE, "a"), NULL);
  g_autoptr (GPtrArray) claims = NULL;
  const StnReminderClaim *claim;

  g_assert_false (replace (self->store, shown, snoozed));
  assert_remembered (self->store, "");
  g_assert_true (replace (self->store, NULL, shown));
  g_assert_true (replace (self->store, shown, snoozed));
  g_assert_false (replace (self->store, shown, done));
  g_assert_false (replace (self->store, of_another, done));
  diary_fixture_reopen (self);
  claims = stn_reminder_claim_list (self->store, stn_date_new (2026, 11, 20), NULL);
  g_assert_cmpuint (claims->len, ==, 1);
  claim = g_ptr_array_index (claims, 0);
  g_assert_cmpint (claim->again_s, ==, 1700000900);
  g_assert_cmpint (claim->written_s, ==, 1700000000);
  g_assert_true (replace (self->store, snoozed, done));
  assert_remembered (self->store, "morning 20 done a\n");
}

static void
test_from (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) both = list_of (claim_of (STN_REMINDER_STRETCH, 19, STN_CLAIM_SHOWN, "a"),
                                        claim_of (STN_REMINDER_EVENING, 20, STN_CLAIM_SHOWN, "a"));
  g_autoptr (GPtrArray) claims = NULL;

  g_assert_true (replace (self->store, NULL, both));
  claims = stn_reminder_claim_list (self->store, stn_date_new (2026, 11, 20), NULL);
  g_assert_cmpuint (claims->len, ==, 1);
}

/* The newest 300 and whatever is of their nights. */
static void
test_old_are_forgotten (DiaryFixture *self, gconstpointer data)
{
  StnDate first = stn_date_new (2024, 1, 1);
  g_autoptr (GPtrArray) shown =
    g_ptr_array_new_with_free_func ((GDestroyNotify) stn_reminder_claim_free);
  g_autoptr (GPtrArray) claims = NULL;
  const StnReminderClaim *oldest;

  for (int i = 0; i < 310; i++) {
    StnReminderClaim *claim = claim_of (STN_REMINDER_STRETCH, 1, STN_CLAIM_SHOWN, "a");

    claim->night = stn_date_add_days (first, i);
    g_ptr_array_add (shown, claim);
  }
  g_assert_true (replace (self->store, NULL, shown));
  claims = stn_reminder_claim_list (self->store, first, NULL);
  g_assert_cmpuint (claims->len, ==, 301);
  oldest = g_ptr_array_index (claims, 0);
  g_assert_cmpint (stn_date_days_between (first, oldest->night), ==, 9);
}

/* What became of a reminder is no change of the person's. */
static void
test_no_change (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) shown =
    list_of (claim_of (STN_REMINDER_MORNING, 20, STN_CLAIM_SHOWN, "a"), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (replace (self->store, NULL, shown));
  g_assert_true (
    stn_change_log_undo (self->store, 0, NULL, &error)); /* the factors of the fixture */
  g_assert_no_error (error);
  assert_remembered (self->store, "morning 20 shown a\n");
}

static void
test_read_only (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) shown =
    list_of (claim_of (STN_REMINDER_MORNING, 20, STN_CLAIM_SHOWN, "a"), NULL);
  g_autoptr (GError) error = NULL;
  gboolean replaced = FALSE;

  g_clear_pointer (&self->store, stn_store_close);
  self->store = stn_store_open (self->path, STN_STORE_READ_ONLY, self->clock, NULL);
  g_assert_false (stn_reminder_claim_replace (self->store, NULL, shown, &replaced, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_READ_ONLY);
  g_assert_false (replaced);
  assert_remembered (self->store, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  diary_test_add ("/store/reminder-claims/one-wins", test_one_wins);
  diary_test_add ("/store/reminder-claims/what-was-seen", test_what_was_seen);
  diary_test_add ("/store/reminder-claims/from", test_from);
  diary_test_add ("/store/reminder-claims/old-are-forgotten", test_old_are_forgotten);
  diary_test_add ("/store/reminder-claims/no-change", test_no_change);
  diary_test_add ("/store/reminder-claims/read-only", test_read_only);
  return g_test_run ();
}
