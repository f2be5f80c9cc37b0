/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-uid.h"

static void
test_same_key_same_uid (void)
{
  g_autofree char *night = stn_uid_new_for ("night", "2026-11-21");
  g_autofree char *again = stn_uid_new_for ("night", "2026-11-21");
  g_autofree char *next = stn_uid_new_for ("night", "2026-11-22");
  g_autofree char *setting = stn_uid_new_for ("setting", "2026-11-21");

  g_assert_true (g_uuid_string_is_valid (night));
  g_assert_cmpstr (night, ==, again);
  g_assert_cmpstr (night, !=, next);
  g_assert_cmpstr (night, !=, setting);
  g_assert_cmpint (night[14], ==, '5');
  /* Frozen: another value here would make every diary's nights foreign to each other. */
  g_assert_cmpstr (night, ==, "37a6a184-e5ea-58e0-afa6-4cd0e666a3a3");
}

static void
test_random_ones_differ (void)
{
  g_autofree char *a = stn_uid_new_random ();
  g_autofree char *b = stn_uid_new_random ();

  g_assert_true (g_uuid_string_is_valid (a));
  g_assert_cmpstr (a, !=, b);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/uid/same-key-same-uid", test_same_key_same_uid);
  g_test_add_func ("/base/uid/random-ones-differ", test_random_ones_differ);
  return g_test_run ();
}
