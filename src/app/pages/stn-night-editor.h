/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "pages/stn-night-form.h"
#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_NIGHT_EDITOR (stn_night_editor_get_type ())
G_DECLARE_FINAL_TYPE (StnNightEditor, stn_night_editor, STN, NIGHT_EDITOR, AdwBin)

/**
 * StnNightEditor: the entry of one night: its cramps, sleep and note. A window has one, so that no night is half typed
 * in two places. What is typed is kept as a draft a moment after the last key, until it is saved or discarded; what other
 * programs write meanwhile is never taken back by saving: where both said different things the person chooses.
 *
 * Properties: "client".
 *
 * Signals: "closed" (): saved, or left by Back or Escape (then what was typed is kept).
 * "settled" (gboolean): the answer to stn_night_editor_keep(): whether all is kept.
 */

/** stn_night_editor_open: shows the night @key as it is in the diary, or as it was begun, and goes to @part. */
void stn_night_editor_open (StnNightEditor *self, StnDate key, StnNightPart part);

/** stn_night_editor_keep: keeps what was typed, when the window closes; answered by "settled". */
void stn_night_editor_keep (StnNightEditor *self);

/** stn_night_editor_get_key: of the night that is open; STN_NO_DATE = none. */
StnDate stn_night_editor_get_key (StnNightEditor *self);

/** stn_night_editor_is_dirty: whether it holds something that is not saved. */
gboolean stn_night_editor_is_dirty (StnNightEditor *self);

G_END_DECLS
