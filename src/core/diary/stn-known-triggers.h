/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "card/stn-known-trigger.h"
#include "diary/stn-diary.h"

G_BEGIN_DECLS

/**
 * stn_diary_list_known_triggers: (transfer full) (element-type StnKnownTrigger) what this diary holds of what is known to go
 * with night cramps: of the days before the nights in the catalogue's order, then the medicines and conditions of today. Only
 * what was written down counts: a day without an entry is neither with nor without. Factors that the person or an import
 * brought along are never matched, whatever they are called.
 */
GPtrArray *stn_diary_list_known_triggers (StnDiary *self, GError **error);

/** stn_diary_match_known_triggers: the same counted over the days of @nights alone (element-type StnNight, ascending). */
GPtrArray *stn_diary_match_known_triggers (StnDiary *self, GPtrArray *nights, GError **error);

G_END_DECLS
