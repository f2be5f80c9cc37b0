/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-optional.h"
#include "widgets/stn-chip-group.h"

G_BEGIN_DECLS

/**
 * What is chosen in a group of chips as what the diary keeps; nothing chosen is unknown.
 *
 * _answer: of two chips, yes before no, as in speech. _word: of a word list whose chips stand in the order of its enum,
 * without "unknown". _number: of chips that stand for @first, @first + 1 and so on.
 */
StnAnswer stn_answer_chips_get_answer (StnChipGroup *group);
void stn_answer_chips_set_answer (StnChipGroup *group, StnAnswer answer);

int stn_answer_chips_get_word (StnChipGroup *group);
void stn_answer_chips_set_word (StnChipGroup *group, int word);

StnOptInt stn_answer_chips_get_number (StnChipGroup *group, int first);
void stn_answer_chips_set_number (StnChipGroup *group, int first, StnOptInt number);

G_END_DECLS
