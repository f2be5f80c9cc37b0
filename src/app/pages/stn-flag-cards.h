/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/stn-night.h"
#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_FLAG_CARDS (stn_flag_cards_get_type ())
G_DECLARE_FINAL_TYPE (StnFlagCards, stn_flag_cards, STN, FLAG_CARDS, GtkBox)

/**
 * StnFlagCards: when to see a doctor, as the diary says it now: emergency and right away each alone and in full, then what
 * has to be asked first, then all routine reasons on one card, and the limits. It reads again whenever the diary changes.
 * What is urgent and was not there before is announced, scrolls into view and takes the focus.
 *
 * Beside an entry ("typing") it speaks of the night as it is being described and leaves the focus where the person types;
 * nothing is answered or kept before the night is.
 *
 * Properties: "client"; "all" (TRUE: routine reasons with the person's own words, and the
 * sentence that nothing matches, which is no all-clear); "urgent" (TRUE: only
 * emergency, right away and within days); "typing" (TRUE: beside an entry, urgent only); "narrow" (TRUE: the routine card
 * is one line); "n-unanswered" (read-only);
 * "urgent-line" (read-only: tier and finding of the most urgent that is an emergency or right away and not answered, or
 * NULL).
 *
 * Signal "eased" (uint place, int answer of StnAnswer): beside an entry, whether stretching eased that cramp of the night
 * being described.
 */

/**
 * stn_flag_cards_set_draft: looks at @night as it is being described, before it is saved; NULL = nothing is described.
 */
void stn_flag_cards_set_draft (StnFlagCards *self, const StnNight *night);

G_END_DECLS
