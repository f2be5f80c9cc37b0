/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-row-tables.h"

#include <string.h>

const StnRowTable *
stn_row_tables_find (const char *name)
{
  static const StnRowTable *const tables[] = {&stn_night_rows,   &stn_episode_rows,
                                              &stn_factor_rows,  &stn_factor_value_rows,
                                              &stn_setting_rows, &stn_running_cramp_rows};

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (strcmp (tables[i]->name, name) == 0)
      return tables[i];
  return NULL;
}
