/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_DIARY_PAGE (stn_diary_page_get_type ())
G_DECLARE_FINAL_TYPE (StnDiaryPage, stn_diary_page, STN, DIARY_PAGE, AdwBin)

/**
 * StnDiaryPage: all nights, and one of them to read, change or delete.
 *
 * Properties: "client".
 */

/** stn_diary_page_show_night: selects the night @key, also one that nothing is stored of. */
void stn_diary_page_show_night (StnDiaryPage *self, StnDate key);

G_END_DECLS
