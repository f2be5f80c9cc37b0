/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_TRENDS_PAGE (stn_trends_page_get_type ())
G_DECLARE_FINAL_TYPE (StnTrendsPage, stn_trends_page, STN, TRENDS_PAGE, AdwBin)

/**
 * StnTrendsPage: how the nights went: a range of time, a measure, and its charts. They are made on the diary's thread,
 * when somebody looks and nights have changed.
 *
 * Property "client": the diary.
 */

G_END_DECLS
