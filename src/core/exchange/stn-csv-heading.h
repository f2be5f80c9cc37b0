/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What the words of a heading can say that its column is. */
typedef enum {
  STN_CSV_HEADING_DATE,
  STN_CSV_HEADING_CRAMPS,
  STN_CSV_HEADING_SEVERITY,
} StnCsvHeading;

/**
 * stn_csv_heading_says: whether @folded is made of a word for @what and of words that say no more: "leg cramps", "cramps?",
 * "anzahl krämpfe", "pain 0-10", "date of night". What stands in brackets is a unit. Of "cramp medicine" and of "no cramps", which is
 * the opposite, it is FALSE. Pain alone is not that of a cramp.
 * @folded: a name without case, composed.
 */
gboolean stn_csv_heading_says (const char *folded, StnCsvHeading what);

/** stn_csv_heading_says_hours: whether @name, as written, says that a time such as 7:30 in its column is so many hours. */
gboolean stn_csv_heading_says_hours (const char *name);

/** stn_csv_heading_speaks_of_cramps: whether a word for a cramp stands anywhere in @folded. */
gboolean stn_csv_heading_speaks_of_cramps (const char *folded);

G_END_DECLS
