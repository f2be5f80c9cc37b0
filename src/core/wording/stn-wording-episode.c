/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-parts.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

const char *
stn_wording_side (StnSide side)
{
  switch (side) {
  case STN_SIDE_UNKNOWN:
    return "";
  case STN_SIDE_LEFT:
    return C_ ("leg", "Left");
  case STN_SIDE_RIGHT:
    return C_ ("leg", "Right");
  case STN_SIDE_BOTH:
    return C_ ("leg", "Both");
  }
  g_return_val_if_reached ("");
}

const char *
stn_wording_site (StnSite site)
{
  switch (site) {
  case STN_SITE_UNKNOWN:
    return "";
  case STN_SITE_CALF:
    return C_ ("site", "Calf");
  case STN_SITE_FOOT:
    return C_ ("site", "Foot");
  case STN_SITE_TOES:
    return C_ ("site", "Toes");
  case STN_SITE_FRONT_THIGH:
    return C_ ("site", "Front thigh");
  case STN_SITE_BACK_THIGH:
    return C_ ("site", "Back thigh");
  case STN_SITE_OTHER:
    return C_ ("site", "Other");
  }
  g_return_val_if_reached ("");
}

char *
stn_wording_place (StnSide side, StnSite site)
{
  static const char *const places[][4] = {
    [STN_SITE_UNKNOWN] = {NULL, NC_ ("place", "left leg"), NC_ ("place", "right leg"),
                          NC_ ("place", "both legs")},
    [STN_SITE_CALF] = {NC_ ("place", "calf"), NC_ ("place", "left calf"),
                       NC_ ("place", "right calf"), NC_ ("place", "both calves")},
    [STN_SITE_FOOT] = {NC_ ("place", "foot"), NC_ ("place", "left foot"),
                       NC_ ("place", "right foot"), NC_ ("place", "both feet")},
    [STN_SITE_TOES] = {NC_ ("place", "toes"), NC_ ("place", "toes of the left foot"),
                       NC_ ("place", "toes of the right foot"), NC_ ("place", "toes of both feet")},
    [STN_SITE_FRONT_THIGH] = {NC_ ("place", "front of the thigh"),
                              NC_ ("place", "front of the left thigh"),
                              NC_ ("place", "front of the right thigh"),
                              NC_ ("place", "front of both thighs")},
    [STN_SITE_BACK_THIGH] = {NC_ ("place", "back of the thigh"),
                             NC_ ("place", "back of the left thigh"),
                             NC_ ("place", "back of the right thigh"),
                             NC_ ("place", "back of both thighs")},
    [STN_SITE_OTHER] = {NC_ ("place", "elsewhere"), NC_ ("place", "elsewhere in the left leg"),
                        NC_ ("place", "elsewhere in the right leg"),
                        NC_ ("place", "elsewhere in both legs")},
  };
  const char *place;

  g_return_val_if_fail ((guint) site < G_N_ELEMENTS (places) && (guint) side < 4, NULL);
  place = places[site][side];
  return place != NULL ? g_strdup (g_dpgettext2 (NULL, "place", place)) : NULL;
}

char *
stn_wording_severity (int severity)
{
  /* Translators: how bad a cramp was, on a scale that ends with 10 */
  return g_strdup_printf (C_ ("severity", "%d of 10"), severity);
}

/* What was tried against a cramp: as it follows "ended by", and as an answer to "What did you try?". */
static const struct {
  const char *token;
  const char *text;
  const char *tried;
} reliefs[] = {
  {"stretch", NC_ ("relief", "stretching"), NC_ ("tried", "Stretched")},
  {"walk", NC_ ("relief", "walking"), NC_ ("tried", "Walked")},
  {"stand", NC_ ("relief", "standing"), NC_ ("tried", "Stood up")},
  {"shake", NC_ ("relief", "shaking the leg"), NC_ ("tried", "Shook the leg")},
  {"massage", NC_ ("relief", "rubbing"), NC_ ("tried", "Rubbed it")},
  {"warmth", NC_ ("relief", "warmth"), NC_ ("tried", "Warmth")},
  {"shower", NC_ ("relief", "a hot shower"), NC_ ("tried", "Hot shower")},
  {"bath", NC_ ("relief", "a warm bath"), NC_ ("tried", "Warm bath")},
  {"cold", NC_ ("relief", "cold"), NC_ ("tried", "Cold")},
  {"ice", NC_ ("relief", "ice"), NC_ ("tried", "Ice")},
  {"breathing", NC_ ("relief", "slow breathing"), NC_ ("tried", "Breathed slowly")},
  {"wait", NC_ ("relief", "waiting"), NC_ ("tried", "Waited")},
};

char *
stn_wording_relief (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (reliefs); i++)
    if (g_str_equal (name, reliefs[i].token))
      return g_strdup (g_dpgettext2 (NULL, "relief", reliefs[i].text));
  return g_strdup (name);
}

const char *
stn_wording_relief_tried (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (reliefs); i++)
    if (g_str_equal (name, reliefs[i].token))
      return g_dpgettext2 (NULL, "tried", reliefs[i].tried);
  return name;
}

char *
stn_wording_episode_title (const StnEpisode *episode)
{
  g_autofree char *place = stn_wording_place (episode->side, episode->site);
  g_autofree char *what =
    stn_wording_capital (place != NULL ? g_steal_pointer (&place) : g_strdup (_ ("Cramp")));
  g_autofree char *time = NULL;

  if (!episode->start_min.known)
    return g_steal_pointer (&what);
  time = stn_wording_time (episode->start_min.value);
  /* Translators: 1: "Right calf" or "Cramp", 2: a time of day. "Right calf, 02:30" */
  return g_strdup_printf (C_ ("title of a cramp", "%1$s, %2$s"), what, time);
}

/* "3 minutes" where one unit is enough. */
static char *
duration_in_full (int seconds)
{
  int min = seconds / 60;

  if (seconds < 60)
    return g_strdup_printf (ngettext ("%d second", "%d seconds", (gulong) seconds), seconds);
  if (seconds % 60 == 0 && min < 60)
    return g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong) min), min);
  return stn_wording_duration (seconds);
}

/* That stretching did not help is said beside what did; that it did only where nothing else ended it. */
static char *
ending (const StnEpisode *episode)
{
  g_autofree char *relief = NULL;

  if (episode->ongoing == STN_ANSWER_YES)
    return g_strdup (_ ("still going"));
  if (g_strcmp0 (episode->ended_by, "nothing") == 0)
    return g_strdup (_ ("stopped by itself"));
  if (episode->ended_by != NULL && g_strcmp0 (episode->ended_by, "stretch") != 0) {
    relief = stn_wording_relief (episode->ended_by);
    /* Translators: what ended a cramp: "walking", "warmth" */
    return g_strdup_printf (_ ("ended by %s"), relief);
  }
  return episode->eased == STN_ANSWER_YES || episode->ended_by != NULL
           ? g_strdup (_ ("eased by stretching"))
           : NULL;
}

static char *
soreness (const StnEpisode *episode)
{
  g_autofree char *hours = NULL;

  if (!episode->soreness_h.known)
    return NULL;
  if (episode->soreness_h.value == 0)
    return g_strdup (_ ("not sore afterwards"));
  hours = stn_wording_amount (episode->soreness_h.value, "h");
  /* Translators: a number of hours, "12 h" */
  return g_strdup_printf (_ ("sore for %s"), hours);
}

char *
stn_wording_episode_tried (const StnEpisode *episode)
{
  g_return_val_if_fail (episode != NULL, NULL);
  char *names = NULL;

  if (episode->relief == NULL)
    return NULL;
  for (char **name = episode->relief; *name != NULL; name++)
    names = stn_wording_join (names, g_strdup (stn_wording_relief_tried (*name)));
  return names != NULL ? names : g_strdup (_ ("Tried nothing"));
}

char *
stn_wording_episode_details (const StnEpisode *episode)
{
  char *details = NULL;

  if (episode->duration_s.known)
    details = stn_wording_join (details, duration_in_full (episode->duration_s.value));
  if (episode->by_day == STN_ANSWER_YES)
    details = stn_wording_join (details, g_strdup (_ ("by day")));
  if (episode->woke != STN_ANSWER_UNKNOWN)
    details = stn_wording_join (
      details, g_strdup (episode->woke == STN_ANSWER_YES ? _ ("woke me") : _ ("did not wake me")));
  if (episode->eased == STN_ANSWER_NO && g_strcmp0 (episode->ended_by, "stretch") != 0)
    details = stn_wording_join (details, g_strdup (_ ("not eased by stretching")));
  details = stn_wording_join (details, ending (episode));
  details = stn_wording_join (details, soreness (episode));
  if (episode->arms_or_hands == STN_ANSWER_YES)
    details = stn_wording_join (details, g_strdup (_ ("arms or hands, too")));
  if (episode->distress.known)
    /* Translators: distress of a cramp on a scale that ends with 10 */
    details = stn_wording_join (details,
                                g_strdup_printf (_ ("distress %d of 10"), episode->distress.value));
  return details != NULL ? details : g_strdup ("");
}
