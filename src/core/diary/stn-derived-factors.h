/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * stn_derived_factors_add: the factor of the catalogue that nobody types in and that nights can be compared by, worked out
 * of other records (clinical 3.1), for the analysis. When a value was entered is unknown, as the records may be older or
 * newer than the night.
 *
 * "diuretic" (T11): a water tablet that day; only of a person who takes one when needed: of one that is taken every day only
 * the nights before and after its start say anything, and the analysis compares those by themselves.
 *
 * Not the other derived ones: the 84 days of "medicine-change" (T12) are for flags and "short-sleep" (T20) is of the night
 * before (clinical, decision 6); "pregnancy" (T23) only goes up with time, as the trend does that the analysis takes out, and
 * would make every other factor wait longer; "toxin" (T27) and "cramp-last-night" (T29) are never compared.
 *
 * @nights: (element-type StnNight) the values are added to them. @factors: (element-type StnFactor) it is added when any
 * night has a value. @medicines: (element-type StnMedicine).
 */
void stn_derived_factors_add (GPtrArray *nights, GPtrArray *factors, const GPtrArray *medicines);

/** stn_derived_factors_describe: adds those that can come out of the analysis to @factors (element-type StnFactor), for their words. */
void stn_derived_factors_describe (GPtrArray *factors);

G_END_DECLS
