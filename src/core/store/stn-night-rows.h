/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-night.h"
#include "store/stn-row.h"
#include "store/stn-statement.h"

G_BEGIN_DECLS

/**
 * StnNightReader: reads one of the tables that make up nights, from one date to another.
 * @select: by night; takes the first and the last date; its first column is the night.
 * @read: adds the current row to its night. Errors: DAMAGED.
 */
typedef struct {
  const char *select;
  gboolean (*read) (StnConnection *connection,
                    StnStatement *select,
                    StnNight *night,
                    GError **error);
} StnNightReader;

extern const StnNightReader stn_night_row_reader;
extern const StnNightReader stn_episode_reader;
extern const StnNightReader stn_factor_value_reader;

/** The same without the identity of each value, which takes half of the time and most of the memory. */
extern const StnNightReader stn_plain_factor_value_reader;

/** Writers of what differs between two states of a night in one of these tables. Errors: of stn_row_put(). */
gboolean
stn_night_row_save (StnStore *store, const StnNight *before, const StnNight *after, GError **error);
gboolean
stn_episodes_save (StnStore *store, const StnNight *before, const StnNight *after, GError **error);
gboolean stn_factor_values_save (StnStore *store,
                                 const StnNight *before,
                                 const StnNight *after,
                                 GError **error);

/** The column of stn_night_rows that holds "no-cramps" where the person said so. */
#define STN_NIGHT_ROW_ANSWER 1

/** Clock times as the tables have them: "HH:MM" or NULL. */
void stn_row_set_clock_time (StnRow *row, guint column, StnOptInt minute);
gboolean stn_statement_get_clock_time (StnStatement *statement, int column, StnOptInt *ret_minute);

/** Numbers that may be unknown. */
void stn_row_set_opt_int (StnRow *row, guint column, StnOptInt value);
StnOptInt stn_statement_get_opt_int (StnStatement *statement, int column);

G_END_DECLS
