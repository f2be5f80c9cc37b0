/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-sleep-measures.h"
#include "model/stn-model-error.h"

#include <math.h>

#define NOON_MIN (12 * 60)
#define DAY_MIN (24 * 60)

/* Nobody lies in bed for half a day before trying to sleep or after waking up, or sleeps nearly round the clock: such a gap is
 * two times in the wrong order. */
#define LONGEST_GAP_MIN (12 * 60)
#define LONGEST_SLEEP_MIN (20 * 60)

/* The four times of a night, in their order, and the names by which they are called when they contradict each other. */
enum { INTO_BED, TRIED, FINAL_WAKE, OUT_OF_BED, N_TIMES };

static const char *const names[N_TIMES] = {"into bed", "tried to sleep", "final wake",
                                           "out of bed"};

/* Minutes after noon of the key's date by the clock on the wall, each unknown or not before the known one before it. */
typedef struct {
  StnOptInt wall_min[N_TIMES];
} Times;

static Times
times_of (const StnSleep *sleep)
{
  const StnOptInt said[N_TIMES] = {sleep->into_bed_min, sleep->tried_min, sleep->final_wake_min,
                                   sleep->out_of_bed_min};
  Times times = {0};
  int last = 0;

  for (guint i = 0; i < N_TIMES; i++) {
    if (!said[i].known)
      continue;
    /* Minutes from the last time to the next time that the clock shows this one. */
    last += ((said[i].value - NOON_MIN - last) % DAY_MIN + DAY_MIN) % DAY_MIN;
    times.wall_min[i] = STN_KNOWN_INT (last);
  }
  return times;
}

static StnOptInt
minus (StnOptInt a, StnOptInt b)
{
  return a.known && b.known ? STN_KNOWN_INT (a.value - b.value) : STN_UNKNOWN_INT;
}

static gboolean
fail (GError **error, const char *later, const char *earlier)
{
  g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE,
               "%s is earlier than %s: a time of this night is wrong", later, earlier);
  return FALSE;
}

static gboolean
check_gap (const Times *times, guint from, guint to, int longest, GError **error)
{
  StnOptInt gap = minus (times->wall_min[to], times->wall_min[from]);

  return !gap.known || gap.value <= longest || fail (error, names[to], names[from]);
}

/* E; who never woke was not awake. */
static StnOptInt
waso_of (const StnSleep *sleep)
{
  gboolean never_woke = sleep->awakenings.known && sleep->awakenings.value == 0;

  return !sleep->awake_min.known && never_woke ? STN_KNOWN_INT (0) : sleep->awake_min;
}

gboolean
stn_sleep_check (const StnSleep *sleep, GError **error)
{
  g_return_val_if_fail (sleep != NULL, FALSE);
  Times times = times_of (sleep);
  StnOptInt asleep = minus (times.wall_min[FINAL_WAKE], times.wall_min[TRIED]);
  int awake = (sleep->asleep_min.known ? sleep->asleep_min.value : 0) +
              (sleep->awake_min.known ? sleep->awake_min.value : 0);

  if (!check_gap (&times, INTO_BED, TRIED, LONGEST_GAP_MIN, error) ||
      !check_gap (&times, TRIED, FINAL_WAKE, LONGEST_SLEEP_MIN, error) ||
      !check_gap (&times, FINAL_WAKE, OUT_OF_BED, LONGEST_GAP_MIN, error) ||
      !check_gap (&times, INTO_BED, OUT_OF_BED, DAY_MIN, error))
    return FALSE;
  if (!asleep.known || awake <= asleep.value)
    return TRUE;
  g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE,
               "%d minutes awake do not fit between %s and %s, which are %d minutes apart", awake,
               names[TRIED], names[FINAL_WAKE], asleep.value);
  return FALSE;
}

/* The instant at which the clock on the wall of @zone shows @wall_min after noon of @key. */
static GDateTime *
instant_of (int wall_min, StnDate key, GTimeZone *zone)
{
  int minute = NOON_MIN + wall_min, year, month, day;
  StnDate date = stn_date_add_days (key, minute / DAY_MIN);

  if (!stn_date_is_set (date))
    return NULL;
  stn_date_split (date, &year, &month, &day);
  return g_date_time_new (zone, year, month, day, minute % DAY_MIN / 60, minute % 60, 0);
}

/* Real minutes from @from to @to, both on the wall. */
static StnOptInt
lasted (const Times *times, guint from, guint to, StnDate key, GTimeZone *zone)
{
  StnOptInt a = times->wall_min[from], b = times->wall_min[to];
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (GDateTime) end = NULL;

  if (!a.known || !b.known)
    return STN_UNKNOWN_INT;
  start = instant_of (a.value, key, zone);
  end = instant_of (b.value, key, zone);
  if (start == NULL || end == NULL)
    return STN_UNKNOWN_INT;
  return STN_KNOWN_INT ((int) (g_date_time_difference (end, start) / G_TIME_SPAN_MINUTE));
}

static StnOptReal
percent (StnOptInt part, double whole)
{
  return part.known && whole > 0 ? STN_KNOWN_REAL (100 * part.value / whole) : STN_UNKNOWN_REAL;
}

/* Middle of the sleep, which ends at F, as the clock shows it. */
static StnOptReal
midpoint_of (const Times *times, StnOptInt spt_min, StnDate key, GTimeZone *zone)
{
  g_autoptr (GDateTime) end = NULL;
  g_autoptr (GDateTime) middle = NULL;

  if (!spt_min.known)
    return STN_UNKNOWN_REAL;
  end = instant_of (times->wall_min[FINAL_WAKE].value, key, zone);
  middle = g_date_time_add (end, -(GTimeSpan) spt_min.value * G_TIME_SPAN_MINUTE / 2);
  return STN_KNOWN_REAL (g_date_time_get_hour (middle) * 60 + g_date_time_get_minute (middle) +
                         g_date_time_get_seconds (middle) / 60);
}

StnSleepMeasures
stn_sleep_measure (const StnSleep *sleep, StnOptInt trying_on_min, StnDate key, GTimeZone *zone)
{
  StnSleepMeasures measures = {0};
  g_return_val_if_fail (sleep != NULL && stn_date_is_set (key), measures);
  Times times = times_of (sleep);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  if (!stn_sleep_check (sleep, NULL))
    return measures;
  if (zone == NULL)
    zone = utc;
  measures.sol_min = sleep->asleep_min;
  measures.waso_min = waso_of (sleep);
  measures.nwak = sleep->awakenings;
  measures.tib_min = lasted (&times, INTO_BED, OUT_OF_BED, key, zone);
  measures.twak_min = lasted (&times, FINAL_WAKE, OUT_OF_BED, key, zone);
  measures.spt_min = minus (lasted (&times, TRIED, FINAL_WAKE, key, zone), measures.sol_min);
  /* In the hour that a clock change takes away there may be no room for what was said. */
  if (measures.spt_min.known && measures.spt_min.value < 0)
    measures.spt_min = STN_UNKNOWN_INT;
  measures.tst_min = minus (measures.spt_min, measures.waso_min);
  if (measures.tst_min.known && measures.tst_min.value < 0)
    measures.tst_min = STN_UNKNOWN_INT;
  if (measures.tib_min.known)
    measures.se_tib = percent (measures.tst_min, measures.tib_min.value);
  if (measures.twak_min.known && measures.twak_min.value == 0)
    trying_on_min = STN_KNOWN_INT (0);
  if (trying_on_min.known && measures.tst_min.known)
    measures.se_dse = percent (measures.tst_min, measures.sol_min.value + measures.tst_min.value +
                                                   measures.waso_min.value + trying_on_min.value);
  measures.midpoint_min = midpoint_of (&times, measures.spt_min, key, zone);
  return measures;
}
