/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/stn-routine.h"
#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_ROUTINE_EDITOR (stn_routine_editor_get_type ())
G_DECLARE_FINAL_TYPE (StnRoutineEditor, stn_routine_editor, STN, ROUTINE_EDITOR, AdwBin)

/**
 * StnRoutineEditor: a routine of the person's own: its name, its steps in their order, how long and how often. What was
 * typed and not saved is there again when the same routine is opened.
 *
 * Signal "closed" (): it was saved.
 */

void stn_routine_editor_set_client (StnRoutineEditor *self, StnDiaryClient *client);

/** stn_routine_editor_open: @routine: (nullable) copied; NULL = a new one. */
void stn_routine_editor_open (StnRoutineEditor *self, const StnRoutine *routine);

G_END_DECLS
