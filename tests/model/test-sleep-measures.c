/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-model-error.h"
#include "model/stn-night.h"
#include "model/stn-sleep-measures.h"

#include <math.h>

#define ZONE "Europe/Berlin"

/* "22:40", or "" for unknown. */
static StnOptInt
at (const char *text)
{
  return *text == '\0' ? STN_UNKNOWN_INT
                       : STN_KNOWN_INT ((int) (g_ascii_strtoll (text, NULL, 10) * 60 +
                                               g_ascii_strtoll (strchr (text, ':') + 1, NULL, 10)));
}

static StnSleep
night (const char *a, const char *b, int c, int d, int e, const char *f, const char *g)
{
  return (StnSleep){
    .into_bed_min = at (a),
    .tried_min = at (b),
    .asleep_min = STN_KNOWN_INT (c),
    .awakenings = STN_KNOWN_INT (d),
    .awake_min = STN_KNOWN_INT (e),
    .final_wake_min = at (f),
    .out_of_bed_min = at (g),
  };
}

static StnSleepMeasures
measure (const StnSleep *sleep, StnDate key, const char *zone_id)
{
  g_autoptr (GTimeZone) zone = zone_id != NULL ? g_time_zone_new_identifier (zone_id) : NULL;

  g_assert_true (zone_id == NULL || zone != NULL);
  return stn_sleep_measure (sleep, STN_KNOWN_INT (0), key, zone);
}

static void
assert_min (StnOptInt value, int expected)
{
  g_assert_true (value.known);
  g_assert_cmpint (value.value, ==, expected);
}

static void
assert_near (StnOptReal value, double expected)
{
  g_assert_true (value.known);
  g_assert_cmpfloat_with_epsilon (value.value, expected, .05);
}

/* Clinical 11.2, row by row. */
static void
test_vectors (void)
{
  static const struct {
    const char *a, *b;
    int c, d, e;
    const char *f, *g;
    int trying_on, tib, tst;
    double se_tib, se_dse;
    int twak;
    double midpoint;
  } rows[] = {
    {"22:40", "23:00", 20, 2, 30, "06:30", "06:50", 0, 490, 400, 81.6, 88.9, 20, 175},
    {"23:30", "23:30", 0, 0, 0, "07:30", "07:30", 0, 480, 480, 100, 100, 0, 210},
    {"21:00", "23:00", 60, 4, 120, "06:00", "08:00", 30, 660, 240, 36.4, 53.3, 120, 180},
    {"00:30", "00:45", 15, 1, 10, "08:15", "08:20", 0, 470, 425, 90.4, 94.4, 5, 277.5},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    StnSleep sleep =
      night (rows[i].a, rows[i].b, rows[i].c, rows[i].d, rows[i].e, rows[i].f, rows[i].g);
    StnSleepMeasures m = stn_sleep_measure (&sleep, STN_KNOWN_INT (rows[i].trying_on),
                                            stn_date_new (2026, 6, 10), NULL);

    g_assert_true (stn_sleep_check (&sleep, NULL));
    assert_min (m.sol_min, rows[i].c);
    assert_min (m.nwak, rows[i].d);
    assert_min (m.waso_min, rows[i].e);
    assert_min (m.tib_min, rows[i].tib);
    assert_min (m.tst_min, rows[i].tst);
    assert_min (m.spt_min, rows[i].tst + rows[i].e);
    assert_min (m.twak_min, rows[i].twak);
    assert_near (m.se_tib, rows[i].se_tib);
    assert_near (m.se_dse, rows[i].se_dse);
    assert_near (m.midpoint_min, rows[i].midpoint);
  }
}

/* Clinical 11.2, last row, and its counterpart in spring. */
static void
test_clock_changes (void)
{
  /* 4 h 30 after 22:00 it is 02:30, for the first time; in spring, 3 h 30 after it, 01:30. */
  const struct {
    StnDate key;
    int minutes;
    double midpoint;
  } rows[] = {{stn_date_new (2026, 10, 24), 540, 150},
              {stn_date_new (2026, 3, 28), 420, 90},
              {stn_date_new (2026, 6, 10), 480, 120}};
  StnSleep sleep = night ("22:00", "22:00", 0, 0, 0, "06:00", "06:00");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    StnSleepMeasures m = measure (&sleep, rows[i].key, ZONE);

    assert_min (m.tib_min, rows[i].minutes);
    assert_min (m.tst_min, rows[i].minutes);
    assert_near (m.se_tib, 100);
    assert_near (m.se_dse, 100);
    assert_min (m.twak_min, 0);
    assert_near (m.midpoint_min, rows[i].midpoint);
  }
}

static void
assert_rejected (StnSleep sleep, const char *words)
{
  g_autoptr (GError) error = NULL;
  StnSleepMeasures m = measure (&sleep, stn_date_new (2026, 6, 10), NULL);

  g_assert_false (stn_sleep_check (&sleep, &error));
  g_assert_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_false (m.tib_min.known || m.tst_min.known || m.se_tib.known || m.midpoint_min.known);
}

static void
test_contradictions (void)
{
  assert_rejected (night ("22:40", "23:00", 20, 2, 30, "06:30", "06:20"),
                   "out of bed is earlier than final wake");
  assert_rejected (night ("23:10", "23:00", 20, 2, 30, "06:30", "06:50"),
                   "tried to sleep is earlier than into bed");
  assert_rejected (night ("22:40", "23:00", 20, 2, 30, "22:50", "22:55"),
                   "final wake is earlier than tried to sleep");
  assert_rejected (night ("22:40", "23:00", 300, 2, 151, "06:30", "06:50"),
                   "451 minutes awake do not fit");
  /* More than a day in bed: 8 h until trying, 12 until waking, 5 more. */
  assert_rejected (night ("12:00", "20:00", 0, 0, 0, "08:00", "13:00"),
                   "out of bed is earlier than into bed");
}

static void
test_what_just_fits (void)
{
  StnSleep awake = night ("22:40", "23:00", 300, 2, 150, "06:30", "06:50");
  StnSleep day = night ("12:00", "20:00", 0, 0, 0, "08:00", "12:00");
  StnSleepMeasures m = measure (&awake, stn_date_new (2026, 6, 10), NULL);

  g_assert_true (stn_sleep_check (&awake, NULL));
  assert_min (m.tst_min, 0);
  assert_near (m.se_tib, 0);
  g_assert_true (stn_sleep_check (&day, NULL));
  assert_min (measure (&day, stn_date_new (2026, 6, 10), NULL).tib_min, 1440);
}

/* After a night shift: to bed in the morning after, up in the afternoon. */
static void
test_sleep_by_day (void)
{
  StnSleep sleep = night ("08:00", "08:10", 20, 1, 10, "15:00", "15:30");
  StnSleepMeasures m = measure (&sleep, stn_date_new (2026, 6, 10), ZONE);

  assert_min (m.tib_min, 450);
  assert_min (m.tst_min, 380);
  assert_near (m.midpoint_min, 705);
}

/* Each field taken away takes what is made of it, and nothing else; unknown is never 0. */
static void
test_unknown_propagates (void)
{
  const StnSleep all = night ("22:40", "23:00", 20, 2, 30, "06:30", "06:50");
  const StnDate key = stn_date_new (2026, 6, 10);
  StnSleep sleep = {0};
  StnSleepMeasures m = measure (&sleep, key, ZONE);

  g_assert_false (m.sol_min.known || m.waso_min.known || m.nwak.known || m.tib_min.known ||
                  m.spt_min.known || m.tst_min.known || m.twak_min.known || m.se_tib.known ||
                  m.se_dse.known || m.midpoint_min.known);
  sleep = all;
  sleep.into_bed_min.known = FALSE;
  m = measure (&sleep, key, NULL);
  g_assert_false (m.tib_min.known || m.se_tib.known);
  assert_min (m.tst_min, 400);
  sleep = all;
  sleep.tried_min.known = FALSE;
  m = measure (&sleep, key, NULL);
  g_assert_false (m.tst_min.known || m.spt_min.known || m.se_tib.known || m.midpoint_min.known);
  assert_min (m.tib_min, 490);
  sleep = all;
  sleep.asleep_min.known = FALSE;
  m = measure (&sleep, key, NULL);
  g_assert_false (m.sol_min.known || m.tst_min.known || m.se_dse.known || m.midpoint_min.known);
  sleep = all;
  sleep.final_wake_min.known = FALSE;
  m = measure (&sleep, key, NULL);
  g_assert_false (m.tst_min.known || m.twak_min.known);
  assert_min (m.tib_min, 490);
  sleep = all;
  sleep.out_of_bed_min.known = FALSE;
  m = measure (&sleep, key, NULL);
  g_assert_false (m.tib_min.known || m.twak_min.known || m.se_tib.known);
  assert_near (m.midpoint_min, 175);
}

/* Who never woke was awake for no minute; who woke, for an unknown time. */
static void
test_awake_follows_from_never_woken (void)
{
  StnSleep sleep = night ("22:40", "23:00", 20, 0, 0, "06:30", "06:50");
  StnSleepMeasures m;

  sleep.awake_min.known = FALSE;
  assert_min (measure (&sleep, stn_date_new (2026, 6, 10), NULL).tst_min, 430);
  sleep.awakenings = STN_KNOWN_INT (1);
  m = measure (&sleep, stn_date_new (2026, 6, 10), NULL);
  g_assert_false (m.waso_min.known || m.tst_min.known || m.se_tib.known);
  assert_min (m.spt_min, 430);
}

/* Minutes of trying to sleep on are not asked for; only whoever got up at once certainly had none. */
static void
test_trying_on (void)
{
  StnSleep sleep = night ("22:40", "23:00", 20, 2, 30, "06:30", "06:50");
  StnDate key = stn_date_new (2026, 6, 10);

  g_assert_false (stn_sleep_measure (&sleep, STN_UNKNOWN_INT, key, NULL).se_dse.known);
  sleep.out_of_bed_min = sleep.final_wake_min;
  assert_near (stn_sleep_measure (&sleep, STN_UNKNOWN_INT, key, NULL).se_dse, 88.9);
}

/* A night is measured by the clocks of where it was written down. */
static void
test_zone_of_a_night (void)
{
  g_autoptr (StnNight) self = stn_night_new (stn_date_new (2026, 10, 24));
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (ZONE);
  g_autoptr (GDateTime) morning = g_date_time_new (zone, 2026, 10, 25, 7, 0, 0);

  self->sleep = night ("22:00", "22:00", 0, 0, 0, "06:00", "06:00");
  assert_min (stn_night_measure_sleep (self).tst_min, 480);
  self->id.created = stn_stamp_of (morning);
  assert_min (stn_night_measure_sleep (self).tst_min, 540);
  self->id.created = STN_NO_STAMP;
  self->answered = stn_stamp_of (morning);
  assert_min (stn_night_measure_sleep (self).tst_min, 540);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/sleep-measures/vectors", test_vectors);
  g_test_add_func ("/model/sleep-measures/clock-changes", test_clock_changes);
  g_test_add_func ("/model/sleep-measures/contradictions", test_contradictions);
  g_test_add_func ("/model/sleep-measures/what-just-fits", test_what_just_fits);
  g_test_add_func ("/model/sleep-measures/sleep-by-day", test_sleep_by_day);
  g_test_add_func ("/model/sleep-measures/unknown-propagates", test_unknown_propagates);
  g_test_add_func ("/model/sleep-measures/never-woken", test_awake_follows_from_never_woken);
  g_test_add_func ("/model/sleep-measures/trying-on", test_trying_on);
  g_test_add_func ("/model/sleep-measures/zone-of-a-night", test_zone_of_a_night);
  return g_test_run ();
}
