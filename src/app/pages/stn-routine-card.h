/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "flags/stn-flag.h"

G_BEGIN_DECLS

#define STN_TYPE_ROUTINE_CARD (stn_routine_card_get_type ())
G_DECLARE_FINAL_TYPE (StnRoutineCard, stn_routine_card, STN, ROUTINE_CARD, AdwBin)

/**
 * StnRoutineCard: all reasons for a routine visit on one card, and events of the past.
 *
 * Signal "answered" (int reply of StnFlagReply): booked or seen.
 *
 * @reasons: (element-type StnFlag) at least one. @in_full: with the person's own words.
 */
GtkWidget *stn_routine_card_new (GPtrArray *reasons, StnDate today, gboolean in_full);

G_END_DECLS
