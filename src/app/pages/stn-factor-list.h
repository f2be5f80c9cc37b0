/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_FACTOR_LIST (stn_factor_list_get_type ())
G_DECLARE_FINAL_TYPE (StnFactorList, stn_factor_list, STN, FACTOR_LIST, AdwBin)

/**
 * StnFactorList: what the day before a night was like: a row for each factor that is asked for or was answered.
 * Each answer is saved as it is given; below stands how it is stored. Follows what other programs write.
 *
 * Properties: "client"; "has-keys": the rows show the digits that answer them; "shows-stored": the line below is shown.
 */

/** stn_factor_list_show: shows the day of @key; STN_NO_DATE = nothing. */
void stn_factor_list_show (StnFactorList *self, StnDate key);

/** stn_factor_list_show_only: shows one factor, asked for in words. */
void stn_factor_list_show_only (StnFactorList *self, StnDate key, const char *slug);

/** stn_factor_list_set_aside: factors that are asked for elsewhere and have no row here. @slugs: NULL-terminated. */
void stn_factor_list_set_aside (StnFactorList *self, const char *const *slugs);

/** stn_factor_list_take_focus: the focus goes to the first answer as soon as the day that stn_factor_list_show() asked for is read. */
void stn_factor_list_take_focus (StnFactorList *self);

/** stn_factor_list_answer: what the digit @key does; FALSE when no row has it. */
gboolean stn_factor_list_answer (StnFactorList *self, guint key);

/** stn_factor_list_flush: sends off what was answered a moment ago, before the window closes. */
void stn_factor_list_flush (StnFactorList *self);

G_END_DECLS
