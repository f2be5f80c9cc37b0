/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "present/stn-trend-range.h"

G_BEGIN_DECLS

#define STN_TYPE_RANGE_POPOVER (stn_range_popover_get_type ())
G_DECLARE_FINAL_TYPE (StnRangePopover, stn_range_popover, STN, RANGE_POPOVER, GtkPopover)

/**
 * StnRangePopover: a range by its first and last night, typed as dates. What is wrong stands below its field as long as it
 * is; what was typed stays.
 */

/** stn_range_popover_open: pops up with the nights of @range; "Show" makes what was typed its range. */
void stn_range_popover_open (StnRangePopover *self, StnTrendRange *range);

G_END_DECLS
