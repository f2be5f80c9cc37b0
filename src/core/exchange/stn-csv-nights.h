/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/stn-csv-export.h"
#include "exchange/stn-csv-form.h"
#include "exchange/stn-night-pack.h"

G_BEGIN_DECLS

/**
 * StnCsvFactorMapping: one column that becomes a factor.
 * @column: as in the header, any case. @kind: 0 = found from the values: {0,1} = binary, else continuous.
 */
typedef struct {
  char *column;
  StnFactorKind kind;
} StnCsvFactorMapping;

void stn_csv_factor_mapping_free (StnCsvFactorMapping *self);

/**
 * StnCsvMapping: which column is what. A NULL column name = found by its name, any case, the first of these that is
 * there: date, night, day, key; cramps, cramp, episodes, events, event; severity;
 * and in German and Spanish: datum, nacht, fecha, noche; krämpfe, wadenkrämpfe, calambres; stärke, intensidad.
 *
 * More uses are always found by name, unless @factors names the column: "X:entered" (when the values of X were entered), sleep as
 * Stillnight exports it ("sleep.quality"), and duration_s, duration_min, duration (how long the worst cramp was: in seconds, minutes and
 * minutes, unless the cell has a unit: "90s", "3min", "1h"); the last two not where nights without cramps have one, where they are
 * written as times of day, or where none is shorter than an hour: so long one sleeps. Without a column of those names the date is the only column that holds dates. A column
 * without a name, as programs write row numbers, is called "column 3" by its place, and passed over unless it is named so here.
 * "" as @time_column, @cramps_column, @severity_column or @note_column = the file has none, whatever its columns are called.
 * @note_column: what was written about the night. NULL: note, notes, comment, Notiz, Bemerkung, nota, ... that holds words.
 * @skipped: (element-type utf8) columns that nothing is read of.
 * @time_column: times of day that belong to the dates.
 * @all_factors: TRUE: every column that has no other use is a factor, unless it holds words, and @factors only adds kinds.
 * @factors: (element-type StnCsvFactorMapping).
 * @form: how the file is written, where it does not tell itself.
 * @shape, @choices: (nullable) of what file a person chose what in a dialog, to be remembered with the import.
 * @day_change_min: of dates with a time: one before this minute is of the night that began the day before; where all times are
 * midnight, as spreadsheets write them, they are none.
 */
typedef struct {
  char *date_column;
  char *time_column;
  char *cramps_column;
  char *severity_column;
  char *note_column;
  GPtrArray *skipped;
  gboolean all_factors;
  GPtrArray *factors;
  StnCsvForm form;
  char *shape;
  char *choices;
  int day_change_min;
} StnCsvMapping;

/** What a column of dates is called, by order of preference; NULL-terminated. */
extern const char *const stn_csv_date_names[];

/** stn_csv_is_date_name: whether @name is one of them, in any case. */
gboolean stn_csv_is_date_name (const char *name);

/** stn_csv_mapping_new: all found by name, every other column a factor. */
StnCsvMapping *stn_csv_mapping_new (void);
void stn_csv_mapping_free (StnCsvMapping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnCsvMapping, stn_csv_mapping_free)

/**
 * StnCsvFactorColumn: what was read of a factor column: its kind as found or said, smallest and largest value.
 * @broken: one of its values that are no whole numbers, when there are any.
 * @slug: the column's name in lower case, what a slug cannot have as '-'; of two columns with the same the second has
 * SLUG-2.
 * @unit: (nullable) of "500 ml", the same in all rows. @has_answers: yes and no were written as words.
 * @kind_is_given: said by the mapping. @has_entered: it has an "X:entered" column, so Stillnight wrote it.
 */
typedef struct {
  char *column;
  char *slug;
  StnFactorKind kind;
  gboolean kind_is_given;
  gboolean has_entered;
  gboolean has_answers;
  char *unit;
  double min;
  double max;
  StnOptReal broken;
  guint n_values;
} StnCsvFactorColumn;

void stn_csv_factor_column_free (StnCsvFactorColumn *self);

/** stn_csv_factor_column_note: @value is one of its values: bounds and number. */
void stn_csv_factor_column_note (StnCsvFactorColumn *self, double value);

/**
 * StnCsvNights: the whole file, read and checked, nothing stored yet.
 * @path: as given. @uid: UUID made from the file's bytes: the same file has the same.
 * @form: as it was said or found; encoding, delimiter, header line are known, dates and decimal where a cell needed them.
 * @has_times: the night comes from times. @comments: rows passed over as such. @unnamed: columns without a name that have cells and
 * were passed over. @wordy: (array zero-terminated=1) columns with words instead of numbers, passed over.
 * @shape, @choices: as in the mapping.
 * @columns: (array zero-terminated=1) the header's names as written, "column 3" of one that has none.
 * @date_column, @time_column, @cramps_column, @severity_column, @duration_column: the columns used, all but the date may be NULL.
 * @factors: (element-type StnCsvFactorColumn) columns with any value, in the file's order.
 * @nights: rows with anything in them, by key; the first episode has severity (the night's worst) and duration, the
 * others are unknown; values carry STN_ENTERED_UNKNOWN or what an "X:entered" column says.
 * @note_column: (nullable). @rows: what a row is: a night, unless Stillnight wrote it: see stn_csv_export_table().
 * @passed_over: severities and durations beside an empty number of cramps, which belong to no cramp.
 */
typedef struct {
  char *path;
  char *uid;
  StnCsvForm form;
  gboolean has_times;
  guint comments;
  guint unnamed;
  char **wordy;
  char *shape;
  char *choices;
  char **columns;
  char *date_column;
  char *time_column;
  char *cramps_column;
  char *severity_column;
  char *duration_column;
  char *note_column;
  StnCsvRows rows;
  GPtrArray *factors;
  StnNightPack *nights;
  guint passed_over;
} StnCsvNights;

/**
 * stn_csv_shape: (transfer full) what files with the same columns have in common, as hex digits that do not tell their names.
 * @columns: (array zero-terminated=1).
 */
char *stn_csv_shape (const char *const *columns);

/**
 * stn_csv_nights_read: all or nothing: the first bad row is an error with file, line and reason (no such day, a night
 * twice, severity 11, negative cramps, not a number, ...).
 * @mapping: (nullable) NULL = as stn_csv_mapping_new(). An empty cramps cell = not recorded.
 *
 * Errors: of %STN_EXCHANGE_ERROR; %G_IO_ERROR_CANCELLED: the current GCancellable is looked at every few thousand rows.
 * Returns: (transfer full).
 */
StnCsvNights *stn_csv_nights_read (const char *path, const StnCsvMapping *mapping, GError **error);
void stn_csv_nights_free (StnCsvNights *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnCsvNights, stn_csv_nights_free)

G_END_DECLS
