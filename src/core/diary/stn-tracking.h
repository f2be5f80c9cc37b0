/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary-factors.h"

G_BEGIN_DECLS

/**
 * What the evening asks about, as the person wants it: tracked factors every evening, in their order; the others one an
 * evening at most; hidden ones never. Nothing here touches a value that is stored. Each function is one undo step.
 *
 * Errors of all: UNKNOWN_FACTOR; BAD_VALUE where said; of the store.
 */

/** An offer that was answered or put off is not made again for so many days. */
#define STN_OFFER_PAUSE_DAYS 7

/** stn_diary_track_factor: whether it is asked every evening. One that was hidden is shown again. */
gboolean
stn_diary_track_factor (StnDiary *self, const char *slug, gboolean tracked, GError **error);

/** stn_diary_hide_factor: takes it off all lists, or brings it back (not tracked). */
gboolean stn_diary_hide_factor (StnDiary *self, const char *slug, gboolean hidden, GError **error);

/** stn_diary_put_factor_under: @heading: (nullable) own heading of lists, NULL for none. Errors: BAD_VALUE. */
gboolean
stn_diary_put_factor_under (StnDiary *self, const char *slug, const char *heading, GError **error);

/** stn_diary_set_usual: @usual: value of an ordinary day; unknown = what the diary tells. Errors: BAD_VALUE. */
gboolean stn_diary_set_usual (StnDiary *self, const char *slug, StnOptReal usual, GError **error);

/**
 * stn_diary_move_factor: gives it the place @place, from 0, among those that are not hidden; the others move up.
 *
 * Errors: BAD_VALUE when there is no such place or the factor is hidden.
 */
gboolean stn_diary_move_factor (StnDiary *self, const char *slug, guint place, GError **error);

/**
 * stn_diary_delete_factor: removes one of the person's own. One that has values is hidden and no suspect any more: its name
 * stays with the nights that speak of it.
 * @ret_n_nights: (nullable) on how many nights values stay.
 *
 * Errors: BAD_VALUE for a factor of the catalogue.
 */
gboolean
stn_diary_delete_factor (StnDiary *self, const char *slug, guint *ret_n_nights, GError **error);

/**
 * stn_diary_get_offer: the one further question of the evening of @key: of the factors that are neither tracked nor hidden,
 * the one that was never asked or waited longest, no sooner than a week after it was answered or put off. None when one was
 * already answered or put off for @key.
 * @ret_offer: (transfer full) (nullable).
 */
gboolean stn_diary_get_offer (StnDiary *self, StnDate key, StnFactor **ret_offer, GError **error);

/** stn_diary_put_off: "Not This One": @slug is offered again no sooner than a week after @key. */
gboolean stn_diary_put_off (StnDiary *self, const char *slug, StnDate key, GError **error);

G_END_DECLS
