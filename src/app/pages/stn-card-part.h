/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "wording/stn-wording-card.h"

G_BEGIN_DECLS

#define STN_TYPE_CARD_PART (stn_card_part_get_type ())
G_DECLARE_FINAL_TYPE (StnCardPart, stn_card_part, STN, CARD_PART, AdwBin)

/**
 * StnCardPart: one thing that the card of the day says: an icon, what it is, and a few words on it.
 *
 * Signal "acted" (): its button was pressed; the button is gone then.
 */
GtkWidget *stn_card_part_new_known (const StnKnownTrigger *known, const StnKnownTriggerText *text);
GtkWidget *stn_card_part_new_saying (const StnSayingText *text);

/** stn_card_part_offer: gives it a button with this label. */
void stn_card_part_offer (StnCardPart *self, const char *label);

G_END_DECLS
