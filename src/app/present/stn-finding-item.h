/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "wording/stn-wording.h"

G_BEGIN_DECLS

/** StnFindingGroup: the parts of the page Findings, from top to bottom (product 4). */
typedef enum {
  STN_FINDING_TOP, /* at most three: suspects first, then the clearest */
  STN_FINDING_CLEAR,
  STN_FINDING_WATCH_CLOSELY,
  STN_FINDING_WATCH,
  STN_FINDING_CANNOT_TELL,
  STN_FINDING_NOT_ENOUGH,
  STN_FINDING_UNLIKELY,
  STN_FINDING_CANNOT_TEST,
} StnFindingGroup;
#define STN_FINDING_GROUPS 8

/** stn_finding_group_of: the part for a verdict, whoever stands on top. */
StnFindingGroup stn_finding_group_of (const StnFinding *finding);

/** Which way a finding goes that may be shown in colour (screens 7: only clear pattern and worth watching closely). */
typedef enum {
  STN_FINDING_PLAIN,
  STN_FINDING_MORE,
  STN_FINDING_FEWER,
} StnFindingTone;

/** StnFindingResult: one run of the analysis with the factors it was about; counted references, not changed any more. */
typedef struct {
  StnAnalysis *analysis;
  GPtrArray *factors;   /* (element-type StnFactor) one per finding at least */
  GHashTable *suspects; /* names of the factors that the person suspected */
  StnDate today;
} StnFindingResult;

/** stn_finding_result_new: the pointers are (transfer full). */
StnFindingResult *stn_finding_result_new (StnAnalysis *analysis,
                                          GPtrArray *factors,
                                          GHashTable *suspects,
                                          StnDate today);
StnFindingResult *stn_finding_result_ref (StnFindingResult *self);
void stn_finding_result_unref (StnFindingResult *self);

#define STN_TYPE_FINDING_ITEM (stn_finding_item_get_type ())
G_DECLARE_FINAL_TYPE (StnFindingItem, stn_finding_item, STN, FINDING_ITEM, GObject)

/**
 * StnFindingItem: one finding of the page with its words. While a factor stays in its group it stays the same object,
 * so that a row that is open stays open.
 *
 * Signal "changed" (): there is a newer result.
 */
StnFindingItem *stn_finding_item_new (StnFindingGroup group, gboolean is_suspect);

/** stn_finding_item_set_result: @finding: one of @result's. */
void stn_finding_item_set_result (StnFindingItem *self,
                                  StnFindingResult *result,
                                  const StnFinding *finding);

StnFindingGroup stn_finding_item_get_group (StnFindingItem *self);
gboolean stn_finding_item_is_suspect (StnFindingItem *self);

/** stn_finding_item_get_finding, stn_finding_item_get_text: (transfer none) valid until the next "changed". */
const StnFinding *stn_finding_item_get_finding (StnFindingItem *self);
const StnFindingText *stn_finding_item_get_text (StnFindingItem *self);
StnFindingTone stn_finding_item_get_tone (StnFindingItem *self);

/** stn_finding_item_get_verdict_group: where it belongs by its verdict alone, also when it stands on top. */
StnFindingGroup stn_finding_item_get_verdict_group (StnFindingItem *self);

G_END_DECLS
