/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "flags/stn-flag-run.h"

/* A filter that is not set lets everything through. */
static StnAnswer
answer_if (gboolean is_set, gboolean known, gboolean holds)
{
  if (!is_set)
    return STN_ANSWER_YES;
  if (!known)
    return STN_ANSWER_UNKNOWN;
  return holds ? STN_ANSWER_YES : STN_ANSWER_NO;
}

static StnAnswer
compare_answers (StnAnswer wanted, StnAnswer is)
{
  return answer_if (wanted != STN_ANSWER_UNKNOWN, is != STN_ANSWER_UNKNOWN, is == wanted);
}

/* Who says how long it lasted, or what eased it, says that it has ended. */
static StnAnswer
is_ongoing (const StnEpisode *episode)
{
  if (episode->ongoing != STN_ANSWER_UNKNOWN)
    return episode->ongoing;
  if (episode->duration_s.known || episode->eased == STN_ANSWER_YES)
    return STN_ANSWER_NO;
  return STN_ANSWER_UNKNOWN;
}

static StnAnswer
is_one_sided (const StnEpisode *episode)
{
  if (episode->side == STN_SIDE_UNKNOWN)
    return STN_ANSWER_UNKNOWN;
  return episode->side == STN_SIDE_BOTH ? STN_ANSWER_NO : STN_ANSWER_YES;
}

/* (nullable) the contact that the test asks for, near enough before that night. */
static const StnSign *
find_toxin (const StnFlagRun *self, const StnRuleTest *test, StnDate night)
{
  for (guint i = 0; i < self->records->signs->len; i++) {
    const StnSign *sign = g_ptr_array_index (self->records->signs, i);
    int days = stn_date_days_between (sign->date, night);

    /* The day on which a night ends is its day, too. */
    if (sign->answer == STN_ANSWER_YES && g_str_equal (sign->sign, test->after_sign) &&
        days >= -1 && days <= test->within_days)
      return sign;
  }
  return NULL;
}

static gboolean
is_after_sign (const StnFlagRun *self, const StnRuleTest *test, StnDate night)
{
  return test->after_sign == NULL || find_toxin (self, test, night) != NULL;
}

static StnAnswer
both (StnAnswer a, StnAnswer b)
{
  if (a == STN_ANSWER_NO || b == STN_ANSWER_NO)
    return STN_ANSWER_NO;
  return a == STN_ANSWER_YES ? b : a;
}

/* Everything that the test asks of one cramp but whether it eased. */
static StnAnswer
judge_but_eased (const StnEpisode *episode, const StnRuleTest *test)
{
  StnOptInt severity = episode->severity, duration_s = episode->duration_s;
  const StnAnswer parts[] = {
    answer_if (test->severity_at_least.known, severity.known,
               severity.value >= test->severity_at_least.value),
    answer_if (test->severity_at_most.known, severity.known,
               severity.value <= test->severity_at_most.value),
    answer_if (test->minutes_over.known, duration_s.known,
               duration_s.value > test->minutes_over.value * 60),
    answer_if (test->minutes_at_least.known, duration_s.known,
               duration_s.value >= test->minutes_at_least.value * 60),
    answer_if (test->sore_hours_over.known, episode->soreness_h.known,
               episode->soreness_h.value > test->sore_hours_over.value),
    answer_if (test->sites != 0, episode->site != STN_SITE_UNKNOWN,
               (test->sites & 1u << episode->site) != 0),
    compare_answers (test->ongoing, is_ongoing (episode)),
    compare_answers (test->by_day, episode->by_day),
    compare_answers (test->arms_or_hands, episode->arms_or_hands),
    compare_answers (test->one_sided, is_one_sided (episode)),
  };
  StnAnswer answer = STN_ANSWER_YES;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    answer = both (answer, parts[i]);
  return answer;
}

static void
ask (StnFlagRun *self, const StnNight *night, guint place)
{
  StnFlagQuestion *question = g_new0 (StnFlagQuestion, 1);

  question->rule = self->rule;
  question->night = night->key;
  question->place = place;
  question->episode = stn_episode_copy (g_ptr_array_index (night->episodes, place));
  g_ptr_array_add (self->questions, question);
}

static gboolean
is_so (StnFlagRun *self, const StnRuleTest *test, const StnNight *night, guint place)
{
  const StnEpisode *episode = g_ptr_array_index (night->episodes, place);
  StnAnswer eased = compare_answers (test->eased, episode->eased);

  if (judge_but_eased (episode, test) != STN_ANSWER_YES || !is_after_sign (self, test, night->key))
    return FALSE;
  if (test->asks_eased && eased == STN_ANSWER_UNKNOWN)
    ask (self, night, place);
  return eased == STN_ANSWER_YES;
}

static void
match (StnFlagRun *self, const StnRuleTest *test, const StnNight *night, const StnEpisode *episode)
{
  const StnSign *toxin = test->after_sign != NULL ? find_toxin (self, test, night->key) : NULL;

  if (toxin != NULL)
    stn_flag_run_match_sign (self, toxin);
  stn_flag_run_match (self, STN_FLAG_MATCH_CRAMP, NULL, night->key)->episode =
    stn_episode_copy (episode);
}

/* The cramps of one night, or of all nights of a window, that are so. */
typedef struct {
  int cramps;
  int minutes;  /* of those whose length is known */
  guint groups; /* sites, as bits; arms or hands are bit 0 */
} Tally;

static void
count (StnFlagRun *self, const StnRuleTest *test, const StnNight *night, Tally *tally)
{
  for (guint i = 0; i < night->episodes->len; i++) {
    const StnEpisode *episode = g_ptr_array_index (night->episodes, i);

    if (stn_flag_is_imported (&episode->id) || !is_so (self, test, night, i))
      continue;
    tally->cramps++;
    tally->minutes += episode->duration_s.known ? episode->duration_s.value / 60 : 0;
    tally->groups |= episode->site != STN_SITE_UNKNOWN ? 1u << episode->site : 0;
    tally->groups |= episode->arms_or_hands == STN_ANSWER_YES ? 1 : 0;
    match (self, test, night, episode);
  }
}

/* So many in one night, so long together, in so many muscle groups. */
static gboolean
is_night_so (const StnRuleTest *test, const Tally *tally)
{
  int groups = 0;

  for (guint bit = 0; bit < 32; bit++)
    groups += tally->groups >> bit & 1;
  return tally->cramps >= test->in_one_night && tally->minutes >= test->minutes_together &&
         groups >= test->muscle_groups;
}

static gboolean
is_within (const StnNight *night, StnDate first, StnDate last)
{
  return stn_date_compare (night->key, first) >= 0 && stn_date_compare (night->key, last) <= 0;
}

static gboolean
test_nights (StnFlagRun *self, const StnRuleTest *test)
{
  StnDate first = stn_flag_run_first_night (self, test->days);
  gboolean found = FALSE;

  for (guint i = 0; i < self->records->nights->len; i++) {
    const StnNight *night = g_ptr_array_index (self->records->nights, i);
    guint n_matched = self->matched->len;
    Tally tally = {0};

    if (!is_within (night, first, self->today))
      continue;
    count (self, test, night, &tally);
    if (is_night_so (test, &tally))
      found = TRUE;
    else
      g_ptr_array_set_size (self->matched, (int) n_matched);
  }
  return found;
}

static Tally
count_window (StnFlagRun *self, const StnRuleTest *test)
{
  StnDate first = stn_flag_run_first_night (self, test->days);
  Tally tally = {0};

  for (guint i = 0; i < self->records->nights->len; i++) {
    const StnNight *night = g_ptr_array_index (self->records->nights, i);

    if (is_within (night, first, self->today))
      count (self, test, night, &tally);
  }
  return tally;
}

gboolean
stn_flag_test_cramp (StnFlagRun *self, const StnRuleTest *test)
{
  if (test->in_one_night > 0 || test->muscle_groups > 0)
    return test_nights (self, test);
  return count_window (self, test).cramps >= test->at_least;
}

/* Of the cramps of which it is known. */
gboolean
stn_flag_test_share (StnFlagRun *self, const StnRuleTest *test)
{
  StnDate first = stn_flag_run_first_night (self, test->days);
  int yes = 0, known = 0;
  StnFlagMatch *match;

  for (guint i = 0; i < self->records->nights->len; i++) {
    const StnNight *night = g_ptr_array_index (self->records->nights, i);

    for (guint j = 0; j < night->episodes->len && is_within (night, first, self->today); j++) {
      const StnEpisode *episode = g_ptr_array_index (night->episodes, j);
      StnAnswer answer = judge_but_eased (episode, test);

      if (stn_flag_is_imported (&episode->id))
        continue;
      yes += answer == STN_ANSWER_YES;
      known += answer != STN_ANSWER_UNKNOWN;
    }
  }
  if (known < test->episodes || yes * 100 < test->percent_at_least * known ||
      yes * 100 <= test->percent_over * known)
    return FALSE;
  match = stn_flag_run_match (self, STN_FLAG_MATCH_EPISODES, NULL, first);
  match->until = self->today;
  match->count = (guint) yes;
  match->of = (guint) known;
  return TRUE;
}

static const char *
find_relief (const StnEpisode *episode, const StnRuleTest *test)
{
  for (char **name = episode->relief; name != NULL && *name != NULL; name++)
    if (stn_flag_has_word (test->ids, *name))
      return *name;
  return NULL;
}

gboolean
stn_flag_test_relief (StnFlagRun *self, const StnRuleTest *test)
{
  StnDate first = stn_flag_run_first_night (self, test->days);
  gboolean found = FALSE;

  for (guint i = 0; i < self->records->nights->len; i++) {
    const StnNight *night = g_ptr_array_index (self->records->nights, i);

    for (guint j = 0; j < night->episodes->len && is_within (night, first, self->today); j++) {
      const StnEpisode *episode = g_ptr_array_index (night->episodes, j);
      const char *name = find_relief (episode, test);

      if (name == NULL || stn_flag_is_imported (&episode->id))
        continue;
      stn_flag_run_match (self, STN_FLAG_MATCH_RELIEF, name, night->key);
      found = TRUE;
    }
  }
  return found;
}
