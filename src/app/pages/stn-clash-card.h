/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-night-merge.h"

G_BEGIN_DECLS

#define STN_TYPE_CLASH_CARD (stn_clash_card_get_type ())
G_DECLARE_FINAL_TYPE (StnClashCard, stn_clash_card, STN, CLASH_CARD, AdwBin)

typedef enum {
  STN_CLASH_BOTH,   /* join the two */
  STN_CLASH_MINE,   /* what was typed here */
  STN_CLASH_THEIRS, /* what is in the diary */
} StnClashChoice;

/**
 * StnClashCard: a night was changed elsewhere while it was described here: what is different, and what shall hold.
 *
 * Signal "chosen" (int): a StnClashChoice.
 */
void stn_clash_card_show (StnClashCard *self,
                          const StnNight *stored,
                          const StnNight *mine,
                          const StnNightClash *clash);

G_END_DECLS
