/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "long-diary.h"

#include "diary/stn-diary-factors.h"

#define N_FACTORS 12
#define SEED 11

static StnNight *
draw_night (GRand *draw, StnDate key, char **slugs)
{
  StnNight *night = stn_night_new (key);

  if (g_rand_double (draw) < .3)
    g_ptr_array_add (night->episodes, stn_episode_new ());
  else
    night->no_cramps = TRUE;
  for (guint j = 0; j < N_FACTORS; j++)
    stn_night_take_value (
      night, stn_factor_value_new (slugs[j], g_rand_int_range (draw, 0, 9), STN_ENTERED_EVENING));
  return night;
}

void
long_diary_fill (StnDiary *diary, StnDate last_night)
{
  g_autoptr (GRand) draw = g_rand_new_with_seed (SEED);
  g_auto (GStrv) slugs = g_new0 (char *, N_FACTORS + 1);

  g_test_message ("seed %d", SEED);
  for (guint j = 0; j < N_FACTORS; j++) {
    g_autofree char *name = g_strdup_printf ("f%u", j);
    g_autoptr (StnFactor) factor =
      stn_diary_add_factor (diary, name, STN_FACTOR_CONTINUOUS, NULL, NULL);

    slugs[j] = g_strdup (factor->slug);
  }
  g_assert_true (stn_store_begin (stn_diary_get_store (diary), "sample", "sample", NULL));
  for (int i = 0; i < LONG_DIARY_NIGHTS; i++) {
    StnDate key = stn_date_add_days (last_night, -i);
    g_autoptr (StnNight) before = stn_night_new (key);
    g_autoptr (StnNight) after = draw_night (draw, key, slugs);

    g_assert_true (stn_diary_put_night (diary, before, after, NULL));
  }
  g_assert_true (stn_store_commit (stn_diary_get_store (diary), NULL, NULL));
}
