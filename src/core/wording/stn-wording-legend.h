/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-summary.h"

G_BEGIN_DECLS

/** Words beside and below the charts, and in their files; (transfer full) unless const. */

/** "1 May to 21 November 2026", always with its year: a file is read in another one. */
char *stn_wording_span (StnDate from, StnDate to);

/** What a legend says. */
const char *stn_wording_key_interval (void);
const char *stn_wording_key_few (void);
const char *stn_wording_key_too_few (void);
const char *stn_wording_key_not_recorded (void);

/** "Fewer than 10 nights"; "Not said", cramps of which it is not known; "31 nights". */
char *stn_wording_key_few_in_group (guint nights);
const char *stn_wording_not_said (void);
char *stn_wording_night_count (guint count);

/** Cells of a calendar: "No cramps", "Mild"; of months: "On up to a third of the nights". @step: 0 none to 3 most. */
const char *stn_wording_key_pain (guint step);
const char *stn_wording_key_share (guint step);

/** Which interval is drawn, for those who want to know. */
const char *stn_wording_interval_kind (StnMeasure measure);

/** "Every month", title of a calendar of months. */
const char *stn_wording_every_month_title (void);

/** "Where", title of the picture of the legs; "Left", "Right" below them; "Place not said". */
const char *stn_wording_places_title (void);
const char *stn_wording_leg (StnSide side);
const char *stn_wording_place_unknown (void);

/** "Pregnancy began", "Pregnancy over": marks of a condition. */
char *stn_wording_condition_mark (const char *name, gboolean is_over);

/** "2 earlier changes are not marked." */
char *stn_wording_marks_left_out (guint count);

G_END_DECLS
