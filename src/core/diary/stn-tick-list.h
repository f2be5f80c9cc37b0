/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-knowledge.h"
#include "model/stn-night.h"

G_BEGIN_DECLS

/**
 * A tick list is a factor of the catalogue with ticks below it (clinical 3.1: T15, T16, T18, T19): "which of these foods?".
 * Who answers it answers each tick: what is not ticked was not so. Ticks are numbered from 0 in the catalogue's order.
 */

/** stn_tick_list_get_ticks: (transfer container) (nullable) (element-type StnTrigger) NULL for a factor without ticks. */
GPtrArray *stn_tick_list_get_ticks (const StnFactor *list);

/**
 * stn_tick_list_has_none: whether "none of these" is an answer: all ticks are of one kind, as foods are. Shoes are not: a day
 * without any of them is no day.
 */
gboolean stn_tick_list_has_none (const StnFactor *list);

/** stn_tick_list_read: a bit for each tick that is yes. @ret_is_known: whether anything of the list was answered. */
guint64 stn_tick_list_read (const StnFactor *list, const StnNight *night, gboolean *ret_is_known);

/**
 * stn_tick_list_answer: writes @ticked into @night: the ticks, and the list itself, which is yes when one of its ticks points
 * the same way (barefoot: shoes without support). @is_known: FALSE takes the answer back.
 */
void
stn_tick_list_answer (const StnFactor *list, StnNight *night, guint64 ticked, gboolean is_known);

G_END_DECLS
