/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-factor.h"
#include "store/stn-row.h"

G_BEGIN_DECLS

/** The tables whose rows belong to the person, each defined in the file that reads it. */
extern const StnRowTable stn_night_rows;
extern const StnRowTable stn_episode_rows;
extern const StnRowTable stn_factor_rows;
extern const StnRowTable stn_factor_value_rows;
extern const StnRowTable stn_setting_rows;
extern const StnRowTable stn_running_cramp_rows;
extern const StnRowTable stn_reminder_rows;
extern const StnRowTable stn_medicine_rows;
extern const StnRowTable stn_medicine_change_rows;
extern const StnRowTable stn_medicine_intake_rows;
extern const StnRowTable stn_condition_rows;
extern const StnRowTable stn_visit_rows;
extern const StnRowTable stn_question_rows;
extern const StnRowTable stn_sign_rows;
extern const StnRowTable stn_flag_rows;
extern const StnRowTable stn_session_rows;
extern const StnRowTable stn_routine_rows;

/** stn_row_tables_list: (transfer none) all of them, NULL-terminated; verify and undo know no others. */
const StnRowTable *const *stn_row_tables_list (void);

/** stn_row_tables_find: (nullable) the one called @name, as the change log names it. */
const StnRowTable *stn_row_tables_find (const char *name);

/** stn_factor_to_row: @ret_row as it is written of @factor; initialises it. */
void stn_factor_to_row (const StnFactor *factor, StnRow *ret_row);

G_END_DECLS
