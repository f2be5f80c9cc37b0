/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/stn-csv-writer.h"
#include "model/stn-night.h"

G_BEGIN_DECLS

/** Columns of a cramp, and of a night's sleep, with the names that they have in the JSON of "list" (contract); NULL-terminated. */
extern const char *const stn_csv_episode_fields[];
extern const char *const stn_csv_sleep_fields[];

/** stn_csv_put_episode_field, stn_csv_put_sleep_field: the cell of one of them, by its place; empty when it is not known. */
void stn_csv_put_episode_field (StnCsvWriter *writer, const StnEpisode *episode, guint field);
void stn_csv_put_sleep_field (StnCsvWriter *writer, const StnSleep *sleep, guint field);

/** stn_csv_has_sleep_field: whether it is known. */
gboolean stn_csv_has_sleep_field (const StnSleep *sleep, guint field);

/**
 * stn_csv_take_episode_field, stn_csv_take_sleep_field: reads such a cell back; an empty one changes nothing.
 *
 * Errors: of base and model, naming the text.
 */
gboolean
stn_csv_take_episode_field (StnEpisode *episode, guint field, const char *cell, GError **error);
gboolean stn_csv_take_sleep_field (StnSleep *sleep, guint field, const char *cell, GError **error);

/** stn_csv_take_text: (transfer full) (nullable) what stn_csv_writer_add_text() wrote; NULL of an empty cell. */
char *stn_csv_take_text (const char *cell);

G_END_DECLS
