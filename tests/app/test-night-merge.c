/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-night-merge.h"

/* A night as it was loaded: two cramps of severity 3 and 4, a note, into bed at 22:00. */
static StnNight *
make_base (void)
{
  StnNight *night = stn_night_new (stn_date_new (2026, 11, 21));

  for (int i = 0; i < 2; i++) {
    StnEpisode *episode = stn_episode_new ();

    episode->id.uid = g_strdup_printf ("uid-%d", i);
    episode->severity = STN_KNOWN_INT (3 + i);
    g_ptr_array_add (night->episodes, episode);
  }
  night->note = g_strdup ("cold feet");
  night->sleep.into_bed_min = STN_KNOWN_INT (22 * 60);
  return night;
}

static StnEpisode *
nth (StnNight *night, guint i)
{
  return g_ptr_array_index (night->episodes, i);
}

static void
set_note (StnNight *night, const char *note)
{
  g_free (night->note);
  night->note = g_strdup (note);
}

static void
test_nothing_typed (void)
{
  g_autoptr (StnNight) base = make_base ();
  g_autoptr (StnNight) mine = make_base ();
  g_autoptr (StnNight) stored = make_base ();

  nth (stored, 0)->severity = STN_KNOWN_INT (9);
  set_note (stored, "theirs");
  g_assert_false (stn_night_merge_differs (base, mine));
  stn_night_merge (stored, base, mine);
  g_assert_cmpint (nth (stored, 0)->severity.value, ==, 9);
  g_assert_cmpstr (stored->note, ==, "theirs");
}

static void
test_both_changed (void)
{
  g_autoptr (StnNight) base = make_base ();
  g_autoptr (StnNight) mine = make_base ();
  g_autoptr (StnNight) stored = make_base ();

  nth (mine, 0)->severity = STN_KNOWN_INT (7);
  nth (stored, 1)->severity = STN_KNOWN_INT (9);
  mine->sleep.quality = STN_KNOWN_INT (2);
  stored->sleep.into_bed_min = STN_KNOWN_INT (23 * 60);
  g_assert_true (stn_night_merge_differs (base, mine));
  stn_night_merge (stored, base, mine);
  g_assert_cmpint (nth (stored, 0)->severity.value, ==, 7);
  g_assert_cmpint (nth (stored, 1)->severity.value, ==, 9);
  g_assert_cmpint (stored->sleep.quality.value, ==, 2);
  g_assert_cmpint (stored->sleep.into_bed_min.value, ==, 23 * 60);
}

static void
test_removed (void)
{
  g_autoptr (StnNight) base = make_base ();
  g_autoptr (StnNight) mine = make_base ();
  g_autoptr (StnNight) stored = make_base ();

  g_ptr_array_remove_index (mine->episodes, 0);
  g_ptr_array_add (stored->episodes, stn_episode_new ());
  stn_night_merge (stored, base, mine);
  g_assert_cmpuint (stored->episodes->len, ==, 2);
  g_assert_cmpstr (nth (stored, 0)->id.uid, ==, "uid-1");
}

/* Deleted by another program while the person went on describing it: what was typed stays, as a new cramp. */
static void
test_removed_by_others (void)
{
  g_autoptr (StnNight) base = make_base ();
  g_autoptr (StnNight) mine = make_base ();
  g_autoptr (StnNight) stored = make_base ();

  nth (mine, 0)->severity = STN_KNOWN_INT (7);
  g_ptr_array_remove_index (stored->episodes, 0);
  stn_night_merge (stored, base, mine);
  g_assert_cmpuint (stored->episodes->len, ==, 2);
  g_assert_null (nth (stored, 1)->id.uid);
  g_assert_cmpint (nth (stored, 1)->severity.value, ==, 7);
}

static void
test_notes (void)
{
  g_autoptr (StnNight) base = make_base ();
  g_autoptr (StnNight) mine = make_base ();
  g_autoptr (StnNight) stored = make_base ();

  set_note (mine, "mine");
  set_note (stored, "theirs");
  stn_night_merge (stored, base, mine);
  g_assert_cmpstr (stored->note, ==, "theirs\n\nmine");
}

static void
test_note_taken_back (void)
{
  g_autoptr (StnNight) base = make_base ();
  g_autoptr (StnNight) mine = make_base ();
  g_autoptr (StnNight) stored = make_base ();

  set_note (mine, NULL);
  stn_night_merge (stored, base, mine);
  g_assert_null (stored->note);
}

static void
test_cramps_win (void)
{
  g_autoptr (StnNight) base = stn_night_new (stn_date_new (2026, 11, 21));
  g_autoptr (StnNight) mine = stn_night_copy (base);
  g_autoptr (StnNight) stored = stn_night_copy (base);

  stored->no_cramps = TRUE;
  g_ptr_array_add (mine->episodes, stn_episode_new ());
  stn_night_merge (stored, base, mine);
  g_assert_false (stored->no_cramps);
  g_assert_cmpint (stn_night_get_state (stored), ==, STN_NIGHT_CRAMPS);
}

/* Each did something else: nothing of it stands in the way of the other. */
static void
test_no_clash (void)
{
  g_autoptr (StnNight) base = make_base ();
  g_autoptr (StnNight) mine = make_base ();
  g_autoptr (StnNight) stored = make_base ();

  g_assert_false (stn_night_merge_clashes (stored, base, mine, NULL));
  nth (mine, 0)->severity = STN_KNOWN_INT (7);
  mine->sleep.quality = STN_KNOWN_INT (2);
  g_assert_false (stn_night_merge_clashes (stored, base, mine, NULL));
  nth (stored, 1)->severity = STN_KNOWN_INT (9);
  stored->sleep.rested = STN_KNOWN_INT (4);
  set_note (stored, "theirs");
  g_ptr_array_add (stored->episodes, stn_episode_new ());
  g_assert_false (stn_night_merge_clashes (stored, base, mine, NULL));
  /* Both did the same. */
  stored->sleep.quality = STN_KNOWN_INT (2);
  nth (stored, 0)->severity = STN_KNOWN_INT (7);
  set_note (mine, "theirs");
  g_assert_false (stn_night_merge_clashes (stored, base, mine, NULL));
}

static void
test_clash_of_fields (void)
{
  g_autoptr (StnNight) base = make_base ();
  g_autoptr (StnNight) mine = make_base ();
  g_autoptr (StnNight) stored = make_base ();
  StnNightClash clash;

  nth (mine, 0)->severity = STN_KNOWN_INT (7);
  nth (stored, 0)->severity = STN_KNOWN_INT (9);
  g_assert_true (stn_night_merge_clashes (stored, base, mine, &clash));
  g_assert_true (clash.cramps && !clash.sleep && !clash.note);
  nth (stored, 0)->severity = STN_KNOWN_INT (7);
  mine->sleep.into_bed_min = STN_UNKNOWN_INT;
  stored->sleep.into_bed_min = STN_KNOWN_INT (23 * 60);
  g_assert_true (stn_night_merge_clashes (stored, base, mine, &clash));
  g_assert_true (!clash.cramps && clash.sleep && !clash.note);
  stored->sleep.into_bed_min = STN_UNKNOWN_INT;
  set_note (mine, NULL);
  set_note (stored, "theirs");
  g_assert_true (stn_night_merge_clashes (stored, base, mine, &clash));
  g_assert_true (!clash.cramps && !clash.sleep && clash.note);
}

/* Cramps typed at two places are not counted twice unasked, unless they are the same ones. */
static void
test_clash_of_new_cramps (void)
{
  g_autoptr (StnNight) base = stn_night_new (stn_date_new (2026, 11, 21));
  g_autoptr (StnNight) mine = stn_night_copy (base);
  g_autoptr (StnNight) stored = stn_night_copy (base);
  StnEpisode *theirs = stn_episode_new ();

  theirs->id.uid = g_strdup ("theirs");
  theirs->severity = STN_KNOWN_INT (3);
  g_ptr_array_add (stored->episodes, theirs);
  g_ptr_array_add (mine->episodes, stn_episode_new ());
  g_assert_true (stn_night_merge_clashes (stored, base, mine, NULL));
  nth (mine, 0)->severity = STN_KNOWN_INT (3);
  g_assert_false (stn_night_merge_clashes (stored, base, mine, NULL));
  stn_night_merge (stored, base, mine);
  g_assert_cmpuint (stored->episodes->len, ==, 1);
}

static void
test_mine_alone (void)
{
  g_autoptr (StnNight) base = stn_night_new (stn_date_new (2026, 11, 21));
  g_autoptr (StnNight) mine = stn_night_copy (base);
  g_autoptr (StnNight) stored = stn_night_copy (base);
  StnEpisode *theirs = stn_episode_new ();

  theirs->id.uid = g_strdup ("theirs");
  g_ptr_array_add (stored->episodes, theirs);
  stored->sleep.quality = STN_KNOWN_INT (4);
  mine->no_cramps = TRUE;
  stn_night_merge_mine (stored, base, mine);
  g_assert_cmpint (stn_night_get_state (stored), ==, STN_NIGHT_NO_CRAMPS);
  g_assert_false (stn_night_has_conflict (stored));
  /* What did not clash is not taken back. */
  g_assert_true (stn_opt_int_equal (stored->sleep.quality, STN_KNOWN_INT (4)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/night-merge/nothing-typed-changes-nothing", test_nothing_typed);
  g_test_add_func ("/app/night-merge/both-changed-something", test_both_changed);
  g_test_add_func ("/app/night-merge/removed", test_removed);
  g_test_add_func ("/app/night-merge/removed-by-others", test_removed_by_others);
  g_test_add_func ("/app/night-merge/both-notes-are-kept", test_notes);
  g_test_add_func ("/app/night-merge/note-taken-back", test_note_taken_back);
  g_test_add_func ("/app/night-merge/cramps-win", test_cramps_win);
  g_test_add_func ("/app/night-merge/no-clash", test_no_clash);
  g_test_add_func ("/app/night-merge/clash/fields", test_clash_of_fields);
  g_test_add_func ("/app/night-merge/clash/new-cramps", test_clash_of_new_cramps);
  g_test_add_func ("/app/night-merge/mine-alone", test_mine_alone);
  return g_test_run ();
}
