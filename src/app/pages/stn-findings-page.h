/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_FINDINGS_PAGE (stn_findings_page_get_type ())
G_DECLARE_FINAL_TYPE (StnFindingsPage, stn_findings_page, STN, FINDINGS_PAGE, AdwBin)

G_END_DECLS
