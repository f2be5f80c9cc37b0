/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STN_TYPE_NOTE_ENTRY (stn_note_entry_get_type ())
G_DECLARE_FINAL_TYPE (StnNoteEntry, stn_note_entry, STN, NOTE_ENTRY, GtkWidget)

/**
 * StnNoteEntry: some lines of one's own. What would make it longer than a note may be is refused whole and says so.
 *
 * Properties: "title": its name, on screen and for screen readers.
 *
 * Signal "changed" (): something was typed; not emitted by stn_note_entry_set_text().
 */

/** stn_note_entry_get_text: (transfer full) (nullable) without blanks at both ends; NULL when nothing else is left. */
char *stn_note_entry_get_text (StnNoteEntry *self);

/** stn_note_entry_set_text: @text: (nullable). */
void stn_note_entry_set_text (StnNoteEntry *self, const char *text);

G_END_DECLS
