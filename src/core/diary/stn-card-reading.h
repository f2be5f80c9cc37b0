/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "card/stn-card.h"
#include "diary/stn-diary.h"

G_BEGIN_DECLS

/**
 * StnCardReading: what decides which card there is this morning, as it was in the diary at one moment, with all that its words need.
 * Read on the diary's thread, then used on any.
 * @state: without its analysis, which the caller puts in when there is one. @factors: (element-type StnFactor) also
 * those that only an analysis knows.
 */
typedef struct {
  StnCardState state;
  GPtrArray *factors;
  StnDate today;
} StnCardReading;

/** stn_diary_read_card: (transfer full) Errors: of the store. */
StnCardReading *stn_diary_read_card (StnDiary *self, GError **error);
void stn_card_reading_free (StnCardReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnCardReading, stn_card_reading_free)

/**
 * stn_diary_remember_card: @ids: (element-type utf8) of a card were shown on the morning after @night, so that they come no
 * more. See stn_shown_table_keep(): also when nothing could be kept it succeeds.
 */
gboolean
stn_diary_remember_card (StnDiary *self, const GPtrArray *ids, StnDate night, GError **error);

G_END_DECLS
