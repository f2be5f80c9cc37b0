/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_EVENING_ENTRY (stn_evening_entry_get_type ())
G_DECLARE_FINAL_TYPE (StnEveningEntry, stn_evening_entry, STN, EVENING_ENTRY, AdwBin)

/**
 * StnEveningEntry: the evening entry: the ordinary day (key O), what was different (digits), the list for tonight, and one
 * further question at most. Everything is saved as it is answered; Enter is Done. Also for a day gone by, which is
 * then marked as entered after the night.
 *
 * Properties: "client".
 *
 * Signals: "closed" ().
 */

/** stn_evening_entry_open: shows the day before the night @key; STN_NO_DATE = the current one. */
void stn_evening_entry_open (StnEveningEntry *self, StnDate key);

/** stn_evening_entry_flush: sends off what was answered a moment ago, before the window closes. */
void stn_evening_entry_flush (StnEveningEntry *self);

G_END_DECLS
