/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_NIGHT_EDITOR (stn_night_editor_get_type ())
G_DECLARE_FINAL_TYPE (StnNightEditor, stn_night_editor, STN, NIGHT_EDITOR, AdwBin)

/**
 * StnNightEditor: the entry of one night: its cramps, sleep, note and the day before. Keeps what is typed until it is
 * saved, also while it is not shown; what other programs write meanwhile is not taken back by saving.
 *
 * Properties: "client"; "dirty" (read-only): holds something that is not in the diary.
 *
 * Signals: "closed" (): saved, or left by Back or Escape (then what was typed stays in it).
 * "settled" (gboolean): the answer to stn_night_editor_keep(): whether all is in the diary.
 */

/**
 * stn_night_editor_open: shows the night @key as it is in the diary; a night that is open already stays as it was typed.
 * @with_cramps: begins the first cramp on a night that has none.
 */
void stn_night_editor_open (StnNightEditor *self, StnDate key, gboolean with_cramps);

/** stn_night_editor_keep: saves what was typed, when the window closes; answered by "settled". */
void stn_night_editor_keep (StnNightEditor *self);

/** stn_night_editor_get_key: of the night that is open; STN_NO_DATE = none. */
StnDate stn_night_editor_get_key (StnNightEditor *self);
gboolean stn_night_editor_is_dirty (StnNightEditor *self);

G_END_DECLS
