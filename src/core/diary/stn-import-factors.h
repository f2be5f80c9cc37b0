/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"
#include "exchange/stn-csv-nights.h"

G_BEGIN_DECLS

/**
 * stn_import_choose_factors: the factor that each column of @nights becomes. Of a column X the first of these that is
 * there and fits, or that is free and made:
 *
 * - X: a built-in one when its kind and its bounds fit every row. Values of 0 and 1 alone fit only a binary one
 *   (a column "alcohol" of yes and no is not grams), unless Stillnight wrote the file. A kind that is said must be its kind. A unit
 *   behind the numbers must be its unit, or one that can be turned into it.
 * - X: the diary's own when every value can be its.
 * - ... likewise, passing over what another column of the file is called.
 *
 * So the same file gets the same factors each time. Nothing is stored.
 * @ret_n_new: how many of them the diary does not know: made, or of the catalogue and never used.
 *
 * Returns: (transfer full) (element-type StnFactor) in the file's order; NULL on error.
 */
GPtrArray *stn_import_choose_factors (StnDiary *diary,
                                      const StnCsvNights *nights,
                                      guint *ret_n_new,
                                      GError **error);

/** stn_import_get_scale: how many @to one @unit is: 1000 for "l" and "ml"; 1 where either is not known; 0 when it cannot be told. */
double stn_import_get_scale (const char *unit, const char *to);

/** stn_import_scale: @value in the other unit, without what multiplying adds behind the sixth decimal. */
double stn_import_scale (double value, double scale);

G_END_DECLS
