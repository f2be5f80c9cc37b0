/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"
#include "analysis/stn-summary.h"
#include "knowledge/stn-sign.h"
#include "model/stn-medicine.h"
#include "model/stn-person-condition.h"
#include "model/stn-person.h"

G_BEGIN_DECLS

/** Words of the page for a doctor and of the bedside card (product 6). (transfer full) unless const. */

/** "Night leg cramps"; "12 May to 20 November 2026. Written by the patient. Not a diagnosis."; "Born 1953 · Female". */
const char *stn_wording_report_title (void);
char *stn_wording_report_period (StnDate from, StnDate to);
char *stn_wording_report_person (const StnPerson *person);

/**
 * StnReportHistory: what the first sentence is made of.
 * @cramps: of the last @days days of the period. @severity: median of 0-10. @woken: cramps that woke the person, of
 * those of which it is known. @first: the first night recorded in the diary, or STN_NO_DATE.
 * @is_past: the period ended before last night.
 */
typedef struct {
  StnSummary cramps;
  guint days;
  StnOptInt severity;
  StnOptInt woken;
  StnDate first;
  gboolean is_past;
} StnReportHistory;

/** "Cramps on 12 of 24 recorded nights in the last 28 days, 3.5 a week (2.2 to 4.8)." */
char *stn_wording_report_rate (const StnReportHistory *history);

/** "Usual pain 6/10, woken 9 times, diary since March 2025."; NULL when none of it is known. */
char *stn_wording_report_course (const StnReportHistory *history);

/** Headings. @cramps: of which something is told. */
const char *stn_wording_report_questions (void);
const char *stn_wording_report_signs (void);
const char *stn_wording_report_conditions (void);
const char *stn_wording_report_medicines (void);
const char *stn_wording_report_tried (void);
const char *stn_wording_report_patterns (void);
char *stn_wording_report_usual (guint cramps);
const char *stn_wording_report_nights (void);

/** Beside the chart: what its bars are. */
const char *stn_wording_report_bars (void);

/** "1. Could the higher dose matter?" @number: from 1. */
char *stn_wording_report_question (guint number, const char *text);

/** Heads of the rows of signs: "Yes", "Denied 15 Nov", "Not asked". */
const char *stn_wording_report_yes (void);
char *stn_wording_report_denied (StnDate date, StnDate today);
const char *stn_wording_report_not_asked (void);

/** A sign, after the one behind which it is asked; "Chest pain (15 Nov)" with a date, without STN_NO_DATE. */
char *stn_wording_report_sign (const char *id, StnDate date, StnDate today);

/** "Leg swollen or hot: the rest": what of a door was not asked, or not said in full. */
char *stn_wording_report_rest_of (const StnDoor *door);

/** "Cramp of 14 min, not eased by stretching (17 Nov)". */
char *stn_wording_report_long_cramp (int duration_s, StnDate night, StnDate today);

/** What stands where nothing is: "None noted". */
const char *stn_wording_report_none (void);

/** "Indapamide 2.5 mg"; "1.5 mg since 3 May 2021", NULL when nothing is known of before; "6 doses" in the period. */
char *stn_wording_report_medicine (const StnMedicine *medicine, StnDate today);
char *stn_wording_report_medicine_before (const StnMedicine *medicine, StnDate today);
char *stn_wording_report_doses (guint doses);

/** "High blood pressure (2015)". */
char *stn_wording_report_condition (const StnPersonCondition *condition);

/** "Stretching"; "ended 33 of 41 cramps"; "91 of 231 evenings". */
char *stn_wording_report_relief (const char *name);
char *stn_wording_report_ended (guint ended, guint tried);
char *stn_wording_report_evenings (guint done, guint recorded);

/** "44", "44 of 50" where it is known of fewer than all @cramps. */
char *stn_wording_report_count (guint n, guint of, guint cramps);

/** StnUsualTrait: what the usual picture of night cramps is known by (Hallegraeff 2017, clinical 2.1). */
typedef enum {
  STN_USUAL_TRAIT_CALF_OR_FOOT,
  STN_USUAL_TRAIT_SHORT,
  STN_USUAL_TRAIT_STRONG,
  STN_USUAL_TRAIT_WOKE,
  STN_USUAL_TRAIT_SORE,
  STN_USUAL_TRAIT_DISTRESSING,
} StnUsualTrait;
#define STN_N_USUAL_TRAITS (STN_USUAL_TRAIT_DISTRESSING + 1)

/** "Calf or foot", "At most 10 minutes". */
const char *stn_wording_report_trait (StnUsualTrait trait);

/** A clear pattern in counts alone: "Cramps on 35 of 58 nights after little to drink, 64 of 173 otherwise. Suspected
 * beforehand." @factors: as stn_wording_finding() takes them. */
char *stn_wording_report_pattern (const StnFinding *finding,
                                  const StnAnalysis *analysis,
                                  GPtrArray *factors,
                                  StnDate today);

/** Foot of the page; "Stillnight, 22 November 2026"; "Page 2 of 3". */
const char *stn_wording_report_foot (void);
char *stn_wording_report_made (StnDate today);
char *stn_wording_report_page (guint page, guint pages);

/** Where a part is not whole: "continued on page 2", "more in Stillnight" of what has no later page; its heading there: "Signs, continued". */
char *stn_wording_report_continues (guint page);
const char *stn_wording_report_more (void);
char *stn_wording_report_continued (const char *heading);

/** The bedside card: its two titles, what to do beyond the relief steps, and the heads of its columns. */
const char *stn_wording_card_relief (void);
const char *stn_wording_card_grid (void);
const char *stn_wording_card_month (void);
char *stn_wording_card_emergency (const char *number);
#define STN_N_GRID_COLUMNS 8
const char *stn_wording_card_column (guint column);

G_END_DECLS
