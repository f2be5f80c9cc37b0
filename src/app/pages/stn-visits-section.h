/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/stn-records-view.h"

G_BEGIN_DECLS

#define STN_TYPE_VISITS_SECTION (stn_visits_section_get_type ())
G_DECLARE_FINAL_TYPE (StnVisitsSection, stn_visits_section, STN, VISITS_SECTION, StnRecordsView)

/** StnVisitsSection: the questions for next time on top, then the visits; asks for one by doctor.show-visit. */

G_END_DECLS
