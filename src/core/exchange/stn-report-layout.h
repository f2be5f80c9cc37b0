/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/stn-pages.h"
#include "exchange/stn-report.h"

G_BEGIN_DECLS

/**
 * stn_report_lay_out: (transfer full) @report on paper. The first page has at most %STN_REPORT_WORDS words; what of the questions,
 * signs, medicines and conditions does not fit on it is continued on the next one. Of what was tried, of patterns and of the picture
 * as much stands there as fits.
 */
StnPages *stn_report_lay_out (const StnReport *report, StnPaper paper);

G_END_DECLS
