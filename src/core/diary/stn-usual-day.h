/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"

G_BEGIN_DECLS

/**
 * The person's ordinary day: what "Ordinary day" stores in one press. For each tracked factor it is what the person set
 * as usual (stn_diary_set_usual()); else it is told from the newest %STN_USUAL_VALUES values of the year before that were
 * entered in the evening or taken as usual: the more frequent answer of a yes or no (of equals the newer one), the lower
 * median of numbers, which is a value that was entered. "As usual" counts, too: else the days that were different,
 * being the ones typed in, would soon be the usual. A factor without such a value has none: nothing is assumed.
 *
 * What is done or lies ahead at bedtime (the stretch, the covers, how one lies, cold legs in bed) is no part of it.
 */
#define STN_USUAL_VALUES 28

/**
 * stn_usual_day_read: @key: the day is told from the nights before it.
 * Returns: (transfer full) (element-type StnFactorValue) in the order of the factors, "entered" usual; may be empty.
 */
GPtrArray *stn_usual_day_read (StnDiary *self, StnDate key, GError **error);

/** stn_usual_day_is_of_the_night: the factor is done or lies ahead at bedtime and is no part of the day. */
gboolean stn_usual_day_is_of_the_night (const StnFactor *factor);

/** stn_usual_day_is_told: something of the day before @night is stored, beside glasses that were only counted. */
gboolean stn_usual_day_is_told (const StnNight *night);

/** stn_usual_day_check: Errors: NO_USUAL when nothing is known of an ordinary day. */
gboolean stn_usual_day_check (GPtrArray *usual, GError **error);

/**
 * stn_usual_day_fill: puts what @usual has into the night, where nothing is said of that factor yet, or where glasses were
 * only counted and are fewer than usual: who says that the day was ordinary did not count them all.
 */
void stn_usual_day_fill (GPtrArray *usual, StnNight *night);

/**
 * stn_usual_day_take: "Ordinary day" of the night @key: what is set already stays; the rest is stored as usual, or as
 * entered after the night when it is too late (after wins).
 *
 * Errors: NO_USUAL; those of stn_diary_edit_night().
 */
gboolean stn_usual_day_take (StnDiary *self, StnDate key, gint64 *ret_group, GError **error);

/**
 * stn_diary_count_glass: one more glass to drink (stn_diary_get_portion()) on the day before the night @key, from none when nothing
 * is known. What is only counted so is not the day's whole: stn_usual_day_fill() may raise it.
 *
 * Errors: those of stn_diary_edit_night().
 */
gboolean stn_diary_count_glass (StnDiary *self, StnDate key, gint64 *ret_group, GError **error);

G_END_DECLS
