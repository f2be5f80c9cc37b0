/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/stn-records-view.h"

G_BEGIN_DECLS

#define STN_TYPE_CONDITION_LIST (stn_condition_list_get_type ())
G_DECLARE_FINAL_TYPE (StnConditionList, stn_condition_list, STN, CONDITION_LIST, StnRecordsView)

/** StnConditionList: all conditions, and a form to add one. */

G_END_DECLS
