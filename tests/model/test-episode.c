/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-episode.h"
#include "model/stn-model-error.h"

static StnEpisode *
full_episode (void)
{
  StnEpisode *episode = stn_episode_new ();

  episode->id.uid = g_strdup ("5ad5c1cc-4b8e-4e1f-9a5f-54b4e4a2f001");
  episode->start_min = STN_KNOWN_INT (150);
  episode->duration_s = STN_KNOWN_INT (180);
  episode->severity = STN_KNOWN_INT (6);
  episode->distress = STN_KNOWN_INT (3);
  episode->side = STN_SIDE_RIGHT;
  episode->site = STN_SITE_CALF;
  episode->by_day = STN_ANSWER_NO;
  episode->arms_or_hands = STN_ANSWER_NO;
  episode->woke = STN_ANSWER_YES;
  episode->eased = STN_ANSWER_YES;
  episode->ongoing = STN_ANSWER_NO;
  episode->soreness_h = STN_KNOWN_REAL (1.5);
  episode->relief = g_strsplit ("stretch,walk", ",", -1);
  episode->ended_by = g_strdup ("stretch");
  episode->note = g_strdup ("hard knot");
  return episode;
}

static void
test_copy_is_equal_and_its_own (void)
{
  g_autoptr (StnEpisode) episode = full_episode ();
  g_autoptr (StnEpisode) copy = stn_episode_copy (episode);

  g_assert_true (stn_episode_equal (episode, copy));
  g_assert_cmpstr (episode->id.uid, ==, copy->id.uid);
  copy->relief[0][0] = 'x';
  copy->note[0] = 'x';
  g_assert_cmpstr (episode->relief[0], ==, "stretch");
  g_assert_cmpstr (episode->note, ==, "hard knot");
}

#define DIFFERS(change)                                                                            \
  {                                                                                                \
    g_autoptr (StnEpisode) other = full_episode ();                                                \
    change;                                                                                        \
    g_assert_false (stn_episode_equal (episode, other));                                           \
  }

static void
test_every_field_counts (void)
{
  g_autoptr (StnEpisode) episode = full_episode ();

  DIFFERS (other->start_min.value++)
  DIFFERS (other->duration_s = STN_UNKNOWN_INT)
  DIFFERS (other->severity.value = 7)
  DIFFERS (other->distress = STN_UNKNOWN_INT)
  DIFFERS (other->side = STN_SIDE_BOTH)
  DIFFERS (other->site = STN_SITE_UNKNOWN)
  DIFFERS (other->by_day = STN_ANSWER_UNKNOWN)
  DIFFERS (other->arms_or_hands = STN_ANSWER_YES)
  DIFFERS (other->woke = STN_ANSWER_UNKNOWN)
  DIFFERS (other->eased = STN_ANSWER_NO)
  DIFFERS (other->ongoing = STN_ANSWER_YES)
  DIFFERS (other->soreness_h.value = 2)
  DIFFERS (g_clear_pointer (&other->relief, g_strfreev))
  DIFFERS (other->relief[1][0] = 'W')
  DIFFERS (g_clear_pointer (&other->ended_by, g_free))
  DIFFERS (g_clear_pointer (&other->note, g_free))
}

static void
test_nothing_tried_is_not_unknown (void)
{
  g_autoptr (StnEpisode) episode = stn_episode_new ();

  g_assert_true (stn_episode_is_unknown (episode));
  episode->relief = g_new0 (char *, 1);
  g_assert_false (stn_episode_is_unknown (episode));
}

static void
test_ranges (void)
{
  static const struct {
    gsize field;
    int bad;
    int good;
    const char *name;
  } rows[] = {
    {G_STRUCT_OFFSET (StnEpisode, severity), 11, 10, "severity"},
    {G_STRUCT_OFFSET (StnEpisode, severity), -1, 0, "severity"},
    {G_STRUCT_OFFSET (StnEpisode, distress), 11, 0, "distress"},
    {G_STRUCT_OFFSET (StnEpisode, duration_s), -1, 86400, "duration"},
    {G_STRUCT_OFFSET (StnEpisode, duration_s), 86401, 0, "duration"},
    {G_STRUCT_OFFSET (StnEpisode, start_min), 1440, 1439, "start"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (StnEpisode) episode = full_episode ();
    g_autoptr (GError) error = NULL;

    G_STRUCT_MEMBER (StnOptInt, episode, rows[i].field) = STN_KNOWN_INT (rows[i].bad);
    g_assert_false (stn_episode_validate (episode, &error));
    g_assert_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE);
    g_assert_nonnull (strstr (error->message, rows[i].name));
    G_STRUCT_MEMBER (StnOptInt, episode, rows[i].field) = STN_KNOWN_INT (rows[i].good);
    g_assert_true (stn_episode_validate (episode, NULL));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/episode/copy-is-equal-and-its-own", test_copy_is_equal_and_its_own);
  g_test_add_func ("/model/episode/every-field-counts", test_every_field_counts);
  g_test_add_func ("/model/episode/nothing-tried-is-not-unknown",
                   test_nothing_tried_is_not_unknown);
  g_test_add_func ("/model/episode/ranges", test_ranges);
  return g_test_run ();
}
