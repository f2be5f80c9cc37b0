/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-stretch.h"

#include <glib/gi18n.h>

#include "wording/stn-wording.h"

static const StnStretchExercise *
exercise_of (const char *id)
{
  return stn_knowledge_get_stretch_exercise (stn_knowledge_get (), id);
}

static const char *
name_of (const char *id)
{
  const StnStretchExercise *exercise = exercise_of (id);

  return exercise != NULL ? gettext (exercise->name) : id;
}

char *
stn_wording_stretch_about (const StnStretchStep *step)
{
  const StnStretchExercise *exercise = exercise_of (step->exercise);

  if (!step->is_hold)
    /* Translators: "Calf stretch" */
    return g_strdup_printf (_ ("%s · get ready"), name_of (step->exercise));
  if (exercise != NULL && !exercise->dose.is_sided)
    /* Translators: 1: "Wall lean", 2, 3: numbers: round 2 of 5 */
    return g_strdup_printf (_ ("%1$s · round %2$d of %3$d"), name_of (step->exercise),
                            step->repetition, step->repetitions);
  /* Translators: 1: "Calf stretch", 2, 3: numbers: hold 2 of 3 */
  return g_strdup_printf (_ ("%1$s · hold %2$d of %3$d"), name_of (step->exercise),
                          step->repetition, step->repetitions);
}

const char *
stn_wording_stretch_title (const StnStretchStep *step)
{
  const StnStretchExercise *exercise = exercise_of (step->exercise);

  if (!step->is_hold || exercise == NULL)
    return _ ("Get ready");
  switch (step->side) {
  case STN_STRETCH_LEFT:
    return gettext (exercise->left);
  case STN_STRETCH_RIGHT:
    return gettext (exercise->right);
  case STN_STRETCH_BOTH:
    break;
  }
  return gettext (exercise->both);
}

const char *
stn_wording_stretch_text (const StnStretchStep *step)
{
  const StnStretchExercise *exercise = exercise_of (step->exercise);

  if (exercise == NULL)
    return "";
  return gettext (step->is_hold ? exercise->hold : exercise->prepare);
}

const char *
stn_wording_stretch_rhythm (const StnStretchStep *step, double elapsed_s)
{
  const StnStretchExercise *exercise = exercise_of (step->exercise);

  if (exercise == NULL || exercise->in == NULL || !step->is_hold)
    return NULL;
  return gettext (stn_stretch_step_is_going_in (step, elapsed_s) ? exercise->in : exercise->out);
}

/* To the next 10 seconds: it is only about so long. */
static char *
about_left (int seconds)
{
  return stn_wording_duration ((seconds + 9) / 10 * 10);
}

char *
stn_wording_stretch_progress (const StnStretchRun *run)
{
  const StnStretchPlan *plan = stn_stretch_run_get_plan (run);
  guint index = stn_stretch_run_get_index (run);
  guint holds = stn_stretch_plan_count_holds (plan, index + 1);
  g_autofree char *left = about_left (stn_stretch_run_get_all_left_s (run));

  if (!stn_stretch_plan_get (plan, index)->is_hold)
    holds++;
  /* Translators: 1, 2: holds, "4 of 12", 3: how long it still takes, "1 min 40 s" */
  return g_strdup_printf (_ ("%1$u of %2$u · about %3$s left"), holds,
                          stn_stretch_plan_count_holds (plan, G_MAXUINT), left);
}

char *
stn_wording_stretch_next (const StnStretchRun *run)
{
  const StnStretchPlan *plan = stn_stretch_run_get_plan (run);
  guint next = stn_stretch_run_get_index (run) + 1;
  const StnStretchStep *step;

  if (next >= plan->steps->len)
    return g_strdup (_ ("Then it is done"));
  step = stn_stretch_plan_get (plan, next);
  /* Translators: what comes next: "Left leg back", or the name of the next stretch */
  return g_strdup_printf (_ ("Next: %s"), step->is_hold ? stn_wording_stretch_title (step)
                                                        : name_of (step->exercise));
}

char *
stn_wording_stretch_spoken (const StnStretchStep *step)
{
  if (!step->is_hold || step->repetition == 1)
    return g_strdup_printf (
      /* Translators: read aloud; 1: "Right leg back", 2: seconds (they decide the plural), 3: sentences on how to do it */
      ngettext ("%1$s, %2$d second. %3$s", "%1$s, %2$d seconds. %3$s", (gulong) step->seconds),
      step->is_hold ? stn_wording_stretch_title (step) : name_of (step->exercise), step->seconds,
      stn_wording_stretch_text (step));
  return g_strdup_printf (
    /* Translators: read aloud; 1: "Right leg back", 2: seconds (they decide the plural) */
    ngettext ("%1$s, %2$d second", "%1$s, %2$d seconds", (gulong) step->seconds),
    stn_wording_stretch_title (step), step->seconds);
}

const char *
stn_wording_stretch_seconds (int seconds)
{
  /* Translators: below a large number that counts down */
  return ngettext ("second", "seconds", (gulong) seconds);
}

char *
stn_wording_stretch_length (const StnStretchPlan *plan)
{
  return stn_wording_duration (stn_stretch_plan_get_seconds (plan, 0));
}

char *
stn_wording_stretch_count (guint done, guint evenings, guint days)
{
  if (evenings == 0)
    return g_strdup (_ ("In the trial people stretched every evening for 6 weeks. Begin on any "
                        "evening; one left out is nothing to make up for."));
  if (evenings < days)
    return g_strdup_printf (
      /* Translators: 1: evenings with a stretch, 2: all evenings since the first one (they decide the plural) */
      ngettext ("Stretched on %1$u of %2$u evening since you began. The trial took 6 weeks.",
                "Stretched on %1$u of %2$u evenings since you began. The trial took 6 weeks.",
                evenings),
      done, evenings);
  return g_strdup_printf (
    /* Translators: a number of evenings */
    ngettext ("Stretched on %u evening of the last 6 weeks, as long as the trial took. Findings "
              "compare these evenings with the others.",
              "Stretched on %u evenings of the last 6 weeks, as long as the trial took. Findings "
              "compare these evenings with the others.",
              done),
    done);
}

const char *
stn_wording_stretch_done (gboolean has_stretch)
{
  return has_stretch ? _ ("Tonight's stretch is marked as done.")
                     : _ ("Noted for tonight. It does not count as a stretch.");
}

char *
stn_wording_routine_step (const StnRoutineStep *step)
{
  const StnStretchExercise *exercise = exercise_of (step->exercise);

  if (exercise != NULL && exercise->dose.is_sided)
    /* Translators: 1: "Calf stretch", 2: how often, 3: seconds */
    return g_strdup_printf (_ ("%1$s · %2$d × %3$d s each side"), name_of (step->exercise),
                            step->repetitions, step->seconds);
  /* Translators: 1: "Slow breathing", 2: how often, 3: seconds */
  return g_strdup_printf (_ ("%1$s · %2$d × %3$d s"), name_of (step->exercise), step->repetitions,
                          step->seconds);
}
