/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_SAFETY_BANNER (stn_safety_banner_get_type ())
G_DECLARE_FINAL_TYPE (StnSafetyBanner, stn_safety_banner, STN, SAFETY_BANNER, AdwBin)

/**
 * StnSafetyBanner: one sentence above all pages when something is wrong with the safety of the diary (StnSafekeeper), with
 * what can be done about it; else it is not seen.
 */

/** stn_safety_banner_set_client: begins to watch over that diary. */
void stn_safety_banner_set_client (StnSafetyBanner *self, StnDiaryClient *client);

G_END_DECLS
