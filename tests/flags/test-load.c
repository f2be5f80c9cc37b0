/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Alarm load (clinical, opening decision 5): usual sufferers, cramps on 30 % of nights (clinical 2.2), for a year. They
 * book a visit two days after the routine card comes. Right away without "still going" or "not eased" must be 0, routine
 * cards at most 5 a year for each of them, and nothing may come of imported or old nights.
 */
#include "flags/stn-flag.h"

#include <math.h>

#define DAYS 365
#define SEED 20261122
#define BEFORE 2 /* days from a card to "Booked" */
#define MOST 5   /* routine cards a year */

static guint n_people = 60; /* with -m slow 300 */

static const int first_day[] = {2026, 1, 5};

static StnDate
day_number (int day)
{
  return stn_date_add_days (stn_date_new (first_day[0], first_day[1], first_day[2]), day);
}

static GDateTime *
morning_of (int day)
{
  int year, month, day_of_month;

  stn_date_split (day_number (day), &year, &month, &day_of_month);
  return g_date_time_new_utc (year, month, day_of_month, 8, 0, 0);
}

/* Mean 0, spread 1: twelve even numbers, after Irwin and Hall. */
static double
draw_normal (GRand *random)
{
  double sum = -6;

  for (int i = 0; i < 12; i++)
    sum += g_rand_double (random);
  return sum;
}

/* Duration log-normal, median 3 min, 95 of 100 under 12; pain about 6; eased unless the person forgot to say. */
static StnEpisode *
draw_episode (GRand *random, const char *source)
{
  StnEpisode *episode = stn_episode_new ();
  double minutes = 3 * exp (.85 * draw_normal (random));

  episode->duration_s = STN_KNOWN_INT ((int) (60 * minutes));
  episode->severity = STN_KNOWN_INT ((int) CLAMP (round (6 + 1.5 * draw_normal (random)), 0, 10));
  episode->eased = g_rand_double (random) < .8 ? STN_ANSWER_YES : STN_ANSWER_UNKNOWN;
  episode->woke = g_rand_double (random) < .7 ? STN_ANSWER_YES : STN_ANSWER_NO;
  episode->site = g_rand_double (random) < .8 ? STN_SITE_CALF : STN_SITE_FOOT;
  episode->by_day = STN_ANSWER_NO;
  episode->id.source = g_strdup (source);
  return episode;
}

/* Cramps cluster: a night after one has them more often; nine of ten nights are recorded. */
static void
draw_night (StnFlagRecords *records, GRand *random, int day, const char *source)
{
  const StnNight *before =
    records->nights->len > 0 ? g_ptr_array_index (records->nights, records->nights->len - 1) : NULL;
  double chance = before != NULL && before->episodes->len > 0 ? .44 : .24;
  StnNight *night;

  if (g_rand_double (random) > .9)
    return;
  night = stn_night_new (day_number (day));
  night->id.source = g_strdup (source);
  night->no_cramps = g_rand_double (random) > chance;
  for (guint i = 0; !night->no_cramps && i < (g_rand_double (random) < .25 ? 2 : 1); i++)
    g_ptr_array_add (night->episodes, draw_episode (random, source));
  night->sleep.tired = STN_KNOWN_INT (g_rand_int_range (random, 0, night->no_cramps ? 5 : 7));
  g_ptr_array_add (records->nights, night);
}

/* What a year brought one person. */
typedef struct {
  guint urgent;
  guint days;
  guint cards;
} Year;

/* As the diary notes what comes to the routine card. */
static void
raise_reasons (StnFlagRecords *records, const StnFlags *flags, GDateTime *now)
{
  for (guint i = 0; i < flags->flags->len; i++) {
    const StnFlag *flag = g_ptr_array_index (flags->flags, i);
    gboolean stands = FALSE;
    StnFlagNote *note;

    if (flag->put_away || flag->which->tier != STN_FLAG_TIER_ROUTINE)
      continue;
    for (guint j = 0; j < records->notes->len; j++) {
      note = g_ptr_array_index (records->notes, j);
      stands |= g_str_equal (note->rule, flag->rule->id) && note->reply == STN_FLAG_REPLY_NONE &&
                stn_date_days_between (note->day, flag->day) < STN_FLAG_STANDS_DAYS;
    }
    if (stands)
      continue;
    note = stn_flag_note_new (flag->rule->id, flag->day, "routine");
    note->raised = stn_stamp_of (now);
    g_ptr_array_add (records->notes, note);
  }
}

static void
book (StnFlagRecords *records, const StnFlags *flags, GDateTime *now)
{
  for (guint i = 0; i < flags->flags->len; i++) {
    const StnFlag *flag = g_ptr_array_index (flags->flags, i);
    StnFlagNote *note;

    if (flag->put_away || flag->which->tier != STN_FLAG_TIER_ROUTINE)
      continue;
    note = stn_flag_note_new (flag->rule->id, flag->day, "routine");
    note->reply = STN_FLAG_REPLY_BOOKED;
    note->answered = stn_stamp_of (now);
    g_ptr_array_add (records->notes, note);
  }
}

static void
count (const StnFlags *flags, Year *year, gboolean *has_card)
{
  for (guint i = 0; i < flags->flags->len; i++) {
    const StnFlag *flag = g_ptr_array_index (flags->flags, i);

    if (flag->put_away)
      continue;
    year->urgent += flag->which->tier >= STN_FLAG_TIER_RIGHT_AWAY;
    year->days += flag->which->tier == STN_FLAG_TIER_DAYS;
    *has_card |= flag->which->tier == STN_FLAG_TIER_ROUTINE;
  }
}

static Year
live (GRand *random, const char *source)
{
  g_autoptr (StnFlagRecords) records = stn_flag_records_new ();
  int since = 0;
  Year year = {0};

  for (int day = 0; day < DAYS; day++) {
    g_autoptr (GDateTime) now = morning_of (day + 1);
    g_autoptr (StnFlags) flags = NULL;
    gboolean has_card = FALSE;

    draw_night (records, random, day, source);
    if (records->nights->len > STN_FLAG_LOOKS_BACK_DAYS)
      g_ptr_array_remove_index (records->nights, 0);
    flags = stn_flags_find (stn_knowledge_get (), records, now);
    count (flags, &year, &has_card);
    raise_reasons (records, flags, now);
    year.cards += has_card && since == 0;
    since = has_card ? since + 1 : 0;
    if (since > BEFORE) {
      book (records, flags, now);
      since = 0;
    }
  }
  return year;
}

static void
test_usual (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  Year all = {0};
  guint most = 0, of[MOST + 2] = {0};

  for (guint i = 0; i < n_people; i++) {
    Year year = live (random, "person");

    all.urgent += year.urgent;
    all.days += year.days;
    all.cards += year.cards;
    most = MAX (most, year.cards);
    of[MIN (year.cards, MOST + 1)]++;
  }
  g_test_message (
    "seed %d, %d people, %d days: right away %u; days on which 'within days' stood %.2f a year; "
    "routine cards %.2f a year, %u at most",
    SEED, n_people, DAYS, all.urgent, (double) all.days / n_people, (double) all.cards / n_people, most);
  for (guint cards = 0; cards <= MOST + 1; cards++)
    g_test_message ("%s%u routine cards: %u people", cards > MOST ? "at least " : "", cards,
                    of[cards]);
  g_assert_cmpuint (all.urgent, ==, 0);
  g_assert_cmpuint (most, <=, MOST);
}

static void
test_imported (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < n_people / 10; i++) {
    Year year = live (random, "import 1");

    g_assert_cmpuint (year.urgent + year.days + year.cards, ==, 0);
  }
}

/* The same nights, all looked at a month after the last of them. */
static void
test_old (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < n_people; i++) {
    g_autoptr (StnFlagRecords) records = stn_flag_records_new ();
    g_autoptr (GDateTime) now = morning_of (STN_FLAG_LOOKS_BACK_DAYS + 30);
    g_autoptr (StnFlags) flags = NULL;

    for (int day = 0; day < STN_FLAG_LOOKS_BACK_DAYS; day++)
      draw_night (records, random, day, "person");
    flags = stn_flags_find (stn_knowledge_get (), records, now);
    g_assert_cmpuint (flags->flags->len, ==, 0);
    g_assert_cmpuint (flags->questions->len, ==, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (g_test_slow ())
    n_people = 300;
  g_test_add_func ("/flags/load/usual", test_usual);
  g_test_add_func ("/flags/load/imported", test_imported);
  g_test_add_func ("/flags/load/old", test_old);
  return g_test_run ();
}
