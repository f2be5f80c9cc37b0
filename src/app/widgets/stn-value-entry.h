/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/stn-optional.h"

G_BEGIN_DECLS

#define STN_TYPE_VALUE_ENTRY (stn_value_entry_get_type ())
G_DECLARE_FINAL_TYPE (StnValueEntry, stn_value_entry, STN, VALUE_ENTRY, GtkWidget)

/**
 * StnValueEntry: a number or a time of day that is typed; empty = unknown. What cannot be taken stays where it was typed
 * to be put right, with the reason below it.
 *
 * Properties: "title" above the field; "unit" behind it, "" = none; "min", "max": the least (0 unless set) and the greatest
 * whole number; a max of 0 = a time of day in minutes after midnight.
 *
 * Signals: "changed" (): something was typed; not emitted by stn_value_entry_set_value() and _set_text().
 * "left" (): the person is done with the field (Enter, or the focus left it) and what stands there can be taken.
 */

/** stn_value_entry_check: whether what stands there can be taken; else shows why not. Also when the focus leaves. */
gboolean stn_value_entry_check (StnValueEntry *self);

/** stn_value_entry_get_value: FALSE, without writing @ret_value, when what stands there cannot be taken. */
gboolean stn_value_entry_get_value (StnValueEntry *self, StnOptInt *ret_value);
void stn_value_entry_set_value (StnValueEntry *self, StnOptInt value);

/** As it was typed, for keeping what cannot be taken yet. */
const char *stn_value_entry_get_text (StnValueEntry *self);
void stn_value_entry_set_text (StnValueEntry *self, const char *text);

G_END_DECLS
