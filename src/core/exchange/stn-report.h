/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-chart.h"

G_BEGIN_DECLS

/** Most words on the first page, which is read in a minute; more only where up to 12 medicines and 8 questions need them. */
#define STN_REPORT_WORDS 250

/** The parts of the page, in the order in which they stand. */
typedef enum {
  STN_REPORT_QUESTIONS,
  STN_REPORT_SIGNS,
  STN_REPORT_MEDICINES,
  STN_REPORT_CONDITIONS,
  STN_REPORT_TRIED,
  STN_REPORT_PATTERNS,
  STN_REPORT_PICTURE,
  STN_REPORT_NIGHTS, /* only on pages of their own */
} StnReportPart;
#define STN_N_REPORT_PARTS (STN_REPORT_NIGHTS + 1)

/**
 * StnReportRow: a line of a part.
 * @label: its head, or NULL. @items: (element-type utf8) what it says; several are parted by "; ".
 * @aside: what stands at its end, or NULL. @urgent: its head is coloured.
 * @hits, @of: drawn as a bar where @of is not 0.
 */
typedef struct {
  char *label;
  GPtrArray *items;
  char *aside;
  gboolean urgent;
  guint hits, of;
} StnReportRow;

/** StnReportSection: @heading: NULL where it has none. @rows: (element-type StnReportRow). */
typedef struct {
  char *heading;
  GPtrArray *rows;
} StnReportSection;

/**
 * StnReport: the page for a doctor in words, with its chart; made once, then only read.
 * @title, @period, @rate, @foot, @made: never NULL; @person, @course: or NULL.
 * @brief_signs: (element-type StnReportRow) the signs with those denied by groups, for when one by one they do not fit
 * on the page.
 * @chart: what came of it in the course of time; @chart_note: beside its title.
 * @mirrored: it is read from right to left. @has_visit: there was a visit before the last night of the period.
 */
typedef struct {
  char *title;
  char *period;
  char *person;
  char *rate;
  char *course;
  StnReportSection parts[STN_N_REPORT_PARTS];
  GPtrArray *brief_signs;
  StnChart *chart;
  char *chart_note;
  char *foot;
  char *made;
  gboolean mirrored;
  gboolean has_visit;
} StnReport;

/** stn_report_new: empty parts; the texts are filled in by the caller and freed with it. */
StnReport *stn_report_new (void);
void stn_report_free (StnReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnReport, stn_report_free)

/** stn_report_row_new: @label: (nullable) (transfer full). @item: (nullable) (transfer full) its first one. */
StnReportRow *stn_report_row_new (char *label, char *item);
void stn_report_row_free (StnReportRow *self);

/** stn_report_add: (transfer none) @row is taken. */
StnReportRow *stn_report_add (StnReport *self, StnReportPart part, StnReportRow *row);

/** stn_report_row_join: (transfer full) its items from @first on, @n of them. */
char *stn_report_row_join (const StnReportRow *self, guint first, guint n);

/** stn_report_to_text: (transfer full) all of it as plain text, lines ended by a line feed. */
char *stn_report_to_text (const StnReport *self);

/** stn_report_count_words: of @text, as they stand apart by white space. */
guint stn_report_count_words (const char *text);

G_END_DECLS
