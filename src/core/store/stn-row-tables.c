/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-row-tables.h"

#include <string.h>

/* clang-format off */
static const StnRowTable *const tables[] = {
  &stn_night_rows,
  &stn_episode_rows,
  &stn_factor_rows,
  &stn_factor_value_rows,
  &stn_setting_rows,
  &stn_medicine_rows,
  &stn_medicine_change_rows,
  &stn_medicine_intake_rows,
  &stn_condition_rows,
  &stn_visit_rows,
  &stn_question_rows,
  &stn_sign_rows,
  &stn_flag_rows,
  &stn_running_cramp_rows,
  &stn_reminder_rows,
  &stn_session_rows,
  &stn_routine_rows,
  NULL,
};
/* clang-format on */

const StnRowTable *const *
stn_row_tables_list (void)
{
  return tables;
}

const StnRowTable *
stn_row_tables_find (const char *name)
{
  for (guint i = 0; tables[i] != NULL; i++)
    if (strcmp (tables[i]->name, name) == 0)
      return tables[i];
  return NULL;
}
