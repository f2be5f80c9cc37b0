/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-sample.h"

#include "diary/stn-diary-factors.h"
#include "diary/stn-diary-group.h"
#include "diary/stn-sample-person.h"
#include "diary/stn-sample-trial.h"
#include "store/stn-setting-table.h"

#include <math.h>

/* Shares of what is kept and what is lost, as in the simulator of analysis 2. */
#define NIGHT_LOST .06
#define CELL_LOST .04
#define FILLED_IN_MORNING .05

/* Share of nights with cramps without any exposure, and with nothing planted at all. */
#define RATE_UNEXPOSED .25
#define RATE_NOTHING_PLANTED .30

/* How much a bad spell weighs, in logits per standard deviation: cramps cluster (clinical 2.2). */
#define SPELL_LOGIT .25

static const StnSampleLink links[] = {
  {"fluids", 6},
  {"exertion", 5},
  {"stretch", .2},
};

static double
logit (double p)
{
  return log (p / (1 - p));
}

static gboolean
is_exposed (const StnSampleDay day, const char *slug)
{
  for (guint i = 0; i < STN_SAMPLE_FACTORS; i++)
    if (g_str_equal (day[i].slug, slug))
      return stn_cut_holds (stn_knowledge_get_trigger (stn_knowledge_get (), slug)->exposed_when,
                            day[i].value);
  return FALSE;
}

static double
cramp_probability (const StnSampleTruth *truth, const StnSampleDay day, double ache)
{
  double odds = logit (truth->rate) + SPELL_LOGIT * ache;

  for (guint i = 0; i < truth->n_links; i++)
    if (is_exposed (day, truth->links[i].slug))
      odds += log (truth->links[i].odds_ratio);
  return 1 / (1 + exp (-odds));
}

/* The morning after, but not later than now. */
static StnStamp
answered_stamp (StnSamplePerson *person, StnDate key, GDateTime *now)
{
  int year, month, day;
  int minute = 6 * 60 + 40 + g_rand_int_range (person->rand, 0, 150);
  g_autoptr (GDateTime) morning = NULL;

  stn_date_split (stn_date_add_days (key, 1), &year, &month, &day);
  morning =
    g_date_time_new (g_date_time_get_timezone (now), year, month, day, minute / 60, minute % 60, 0);
  return stn_stamp_of (morning == NULL || g_date_time_compare (morning, now) > 0 ? now : morning);
}

/* A whole day may be filled in after the night; of the rest, single cells get forgotten. */
static void
write_day_down (StnSamplePerson *person, StnNight *night, const StnSampleDay day)
{
  gboolean late = stn_sample_person_chance (person, FILLED_IN_MORNING);

  for (guint i = 0; i < STN_SAMPLE_FACTORS; i++)
    if (!stn_sample_person_chance (person, CELL_LOST))
      stn_night_take_value (night,
                            stn_factor_value_new (day[i].slug, day[i].value,
                                                  late ? STN_ENTERED_AFTER : STN_ENTERED_EVENING));
}

/* One long cramp that did not ease: a severe cramp that goes on (rule F-R1). */
static void
make_bad (StnNight *night)
{
  StnEpisode *cramp = stn_episode_new ();
  const char *const tried[] = {"stretch", "walk", NULL};

  cramp->start_min = STN_KNOWN_INT (3 * 60 + 10);
  cramp->duration_s = STN_KNOWN_INT (40 * 60);
  cramp->severity = STN_KNOWN_INT (9);
  cramp->distress = STN_KNOWN_INT (8);
  cramp->side = STN_SIDE_LEFT;
  cramp->site = STN_SITE_CALF;
  cramp->by_day = STN_ANSWER_NO;
  cramp->woke = STN_ANSWER_YES;
  cramp->eased = STN_ANSWER_NO;
  cramp->relief = g_strdupv ((char **) tried);
  g_ptr_array_set_size (night->episodes, 0);
  g_ptr_array_add (night->episodes, cramp);
  night->no_cramps = FALSE;
}

/* Drawn in that very night, part of it has not come yet: such a start is refused. */
static void
forget_coming_starts (StnNight *night, GDateTime *now)
{
  for (guint i = 0; i < night->episodes->len; i++) {
    StnEpisode *episode = g_ptr_array_index (night->episodes, i);

    if (episode->start_min.known && !stn_diary_start_has_come (episode, night->key, now))
      episode->start_min = STN_UNKNOWN_INT;
  }
}

static StnNight *
make_night (
  StnSamplePerson *person, const StnSampleTruth *truth, StnDate key, gboolean keep, GDateTime *now)
{
  StnNight *night = stn_night_new (key);
  StnSampleDay day;
  gboolean cramps, evening_kept, morning_kept;

  stn_sample_person_live (person, key, day);
  cramps = stn_sample_person_chance (person, cramp_probability (truth, day, person->ache));
  morning_kept = !stn_sample_person_chance (person, NIGHT_LOST) || keep;
  evening_kept = morning_kept || stn_sample_person_chance (person, .5);
  if (evening_kept)
    write_day_down (person, night, day);
  if (!morning_kept)
    return night;
  night->no_cramps = !cramps;
  if (cramps)
    stn_sample_person_suffer (person, night);
  if (stn_sample_person_chance (person, .85))
    stn_sample_person_sleep (person, night);
  night->answered = answered_stamp (person, key, now);
  return night;
}

/* (element-type StnNight): one for each night, also where nothing was noted. */
static GPtrArray *
draw_nights (StnDiary *diary, const StnSampleTruth *truth, gboolean bad_night)
{
  g_auto (StnSamplePerson) person = {0};
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (diary)));
  GPtrArray *nights = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_night_free);
  StnDate last = stn_diary_last_night (diary);

  stn_sample_person_init (&person, truth->seed, truth->draw);
  for (guint i = 0; i < truth->nights; i++) {
    StnDate key = stn_date_add_days (last, (int) i + 1 - (int) truth->nights);
    gboolean is_last = i + 1 == truth->nights;
    StnNight *night = make_night (&person, truth, key, i == 0 || is_last, now);

    if (is_last && bad_night)
      make_bad (night);
    forget_coming_starts (night, now);
    g_ptr_array_add (nights, night);
  }
  return nights;
}

/* Draws until the nights show what was planted, with @material of them. */
static GPtrArray *
draw_sample (StnDiary *diary,
             StnSampleTruth *truth,
             gboolean bad_night,
             StnMaterial **ret_material,
             GError **error)
{
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (diary, error);
  gboolean shows = FALSE;

  if (factors == NULL)
    return NULL;
  while (TRUE) {
    g_autoptr (GPtrArray) nights = draw_nights (diary, truth, bad_night);
    GHashTable *nothing_kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr (StnMaterial) material = stn_material_new (nights, factors, NULL, nothing_kept);

    if (!stn_sample_shows (material, truth, &shows, error))
      return NULL;
    if (shows || truth->draw == STN_SAMPLE_DRAWS_MAX) {
      *ret_material = g_steal_pointer (&material);
      return g_steal_pointer (&nights);
    }
    truth->draw++;
  }
}

static gboolean
put_nights (StnDiary *diary, GPtrArray *nights, GError **error)
{
  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);
    g_autoptr (StnNight) nothing = stn_night_new (night->key);

    if (!stn_diary_put_night (diary, nothing, night, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_empty_diary (StnDiary *diary, GError **error)
{
  StnDate first;

  if (!stn_diary_get_first_night (diary, &first, error))
    return FALSE;
  if (!stn_date_is_set (first))
    return TRUE;
  g_set_error_literal (error, STN_DIARY_ERROR, STN_DIARY_ERROR_CONTRADICTS,
                       "the sample needs an empty diary; this one has nights in it");
  return FALSE;
}

static StnSampleTruth
plant (guint nights, StnSamplePlanted planted, guint64 seed)
{
  StnSampleTruth truth = {.nights = nights, .seed = seed, .draw = 1, .rate = RATE_NOTHING_PLANTED};

  switch (planted) {
  case STN_SAMPLE_PLANTED_NONE:
    break;
  case STN_SAMPLE_PLANTED_DEFAULT:
    truth.rate = RATE_UNEXPOSED;
    for (guint i = 0; i < G_N_ELEMENTS (links); i++)
      truth.links[truth.n_links++] = links[i];
    break;
  }
  return truth;
}

/* The links are planted in what the catalogue calls exposed. */
static gboolean
check_catalogue (GError **error)
{
  const char *problem = stn_knowledge_get_problem ();

  if (problem != NULL)
    g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_DAMAGED,
                 "cannot make a sample while the program is damaged: %s", problem);
  return problem == NULL;
}

gboolean
stn_sample_write (StnDiary *diary,
                  guint nights,
                  StnSamplePlanted planted,
                  guint64 seed,
                  gboolean bad_night,
                  StnSampleTruth *ret_truth,
                  GError **error)
{
  g_return_val_if_fail (diary != NULL && nights <= STN_SAMPLE_NIGHTS_MAX && ret_truth != NULL,
                        FALSE);
  StnSampleTruth truth = plant (nights, planted, seed);
  StnStore *store = stn_diary_get_store (diary);
  g_autofree char *mark = g_strdup_printf ("%" G_GUINT64_FORMAT, seed);
  g_autoptr (StnMaterial) material = NULL;
  g_autoptr (GPtrArray) drawn = NULL;

  if (!check_catalogue (error) || !is_empty_diary (diary, error))
    return FALSE;
  drawn = draw_sample (diary, &truth, bad_night, &material, error);
  if (drawn == NULL || !stn_store_begin (store, "sample", "sample", error))
    return FALSE;
  if (!stn_diary_end_group (diary,
                            stn_setting_table_put (store, "sample-seed", mark, error) &&
                              put_nights (diary, drawn, error),
                            NULL, error) ||
      !stn_diary_keep_refreshes (diary, material, error))
    return FALSE;
  *ret_truth = truth;
  return TRUE;
}
