/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/stn-optional.h"

G_BEGIN_DECLS

#define STN_TYPE_DURATION_ENTRY (stn_duration_entry_get_type ())
G_DECLARE_FINAL_TYPE (StnDurationEntry, stn_duration_entry, STN, DURATION_ENTRY, GtkWidget)

/**
 * StnDurationEntry: minutes and seconds. What cannot be taken stays where it was typed, with the reason below it.
 *
 * Signal "changed" (): something was typed or stepped; not emitted by stn_duration_entry_set_seconds().
 */

/** stn_duration_entry_check: whether what stands there can be taken; else shows why not. Also when the focus leaves. */
gboolean stn_duration_entry_check (StnDurationEntry *self);

/** stn_duration_entry_get_seconds: 0-86400; unknown when nothing, or what cannot be taken, stands there. */
StnOptInt stn_duration_entry_get_seconds (StnDurationEntry *self);
void stn_duration_entry_set_seconds (StnDurationEntry *self, StnOptInt seconds);

G_END_DECLS
