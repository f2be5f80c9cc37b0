/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/stn-factor.h"

G_BEGIN_DECLS

#define STN_TYPE_FACTOR_PREFERENCES (stn_factor_preferences_get_type ())
G_DECLARE_FINAL_TYPE (StnFactorPreferences, stn_factor_preferences, STN, FACTOR_PREFERENCES, AdwBin)

/**
 * StnFactorPreferences: all that can be set of one factor, as a page of its own in the preferences.
 *
 * Signals: "change" (StnPreference *): the person wants that change. "back" (): to the list.
 */
StnFactorPreferences *stn_factor_preferences_new (void);

/** stn_factor_preferences_show: shows @factor (copied). @place: its place, from 0, of @n that are not hidden. */
void stn_factor_preferences_show (StnFactorPreferences *self,
                                  const StnFactor *factor,
                                  guint place,
                                  guint n);

/** stn_factor_preferences_get_slug: of what is shown; NULL = nothing. */
const char *stn_factor_preferences_get_slug (StnFactorPreferences *self);

G_END_DECLS
