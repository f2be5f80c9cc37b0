/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/stn-date.h"

G_BEGIN_DECLS

#define STN_TYPE_DAY_CHOOSER (stn_day_chooser_get_type ())
G_DECLARE_FINAL_TYPE (StnDayChooser, stn_day_chooser, STN, DAY_CHOOSER, GtkBox)

/**
 * StnDayChooser: today, another day by day, month and year, or not known. A day that there is not says so below.
 *
 * Properties: "title": its name, on screen and for screen readers; "optional": "don't know" may be chosen.
 */

/** stn_day_chooser_set_date: @today: what "today" means. @date: STN_NO_DATE: not known, or today where that may not be. */
void stn_day_chooser_set_date (StnDayChooser *self, StnDate date, StnDate today);

/** stn_day_chooser_get_date: FALSE when the day does not exist; the focus goes there. @ret_date: STN_NO_DATE: not known. */
gboolean stn_day_chooser_get_date (StnDayChooser *self, StnDate *ret_date);

G_END_DECLS
