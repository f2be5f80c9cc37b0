/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-flag.h"

#include "knowledge/stn-condition.h"
#include "wording/stn-wording-parts.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

const char *
stn_wording_flag_tier (StnFlagTier tier)
{
  switch (tier) {
  case STN_FLAG_TIER_EMERGENCY:
    return C_ ("how soon", "Emergency");
  case STN_FLAG_TIER_RIGHT_AWAY:
    return C_ ("how soon", "Right away");
  case STN_FLAG_TIER_DAYS:
    return C_ ("how soon", "Within days");
  case STN_FLAG_TIER_ROUTINE:
    return C_ ("how soon", "Routine visit");
  case STN_FLAG_TIER_INFORMATION:
    return C_ ("how soon", "Information");
  }
  g_return_val_if_reached ("");
}

const char *
stn_wording_flag_title (const StnFlag *flag)
{
  return gettext (flag->which->title);
}

char *
stn_wording_flag_line (const StnFlag *flag)
{
  /* Translators: 1: "Emergency" or "Right away", 2: what was found */
  return g_strdup_printf (C_ ("flag", "%1$s: %2$s"), stn_wording_flag_tier (flag->which->tier),
                          stn_wording_flag_title (flag));
}

char *
stn_wording_flag_action (const StnFlag *flag, StnDate today)
{
  if (flag->past) {
    g_autofree char *date = stn_wording_date_brief (flag->day, today);

    /* Translators: a date, "17 November" */
    return g_strdup_printf (_ ("You noted it on %s. If nobody has looked at it, mention it."),
                            date);
  }
  if (flag->which->action == NULL)
    return NULL;
  if (flag->which->tier == STN_FLAG_TIER_EMERGENCY && flag->emergency_number != NULL)
    /* Translators: 1: what to do, one sentence or more, 2: the number that the person set, "112" */
    return g_strdup_printf (_ ("%1$s Your emergency number: %2$s"), gettext (flag->which->action),
                            flag->emergency_number);
  return g_strdup (gettext (flag->which->action));
}

static char *
word_sign (const StnFlagMatch *match, const char *date)
{
  const StnSignQuestion *sign = stn_knowledge_get_sign (stn_knowledge_get (), match->id);

  const char *asked = sign != NULL ? gettext (sign->asked) : match->id;

  if (match->answer == STN_ANSWER_NO)
    /* Translators: 1: a sign such as "Something else explains all of it", 2: a date */
    return g_strdup_printf (_ ("%1$s: no, %2$s"), asked, date);
  /* Translators: 1: a sign such as "One leg is swollen", 2: a date */
  return g_strdup_printf (_ ("%1$s: yes, %2$s"), asked, date);
}

/* What of a cramp can matter to a rule; the rest of its details stays with its night. */
static char *
word_cramp (const StnFlagMatch *match, const char *date)
{
  const StnEpisode *episode = match->episode;
  g_autofree char *title = stn_wording_episode_title (episode);
  g_autofree char *severity =
    episode->severity.known ? stn_wording_severity (episode->severity.value) : NULL;
  g_autofree char *known = stn_wording_episode_details (episode);
  g_autofree char *details =
    g_strjoin (severity != NULL && *known != '\0' ? C_ ("list", " · ") : "",
               severity != NULL ? severity : "", known, NULL);

  if (*details == '\0')
    /* Translators: 1: a date, 2: a cramp such as "Right calf, 02:30" */
    return g_strdup_printf (_ ("night of %1$s: %2$s"), date, title);
  /* Translators: 1: a date, 2: a cramp such as "Right calf, 02:30", 3: its details */
  return g_strdup_printf (_ ("night of %1$s: %2$s, %3$s"), date, title, details);
}

static char *
word_count (const StnFlagMatch *match, const char *date, StnDate today)
{
  g_autofree char *until = stn_wording_date_brief (match->until, today);

  if (match->kind == STN_FLAG_MATCH_NIGHTS)
    /* Translators: 1, 2: dates, 3: nights with cramps, 4: nights recorded */
    return g_strdup_printf (ngettext ("%1$s to %2$s: cramps on %3$u of %4$u night recorded",
                                      "%1$s to %2$s: cramps on %3$u of %4$u nights recorded",
                                      match->of),
                            date, until, match->count, match->of);
  if (match->kind == STN_FLAG_MATCH_MORNINGS)
    /* Translators: 1, 2: dates, 3: number of days */
    return g_strdup_printf (ngettext ("%1$s to %2$s: woken and tired on %3$u day",
                                      "%1$s to %2$s: woken and tired on %3$u days", match->count),
                            date, until, match->count);
  if (match->kind == STN_FLAG_MATCH_EPISODES)
    return g_strdup_printf (
      /* Translators: 1, 2: dates, 3: number of cramps, 4: number of all cramps */
      ngettext ("%1$s to %2$s: %3$u of %4$u cramp", "%1$s to %2$s: %3$u of %4$u cramps", match->of),
      date, until, match->count, match->of);
  /* Translators: 1, 2: dates, 3: days on which the stretch was done, 4: all days */
  return g_strdup_printf (ngettext ("%1$s to %2$s: stretched on %3$u of %4$u day",
                                    "%1$s to %2$s: stretched on %3$u of %4$u days", match->of),
                          date, until, match->count, match->of);
}

static char *
word_factor (const StnFlagMatch *match, const char *date)
{
  const StnTrigger *trigger = stn_knowledge_get_trigger (stn_knowledge_get (), match->id);
  g_autofree char *name = g_strdup (trigger != NULL ? gettext (trigger->name) : match->id);

  if (trigger != NULL && trigger->kind == STN_FACTOR_BINARY)
    /* Translators: 1: something about the day such as "Vomiting or diarrhoea", 2: a date */
    return g_strdup_printf (_ ("%1$s: yes, %2$s"), name, date);
  /* Translators: 1: something about the day such as "Alcohol", 2: a number with its unit, 3: a date */
  return g_strdup_printf (_ ("%1$s: %2$g %3$s, %4$s"), name, match->value,
                          trigger != NULL && trigger->unit != NULL ? trigger->unit : "", date);
}

static char *
word_medicine (const StnFlagMatch *match, const char *date)
{
  if (date == NULL)
    return g_strdup (match->id);
  /* Translators: 1: name of a medicine, 2: a date */
  return g_strdup_printf (_ ("%1$s, taken since %2$s"), match->id, date);
}

static char *
word_condition (const StnFlagMatch *match)
{
  const StnCondition *condition = stn_knowledge_get_condition (stn_knowledge_get (), match->id);

  return g_strdup (condition != NULL ? gettext (condition->name) : match->id);
}

static char *
word_match (const StnFlagMatch *match, StnDate today)
{
  g_autofree char *date =
    stn_date_is_set (match->date) ? stn_wording_date_brief (match->date, today) : NULL;

  switch (match->kind) {
  case STN_FLAG_MATCH_SIGN:
    return word_sign (match, date);
  case STN_FLAG_MATCH_CRAMP:
    return word_cramp (match, date);
  case STN_FLAG_MATCH_NIGHTS:
  case STN_FLAG_MATCH_MORNINGS:
  case STN_FLAG_MATCH_EPISODES:
  case STN_FLAG_MATCH_STRETCHED:
    return word_count (match, date, today);
  case STN_FLAG_MATCH_FACTOR:
    return word_factor (match, date);
  case STN_FLAG_MATCH_WEEK:
    /* Translators: grams of alcohol */
    return g_strdup_printf (_ ("on average %.0f g a week"), match->value);
  case STN_FLAG_MATCH_MEDICINE:
    return word_medicine (match, date);
  case STN_FLAG_MATCH_CONDITION:
    return word_condition (match);
  case STN_FLAG_MATCH_PREGNANT:
    return g_strdup (_ ("pregnant"));
  case STN_FLAG_MATCH_AGE:
    return g_strdup_printf (ngettext ("%u year old", "%u years old", match->count), match->count);
  case STN_FLAG_MATCH_RELIEF:
    /* Translators: 1: something that was tried against a cramp, 2: a date */
    return g_strdup_printf (_ ("tried: %1$s, night of %2$s"), stn_wording_relief_tried (match->id),
                            date);
  }
  g_return_val_if_reached (NULL);
}

/* The newest say enough: somebody who has cramps each night need not read them all. */
#define MATCHES_SHOWN 4

/* Only the rules of weeks count nights in more than two spans. */
static gboolean
is_weeks (const StnFlag *flag)
{
  for (guint i = 0; i < flag->matched->len; i++)
    if (((const StnFlagMatch *) g_ptr_array_index (flag->matched, i))->kind !=
        STN_FLAG_MATCH_NIGHTS)
      return FALSE;
  return TRUE;
}

static char *
word_weeks (guint weeks)
{
  /* Translators: before the newest of these weeks */
  return g_strdup_printf (ngettext ("cramps in %u week", "cramps in %u weeks", weeks), weeks);
}

/* What the program counted is not what the person wrote. */
static gboolean
is_counted (const StnFlag *flag)
{
  for (guint i = 0; i < flag->matched->len; i++) {
    StnFlagMatchKind kind = ((const StnFlagMatch *) g_ptr_array_index (flag->matched, i))->kind;

    if (kind == STN_FLAG_MATCH_NIGHTS || kind == STN_FLAG_MATCH_MORNINGS ||
        kind == STN_FLAG_MATCH_EPISODES || kind == STN_FLAG_MATCH_STRETCHED ||
        kind == STN_FLAG_MATCH_WEEK)
      return TRUE;
  }
  return FALSE;
}

char *
stn_wording_flag_matched (const StnFlag *flag, StnDate today)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint first = flag->matched->len > MATCHES_SHOWN ? flag->matched->len - MATCHES_SHOWN : 0;

  if (first > 0 && is_weeks (flag))
    g_ptr_array_add (words, word_weeks (flag->matched->len));
  for (guint i = first; i < flag->matched->len; i++) {
    g_autofree char *word = word_match (g_ptr_array_index (flag->matched, i), today);

    if (!g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
      g_ptr_array_add (words, g_steal_pointer (&word));
  }
  g_ptr_array_add (words, NULL);
  /* Translators: between two things that a person wrote down */
  return g_strjoinv (C_ ("list", " · "), (char **) words->pdata);
}

char *
stn_wording_flag_written (const StnFlag *flag, StnDate today)
{
  g_autofree char *matched = stn_wording_flag_matched (flag, today);

  if (is_counted (flag))
    /* Translators: what the program counted in the diary */
    return g_strdup_printf (_ ("Your diary says: %s"), matched);
  /* Translators: what a person wrote down */
  return g_strdup_printf (_ ("You wrote: %s"), matched);
}

char *
stn_wording_flag_spoken (const StnFlag *flag, StnDate today)
{
  g_autofree char *action = stn_wording_flag_action (flag, today);
  g_autofree char *written = stn_wording_flag_written (flag, today);

  if (action == NULL)
    /* Translators: 1: what was found, 2: "You wrote: …" */
    return g_strdup_printf (C_ ("flag", "%1$s. %2$s"), stn_wording_flag_title (flag), written);
  /* Translators: 1: what was found, 2: what to do, one sentence or more, 3: "You wrote: …" */
  return g_strdup_printf (C_ ("flag", "%1$s. %2$s %3$s"), stn_wording_flag_title (flag), action,
                          written);
}

char *
stn_wording_flag_evidence (const StnRule *rule)
{
  GString *text = g_string_new (gettext (rule->evidence));

  for (guint i = 0; rule->sources[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? " (" : "; ", gettext (rule->sources[i]->brief));
  g_string_append_c (text, ')');
  return g_string_free (text, FALSE);
}

char *
stn_wording_flag_question (const StnFlagQuestion *question, StnDate today)
{
  g_autofree char *date = stn_wording_date_brief (question->night, today);
  g_autofree char *length = stn_wording_duration (question->episode->duration_s.value);

  /* Translators: 1: a date, 2: how long it lasted */
  return g_strdup_printf (_ ("Did stretching ease the cramp of the night of %1$s (%2$s)?"), date,
                          length);
}

const char *
stn_wording_card_title (void)
{
  return _ ("Worth a routine visit");
}

char *
stn_wording_card_calming (guint n)
{
  return g_strdup_printf (
    ngettext (
      "Usually just a bother, and mostly nobody can say why. %u thing in your diary is still "
      "worth a few words:",
      "Usually just a bother, and mostly nobody can say why. %u things in your diary are "
      "still worth a few words:",
      n),
    n);
}

char *
stn_wording_card_brief (guint n)
{
  return g_strdup_printf (
    ngettext ("Worth a routine visit, %u reason", "Worth a routine visit, %u reasons", n), n);
}

const char *
stn_wording_flag_reply (StnFlagReply reply)
{
  switch (reply) {
  case STN_FLAG_REPLY_NONE:
    return "";
  case STN_FLAG_REPLY_CONTACTED:
    return C_ ("reply", "I have phoned");
  case STN_FLAG_REPLY_WILL_CONTACT:
    return C_ ("reply", "I will");
  case STN_FLAG_REPLY_NOT_APPLICABLE:
    return C_ ("reply", "Does not apply to me");
  case STN_FLAG_REPLY_BOOKED:
    return C_ ("reply", "Booked");
  case STN_FLAG_REPLY_SEEN:
    return C_ ("reply", "Seen");
  }
  g_return_val_if_reached ("");
}

const char *
stn_wording_flag_limits (void)
{
  return _ (
    "Stillnight only knows what you typed and cannot examine you. This is not a diagnosis. "
    "If something worries you, see a doctor, also when nothing is shown here. Do not change "
    "prescribed medicines on your own.");
}

const char *
stn_wording_flag_none (void)
{
  return _ ("No sign in this diary matches the list today. That is not an all-clear.");
}

const char *
stn_wording_sign (const StnSignQuestion *sign)
{
  return gettext (sign->asked);
}

const char *
stn_wording_sign_hint (const StnSignQuestion *sign)
{
  return sign->hint != NULL ? gettext (sign->hint) : NULL;
}

const char *
stn_wording_door (const StnDoor *door)
{
  return gettext (door->name);
}
