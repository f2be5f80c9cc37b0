/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "card/stn-usual-picture.h"

static StnNight *
add_night (GPtrArray *nights, int day)
{
  StnNight *night = stn_night_new (stn_date_new (2026, 11, day));

  g_ptr_array_add (nights, night);
  return night;
}

static StnEpisode *
add_cramp (StnNight *night, int start_min, int severity, int duration_s)
{
  StnEpisode *episode = stn_episode_new ();

  episode->start_min = STN_KNOWN_INT (start_min);
  episode->severity = STN_KNOWN_INT (severity);
  episode->duration_s = STN_KNOWN_INT (duration_s);
  g_ptr_array_add (night->episodes, episode);
  return episode;
}

static GPtrArray *
nights_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) stn_night_free);
}

static void
test_unknown (void)
{
  g_autoptr (GPtrArray) nights = nights_new ();
  StnUsualPicture picture;

  g_ptr_array_add (add_night (nights, 1)->episodes, stn_episode_new ());
  picture = stn_usual_picture_of (nights);
  g_assert_cmpuint (picture.cramps, ==, 1);
  g_assert_cmpuint (picture.woke_known, ==, 0);
  g_assert_cmpint (picture.side, ==, STN_SIDE_UNKNOWN);
  g_assert_cmpint (picture.site, ==, STN_SITE_UNKNOWN);
  g_assert_false (picture.severity.known || picture.duration_s.known || picture.start_min.known);
  g_assert_null (picture.helped);
}

/* Before and after midnight is one night: the middle of 23:30, 00:30 and 03:00 is 00:30. */
static void
test_medians (void)
{
  g_autoptr (GPtrArray) nights = nights_new ();
  StnUsualPicture picture;

  add_cramp (add_night (nights, 1), 23 * 60 + 30, 3, 60);
  add_cramp (add_night (nights, 2), 30, 8, 600);
  add_cramp (add_night (nights, 3), 180, 6, 120);
  picture = stn_usual_picture_of (nights);
  g_assert_cmpint (picture.start_min.value, ==, 30);
  g_assert_cmpint (picture.severity.value, ==, 6);
  g_assert_cmpint (picture.duration_s.value, ==, 120);
}

static void
test_more_than_half (void)
{
  g_autoptr (GPtrArray) nights = nights_new ();
  StnNight *night = add_night (nights, 1);

  for (guint i = 0; i < 4; i++) {
    StnEpisode *episode = add_cramp (night, 0, 5, 60);

    episode->site = i < 3 ? STN_SITE_CALF : STN_SITE_FOOT;
    episode->side = i < 2 ? STN_SIDE_LEFT : STN_SIDE_RIGHT;
    episode->woke = i < 2 ? STN_ANSWER_YES : i == 2 ? STN_ANSWER_NO : STN_ANSWER_UNKNOWN;
  }
  StnUsualPicture picture = stn_usual_picture_of (nights);
  g_assert_cmpint (picture.site, ==, STN_SITE_CALF);
  g_assert_cmpint (picture.side, ==, STN_SIDE_UNKNOWN);
  g_assert_cmpuint (picture.woke, ==, 2);
  g_assert_cmpuint (picture.woke_known, ==, 3);
}

static void
test_what_helped (void)
{
  static const struct {
    const char *tried;
    const char *ended_by;
  } rows[] = {
    {"stretch walk", "stretch"}, {"stretch walk", "walk"}, {"walk", "walk"},
    {"stretch", "nothing"},      {"", "nothing"},          {"stretch", "nothing"},
  };
  g_autoptr (GPtrArray) nights = nights_new ();
  StnNight *night = add_night (nights, 1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    StnEpisode *episode = add_cramp (night, 0, 5, 60);

    episode->relief = g_strsplit (rows[i].tried, " ", -1);
    episode->ended_by = g_strdup (rows[i].ended_by);
  }
  StnUsualPicture picture = stn_usual_picture_of (nights);
  g_assert_cmpstr (picture.helped, ==, "walk");
  g_assert_cmpuint (picture.helped_ended, ==, 2);
  g_assert_cmpuint (picture.helped_tried, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card/usual-picture/unknown", test_unknown);
  g_test_add_func ("/card/usual-picture/medians", test_medians);
  g_test_add_func ("/card/usual-picture/more-than-half", test_more_than_half);
  g_test_add_func ("/card/usual-picture/what-helped", test_what_helped);
  return g_test_run ();
}
