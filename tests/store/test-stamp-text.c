/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-stamp-text.h"

static void
test_text_is_rfc_9557 (void)
{
  const StnStamp stamp = {1795327800, 3600, "Europe/Berlin"};
  g_autofree char *text = stn_stamp_to_text (stamp);
  g_autofree char *none = stn_stamp_to_text (STN_NO_STAMP);

  g_assert_cmpstr (text, ==, "2026-11-22T07:10:00+01:00[Europe/Berlin]");
  g_assert_null (none);
}

static void
test_round_trip (void)
{
  static const char *const zones[] = {"UTC",       "Europe/Berlin", "America/St_Johns",
                                      "Etc/GMT+5", "<+03>-3",       "[odd]"};

  for (int i = 0; i < 10000; i++) {
    const StnStamp stamp = {
      .utc_s = g_test_rand_int_range (G_MININT32 / 2, G_MAXINT32), /* 1935 to 2038 */
      .offset_s = g_test_rand_int_range (-14 * 60, 14 * 60 + 1) * (i % 10 == 0 ? 7 : 60),
      .zone = g_intern_static_string (zones[g_test_rand_int_range (0, G_N_ELEMENTS (zones))]),
    };
    g_autofree char *text = stn_stamp_to_text (stamp);
    StnStamp back;

    g_assert_true (stn_stamp_from_text (text, &back));
    g_assert_cmpint (back.utc_s, ==, stamp.utc_s);
    g_assert_cmpint (back.offset_s, ==, stamp.offset_s);
    g_assert_true (back.zone == stamp.zone);
  }
}

/* TZ may be the path of a file, and a path may be long. */
static void
test_long_zone (void)
{
  g_autofree char *zone = g_strnfill (4000, 'z');
  const StnStamp stamp = {.utc_s = 0, .offset_s = 3600, .zone = g_intern_string (zone)};
  g_autofree char *text = stn_stamp_to_text (stamp);
  StnStamp back;

  g_assert_true (stn_stamp_from_text (text, &back));
  g_assert_true (back.zone == stamp.zone);
}

static void
test_anything_else_is_refused (void)
{
  static const char good[] = "2026-11-22T07:10:00+01:00[Europe/Berlin]";
  static const char *const bad[] = {
    "",
    "2026-11-22",
    "2026-02-30T07:10:00+01:00[UTC]",
    "2026-11-22 07:10:00+01:00[UTC]",
    "2026-11-22T24:10:00+01:00[UTC]",
    "2026-11-22T07:60:00+01:00[UTC]",
    "2026-11-22T07:x0:00+01:00[UTC]",
    "2026-11-22Tx7:10:00+01:00[UTC]",
    "2026-11-22T07.10:00+01:00[UTC]",
    "2026-11-22T07:10.00+01:00[UTC]",
    "2026-11-22T07:10:0x+01:00[UTC]",
    "2199-12-31T23:59:60+00:00[UTC]",
    "2026-11-22T07:10:00+24:00[UTC]",
    "2026-11-22T07:10:00-01:60[UTC]",
    "2026-11-22T07:10:00+01:00:60[UTC]",
    "2026-11-22T07:10:00Z[UTC]",
    "2026-11-22T07:10:00+01:00",
    "2026-11-22T07:10:00+01:00[]",
    "2026-11-22T07:10:00+01:00[UTC] ",
    "2026-11-22T07:10:00+1:00[UTC]",
    " 026-11-22T07:10:00+01:00[UTC]",
  };
  StnStamp stamp = {42, 7, "untouched"};

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (stn_stamp_from_text (bad[i], &stamp));
  for (gsize length = 0; length < sizeof good - 1; length++) {
    g_autofree char *cut = g_strndup (good, length);

    g_assert_false (stn_stamp_from_text (cut, &stamp));
  }
  g_assert_cmpint (stamp.utc_s, ==, 42);
  g_assert_cmpstr (stamp.zone, ==, "untouched");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/stamp-text/text-is-rfc-9557", test_text_is_rfc_9557);
  g_test_add_func ("/store/stamp-text/round-trip", test_round_trip);
  g_test_add_func ("/store/stamp-text/long-zone", test_long_zone);
  g_test_add_func ("/store/stamp-text/anything-else-is-refused", test_anything_else_is_refused);
  return g_test_run ();
}
