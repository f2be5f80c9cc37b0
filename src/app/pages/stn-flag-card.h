/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "flags/stn-flag.h"

G_BEGIN_DECLS

#define STN_TYPE_FLAG_CARD (stn_flag_card_get_type ())
G_DECLARE_FINAL_TYPE (StnFlagCard, stn_flag_card, STN, FLAG_CARD, AdwBin)

/**
 * StnFlagCard: one reason to see a doctor: how soon, what was found, what to do, the person's own words, and the answers
 * that put it away. A screen reader hears tier, finding and action as name and description of an alert; it can have the
 * focus.
 * @is_asked: FALSE: without the answers, while what it speaks of is not saved.
 *
 * Signal "answered" (int reply of StnFlagReply).
 */
GtkWidget *stn_flag_card_new (const StnFlag *flag, StnDate today, gboolean is_asked);

/** stn_flag_card_get_key: (transfer none) rule, day and tier: the same as long as it speaks of the same thing. */
const char *stn_flag_card_get_key (StnFlagCard *self);

/** stn_flag_card_get_spoken: (transfer none) all of it, for a screen reader. */
const char *stn_flag_card_get_spoken (StnFlagCard *self);

G_END_DECLS
