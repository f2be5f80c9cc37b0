/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

static char *
saved_last_night (const StnNight *night)
{
  guint n = night->episodes->len;

  switch (stn_night_get_state (night)) {
  case STN_NIGHT_NO_CRAMPS:
    return g_strdup (_ ("Saved: no cramps last night"));
  case STN_NIGHT_CRAMPS:
    return g_strdup_printf (
      ngettext ("Saved: %u cramp last night", "Saved: %u cramps last night", n), n);
  case STN_NIGHT_NOT_RECORDED:
    return g_strdup (_ ("Saved: last night"));
  }
  g_return_val_if_reached (NULL);
}

char *
stn_wording_saved (const StnNight *night, StnDate last_night, StnDate today)
{
  g_autofree char *date = stn_wording_date_brief (night->key, today);
  guint n = night->episodes->len;

  if (stn_date_compare (night->key, last_night) == 0)
    return saved_last_night (night);
  switch (stn_night_get_state (night)) {
  case STN_NIGHT_NO_CRAMPS:
    /* Translators: a date, "12 November" */
    return g_strdup_printf (_ ("Saved: no cramps, night of %s"), date);
  case STN_NIGHT_CRAMPS:
    return g_strdup_printf (
      /* Translators: 1: number of cramps, 2: a date */
      ngettext ("Saved: %1$u cramp, night of %2$s", "Saved: %1$u cramps, night of %2$s", n), n,
      date);
  case STN_NIGHT_NOT_RECORDED:
    /* Translators: a date; something about that day or night was saved */
    return g_strdup_printf (_ ("Saved: night of %s"), date);
  }
  g_return_val_if_reached (NULL);
}

/* What was done to nights, by the token of the change group. */
typedef enum {
  CHANGE_ANY,
  CHANGE_NO_CRAMPS,
  CHANGE_CRAMPS,
  CHANGE_DELETION,
  CHANGE_IMPORT,
  CHANGE_TYPED_IN,
  CHANGE_RESTORED,
} Change;

static Change
change_of (const char *label)
{
  static const struct {
    const char *label;
    Change change;
  } labels[] = {
    {"log-no-cramps", CHANGE_NO_CRAMPS}, {"log-cramps", CHANGE_CRAMPS},
    {"begin-cramp", CHANGE_CRAMPS},      {"delete-nights", CHANGE_DELETION},
    {"import", CHANGE_IMPORT},           {"restore-deleted", CHANGE_RESTORED},
    {"type-in-nights", CHANGE_TYPED_IN},
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_strcmp0 (label, labels[i].label) == 0)
      return labels[i].change;
  return CHANGE_ANY;
}

static char *
change_of_nights (Change change, guint n)
{
  switch (change) {
  case CHANGE_DELETION:
    return g_strdup_printf (ngettext ("deletion of %u night", "deletion of %u nights", n), n);
  case CHANGE_IMPORT:
    return g_strdup_printf (ngettext ("import of %u night", "import of %u nights", n), n);
  case CHANGE_TYPED_IN:
    /* Translators: a change, after "Undone: " or "Redone: "; what was written on paper */
    return g_strdup_printf (ngettext ("%u night typed in", "%u nights typed in", n), n);
  case CHANGE_RESTORED:
    return g_strdup_printf (ngettext ("%u night brought back", "%u nights brought back", n), n);
  case CHANGE_ANY:
  case CHANGE_NO_CRAMPS:
  case CHANGE_CRAMPS:
    break;
  }
  return g_strdup_printf (ngettext ("change to %u night", "changes to %u nights", n), n);
}

static char *
change_of_night (Change change, const char *date)
{
  switch (change) {
  case CHANGE_NO_CRAMPS:
    /* Translators: a change, after "Undone: " or "Redone: "; a date */
    return g_strdup_printf (_ ("no cramps, night of %s"), date);
  case CHANGE_CRAMPS:
    /* Translators: a change, after "Undone: " or "Redone: "; a date */
    return g_strdup_printf (_ ("cramps, night of %s"), date);
  case CHANGE_DELETION:
    /* Translators: a change, after "Undone: " or "Redone: "; a date */
    return g_strdup_printf (_ ("deletion of the night of %s"), date);
  case CHANGE_RESTORED:
    /* Translators: a change, after "Undone: " or "Redone: "; a date */
    return g_strdup_printf (_ ("night of %s brought back"), date);
  case CHANGE_ANY:
  case CHANGE_IMPORT:
  case CHANGE_TYPED_IN:
    break;
  }
  /* Translators: a change, after "Undone: " or "Redone: "; a date */
  return g_strdup_printf (_ ("change to the night of %s"), date);
}

/* Translators: the phrases in this table are changes, after "Undone: " or "Redone: "; a name may follow in brackets. */
static const struct {
  const char *label;
  const char *phrase;
  gboolean is_the_thing; /* the phrase says more than the nights that it touched */
} phrases[] = {
  {"add-factor", N_ ("something new to track")},
  {"rename-factor", N_ ("new name")},
  {"track-factor", N_ ("tracked")},
  {"untrack-factor", N_ ("no longer tracked")},
  {"move-factor", N_ ("new order of the list")},
  {"hide-factor", N_ ("hidden")},
  {"show-factor", N_ ("shown again")},
  {"delete-factor", N_ ("taken off all lists")},
  {"add-suspect", N_ ("named as a suspect")},
  {"remove-suspect", N_ ("no longer a suspect")},
  {"restore", N_ ("restored from a backup"), TRUE},
  {"merge", N_ ("diaries joined"), TRUE},
  {"use-other-version", N_ ("the other version of a record"), TRUE},
  {"keep-version", N_ ("a decision for the version in the diary"), TRUE},
  {"restore-deleted", N_ ("brought back from the trash")},
  {"add-medicine", N_ ("medicine added"), TRUE},
  {"change-medicine", N_ ("change of a medicine"), TRUE},
  {"take-medicine", N_ ("how often a medicine was taken"), TRUE},
  {"delete-medicine", N_ ("medicine deleted"), TRUE},
  {"add-condition", N_ ("condition added"), TRUE},
  {"change-condition", N_ ("change of a condition"), TRUE},
  {"delete-condition", N_ ("condition deleted"), TRUE},
  {"set-person", N_ ("answers about you"), TRUE},
  {"set-setting", N_ ("change of a setting"), TRUE},
  {"set-reminder", N_ ("change of a reminder"), TRUE},
  {"add-visit", N_ ("visit added"), TRUE},
  {"change-visit", N_ ("change of a visit"), TRUE},
  {"delete-visit", N_ ("visit deleted"), TRUE},
  {"add-question", N_ ("question noted"), TRUE},
  {"change-question", N_ ("change of a question"), TRUE},
  {"delete-question", N_ ("question deleted"), TRUE},
  {"answer-signs", N_ ("answers about signs"), TRUE},
  {"finish-stretch", N_ ("guided stretch"), TRUE},
  {"answer-stretch", N_ ("answers before the stretch"), TRUE},
  {"add-routine", N_ ("routine added"), TRUE},
  {"change-routine", N_ ("change of a routine"), TRUE},
  {"delete-routine", N_ ("routine deleted"), TRUE},
  {"answer-flag", N_ ("answer to a reason to see a doctor"), TRUE},
};

static const char *
phrase_of (const char *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (g_strcmp0 (label, phrases[i].label) == 0)
      return _ (phrases[i].phrase);
  return NULL;
}

static gboolean
is_about_a_thing (const StnChangeFacts *change)
{
  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (g_strcmp0 (change->label, phrases[i].label) == 0)
      return phrases[i].is_the_thing;
  return FALSE;
}

/* NULL when it has no name that a person knows; settings are named for programs. Of many things none gives
 * its name to the change. */
static char *
name_of (const StnChangeFacts *change)
{
  const StnTrigger *trigger =
    change->slug != NULL ? stn_knowledge_get_trigger (stn_knowledge_get (), change->slug) : NULL;

  if (change->label != NULL &&
      (g_str_has_prefix (change->label, "set-") || g_str_equal (change->label, "restore") ||
       g_str_equal (change->label, "merge") || g_str_equal (change->label, "use-other-version") ||
       g_str_equal (change->label, "keep-version") || g_str_equal (change->label, "move-factor")))
    return NULL;
  if (change->name != NULL)
    return g_strdup (change->name);
  return g_strdup (trigger != NULL ? gettext (trigger->name) : change->slug);
}

static char *
change_of_thing (const StnChangeFacts *change)
{
  const char *phrase = phrase_of (change->label);
  g_autofree char *name = name_of (change);

  if (phrase == NULL && name == NULL)
    return g_strdup (_ ("the last change"));
  if (phrase == NULL)
    /* Translators: a change, after "Undone: " or "Redone: "; the name of a factor, medicine ... */
    return g_strdup_printf (_ ("change to %s"), name);
  if (name == NULL)
    return g_strdup (phrase);
  /* Translators: 1: a change such as "new name", 2: the name of what was changed */
  return g_strdup_printf (C_ ("change", "%1$s (%2$s)"), phrase, name);
}

char *
stn_wording_change (const StnChangeFacts *change, StnDate today)
{
  g_autofree char *date = NULL;

  if (change->n_nights == 0 || is_about_a_thing (change))
    return change_of_thing (change);
  if (change->n_nights > 1 || change_of (change->label) == CHANGE_IMPORT)
    return change_of_nights (change_of (change->label), change->n_nights);
  date = stn_wording_date_brief (change->night, today);
  return change_of_night (change_of (change->label), date);
}

char *
stn_wording_undone (const StnChangeFacts *change, StnDate today)
{
  g_autofree char *phrase = stn_wording_change (change, today);

  /* Translators: a change, such as "deletion of 3 nights" */
  return g_strdup_printf (_ ("Undone: %s"), phrase);
}

char *
stn_wording_redone (const StnChangeFacts *change, StnDate today)
{
  g_autofree char *phrase = stn_wording_change (change, today);

  /* Translators: a change, such as "deletion of 3 nights" */
  return g_strdup_printf (_ ("Redone: %s"), phrase);
}

char *
stn_wording_deleted (const StnChangeFacts *change, StnDate today)
{
  char *name;

  if (change->n_nights > 0)
    return stn_wording_night (change->night, today);
  name = name_of (change);
  return name != NULL ? name : g_strdup (_ ("An entry"));
}

char *
stn_wording_deleted_line (guint episodes, StnDate date, int minute, StnDate today)
{
  g_autofree char *day = stn_wording_date_brief (date, today);
  g_autofree char *time = stn_wording_time (minute);

  if (episodes == 0)
    /* Translators: 1: a date, 2: a time of day */
    return g_strdup_printf (_ ("Deleted %1$s, %2$s"), day, time);
  return g_strdup_printf (
    /* Translators: 1: number of cramps, 2: a date, 3: a time of day */
    ngettext ("%1$u cramp · deleted %2$s, %3$s", "%1$u cramps · deleted %2$s, %3$s", episodes),
    episodes, day, time);
}
