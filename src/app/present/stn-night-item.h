/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "model/stn-night.h"

G_BEGIN_DECLS

#define STN_TYPE_NIGHT_ITEM (stn_night_item_get_type ())
G_DECLARE_FINAL_TYPE (StnNightItem, stn_night_item, STN, NIGHT_ITEM, GObject)

/**
 * StnNightItem: one night of a list. It is there before the night was read from the diary and stays the same object
 * for as long as anyone holds it, whatever is written into the night.
 *
 * Signal "changed" (): the night was read, or read again.
 */
StnNightItem *stn_night_item_new (StnDate key);

StnDate stn_night_item_get_key (StnNightItem *self);

/** stn_night_item_get_night: (transfer none) (nullable) NULL until it was read; valid until the next "changed". */
const StnNight *stn_night_item_get_night (StnNightItem *self);

/** stn_night_item_take_night: @night (transfer full) of the same key. */
void stn_night_item_take_night (StnNightItem *self, StnNight *night);

G_END_DECLS
