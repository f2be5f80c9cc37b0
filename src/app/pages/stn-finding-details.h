/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-finding-item.h"

G_BEGIN_DECLS

#define STN_TYPE_FINDING_DETAILS (stn_finding_details_get_type ())
G_DECLARE_FINAL_TYPE (StnFindingDetails, stn_finding_details, STN, FINDING_DETAILS, AdwBin)

/** StnFindingDetails: what an opened finding shows: the diary on one side, chance, studies and record on the other. */
GtkWidget *stn_finding_details_new (void);

void stn_finding_details_show (StnFindingDetails *self, StnFindingItem *item);

G_END_DECLS
