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

/* What was changed, by the token of the change group. */
typedef enum {
  CHANGE_ANY,
  CHANGE_NO_CRAMPS,
  CHANGE_CRAMPS,
  CHANGE_DELETION,
  CHANGE_IMPORT,
} Change;

static Change
change_of (const char *label)
{
  static const struct {
    const char *label;
    Change change;
  } labels[] = {
    {"log-no-cramps", CHANGE_NO_CRAMPS},
    {"log-cramps", CHANGE_CRAMPS},
    {"delete-nights", CHANGE_DELETION},
    {"import", CHANGE_IMPORT},
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_strcmp0 (label, labels[i].label) == 0)
      return labels[i].change;
  return CHANGE_ANY;
}

static char *
undone_nights (Change change, guint n)
{
  switch (change) {
  case CHANGE_DELETION:
    return g_strdup_printf (ngettext ("Undone: %u night is back", "Undone: %u nights are back", n),
                            n);
  case CHANGE_IMPORT:
    return g_strdup_printf (
      ngettext ("Undone: import of %u night", "Undone: import of %u nights", n), n);
  case CHANGE_ANY:
  case CHANGE_NO_CRAMPS:
  case CHANGE_CRAMPS:
    break;
  }
  return g_strdup_printf (
    ngettext ("Undone: change to %u night", "Undone: changes to %u nights", n), n);
}

static char *
redone_nights (Change change, guint n)
{
  switch (change) {
  case CHANGE_DELETION:
    return g_strdup_printf (ngettext ("Redone: %u night deleted", "Redone: %u nights deleted", n),
                            n);
  case CHANGE_IMPORT:
    return g_strdup_printf (
      ngettext ("Redone: import of %u night", "Redone: import of %u nights", n), n);
  case CHANGE_ANY:
  case CHANGE_NO_CRAMPS:
  case CHANGE_CRAMPS:
    break;
  }
  return g_strdup_printf (
    ngettext ("Redone: change to %u night", "Redone: changes to %u nights", n), n);
}

char *
stn_wording_undone (const char *label, StnDate night, guint n_nights, StnDate today)
{
  Change change = change_of (label);
  g_autofree char *date = NULL;

  if (n_nights == 0)
    return g_strdup (_ ("Undone: the last change"));
  if (n_nights > 1 || change == CHANGE_IMPORT)
    return undone_nights (change, n_nights);
  date = stn_wording_date_brief (night, today);
  switch (change) {
  case CHANGE_NO_CRAMPS:
    /* Translators: a date; the answer "no cramps" was taken back */
    return g_strdup_printf (_ ("Undone: no cramps, night of %s"), date);
  case CHANGE_CRAMPS:
    /* Translators: a date; the cramps entered for it were taken back */
    return g_strdup_printf (_ ("Undone: cramps, night of %s"), date);
  case CHANGE_DELETION:
    /* Translators: a date */
    return g_strdup_printf (_ ("Undone: the night of %s is back"), date);
  case CHANGE_ANY:
  case CHANGE_IMPORT:
    break;
  }
  /* Translators: a date */
  return g_strdup_printf (_ ("Undone: change to the night of %s"), date);
}

char *
stn_wording_redone (const char *label, StnDate night, guint n_nights, StnDate today)
{
  Change change = change_of (label);
  g_autofree char *date = NULL;

  if (n_nights == 0)
    return g_strdup (_ ("Redone: the last change"));
  if (n_nights > 1 || change == CHANGE_IMPORT)
    return redone_nights (change, n_nights);
  date = stn_wording_date_brief (night, today);
  switch (change) {
  case CHANGE_NO_CRAMPS:
    /* Translators: a date */
    return g_strdup_printf (_ ("Redone: no cramps, night of %s"), date);
  case CHANGE_CRAMPS:
    /* Translators: a date */
    return g_strdup_printf (_ ("Redone: cramps, night of %s"), date);
  case CHANGE_DELETION:
    /* Translators: a date */
    return g_strdup_printf (_ ("Redone: the night of %s deleted"), date);
  case CHANGE_ANY:
  case CHANGE_IMPORT:
    break;
  }
  /* Translators: a date */
  return g_strdup_printf (_ ("Redone: change to the night of %s"), date);
}
