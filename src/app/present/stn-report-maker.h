/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary-report.h"
#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_REPORT_MAKER (stn_report_maker_get_type ())
G_DECLARE_FINAL_TYPE (StnReportMaker, stn_report_maker, STN, REPORT_MAKER, GObject)

/**
 * StnReportMaker: makes the page for a doctor without blocking the window or a save: at once without patterns, and again with
 * them when the analysis, in a thread of its own, has found which are clear. Made anew when the diary changes.
 *
 * Signal "updated" (): there is another report or card, or an error.
 */
StnReportMaker *stn_report_maker_new (StnDiaryClient *client);

/** stn_report_maker_ask: what the page shall be about. */
void stn_report_maker_ask (StnReportMaker *self, const StnReportQuestion *question);

/** stn_report_maker_stop: nobody looks any more: a run under way is broken off, and nothing is made until asked again. */
void stn_report_maker_stop (StnReportMaker *self);

/** (transfer none) (nullable) the newest ones, valid until the next "updated". */
const StnReport *stn_report_maker_get_report (StnReportMaker *self);
const StnBedsideCard *stn_report_maker_get_card (StnReportMaker *self);

/** stn_report_maker_get_error: (transfer none) (nullable) why there is none. */
const GError *stn_report_maker_get_error (StnReportMaker *self);

G_END_DECLS
