/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "diary/stn-diary-factors.h"
#include "diary/stn-known-triggers.h"

/* One day: its key and what was entered, "fluids=750 stretch=no". */
static void
write_day (DiaryFixture *fixture, const char *key, const char *entries)
{
  g_autoptr (StnNight) night = load (fixture->diary, key);
  g_auto (GStrv) words = g_strsplit (entries, " ", -1);

  for (char **word = words; *word != NULL; word++) {
    g_autoptr (GError) error = NULL;
    StnFactorValue *value = stn_diary_parse_factor_value (fixture->diary, *word, &error);

    g_assert_no_error (error);
    stn_night_take_value (night, value);
  }
  save (fixture->diary, night);
}

/* "fluids 1/2, stretch 1/1": all that is matched, in order. */
static void
assert_known (DiaryFixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) known = stn_diary_list_known_triggers (fixture->diary, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < known->len; i++) {
    const StnKnownTrigger *trigger = g_ptr_array_index (known, i);

    g_string_append_printf (text, "%s%s %u/%u", i > 0 ? ", " : "", trigger->slug,
                            trigger->days_present, trigger->days_recorded);
    g_assert_nonnull (trigger->sources[0]);
    g_assert_nonnull (trigger->evidence);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_nothing_written (DiaryFixture *fixture, gconstpointer data)
{
  assert_known (fixture, "");
  log_cramps (fixture->diary, "2026-11-20", 1);
  assert_known (fixture, "");
}

/* Each factor at its cut and just beside it (clinical 3.1). */
static void
test_cuts (DiaryFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *present;
    const char *absent;
  } rows[] = {
    {"fluids=1499", "fluids=1500"},
    {"alcohol=1", "alcohol=0"},
    {"caffeine=401", "caffeine=400"},
    {"caffeine-late=yes", "caffeine-late=no"},
    {"activity=9", "activity=10"},
    {"exertion=7", "exertion=6"},
    {"sitting=8", "sitting=7.5"},
    {"standing=4", "standing=3.5"},
    {"heat=yes", "heat=no"},
    {"sweating=2", "sweating=1"},
    {"vomiting-diarrhoea=yes", "vomiting-diarrhoea=no"},
    {"stretch=no", "stretch=yes"},
    {"evening-exercise=0", "evening-exercise=5"},
    {"footwear=yes", "footwear=no"},
    {"tight-covers=yes", "tight-covers=no"},
    {"sleep-position=yes", "sleep-position=no"},
    {"stress=7", "stress=6"},
    {"relaxation=no", "relaxation=yes"},
    {"low-sugar=yes", "low-sugar=no"},
    {"dialysis=yes", "dialysis=no"},
    {"smoking=1", "smoking=0"},
    {"cold-legs=yes", "cold-legs=no"},
    {"illness=yes", "illness=no"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (GStrv) words = g_strsplit (rows[i].present, "=", 2);
    g_autofree char *once = g_strdup_printf ("%s 1/2", words[0]);
    g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (StnDate));
    StnDate first = night_of ("2026-11-18"), second = night_of ("2026-11-19");

    write_day (fixture, "2026-11-18", rows[i].absent);
    assert_known (fixture, "");
    write_day (fixture, "2026-11-19", rows[i].present);
    assert_known (fixture, once);
    g_array_append_val (keys, first);
    g_array_append_val (keys, second);
    g_assert_true (stn_diary_delete_nights (fixture->diary, keys, NULL, NULL));
  }
}

/* Markers, context and what is taken in blocks are no triggers of a day. */
static void
test_what_is_no_trigger (DiaryFixture *fixture, gconstpointer data)
{
  write_day (fixture, "2026-11-18",
             "twitching=3 tingling=2 immobility=yes supplements=no supplements.magnesium=yes "
             "foods.nuts=no relaxation.yoga=no footwear.supportive=no sleep-position.back=yes");
  assert_known (fixture, "");
}

/* Days without an entry count neither way. */
static void
test_unknown_is_neither (DiaryFixture *fixture, gconstpointer data)
{
  write_day (fixture, "2026-11-14", "fluids=750");
  write_day (fixture, "2026-11-15", "alcohol=0");
  log_cramps (fixture->diary, "2026-11-16", 2);
  write_day (fixture, "2026-11-17", "fluids=2000");
  assert_known (fixture, "fluids 1/2");
}

/* Fewer than two rich foods (clinical T19), no relaxation at all (T18): what is not known of a tick is not "no". */
static void
test_lists (DiaryFixture *fixture, gconstpointer data)
{
  write_day (fixture, "2026-11-10", "foods.nuts=yes");
  write_day (fixture, "2026-11-11", "foods=yes");
  write_day (fixture, "2026-11-12", "relaxation.yoga=no");
  assert_known (fixture, "");
  write_day (fixture, "2026-11-13", "foods.nuts=yes foods.bananas=yes");
  assert_known (fixture, "");
  write_day (fixture, "2026-11-14",
             "foods.nuts=yes foods.bananas=no foods.sweet-potatoes=no foods.leafy-greens=no");
  assert_known (fixture, "foods 1/2");
  write_day (fixture, "2026-11-15", "foods=no");
  assert_known (fixture, "foods 2/3");
  write_day (fixture, "2026-11-16",
             "relaxation.yoga=no relaxation.breathing=no relaxation.meditation=no");
  write_day (fixture, "2026-11-17", "relaxation.yoga=yes");
  assert_known (fixture, "relaxation 1/2, foods 2/3");
  write_day (fixture, "2026-11-18", "footwear.flat=yes sleep-position.front=yes");
  assert_known (fixture, "footwear.flat 1/1, sleep-position.front 1/1, relaxation 1/2, foods 2/3");
}

/* Less than 6 hours in the night before (clinical T20), and only in the night before. */
static void
test_short_sleep (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = load (fixture->diary, "2026-11-14");

  night->sleep = (StnSleep){
    .tried_min = STN_KNOWN_INT (23 * 60),
    .asleep_min = STN_KNOWN_INT (0),
    .awakenings = STN_KNOWN_INT (0),
    .final_wake_min = STN_KNOWN_INT (4 * 60 + 59),
  };
  save (fixture->diary, night);
  assert_known (fixture, "");
  log_cramps (fixture->diary, "2026-11-16", 1);
  assert_known (fixture, "");
  log_cramps (fixture->diary, "2026-11-15", 1);
  assert_known (fixture, "short-sleep 1/1");
}

/* What a person or an import brought along is theirs, whatever it is called. */
static void
test_own_factors (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnFactor) own =
    stn_diary_add_factor (fixture->diary, "Alcohol free beer", STN_FACTOR_CONTINUOUS, "ml", &error);
  g_autofree char *entry = g_strdup_printf ("%s=500", own->slug);

  g_assert_no_error (error);
  write_day (fixture, "2026-11-14", entry);
  assert_known (fixture, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/diary/known-triggers/" name, DiaryFixture, NULL, diary_fixture_set_up, function,   \
              diary_fixture_tear_down)
  ADD ("nothing-written", test_nothing_written);
  ADD ("cuts", test_cuts);
  ADD ("what-is-no-trigger", test_what_is_no_trigger);
  ADD ("unknown-is-neither", test_unknown_is_neither);
  ADD ("lists", test_lists);
  ADD ("short-sleep", test_short_sleep);
  ADD ("own-factors", test_own_factors);
  return g_test_run ();
}
