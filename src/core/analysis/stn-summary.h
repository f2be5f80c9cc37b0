/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-night.h"

G_BEGIN_DECLS

/** StnMeasure: what is told of a night. */
typedef enum {
  STN_MEASURE_CRAMPS,     /* whether there were any: shares, by Wilson's interval */
  STN_MEASURE_SEVERITY,   /* worst pain, 0-10, of nights with cramps */
  STN_MEASURE_DURATION,   /* minutes of the longest cramp */
  STN_MEASURE_SLEPT,      /* hours asleep */
  STN_MEASURE_EFFICIENCY, /* percent of the time in bed asleep */
  STN_MEASURE_LATENCY,    /* minutes to fall asleep */
  STN_MEASURE_AWAKE,      /* minutes awake after that */
  STN_MEASURE_AWAKENINGS,
  STN_MEASURE_QUALITY, /* 1-5 */
  STN_MEASURE_RESTED,  /* 1-5 */
  STN_MEASURE_TIRED,   /* 0-10, by day */
} StnMeasure;
#define STN_N_MEASURES (STN_MEASURE_TIRED + 1)

/** stn_measure_of: unknown where the night does not tell it; cramps 1 or 0. */
StnOptReal stn_measure_of (const StnNight *night, StnMeasure measure);

/**
 * stn_measure_get_ends: the least and the greatest value that there can be: pain is never above 10, minutes never below 0.
 * @ret_most: INFINITY where there is none.
 */
void stn_measure_get_ends (StnMeasure measure, double *ret_least, double *ret_most);

/**
 * StnSummary: what many nights tell of one thing.
 * @n: nights that tell it. @hits: of them with cramps (CRAMPS only).
 * @mean: share or arithmetic mean; unknown when @n is 0.
 * @low, @high: its 95 % interval: Wilson's score interval of a share (Wilson 1927, JASA 22, 209); Student's t of a mean
 * (Student 1908, Biometrika 6, 1), cut off where the measure's scale ends, unknown for fewer than 2 nights and where all
 * of them say the same: then nothing shows how much nights differ.
 */
typedef struct {
  guint n;
  guint hits;
  StnOptReal mean, low, high;
} StnSummary;

/** StnPeriodSummary: the nights from @from to @to, of which @recorded have an outcome. */
typedef struct {
  StnDate from, to;
  guint recorded;
  StnSummary summary;
} StnPeriodSummary;

typedef enum {
  STN_PERIOD_NIGHT,
  STN_PERIOD_WEEK, /* from Monday */
  STN_PERIOD_MONTH,
  STN_PERIOD_YEAR,
} StnPeriod;

/** stn_summarize: all of @nights (element-type StnNight) together. */
StnSummary stn_summarize (GPtrArray *nights, StnMeasure measure);

/**
 * stn_summarize_periods: (transfer full) (element-type StnPeriodSummary): every period that has a day from @from to @to,
 * also those without a night; the first and last are cut off there.
 * @nights: (element-type StnNight) by key; those outside are left out.
 */
GArray *stn_summarize_periods (
  GPtrArray *nights, StnMeasure measure, StnPeriod period, StnDate from, StnDate to);

/** stn_summarize_seasons: the twelve months of the year, January first, whatever the year. */
void stn_summarize_seasons (GPtrArray *nights, StnMeasure measure, StnSummary ret_months[12]);

/** StnGroupSummary: nights on whose days a factor lay from @low to @high, both included. */
typedef struct {
  double low, high;
  StnSummary summary;
} StnGroupSummary;

/** Values of a factor from which on it is cut into groups instead of told value by value; and groups then. */
#define STN_GROUPS_MOST_VALUES 5
#define STN_GROUPS 4

/**
 * stn_summarize_groups: (transfer full) (element-type StnGroupSummary): @measure over the factor @slug, ascending; nights
 * without a value of it are left out. Up to five different values are a group each; more are cut at their quartiles
 * (type 7 of Hyndman and Fan 1996), equal values staying together.
 */
GArray *stn_summarize_groups (GPtrArray *nights, StnMeasure measure, const char *slug);

/**
 * stn_count_hours: episodes that began in each hour of the clock, 0-23.
 * Returns: episodes whose start is known.
 */
guint stn_count_hours (GPtrArray *nights, guint ret_hours[24]);

/** stn_count_severities: episodes of each severity. Returns: episodes whose severity is known. */
guint stn_count_severities (GPtrArray *nights, guint ret_severities[STN_SEVERITY_MAX + 1]);

/** Ends of the classes of duration in seconds; the last class has none. */
#define STN_DURATION_CLASSES 6
extern const int stn_duration_ends_s[STN_DURATION_CLASSES - 1];

/** stn_count_durations: episodes in each class: up to and with its end. Returns: episodes whose duration is known. */
guint stn_count_durations (GPtrArray *nights, guint ret_classes[STN_DURATION_CLASSES]);

/** StnPlaces: episodes by side and site, unknown ones too. @known: with a known site, @episodes: in all. */
typedef struct {
  guint n[STN_SIDE_BOTH + 1][STN_SITE_OTHER + 1];
  guint known;
  guint episodes;
} StnPlaces;

StnPlaces stn_count_places (GPtrArray *nights);

/** stn_longest_run_without: most nights in a row, each recorded, without cramps; @ret_last: key of its last. */
guint stn_longest_run_without (GPtrArray *nights, StnDate *ret_last);

G_END_DECLS
