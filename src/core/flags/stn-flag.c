/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "flags/stn-flag-run.h"

#include "base/stn-night-key.h"

/* So many days back a pattern's beginning is looked for. */
#define SINCE_DAYS 180

static void
match_free (gpointer data)
{
  StnFlagMatch *self = data;

  stn_episode_free (self->episode);
  g_free (self->id);
  g_free (self);
}

static void
question_free (gpointer data)
{
  StnFlagQuestion *self = data;

  stn_episode_free (self->episode);
  g_free (self);
}

static void
flag_free (gpointer data)
{
  StnFlag *self = data;

  g_ptr_array_unref (self->matched);
  g_free (self->emergency_number);
  g_free (self);
}

void
stn_flags_free (StnFlags *self)
{
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->flags);
  g_free (self);
}

/* A look at the day of @now, for what its run finds about @rule. The caller unrefs matched. */
static StnFlagRun
run_at (const StnKnowledge *knowledge,
        const StnFlagRecords *records,
        const StnRule *rule,
        GDateTime *now,
        GPtrArray *questions)
{
  return (StnFlagRun){
    .knowledge = knowledge,
    .records = records,
    .today = stn_date_of (now),
    .night = stn_night_key_at (now, records->day_change_min),
    .rule = rule,
    .matched = g_ptr_array_new_with_free_func (match_free),
    .questions = questions,
  };
}

/* The newest night or date that the matches speak of. What holds all the time (a condition) has no day. */
static StnDate
newest_day (GPtrArray *matched)
{
  StnDate newest = STN_NO_DATE;

  for (guint i = 0; i < matched->len; i++) {
    const StnFlagMatch *match = g_ptr_array_index (matched, i);

    if ((match->kind == STN_FLAG_MATCH_SIGN || match->kind == STN_FLAG_MATCH_CRAMP) &&
        stn_date_compare (match->date, newest) > 0)
      newest = match->date;
  }
  return newest;
}

/* (nullable) what was noted of that rule and day. */
static const StnFlagNote *
find_note (const StnFlagRecords *records, const StnRule *rule, StnDate day)
{
  for (guint i = 0; i < records->notes->len; i++) {
    const StnFlagNote *note = g_ptr_array_index (records->notes, i);

    if (g_str_equal (note->rule, rule->id) && stn_date_compare (note->day, day) == 0)
      return note;
  }
  return NULL;
}

/* An answer to a lower tier does not put a higher one away. */
static gboolean
covers (const StnFlagNote *note, const StnRuleCase *which)
{
  StnFlagTier tier;

  return note->reply != STN_FLAG_REPLY_NONE && stn_flag_tier_parse (note->tier, &tier, NULL) &&
         tier >= which->tier;
}

static void
take_reply (StnFlag *flag, const StnFlagNote *note)
{
  if (note == NULL || !covers (note, flag->which))
    return;
  flag->reply = note->reply;
  flag->put_away = TRUE;
}

/* A sign that was said after the answer is new: nobody has dealt with it. */
static gboolean
is_answered (const StnFlagRun *run, const StnFlagNote *note)
{
  for (guint i = 0; i < run->records->signs->len; i++) {
    const StnSign *sign = g_ptr_array_index (run->records->signs, i);

    if (sign->id.rev == NULL || g_strcmp0 (sign->id.rev, note->id.rev) <= 0)
      continue;
    for (guint j = 0; j < run->matched->len; j++) {
      const StnFlagMatch *match = g_ptr_array_index (run->matched, j);

      if (match->kind == STN_FLAG_MATCH_SIGN && match->answer == STN_ANSWER_YES &&
          g_str_equal (match->id, sign->sign) && stn_date_compare (match->date, sign->date) == 0)
        return FALSE;
    }
  }
  return TRUE;
}

static gboolean
was_seen_since (const StnFlagRecords *records, StnDate day, StnDate today)
{
  for (guint i = 0; i < records->visits->len; i++) {
    StnDate visit = g_array_index (records->visits, StnDate, i);

    if (stn_date_compare (visit, day) > 0 && stn_date_compare (visit, today) <= 0)
      return TRUE;
  }
  return FALSE;
}

static StnFlag *
flag_new (const StnFlagRun *run, const StnRuleCase *which, StnDate day)
{
  StnFlag *flag = g_new0 (StnFlag, 1);

  flag->rule = run->rule;
  flag->which = which;
  flag->day = day;
  flag->since = day;
  flag->matched = g_ptr_array_ref (run->matched);
  flag->emergency_number = g_strdup (run->records->emergency_number);
  return flag;
}

/* The present lasts 48 hours unless the rule says how many days. */
static gboolean
is_past (const StnFlagRun *run, StnDate day)
{
  StnDate fresh = run->rule->present_days > 0
                    ? stn_date_add_days (run->today, -run->rule->present_days)
                    : stn_flag_run_fresh (run);

  return stn_date_compare (day, fresh) < 0;
}

/* An event about the last 48 hours; (nullable) (transfer full). */
static StnFlag *
find_event (const StnFlagRun *run, const StnRuleCase *which)
{
  StnDate day = newest_day (run->matched);
  const StnFlagNote *note = find_note (run->records, run->rule, day);
  StnFlag *flag;

  if (stn_date_compare (day, stn_flag_run_fresh (run)) < 0)
    return NULL;
  flag = flag_new (run, which, day);
  if (note != NULL && is_answered (run, note))
    take_reply (flag, note);
  return flag;
}

/* Since when the medicine is taken that matched; STN_NO_DATE when nobody knows, or none did. */
static StnDate
find_start (const StnFlagRun *run)
{
  for (guint i = 0; i < run->matched->len; i++) {
    const StnFlagMatch *match = g_ptr_array_index (run->matched, i);

    if (match->kind == STN_FLAG_MATCH_MEDICINE)
      return match->date;
  }
  return STN_NO_DATE;
}

/* First day of the unbroken run of days on which the rule matched; STN_NO_DATE when it reaches further back than is
 * looked. */
static StnDate
find_since (const StnFlagRun *run)
{
  g_autoptr (GPtrArray) matched = g_ptr_array_new_with_free_func (match_free);
  StnFlagRun then = *run;
  int days = 0;

  then.matched = matched;
  do {
    g_ptr_array_set_size (matched, 0);
    days++;
    then.today = stn_date_add_days (run->today, -days);
    then.night = stn_date_add_days (run->night, -days);
  } while (days < SINCE_DAYS && stn_flag_run_rule (&then, run->rule) != NULL);
  return days < SINCE_DAYS ? stn_date_add_days (run->today, 1 - days) : find_start (run);
}

/* At a visit a reason is dealt with that was there then; a visit still to come deals with all that are there now. */
static gboolean
is_dealt_with_at (const StnFlagRun *run, StnDate visit)
{
  g_autoptr (GPtrArray) matched = g_ptr_array_new_with_free_func (match_free);
  StnFlagRun then = *run;
  int days = stn_date_days_between (visit, run->today);

  if (days <= 0)
    return TRUE;
  then.matched = matched;
  then.today = visit;
  then.night = stn_date_add_days (visit, -1);
  return days < STN_FLAG_SILENT_DAYS && stn_flag_run_rule (&then, run->rule) != NULL;
}

static void
hear_visits (StnFlag *flag, const StnFlagRun *run)
{
  GArray *visits = run->records->visits;

  for (guint i = 0; i < visits->len && flag->which->tier <= STN_FLAG_TIER_ROUTINE; i++)
    if (is_dealt_with_at (run, g_array_index (visits, StnDate, i)))
      flag->put_away = TRUE;
}

/* How often, how bad and how long are the same cramps counted in other ways: none of them is a new reason. */
static gboolean
is_about (const StnFlagRun *run, const StnFlagNote *note)
{
  const StnRule *noted = stn_knowledge_get_rule (run->knowledge, note->rule);

  return noted == run->rule || (noted != NULL && noted->is_burden && run->rule->is_burden);
}

static gboolean
is_of_card (const StnFlagNote *note)
{
  return note->reply == STN_FLAG_REPLY_BOOKED || note->reply == STN_FLAG_REPLY_SEEN;
}

/* The day of the answer: what stood on the card for a while was raised before. Old notes have no time of it. */
static int
days_since_answer (const StnFlagNote *note, StnDate today)
{
  g_autoptr (GDateTime) answered =
    stn_stamp_is_set (note->answered) ? stn_stamp_to_local (note->answered) : NULL;

  return stn_date_days_between (answered != NULL ? stn_date_of (answered) : note->day, today);
}

/* An answer to a pattern holds for a while; that to a card holds for all reasons that were told before. */
static void
hear_answers (StnFlag *flag, const StnFlagRun *run)
{
  const StnFlagNote *card = NULL;
  gboolean is_told = FALSE;

  for (guint i = 0; i < run->records->notes->len; i++) {
    const StnFlagNote *note = g_ptr_array_index (run->records->notes, i);
    int days = days_since_answer (note, run->today);

    if (is_about (run, note) && days < STN_FLAG_SILENT_DAYS)
      take_reply (flag, note);
    if (is_about (run, note) && days < STN_FLAG_TOLD_DAYS)
      is_told |= covers (note, flag->which);
    if (is_of_card (note) && days < STN_FLAG_SILENT_DAYS)
      card = note;
  }
  if (is_told && card != NULL && flag->which->tier == STN_FLAG_TIER_ROUTINE)
    take_reply (flag, card);
}

static StnFlag *
find_pattern (const StnFlagRun *run, const StnRuleCase *which)
{
  StnFlag *flag = flag_new (run, which, run->today);

  flag->since = find_since (run);
  hear_answers (flag, run);
  hear_visits (flag, run);
  return flag;
}

/* What the rule says now; (nullable) (transfer full). */
static StnFlag *
find_present (const StnKnowledge *knowledge,
              const StnFlagRecords *records,
              const StnRule *rule,
              GDateTime *now,
              GPtrArray *questions)
{
  StnFlagRun run = run_at (knowledge, records, rule, now, questions);
  g_autoptr (GPtrArray) matched = run.matched;
  const StnRuleCase *which = stn_flag_run_rule (&run, rule);

  if (which == NULL)
    return NULL;
  return which->is_event ? find_event (&run, which) : find_pattern (&run, which);
}

/* (nullable) the newest thing that was raised of the rule. */
static const StnFlagNote *
find_raised (const StnFlagRecords *records, const StnRule *rule)
{
  const StnFlagNote *newest = NULL;

  for (guint i = 0; i < records->notes->len; i++) {
    const StnFlagNote *note = g_ptr_array_index (records->notes, i);

    if (g_str_equal (note->rule, rule->id) && stn_stamp_is_set (note->raised) &&
        (newest == NULL || stn_date_compare (note->day, newest->day) > 0))
      newest = note;
  }
  return newest;
}

/* An event of then, in the past once it is old. */
static StnFlag *
keep_event (const StnFlagRun *run, const StnRuleCase *which, const StnFlagNote *note)
{
  StnFlag *flag = flag_new (run, which, note->day);

  flag->past = is_past (run, note->day);
  take_reply (flag, note);
  flag->put_away |= flag->past && was_seen_since (run->records, note->day, run->today);
  return flag;
}

/* A reason of the card that did not yet stand there for long; (nullable). @then: the look at the day on which it came. */
static StnFlag *
keep_reason (const StnFlagRun *then,
             const StnFlagRun *run,
             const StnRuleCase *which,
             const StnFlagNote *note)
{
  StnFlag *flag;

  if (which->tier != STN_FLAG_TIER_ROUTINE ||
      stn_date_days_between (note->day, run->today) >= STN_FLAG_STANDS_DAYS)
    return NULL;
  flag = flag_new (run, which, note->day);
  flag->since = find_since (then);
  hear_answers (flag, run);
  hear_visits (flag, run);
  return flag;
}

/* What was raised in time and still stands in the records as it did then; (nullable) (transfer full). */
static StnFlag *
find_earlier (const StnKnowledge *knowledge,
              const StnFlagRecords *records,
              const StnRule *rule,
              GDateTime *now)
{
  const StnFlagNote *note = find_raised (records, rule);
  g_autoptr (GPtrArray) questions = g_ptr_array_new_with_free_func (question_free);
  g_autoptr (GDateTime) then = note != NULL ? stn_stamp_to_local (note->raised) : NULL;

  if (note == NULL)
    return NULL;
  StnFlagRun run = run_at (knowledge, records, rule, then, questions);
  g_autoptr (GPtrArray) matched = run.matched;
  const StnRuleCase *which = stn_flag_run_rule (&run, rule);
  StnFlagRun at_now = run;
  at_now.today = stn_date_of (now);
  at_now.night = stn_night_key_at (now, records->day_change_min);
  if (which == NULL)
    return NULL;
  return which->is_event ? keep_event (&at_now, which, note)
                         : keep_reason (&run, &at_now, which, note);
}

static int
by_urgency (gconstpointer a, gconstpointer b)
{
  const StnFlag *first = *(StnFlag *const *) a, *second = *(StnFlag *const *) b;

  if (first->which->tier != second->which->tier)
    return (int) second->which->tier - (int) first->which->tier;
  return first->past - second->past;
}

/* g_ptr_array_sort() is not stable: what is equal would change its place. */
static void
insert_by_urgency (GPtrArray *flags, StnFlag *flag)
{
  guint place = flags->len;

  while (place > 0 && by_urgency (&g_ptr_array_index (flags, place - 1), &flag) > 0)
    place--;
  g_ptr_array_insert (flags, (int) place, flag);
}

StnFlags *
stn_flags_find (const StnKnowledge *knowledge, const StnFlagRecords *records, GDateTime *now)
{
  g_return_val_if_fail (knowledge != NULL && records != NULL && now != NULL, NULL);
  StnFlags *self = g_new0 (StnFlags, 1);

  self->flags = g_ptr_array_new_with_free_func (flag_free);
  self->questions = g_ptr_array_new_with_free_func (question_free);
  for (const StnRule *const *rule = stn_knowledge_list_rules (knowledge); *rule != NULL; rule++) {
    StnFlag *flag = find_present (knowledge, records, *rule, now, self->questions);

    if (flag == NULL)
      flag = find_earlier (knowledge, records, *rule, now);
    if (flag != NULL)
      insert_by_urgency (self->flags, flag);
  }
  return self;
}

const StnFlag *
stn_flags_get (const StnFlags *self, const char *rule)
{
  g_return_val_if_fail (self != NULL && rule != NULL, NULL);

  for (guint i = 0; i < self->flags->len; i++) {
    const StnFlag *flag = g_ptr_array_index (self->flags, i);

    if (g_str_equal (flag->rule->id, rule))
      return flag;
  }
  return NULL;
}
