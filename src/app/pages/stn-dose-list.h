/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_DOSE_LIST (stn_dose_list_get_type ())
G_DECLARE_FINAL_TYPE (StnDoseList, stn_dose_list, STN, DOSE_LIST, AdwBin)

/**
 * StnDoseList: how often each medicine that is taken only when needed was taken on the day before a night; to be seen only
 * by whom has one. What is answered is kept a moment later; the dash says that nothing is recorded, which is not "none".
 *
 * Properties: "client".
 */

/** stn_dose_list_show: asks about the day before the night @key. */
void stn_dose_list_show (StnDoseList *self, StnDate key);

/** stn_dose_list_flush: keeps at once what was answered. */
void stn_dose_list_flush (StnDoseList *self);

G_END_DECLS
