/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scenario.h"

const Scenario scenarios[] = {
  {"null", .2, TWIST_NONE, {{NULL}}, 0},
  {"trend_null", .2, TWIST_DRIFT, {{NULL}}, 0},
  {"autocorr_null", .2, TWIST_CLUSTERS, {{NULL}}, 1.2},
  {"mnar_null", .2, TWIST_LOGS_CRAMPS, {{NULL}}, 0},
  {"med_null", .2, TWIST_CLUSTERS, {{NULL}}, 1.2},
  {"recall_null", .2, TWIST_RECALL, {{NULL}}, 0},
  {"strong", .2, TWIST_NONE, {{"exertion", 4}}, 0},
  {"moderate3", .2, TWIST_NONE, {{"fluids_low", 2.5}, {"exertion", 2.5}, {"sitting_h", 2.5}}, 0},
  {"protect", .3, TWIST_NONE, {{"stretch", .4}}, 0},
  {"decoy", .2, TWIST_TIED_HEAT, {{"fluids_low", 4}}, 0},
  {"surprise", .2, TWIST_NONE, {{"late_meal", 4}}, 0},
  {"autocorr_strong", .2, TWIST_CLUSTERS, {{"exertion", 4}}, 1.2},
  {"mnar_strong", .2, TWIST_LOGS_CRAMPS, {{"exertion", 4}}, 0},
  {"rare", .05, TWIST_NONE, {{"exertion", 4}}, 0},
  {"frequent", .5, TWIST_NONE, {{"exertion", 4}}, 0},
  {"med_double", .2, TWIST_MEDICINE, {{NULL}}, 0},
  {"single", .2, TWIST_NONE, {{"exertion", 2.5}}, 0},
  {"single_sitting", .2, TWIST_NONE, {{"sitting_h", 2.5}}, 0},
  {"single_rare", .1, TWIST_NONE, {{"exertion", 2.5}}, 0},
  {"single_frequent", .4, TWIST_NONE, {{"exertion", 2.5}}, 0},
  {"single_surprise", .2, TWIST_NONE, {{"late_meal", 2.5}}, 0},
  {"carry_over", .2, TWIST_CARRY_OVER, {{"exertion", 4}}, 0},
  {"threshold", .2, TWIST_THRESHOLD, {{"sitting_h", 4}}, 0},
  {"summer", .2, TWIST_SUMMER, {{"exertion", 4}}, 0},
  {"together", .2, TWIST_TOGETHER, {{"exertion", 6}}, 0},
  {"gaps_null", .2, TWIST_GAPS, {{NULL}}, 0},
  {"gaps_strong", .2, TWIST_GAPS, {{"exertion", 4}}, 0},
  {"weekday_null", .2, TWIST_ONE_WEEKDAY, {{NULL}}, 0},
  {"written_twice", .2, TWIST_WRITTEN_TWICE, {{"exertion", 4}}, 0},
};
const guint n_scenarios = G_N_ELEMENTS (scenarios);

const Scenario *
scenario_get (const char *name)
{
  for (guint i = 0; i < n_scenarios; i++)
    if (g_str_equal (scenarios[i].name, name))
      return &scenarios[i];
  g_error ("no scenario '%s'", name);
}
