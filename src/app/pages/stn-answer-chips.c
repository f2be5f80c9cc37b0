/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages/stn-answer-chips.h"

StnAnswer
stn_answer_chips_get_answer (StnChipGroup *group)
{
  switch (stn_chip_group_get_selected (group)) {
  case 0:
    return STN_ANSWER_YES;
  case 1:
    return STN_ANSWER_NO;
  default:
    return STN_ANSWER_UNKNOWN;
  }
}

void
stn_answer_chips_set_answer (StnChipGroup *group, StnAnswer answer)
{
  guint chip = GTK_INVALID_LIST_POSITION;

  switch (answer) {
  case STN_ANSWER_UNKNOWN:
    break;
  case STN_ANSWER_YES:
    chip = 0;
    break;
  case STN_ANSWER_NO:
    chip = 1;
    break;
  }
  stn_chip_group_set_selected (group, chip);
}

int
stn_answer_chips_get_word (StnChipGroup *group)
{
  guint chip = stn_chip_group_get_selected (group);

  return chip != GTK_INVALID_LIST_POSITION ? (int) chip + 1 : 0;
}

void
stn_answer_chips_set_word (StnChipGroup *group, int word)
{
  stn_chip_group_set_selected (group, word > 0 ? (guint) word - 1 : GTK_INVALID_LIST_POSITION);
}

StnOptInt
stn_answer_chips_get_number (StnChipGroup *group, int first)
{
  guint chip = stn_chip_group_get_selected (group);

  return chip != GTK_INVALID_LIST_POSITION ? STN_KNOWN_INT ((int) chip + first) : STN_UNKNOWN_INT;
}

void
stn_answer_chips_set_number (StnChipGroup *group, int first, StnOptInt number)
{
  stn_chip_group_set_selected (group, number.known ? (guint) (number.value - first)
                                                   : GTK_INVALID_LIST_POSITION);
}
