/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-summary.h"
#include "model/stn-medicine.h"

G_BEGIN_DECLS

/** Words of the charts; (transfer full) unless const. */

/** "Cramp nights a week", "Worst pain", "Hours asleep". */
const char *stn_wording_measure (StnMeasure measure);

/** What an axis says: "3 Nov", "3 Nov 2026"; "Nov", "Nov 2026"; "2026"; "Mon", 1-7; "0.5". */
char *stn_wording_axis_day (StnDate date, gboolean with_year);
char *stn_wording_axis_month (StnDate date, gboolean with_year);
char *stn_wording_axis_year (StnDate date);
char *stn_wording_axis_weekday (int weekday);
char *stn_wording_axis_number (double value);

/** "1 to 7 June", "28 June to 4 July", "June 2026", "2025", "Night of Saturday 6 to Sunday 7 June". */
char *stn_wording_period (StnPeriod period, StnDate from, StnDate to, StnDate today);

/** "cramps on 3 of 5 nights", "6.4 of 10, from 5 nights"; "not recorded" without any. */
char *stn_wording_summary (StnMeasure measure, const StnSummary *summary);

/** "4.2 a week, likely between 1.6 and 6.2"; NULL where there is no interval. */
char *stn_wording_interval (StnMeasure measure, const StnSummary *summary);

/** Head of a reading: "1 to 7 June: cramps on 3 of 5 nights". */
char *stn_wording_reading (const char *what, const char *says);

/** "Cramps on 3.0 of 7 nights a week, likely between 2.6 and 3.4. 287 of 327 nights were recorded." */
char *
stn_wording_course (StnMeasure measure, const StnSummary *summary, guint recorded, guint nights);

/** "Cramps on 122 of 287 nights recorded. Longest run without: 9 nights, until 12 February." */
char *
stn_wording_every_night (const StnSummary *cramps, guint longest, StnDate last, StnDate today);

/** "Most began between 2 and 6. The time is known of 68 cramps." @from, @to: hours; @known: cramps. */
char *stn_wording_hours (int from, int to, guint known);

/** "Most common: 3 of 10. The pain is known of 68 cramps."; @class: as on the axis. */
char *stn_wording_most_common (const char *class, guint count, guint known);

/** "up to 30 s", "over 30 min"; @class: of stn_duration_ends_s. */
char *stn_wording_duration_class (guint class);

/** "Right calf in 71 of 162 cramps." @place: as stn_wording_place(). */
char *stn_wording_most_common_place (const char *place, guint count, guint known);

/** "By drinks", "By month of the year". */
char *stn_wording_by_factor (const StnFactor *factor);

/** "1,500 to 2,000 ml", "Yes", "3 drinks". */
char *stn_wording_group (const StnFactor *factor, double low, double high);

/** Two charts side by side in words: "Here 2.5 a week; before 3.3 a week. ...". */
char *stn_wording_compared (StnMeasure measure, const StnSummary *now, const StnSummary *before);

/** "12 cramps", "1 night". */
char *stn_wording_cramps (guint count);

/** Titles of charts and what stands where there is nothing to draw; "Visit", a mark. */
const char *stn_wording_every_night_title (void);
const char *stn_wording_hours_title (void);
const char *stn_wording_severities_title (void);
const char *stn_wording_durations_title (void);
const char *stn_wording_seasons_title (void);
const char *stn_wording_seasons_sentence (void);
const char *stn_wording_nothing_to_draw (void);
const char *stn_wording_visit (void);

/** What a chart by factor says; @early: too few nights are recorded to draw it. */
const char *stn_wording_groups_sentence (gboolean early);

/** "2.5 → 3.3 a week". */
char *stn_wording_before_and_after (const StnSummary *before, const StnSummary *after);

/** Instead of it: "too early to compare", or, where time has gone by unrecorded, "too few nights to compare". */
const char *stn_wording_not_compared (gboolean is_early);

/** "Atorvastatin started", "Indapamide raised". */
char *stn_wording_medicine_mark (const char *name, const StnMedicineChange *change);

G_END_DECLS
