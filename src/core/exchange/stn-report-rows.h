/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/stn-pages.h"
#include "exchange/stn-report.h"

G_BEGIN_DECLS

/** StnReportRows: puts rows of a report on @pages. With @measures nothing is put and only its height is returned. */
typedef struct {
  StnPages *pages;
} StnReportRows;

/** stn_report_rows_put_heading: @heading: NULL has no height. */
double stn_report_rows_put_heading (const StnReportRows *self,
                                    const char *heading,
                                    double x,
                                    double y,
                                    double width,
                                    gboolean measures);

/** stn_report_rows_put: @n items of @row from @first on, in the columns of @part. */
double stn_report_rows_put (const StnReportRows *self,
                            StnReportPart part,
                            const StnReportRow *row,
                            guint first,
                            guint n,
                            double x,
                            double y,
                            double width,
                            gboolean measures);

/** stn_report_rows_count: words of the first @n items of @row and of what stands beside them. */
guint stn_report_rows_count (const StnReportRow *row, guint n);

G_END_DECLS
