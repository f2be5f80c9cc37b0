/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-report-rows.h"

#define ROW_SPACE 4.0
#define BETWEEN 10.0
#define BAR_HEIGHT 10.0
#define BAR_FROM 2.0

static const StnPageText heading_text = {12, TRUE, STN_INK_INK, FALSE};

/* Where the columns of a part end, as shares of its width; what stands aside has the rest. */
typedef struct {
  double label, text;
  gboolean label_bold, text_bold, aside_bold, aside_at_end;
} Columns;

static const Columns columns[STN_N_REPORT_PARTS] = {
  [STN_REPORT_QUESTIONS] = {.label = 0, .text = 1},
  [STN_REPORT_SIGNS] = {.label = .17, .text = 1, .label_bold = TRUE},
  [STN_REPORT_MEDICINES] = {.label = .36, .text = .63, .label_bold = TRUE},
  [STN_REPORT_CONDITIONS] = {.label = .17, .text = 1, .label_bold = TRUE},
  [STN_REPORT_TRIED] = {.label = .55, .text = .55, .aside_bold = TRUE, .aside_at_end = TRUE},
  [STN_REPORT_PATTERNS] = {.label = 0, .text = 1},
  [STN_REPORT_PICTURE] = {.label = .52, .text = .72, .aside_at_end = TRUE},
  [STN_REPORT_NIGHTS] = {.label = .36, .text = 1},
};

double
stn_report_rows_put_heading (const StnReportRows *self,
                             const char *heading,
                             double x,
                             double y,
                             double width,
                             gboolean measures)
{
  if (heading == NULL)
    return 0;
  if (!measures)
    stn_pages_put_text (self->pages, &heading_text, heading, x, y, width);
  return stn_pages_measure (self->pages, &heading_text, heading, width, NULL) + ROW_SPACE;
}

static double
put_cell (const StnReportRows *self,
          const StnPageText *how,
          const char *text,
          double x,
          double y,
          double width,
          gboolean measures)
{
  if (text == NULL || *text == '\0' || width <= 0)
    return 0;
  if (!measures)
    return stn_pages_put_text (self->pages, how, text, x, y, width);
  return stn_pages_measure (self->pages, how, text, width, NULL);
}

static void
put_bar (const StnReportRows *self, const StnReportRow *row, double x, double y, double width)
{
  stn_pages_put_box (self->pages, STN_INK_RULE, x, y + BAR_FROM, width, BAR_HEIGHT, 3);
  if (row->hits > 0)
    stn_pages_put_box (self->pages, STN_INK_CRAMPS, x, y + BAR_FROM, width * row->hits / row->of,
                       BAR_HEIGHT, 3);
}

double
stn_report_rows_put (const StnReportRows *self,
                     StnReportPart part,
                     const StnReportRow *row,
                     guint first,
                     guint n,
                     double x,
                     double y,
                     double width,
                     gboolean measures)
{
  const Columns *in = &columns[part];
  const StnPageText label = {10.5, in->label_bold, row->urgent ? STN_INK_CRAMPS : STN_INK_INK,
                             FALSE};
  const StnPageText text = {10.5, row->urgent, STN_INK_INK, FALSE};
  const StnPageText aside = {10.5, in->aside_bold, in->aside_at_end ? STN_INK_INK : STN_INK_QUIET,
                             in->aside_at_end};
  double text_x = x + width * in->label, aside_x = x + width * in->text;
  /* A row without a label begins where the others do; one without something aside goes on to the end. */
  double text_end = in->aside_at_end || row->aside != NULL ? aside_x - BETWEEN : x + width;
  g_autofree char *said = stn_report_row_join (row, first, n);
  double cells[] = {
    put_cell (self, &label, row->label, x, y, width * in->label - BETWEEN, measures),
    put_cell (self, &text, said, text_x, y, text_end - text_x, measures),
    put_cell (self, &aside, row->aside, aside_x, y, x + width - aside_x, measures),
  };

  if (row->of > 0 && !measures)
    put_bar (self, row, text_x, y, text_end - text_x);
  return MAX (MAX (cells[0], cells[1]), cells[2]) + ROW_SPACE;
}

guint
stn_report_rows_count (const StnReportRow *row, guint n)
{
  g_autofree char *said = stn_report_row_join (row, 0, n);

  return stn_report_count_words (said) +
         (row->label != NULL ? stn_report_count_words (row->label) : 0) +
         (row->aside != NULL ? stn_report_count_words (row->aside) : 0);
}
