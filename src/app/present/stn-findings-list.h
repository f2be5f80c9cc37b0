/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "present/stn-diary-client.h"
#include "present/stn-finding-item.h"

G_BEGIN_DECLS

#define STN_TYPE_FINDINGS_LIST (stn_findings_list_get_type ())
G_DECLARE_FINAL_TYPE (StnFindingsList, stn_findings_list, STN, FINDINGS_LIST, GObject)

/**
 * StnFindingsList: GListModel of StnFindingItem in the order of the page. The diary is collected on its own thread,
 * the analysis runs in another; neither blocks the window or a save. The result is kept until nights change or the day does, for all
 * lists of one client: what one of them computed the others show without. Nothing is computed while nobody looks (inactive): a change
 * is only remembered then.
 *
 * Signal "updated" (): the run, its progress, or its result changed.
 */
StnFindingsList *stn_findings_list_new (StnDiaryClient *client);

/** stn_findings_list_set_active: somebody looks; starts what is due. FALSE breaks off a run under way. */
void stn_findings_list_set_active (StnFindingsList *self, gboolean active);

/** stn_findings_list_set_patient: its runs take long rather than the processor from others: nobody waits for them. */
void stn_findings_list_set_patient (StnFindingsList *self);

/** stn_findings_list_is_running: a run is under way; an earlier result stays meanwhile. @ret_fraction: (nullable) 0-1. */
gboolean stn_findings_list_is_running (StnFindingsList *self, double *ret_fraction);

/** stn_findings_list_get_error: (transfer none) (nullable) why the last run gave no result. */
const GError *stn_findings_list_get_error (StnFindingsList *self);

/** stn_findings_list_get_analysis: (transfer none) (nullable) the newest result, valid until the next "updated". */
const StnAnalysis *stn_findings_list_get_analysis (StnFindingsList *self);

G_END_DECLS
