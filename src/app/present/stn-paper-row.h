/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-factor.h"
#include "model/stn-night.h"

G_BEGIN_DECLS

/** StnPaperColumn: what is written of a night on the card for beside the bed, in the card's order after the night. */
typedef enum {
  STN_PAPER_CRAMPS,
  STN_PAPER_PAIN,
  STN_PAPER_MINUTES,
  STN_PAPER_LEG,
  STN_PAPER_STRETCHED,
  STN_PAPER_GLASSES,
  STN_PAPER_OTHER,
} StnPaperColumn;
#define STN_PAPER_COLUMNS 7

/** StnPaperRow: one night as it was typed; NULL and "" = nothing is written there. */
typedef struct {
  char *cells[STN_PAPER_COLUMNS];
} StnPaperRow;

void stn_paper_row_free (StnPaperRow *self);

/** stn_paper_column_name: as the card has it: "Cramps"; static. */
const char *stn_paper_column_name (StnPaperColumn column);

gboolean stn_paper_row_is_empty (const StnPaperRow *self);

/**
 * stn_paper_row_get_problem: (transfer full) (nullable) why a cell cannot be read; NULL when it can.
 *
 * A number, a mark (x, ✓, +, "yes") or a dash for none, as the column has it; marks for cramps are counted. The leg and the answers
 * may be begun words of the program's language.
 * @fluids: the factor that glasses are of.
 */
char *
stn_paper_row_get_problem (const StnPaperRow *self, StnPaperColumn column, const StnFactor *fluids);

/**
 * stn_paper_row_read: (transfer full) (nullable) the night that was typed; NULL when nothing was, or a cell has a problem. Something of a
 * cramp without a number of cramps is of one cramp.
 */
StnNight *stn_paper_row_read (const StnPaperRow *self, StnDate key, const StnFactor *fluids);

/** stn_paper_row_show: (transfer full) what the card would say of @night there, "" for nothing. */
char *stn_paper_row_show (const StnNight *night, StnPaperColumn column, const StnFactor *fluids);

/** stn_paper_row_write, stn_paper_row_parse: (transfer full) as a draft: a line. What is no draft has no cells. */
char *stn_paper_row_write (const StnPaperRow *self);
StnPaperRow *stn_paper_row_parse (const char *text);

G_END_DECLS
