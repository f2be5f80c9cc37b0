/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/stn-pages.h"

G_BEGIN_DECLS

/**
 * StnBedsideCard: a sheet for beside the bed: what helps during a cramp in 24 pt, and on the back a grid of 31 nights for a pencil.
 * @emergency: a line with the number to call, or NULL. @mirrored: it is read from right to left.
 */
typedef struct {
  char *emergency;
  gboolean mirrored;
} StnBedsideCard;

void stn_bedside_card_free (StnBedsideCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnBedsideCard, stn_bedside_card_free)

/** Nights of the grid. */
#define STN_BEDSIDE_NIGHTS 31

/** stn_bedside_card_lay_out: (transfer full) two pages. */
StnPages *stn_bedside_card_lay_out (const StnBedsideCard *self, StnPaper paper);

G_END_DECLS
