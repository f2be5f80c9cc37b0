/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * stn_field_reason_show: says under @field, a field for text in a list or in a box from top to bottom, why what was typed is
 * refused, and that it describes the field. @reason: (nullable) NULL takes it away. Of the main thread.
 */
void stn_field_reason_show (GtkWidget *field, const char *reason);

/**
 * stn_field_reason_limit: @field takes at most @max characters from now on. What would be longer is refused whole, with the
 * reason, never cut: half of a text that was pasted is not what was meant.
 */
void stn_field_reason_limit (GtkWidget *field, int max);

/**
 * stn_field_reason_watch_number: what is typed into @number and is no whole number of its range is refused with the reason,
 * and the number before stands there again. GTK alone would make a 31 of a 99 and say nothing. The range is 0 or more.
 */
void stn_field_reason_watch_number (GtkSpinButton *number);
