/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/stn-records-view.h"

G_BEGIN_DECLS

#define STN_TYPE_TAKE_ALONG (stn_take_along_get_type ())
G_DECLARE_FINAL_TYPE (StnTakeAlong, stn_take_along, STN, TAKE_ALONG, StnRecordsView)

/** StnTakeAlong: what to bring along to a doctor, each a row that leads there. */

G_END_DECLS
