/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_TODAY_PAGE (stn_today_page_get_type ())
G_DECLARE_FINAL_TYPE (StnTodayPage, stn_today_page, STN, TODAY_PAGE, AdwBin)

/**
 * StnTodayPage: when to see a doctor, how last night was, the last 14 nights, and the list before bed.
 *
 * Properties: "client"; "narrow": there is little width, set by the window; "needs-attention" (read only): there is a flag
 * without an answer; "urgent-line" (read only): that of StnFlagCards.
 */

G_END_DECLS
