/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STN_TYPE_SUGGESTION_ENTRY (stn_suggestion_entry_get_type ())
G_DECLARE_FINAL_TYPE (StnSuggestionEntry, stn_suggestion_entry, STN, SUGGESTION_ENTRY, GtkBox)

/**
 * StnSuggestionEntry: a name that is typed, with what it may mean below it. Down goes to the suggestions, Enter or a click
 * takes one.
 *
 * Properties: "title": above the field and for screen readers.
 *
 * Signals: "typed" (): the text was changed by the person: suggest again. "chosen" (guint): the suggestion of that place
 * was taken; its words stand in the field. "activate" (): Enter in the field.
 */

/** stn_suggestion_entry_get_text: (transfer full) without blanks at both ends. */
char *stn_suggestion_entry_get_text (StnSuggestionEntry *self);

/** stn_suggestion_entry_set_text: without "typed"; no suggestions stay. */
void stn_suggestion_entry_set_text (StnSuggestionEntry *self, const char *text);

/** Suggestions, in their order. @detail: (nullable) a smaller line below. */
void stn_suggestion_entry_clear_suggestions (StnSuggestionEntry *self);
void stn_suggestion_entry_suggest (StnSuggestionEntry *self, const char *words, const char *detail);

G_END_DECLS
