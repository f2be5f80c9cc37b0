/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** What makes the cramps of a simulated person; see scenario.c for the list. */
typedef enum {
  TWIST_NONE,
  TWIST_TIED_HEAT,    /* heat goes closely with little to drink */
  TWIST_DRIFT,        /* cramps become more frequent, heat, sitting and magnesium drift too */
  TWIST_CLUSTERS,     /* a hidden state that lasts for days */
  TWIST_LOGS_CRAMPS,  /* more nights are logged after cramps */
  TWIST_RECALL,       /* yes is remembered better after cramps */
  TWIST_MEDICINE,     /* a medicine at mid-diary doubles the rate */
  TWIST_CARRY_OVER,   /* the effect comes a night later */
  TWIST_THRESHOLD,    /* only long days of sitting matter, above 8 hours */
  TWIST_SUMMER,       /* the effect comes in the warm half of the year alone */
  TWIST_TOGETHER,     /* hard effort matters only on days with little to drink */
  TWIST_GAPS,         /* half the nights are missing, in runs */
  TWIST_ONE_WEEKDAY,  /* kept on one weekday only */
  TWIST_WRITTEN_TWICE /* hard effort is there twice */
} Twist;

/** Effect: @odds_ratio of a yes, or between the 20th and the 80th centile of a factor that is not binary. */
typedef struct {
  const char *factor;
  double odds_ratio;
} Effect;

typedef struct {
  const char *name;
  double rate;
  Twist twist;
  Effect effects[4]; /* closed by a NULL name */
  double clusters_sd;
} Scenario;

extern const Scenario scenarios[];
extern const guint n_scenarios;

/** scenario_get: a programming error when there is none of that name. */
const Scenario *scenario_get (const char *name);
