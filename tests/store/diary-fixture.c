/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "base/stn-text-number.h"

#include <glib/gstdio.h>

void
diary_fixture_remove_tree (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
      diary_fixture_remove_tree (path);
    else
      g_assert_no_errno (g_unlink (path));
  }
  g_assert_no_errno (g_rmdir (folder));
}

void
diary_fixture_put_factors (StnStore *store)
{
  static const struct {
    const char *slug;
    StnFactorKind kind;
  } known[] = {
    {"fluids", STN_FACTOR_CONTINUOUS},
    {"stretch", STN_FACTOR_BINARY},
    {"stress", STN_FACTOR_SCALE},
    {"cups", STN_FACTOR_COUNT},
  };
  g_autoptr (GError) error = NULL;

  stn_store_begin (store, "factors", "person", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
    g_autoptr (StnFactor) factor = stn_factor_new (known[i].slug, known[i].kind);

    factor->built_in = i < 3;
    factor->position = (int) i;
    stn_factor_table_put (store, factor, &error);
    g_assert_no_error (error);
  }
  stn_store_commit (store, NULL, &error);
  g_assert_no_error (error);
}

void
diary_fixture_set_up (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTimeZone) berlin = g_time_zone_new_offset (3600);
  g_autoptr (GDateTime) now = g_date_time_new (berlin, 2026, 11, 22, 7, 10, 0);

  self->folder = g_dir_make_tmp ("stillnight-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "diary.db", NULL);
  self->clock = stn_clock_new_fixed (now);
  self->store = stn_store_open (self->path, STN_STORE_CREATE, self->clock, &error);
  g_assert_no_error (error);
  diary_fixture_put_factors (self->store);
}

void
diary_fixture_tear_down (DiaryFixture *self, gconstpointer data)
{
  g_clear_pointer (&self->store, stn_store_close);
  stn_clock_unref (self->clock);
  diary_fixture_remove_tree (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

void
diary_fixture_advance (DiaryFixture *self, int seconds)
{
  g_autoptr (GDateTime) now = stn_clock_now (self->clock);
  g_autoptr (GDateTime) later = g_date_time_add_seconds (now, seconds);

  stn_clock_set (self->clock, later);
}

void
diary_fixture_reopen (DiaryFixture *self)
{
  g_autoptr (GError) error = NULL;

  stn_store_close (self->store);
  self->store = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);
  g_assert_no_error (error);
}

GRand *
test_rand (void)
{
  return g_rand_new_with_seed ((guint32) g_test_rand_int ());
}

static StnOptInt
random_int (GRand *rand, int min, int max)
{
  return g_rand_boolean (rand) ? STN_KNOWN_INT (g_rand_int_range (rand, min, max + 1))
                               : STN_UNKNOWN_INT;
}

static StnAnswer
random_answer (GRand *rand)
{
  return (StnAnswer) g_rand_int_range (rand, STN_ANSWER_UNKNOWN, STN_ANSWER_YES + 1);
}

static char *
random_text (GRand *rand)
{
  static const char *const texts[] = {"calf",
                                      "a \"quoted\" word",
                                      "back\\slash",
                                      "two\nlines\tand a tab",
                                      "ä ö 漢 🦵",
                                      "x'); DROP TABLE night; --",
                                      "%s %n {}",
                                      "null",
                                      "12"};

  return g_rand_boolean (rand) ? g_strdup (texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))])
                               : NULL;
}

static char *
random_name (GRand *rand)
{
  char *text = random_text (rand);

  return text != NULL ? g_strdelimit (text, "\n\t", ' ') : NULL;
}

static void
change_sleep (GRand *rand, StnSleep *sleep)
{
  sleep->into_bed_min = random_int (rand, 0, 1439);
  sleep->tried_min = random_int (rand, 0, 1439);
  sleep->asleep_min = random_int (rand, 0, 1440);
  sleep->awakenings = random_int (rand, 0, 100);
  sleep->awake_min = random_int (rand, 0, 1440);
  sleep->final_wake_min = random_int (rand, 0, 1439);
  sleep->out_of_bed_min = random_int (rand, 0, 1439);
  sleep->quality = random_int (rand, 1, 5);
  sleep->rested = random_int (rand, 1, 5);
  sleep->tired = random_int (rand, 0, 10);
}

static void
change_episode (GRand *rand, StnEpisode *episode)
{
  episode->start_min = random_int (rand, 0, 1439);
  episode->duration_s = random_int (rand, 0, STN_DURATION_MAX_S);
  episode->severity = random_int (rand, 0, 10);
  episode->distress = random_int (rand, 0, 10);
  episode->side = (StnSide) g_rand_int_range (rand, STN_SIDE_UNKNOWN, STN_SIDE_BOTH + 1);
  episode->site = (StnSite) g_rand_int_range (rand, STN_SITE_UNKNOWN, STN_SITE_OTHER + 1);
  episode->by_day = random_answer (rand);
  episode->arms_or_hands = random_answer (rand);
  episode->woke = random_answer (rand);
  episode->eased = random_answer (rand);
  episode->ongoing = random_answer (rand);
  episode->soreness_h =
    g_rand_boolean (rand) ? STN_KNOWN_REAL (g_rand_double_range (rand, 0, 240)) : STN_UNKNOWN_REAL;
  g_clear_pointer (&episode->relief, g_strfreev);
  if (g_rand_boolean (rand)) {
    g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

    for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--) {
      g_autofree char *name = random_name (rand);

      g_strv_builder_add (names, name != NULL ? name : "walk");
    }
    episode->relief = g_strv_builder_end (names);
  }
  g_free (episode->ended_by);
  episode->ended_by = random_name (rand);
  g_free (episode->note);
  episode->note = random_text (rand);
}

/* Any finite number, most of them with all their 53 bits. */
static double
random_real (GRand *rand)
{
  double magnitudes[] = {1, 1e-9, 1e9, 1e300, 1e-300};

  return g_rand_double_range (rand, -1, 1) *
         magnitudes[g_rand_int_range (rand, 0, G_N_ELEMENTS (magnitudes))];
}

static void
change_values (GRand *rand, StnNight *night)
{
  const struct {
    const char *slug;
    double value;
  } choices[] = {
    {"fluids", random_real (rand)},
    {"stretch", g_rand_int_range (rand, 0, 2)},
    {"stress", g_rand_int_range (rand, 0, 11)},
    {"cups", g_rand_int_range (rand, 0, 30)},
  };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    switch (g_rand_int_range (rand, 0, 3)) {
    case 0:
      stn_night_take_value (night,
                            stn_factor_value_new (choices[i].slug, choices[i].value,
                                                  (StnEntered) g_rand_int_range (rand, 0, 4)));
      break;
    case 1:
      stn_night_remove_value (night, choices[i].slug);
      break;
    default:
      break;
    }
}

void
change_night (GRand *rand, StnNight *night)
{
  g_autoptr (GDateTime) now =
    g_date_time_new_from_unix_utc (g_rand_int_range (rand, 0, G_MAXINT32));

  night->no_cramps = g_rand_boolean (rand);
  night->answered = g_rand_boolean (rand) ? stn_stamp_of (now) : STN_NO_STAMP;
  g_free (night->note);
  night->note = random_text (rand);
  if (g_rand_boolean (rand))
    change_sleep (rand, &night->sleep);
  if (g_rand_boolean (rand))
    change_values (rand, night);
  for (guint i = 0; i < night->episodes->len;) {
    if (g_rand_int_range (rand, 0, 4) == 0)
      g_ptr_array_remove_index (night->episodes, i);
    else {
      if (g_rand_boolean (rand))
        change_episode (rand, g_ptr_array_index (night->episodes, i));
      i++;
    }
  }
  for (int i = g_rand_int_range (rand, 0, 3); i > 0; i--) {
    StnEpisode *episode = stn_episode_new ();

    change_episode (rand, episode);
    g_ptr_array_add (night->episodes, episode);
  }
}

StnNight *
random_night (GRand *rand, StnDate key)
{
  StnNight *night = stn_night_new (key);

  change_night (rand, night);
  change_values (rand, night);
  return night;
}

gint64
save_night (StnStore *store, const StnNight *before, const StnNight *after)
{
  g_autoptr (GError) error = NULL;
  gint64 group;

  stn_store_begin (store, "edit-night", "person", &error);
  g_assert_no_error (error);
  stn_night_table_save (store, before, after, &error);
  g_assert_no_error (error);
  stn_store_commit (store, &group, &error);
  g_assert_no_error (error);
  return group;
}

gint64
log_no_cramps (StnStore *store, StnDate key, GError **error)
{
  g_autoptr (StnNight) before = stn_night_table_load (store, key, error);
  g_autoptr (StnNight) after = before != NULL ? stn_night_copy (before) : NULL;
  gint64 group;

  if (after == NULL || !stn_store_begin (store, "log-no-cramps", "person", error))
    return -1;
  after->no_cramps = TRUE;
  if (!stn_night_table_save (store, before, after, error)) {
    stn_store_rollback (store);
    return -1;
  }
  return stn_store_commit (store, &group, error) ? group : -1;
}

static void
append_opt (GString *text, const char *name, StnOptInt value)
{
  if (value.known)
    g_string_append_printf (text, " %s=%d", name, value.value);
}

static void
append_episode (GString *text, const StnEpisode *episode)
{
  g_autofree char *relief =
    episode->relief != NULL ? g_strjoinv ("|", episode->relief) : g_strdup ("?");

  g_string_append (text, "  cramp");
  append_opt (text, "start", episode->start_min);
  append_opt (text, "duration", episode->duration_s);
  append_opt (text, "severity", episode->severity);
  append_opt (text, "distress", episode->distress);
  g_string_append_printf (text, " %d %d %d %d %d %d %d", episode->side, episode->site,
                          episode->by_day, episode->arms_or_hands, episode->woke, episode->eased,
                          episode->ongoing);
  if (episode->soreness_h.known)
    g_string_append_printf (text, " sore=%.17g", episode->soreness_h.value);
  g_string_append_printf (text, " relief=%s ended=%s note=%s\n", relief, episode->ended_by,
                          episode->note);
}

static void
append_night (GString *text, const StnNight *night)
{
  char key[STN_DATE_TEXT_SIZE];

  g_string_append_printf (text, "%s %d answered=%" G_GINT64_FORMAT "%+d%s note=%s",
                          stn_date_to_text (night->key, key), night->no_cramps,
                          night->answered.utc_s, night->answered.offset_s, night->answered.zone,
                          night->note);
  append_opt (text, "bed", night->sleep.into_bed_min);
  append_opt (text, "tried", night->sleep.tried_min);
  append_opt (text, "asleep", night->sleep.asleep_min);
  append_opt (text, "awakenings", night->sleep.awakenings);
  append_opt (text, "awake", night->sleep.awake_min);
  append_opt (text, "wake", night->sleep.final_wake_min);
  append_opt (text, "out", night->sleep.out_of_bed_min);
  append_opt (text, "quality", night->sleep.quality);
  append_opt (text, "rested", night->sleep.rested);
  append_opt (text, "tired", night->sleep.tired);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < night->episodes->len; i++)
    append_episode (text, g_ptr_array_index (night->episodes, i));
  for (guint i = 0; i < night->values->len; i++) {
    const StnFactorValue *value = g_ptr_array_index (night->values, i);

    g_string_append_printf (text, "  %s=%.17g %d\n", value->slug, value->value, value->entered);
  }
}

char *
nights_text (StnStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nights =
    stn_night_table_load_range (store, STN_NO_DATE, STN_NO_DATE, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < nights->len; i++)
    append_night (text, g_ptr_array_index (nights, i));
  return g_string_free (text, FALSE);
}

gboolean
is_same_night (const StnNight *a, const StnNight *b)
{
  g_autoptr (GString) a_text = g_string_new (NULL);
  g_autoptr (GString) b_text = g_string_new (NULL);

  append_night (a_text, a);
  append_night (b_text, b);
  return g_string_equal (a_text, b_text);
}

void
assert_same_night (const StnNight *a, const StnNight *b)
{
  g_autoptr (GString) a_text = g_string_new (NULL);
  g_autoptr (GString) b_text = g_string_new (NULL);

  append_night (a_text, a);
  append_night (b_text, b);
  g_assert_cmpstr (a_text->str, ==, b_text->str);
}
