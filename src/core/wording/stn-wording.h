/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"
#include "knowledge/stn-knowledge.h"
#include "model/stn-night.h"

G_BEGIN_DECLS

/**
 * The only place where results become sentences; window, command line and report all use it. All texts are
 * translated; (transfer full) unless const. Times of day and dates follow the locale.
 */

/** "Saturday 21 November"; the year is added when it is not @today's. */
char *stn_wording_date (StnDate date, StnDate today);

/** "21 November"; the year is added when it is not @today's. */
char *stn_wording_date_brief (StnDate date, StnDate today);

/** "Saturday". */
char *stn_wording_weekday (StnDate date);

/**
 * stn_wording_format: g_date_time_format(), with names of months and weekdays in the language of the sentences, whatever that of the
 * locale's times (LC_TIME) is; in the latter where no locale of the former is installed. Any thread. Returns: (transfer full).
 */
char *stn_wording_format (GDateTime *time, const char *format);

/** "November 2026". @month: 1-12. */
char *stn_wording_month (int year, int month);

/** How a person reads the clock. */
typedef enum { STN_HOURS_OF_LOCALE, STN_HOURS_12, STN_HOURS_24 } StnHours;

/** stn_wording_choose_hours: how times of day are written from now on; until then as in the locale (LC_TIME). Any thread. */
void stn_wording_choose_hours (StnHours hours);

/** stn_wording_has_12_hours: whether times of day are written as "2:30 AM". */
gboolean stn_wording_has_12_hours (void);

/** "02:30", "2:30 AM". @minute: after midnight, 0-1439. */
char *stn_wording_time (int minute);

/** "22", "10 PM": for an axis. @hour: 0-23. */
char *stn_wording_hour (int hour);

/** "Night of Saturday 21 to Sunday 22 November". */
char *stn_wording_night (StnDate key, StnDate today);

/** "Thu 12 to Fri 13 November", for titles. */
char *stn_wording_night_short (StnDate key, StnDate today);

/** "Cramps", "No cramps", "Not recorded"; "Left", "Calf" as on a button, "" when unknown. */
const char *stn_wording_state (StnNightState state);
const char *stn_wording_side (StnSide side);
const char *stn_wording_site (StnSite site);

/** "right calf", "both legs", within a line; NULL when neither is known. */
char *stn_wording_place (StnSide side, StnSite site);

/** "4 of 10". */
char *stn_wording_severity (int severity);

/** A name for screen readers: "Saturday 21 November: 2 cramps". */
char *stn_wording_night_label (const StnNight *night, StnDate today);

/** One line of a list: "1 cramp · right calf · 4 of 10 · 2 min", "No cramps · slept 7 h 10", "Not recorded". */
char *stn_wording_night_line (const StnNight *night);

/**
 * What follows from the times of a night's sleep (clinical 2.4): "Slept 6 h 40 min of 8 h 10 min in bed (82 %) · middle of the
 * sleep 02:55 · stayed in bed 20 min after waking"; NULL when too little is known.
 */
char *stn_wording_sleep (const StnNight *night);

/** "Right calf, 02:30", "Cramp". */
char *stn_wording_episode_title (const StnEpisode *episode);

/** "3 minutes · woke me · eased by stretching"; "" when nothing is known. */
char *stn_wording_episode_details (const StnEpisode *episode);

/** "Stretched · Walked", "Tried nothing"; NULL when it is not known. */
char *stn_wording_episode_tried (const StnEpisode *episode);

/** What was tried against a cramp as an answer: "Stretched"; a name of the person's own as it is. Lives as long as @name. */
const char *stn_wording_relief_tried (const char *name);

/** "3 min", "1 min 30 s", "2 h". */
char *stn_wording_duration (int seconds);

/** The same of what is told in minutes: none are "0 min". */
char *stn_wording_minutes (int minutes);

/**
 * stn_wording_kept: how what is now added to the evening list of @night counts: "Kept as you go · entered in the evening".
 * stn_wording_day_before: title of that list. @is_evening: it counts as entered in the evening. @last_night: the newest
 * night that is over; one that is not can have had a cramp already.
 */
const char *stn_wording_kept (const StnNight *night, gboolean is_evening, StnDate last_night);
const char *stn_wording_day_before (const StnNight *night, gboolean is_evening, StnDate last_night);

/** "Cramps on 5 of the 11 nights recorded", "11 nights recorded, no cramps". */
char *stn_wording_rate (guint cramp_nights, guint recorded);

/** Name of a factor on screen: the person's, the catalogue's, else the slug. */
char *stn_wording_factor_name (const StnFactor *factor);

/** What the evening entry asks; the name for factors of the person's own. */
char *stn_wording_factor_question (const StnFactor *factor);

/** A value on screen: "Yes", "No", "4 of 10", "1,500 ml (6 glasses)", "9 h"; and a unit alone, "" when there is none. */
char *stn_wording_factor_value (const StnFactor *factor, double value);
const char *stn_wording_unit (const char *unit);

/** A value as it was asked for, portions first: "4.4 glasses (1,100 ml)", "None"; others as stn_wording_factor_value(). */
char *stn_wording_factor_portions (const StnFactor *factor, double value);

/**
 * stn_wording_usual_day: "6 glasses to drink, moved, no alcohol"; "" for no values.
 * @values: (element-type StnFactorValue). @factors: (element-type StnFactor) those of the values, and others.
 */
char *stn_wording_usual_day (GPtrArray *values, GPtrArray *factors);

/**
 * stn_wording_ticks: (nullable) what is ticked of a list: "bananas, nuts"; NULL when nothing is.
 * @values: (element-type StnFactorValue). @factors: (element-type StnFactor) the ticks, and others.
 */
char *stn_wording_ticks (const StnFactor *list, GPtrArray *values, GPtrArray *factors);

/** "Usual: bananas, nuts". @what: from stn_wording_ticks(). */
char *stn_wording_usual_ticks (const char *what);

/**
 * stn_wording_factor_hint: the line below the name in the list before bed: "You suspect this · usual: 6 glasses". Without a
 * usual value the question when @asks, and @note (what one portion is), "" for none.
 */
char *stn_wording_factor_hint (const StnFactor *factor,
                               StnOptReal usual,
                               gboolean asks,
                               const char *note);

/** stn_wording_portion_note: what one portion is, "1 glass = 250 ml"; "" for what is not counted in portions. */
char *stn_wording_portion_note (const StnFactor *factor);

/** "4 glasses so far today"; @fluids: the factor of what was drunk. */
char *stn_wording_glasses_so_far (const StnFactor *fluids, double ml);

/** "Ordinary day, saved 21:50", "Your day, saved 21:50". @minute: after midnight. */
char *stn_wording_day_saved (gboolean is_ordinary, int minute);

/** "Taken as usual, then changed: drinks, long sitting"; without @changed (element-type StnFactor) only "Taken as usual". */
char *stn_wording_taken_as_usual (GPtrArray *changed);

/**
 * The sheet of what helps during a cramp (reliefs.xml): @what to do, @hint or NULL; static. @spares_leg: it leaves the leg
 * alone, so it is for a leg too that must not be stretched or rubbed (clinical 6.4). @number: from 0; behind the last @what
 * is NULL.
 */
typedef struct {
  const char *what;
  const char *hint;
  gboolean spares_leg;
} StnReliefStep;
StnReliefStep stn_wording_relief_step (guint number);

/** The clock of a cramp, "3:42"; when it began, "since 02:31"; what was stored, "Saved: a cramp of 3 min 42 s". */
char *stn_wording_elapsed (int seconds);
char *stn_wording_cramp_since (int start_min);
char *stn_wording_cramp_ended (int duration_s);

/** Which cramp it is whose end nobody told: "It began at 02:31, and its end was not told · Night of ...". */
char *stn_wording_cramp_unended (StnDate night, int start_min, StnDate today);

/** What is said when the clock of a cramp ended by itself. */
char *stn_wording_cramp_quiet (int start_min);

/** What to do when a cramp does not ease after 10 minutes. */
const char *stn_wording_not_easing (void);

/** When a value was entered: "in the evening", "as usual", "after the night", "". */
const char *stn_wording_entered (StnEntered entered);

/** Toast after a save: "Saved: no cramps last night", "Saved: 2 cramps, night of 12 November". */
char *stn_wording_saved (const StnNight *night, StnDate last_night, StnDate today);

/**
 * StnChangeFacts: what is known of a change group. @label: its token.
 * @night: the first of the @n_nights that it touched; 0 of them when it was about something else.
 * @name, @slug: (nullable) of the factor or other thing that it was about.
 */
typedef struct {
  const char *label;
  StnDate night;
  guint n_nights;
  const char *name;
  const char *slug;
} StnChangeFacts;

/** "no cramps, night of 12 November", "deletion of 3 nights", "new name (Coffee)", to follow a colon. */
char *stn_wording_change (const StnChangeFacts *change, StnDate today);

/**
 * Head and line of something deleted: "Night of Thursday 12 to Friday 13 November", "Coffee"; "2 cramps · deleted 22
 * November, 10:15". @change: of which the label does not count. @minute: of the deletion, after midnight.
 */
char *stn_wording_deleted (const StnChangeFacts *change, StnDate today);
char *stn_wording_deleted_line (guint episodes, StnDate date, int minute, StnDate today);

/** What an undo or redo did: "Undone: change to the night of 12 November". */
char *stn_wording_undone (const StnChangeFacts *change, StnDate today);
char *stn_wording_redone (const StnChangeFacts *change, StnDate today);

/**
 * StnFindingText: a finding in words (product 4, screens 7 "Findings"). Counts carry Pango markup (<b>), all else is plain.
 * @title: "More cramps go with little to drink", or the name while nothing can be told.
 * @tag: verdict in words ("Cannot tell yet").
 * @counts: "Cramps on <b>35 of 58</b> nights after little to drink, <b>64 of 173</b> otherwise."
 * @suspected: "you suspected this", or NULL.
 * @note: since when it is shown as this ("Clear since 3 March"), what is needed, or what holds; NULL when there is nothing to say.
 * @with, @without: words for the two sides of the cut, @cut: where it lies ("Here “little to drink” means less than
 * 1,500 ml (6 glasses)."); NULL when there is none, @cut also for yes and no.
 * @difference: "23 more cramp nights in 100, likely between 9 and 37 more" on the exposed side, or NULL.
 * @luck: the luck sentence, or NULL. Both NULL with fewer than 30 nights.
 * @studies: what studies say, @grade: its grade in words, @sources: "Allen and Kirby 2012 · ..."; NULL for own factors.
 * @record: how sure the record is (values in the evening, after the night).
 * @history: what was shown when ("Worth watching closely from 10 February, clear since 3 March."); NULL unless it changed.
 */
typedef struct {
  char *title;
  char *tag;
  char *suspected;
  char *counts;
  char *note;
  char *with;
  char *without;
  char *cut;
  char *difference;
  char *luck;
  char *studies;
  char *grade;
  char *sources;
  char *record;
  char *history;
} StnFindingText;

/**
 * stn_wording_finding: @finding in words. It says what @finding says: a person is shown what is published, after
 * stn_analysis_show_published(). With fewer than 30 nights in @analysis the counts are not split into nights with
 * cramps and without (product 3).
 * @factors: (element-type StnFactor) that of the finding, by its slug, and those it may be entangled with.
 * @today: for the years of dates.
 */
StnFindingText *stn_wording_finding (const StnFinding *finding,
                                     const StnAnalysis *analysis,
                                     GPtrArray *factors,
                                     StnDate today);
void stn_finding_text_free (StnFindingText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnFindingText, stn_finding_text_free)

/**
 * StnMedicineText: before and after one change of a medicine, in words.
 * @title: "Indapamide, started 3 May". @tag: "More cramps since then", "Cannot tell yet".
 * @counts: "Cramps on 12 of 60 nights before, 30 of 70 since."; NULL without nights on both sides.
 * @note: what else holds, or NULL.
 */
typedef struct {
  char *title;
  char *tag;
  char *counts;
  char *note;
} StnMedicineText;

StnMedicineText *stn_wording_medicine_finding (const StnMedicineFinding *finding, StnDate today);
void stn_medicine_text_free (StnMedicineText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnMedicineText, stn_medicine_text_free)

/** What was tried during a cramp, by its token, as it follows "ended by": "walking"; the person's own words as they are. */
char *stn_wording_relief (const char *name);

/** "Walking"; "Tried in 24 cramps; half of them were over within 3 min (likely between 2 min and 4 min)." */
char *stn_wording_relief_title (const StnReliefFinding *finding);
char *stn_wording_relief_finding (const StnReliefFinding *finding);

/** Headings of the two, and what has to be said with each. */
const char *stn_wording_medicines_heading (void);
const char *stn_wording_medicines_lead (void);
const char *stn_wording_reliefs_heading (void);
const char *stn_wording_reliefs_lead (void);

/** Heading of a group of findings ("Cannot tell yet"), and the sentence on top of the page. */
const char *stn_wording_verdict (StnVerdict verdict, StnTier tier);
char *stn_wording_findings_lead (const StnAnalysis *analysis);

/** What an import did, or would do: the numbers of StnImportReport (room diary). */
typedef struct {
  guint nights_new;
  guint nights_filled;
  guint nights_same;
  guint values_kept;
  guint values_replaced;
  guint factors_new;
  guint passed_over;
} StnImportCounts;

/** "12 new nights · 3 nights filled in · 2 values differ and were kept". @dry_run: nothing was stored yet. */
char *stn_wording_import_summary (const StnImportCounts *counts, gboolean dry_run);

/**
 * StnImportForm: how a file of nights was read, of what can surprise.
 * @encoding: its name, or NULL for UTF-8. @delimiter: ',' says nothing. @header_line: 1 says nothing, 0 = there is none.
 * @day_first, @comma_decimal: as found in the file or said; unknown = it made no difference.
 * @has_times: the night comes from times; @day_change_min: before it, it is the night that began the day before.
 * @comments, @unnamed: rows and columns that were passed over.
 */
typedef struct {
  const char *encoding;
  char delimiter;
  guint header_line;
  StnAnswer day_first;
  StnAnswer comma_decimal;
  gboolean has_times;
  int day_change_min;
  guint comments;
  guint unnamed;
} StnImportForm;

/** stn_wording_import_form: (transfer full) (array zero-terminated=1) a sentence each. */
char **stn_wording_import_form (const StnImportForm *form);

/** What joining diaries did, or would do: the numbers of StnJoinReport (room diary). */
typedef struct {
  guint fresh;
  guint newer;
  guint kept;
} StnJoinCounts;

/** "120 new records · 3 newer ones taken · 40 were as new here already". */
char *stn_wording_join_summary (const StnJoinCounts *counts, gboolean dry_run);

/** "Night of ...: a cramp stands beside the answer “no cramps”. Both are kept; the diary asks which is right." */
char *stn_wording_join_conflict (StnDate night, StnDate today);

/**
 * StnVersionFacts: a record that two computers wrote apart from each other (StnOtherVersion, room store, whose members these are).
 */
typedef struct {
  const char *table;
  StnDate night;
  const char *name;
  const char *slug;
  const char *kept;
  const char *other;
} StnVersionFacts;

/** What the record is: "Night of Friday 20 to Saturday 21 November: a cramp", "Coffee". */
char *stn_wording_version_head (const StnVersionFacts *version, StnDate today);

/** What a version says, @text being its @kept or @other: "severity 3, side left", "nothing of it", "it is deleted". */
char *stn_wording_version_text (const char *text);

/**
 * stn_wording_version_field: what a version says where it differs from another: "Pain: 4 of 10", "Side: not known".
 * @name: of the column of its table. @value: (nullable) as stored.
 */
char *
stn_wording_version_field (const StnVersionFacts *version, const char *name, const char *value);

/** "2 records were written on both sides; the newer ones are kept." */
char *stn_wording_versions (guint n);

G_END_DECLS
