/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-import.h"
#include "diary/stn-diary-factors.h"
#include "diary/stn-diary-group.h"
#include "diary/stn-import-choices.h"
#include "diary/stn-import-factors.h"

#include "store/stn-automatic-backup.h"
#include "store/stn-factor-table.h"
#include "store/stn-night-table.h"

/* Of the diary so much is in memory at a time: nights of the file, and the days that they may span. */
#define NIGHTS_AT_ONCE 100
#define DAYS_AT_ONCE 366

/* An import under way. */
typedef struct {
  StnDiary *diary;
  const StnCsvNights *file; /* NULL: the nights were typed in */
  StnImportFlags flags;
  StnImportReport *report;
  StnDate current; /* the last night that has begun */
  StnStamp now;
  GHashTable *targets; /* slug of a column, borrowed -> Target; NULL: they are those of factors */
  const StnProgress *progress;
} Import;

/* Where the values of a column go. */
typedef struct {
  const char *slug; /* of its factor, borrowed */
  double scale;     /* of its unit */
} Target;

void
stn_import_report_free (StnImportReport *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->factors, g_ptr_array_unref);
  g_free (self);
}

static const char *
name_encoding (StnCsvEncoding encoding)
{
  switch (encoding) {
  case STN_CSV_ENCODING_UTF16_LE:
  case STN_CSV_ENCODING_UTF16_BE:
    return "UTF-16";
  case STN_CSV_ENCODING_WINDOWS_1252:
    return "Windows-1252";
  case STN_CSV_ENCODING_AS_FOUND:
  case STN_CSV_ENCODING_UTF8:
    break;
  }
  return NULL;
}

/* One of two, or neither. */
static StnAnswer
answer_of (int value, int yes, int no)
{
  return value == yes ? STN_ANSWER_YES : value == no ? STN_ANSWER_NO : STN_ANSWER_UNKNOWN;
}

StnImportForm
stn_import_form (const StnCsvNights *nights, int day_change_min)
{
  const StnCsvForm *form = &nights->form;

  return (StnImportForm){
    .encoding = name_encoding (form->encoding),
    .delimiter = form->delimiter,
    .header_line = form->header_line == STN_CSV_NO_HEADER ? 0 : form->header_line,
    .day_first = answer_of ((int) form->dates, STN_CSV_DATES_DAY_FIRST, STN_CSV_DATES_MONTH_FIRST),
    .comma_decimal = answer_of ((int) form->decimal, STN_CSV_DECIMAL_COMMA, STN_CSV_DECIMAL_POINT),
    .has_times = nights->has_times,
    .day_change_min = day_change_min,
    .comments = nights->comments,
    .unnamed = nights->unnamed,
  };
}

/* Something stored differs from the file: counts it and says whether the file's is taken. */
static gboolean
takes_over (Import *self)
{
  if ((self->flags & STN_IMPORT_REPLACE) != 0)
    self->report->values_replaced++;
  else
    self->report->values_kept++;
  return (self->flags & STN_IMPORT_REPLACE) != 0;
}

/* The episode to give up first: of which nothing is known, else the last; the worst only when it is the only one. */
static void
remove_episode (StnNight *night)
{
  const StnEpisode *worst = stn_night_get_worst (night);
  gboolean is_unknown = FALSE;
  guint least = 0;

  for (guint i = 0; i < night->episodes->len; i++) {
    const StnEpisode *episode = g_ptr_array_index (night->episodes, i);

    if (episode == worst || (is_unknown && !stn_episode_is_unknown (episode)))
      continue;
    is_unknown = stn_episode_is_unknown (episode);
    least = i;
  }
  g_ptr_array_remove_index (night->episodes, least);
}

static void
set_count (StnNight *night, guint count)
{
  while (night->episodes->len > count)
    remove_episode (night);
  while (night->episodes->len < count)
    g_ptr_array_add (night->episodes, stn_episode_new ());
  night->no_cramps = count == 0;
}

/* Returns whether @stored was changed. */
static gboolean
merge_int (Import *self, StnOptInt said, StnOptInt *stored)
{
  if (!said.known || stn_opt_int_equal (said, *stored) || (stored->known && !takes_over (self)))
    return FALSE;
  *stored = said;
  return TRUE;
}

/* The same for words, of which 0 is not known; they are enums of their own. */
#define MERGE_WORD(self, said, stored)                                                             \
  ((said) == 0 || (said) == (stored) || ((stored) != 0 && !takes_over (self))                      \
     ? FALSE                                                                                       \
     : ((stored) = (said), TRUE))

static gboolean
merge_real (Import *self, StnOptReal said, StnOptReal *stored)
{
  if (!said.known || stn_opt_real_equal (said, *stored) || (stored->known && !takes_over (self)))
    return FALSE;
  *stored = said;
  return TRUE;
}

static gboolean
merge_text (Import *self, const char *said, char **stored)
{
  if (said == NULL || g_strcmp0 (said, *stored) == 0 || (*stored != NULL && !takes_over (self)))
    return FALSE;
  g_free (*stored);
  *stored = g_strdup (said);
  return TRUE;
}

static gboolean
merge_relief (Import *self, char **said, char ***stored)
{
  if (said == NULL || (*stored != NULL &&
                       (g_strv_equal ((const char *const *) said, (const char *const *) *stored) ||
                        !takes_over (self))))
    return FALSE;
  g_strfreev (*stored);
  *stored = g_strdupv (said);
  return TRUE;
}

static gboolean
merge_episode (Import *self, const StnEpisode *said, StnEpisode *stored)
{
  gboolean changed = merge_int (self, said->start_min, &stored->start_min);

  changed |= merge_int (self, said->duration_s, &stored->duration_s);
  changed |= merge_int (self, said->severity, &stored->severity);
  changed |= merge_int (self, said->distress, &stored->distress);
  changed |= MERGE_WORD (self, said->side, stored->side);
  changed |= MERGE_WORD (self, said->site, stored->site);
  changed |= MERGE_WORD (self, said->by_day, stored->by_day);
  changed |= MERGE_WORD (self, said->arms_or_hands, stored->arms_or_hands);
  changed |= MERGE_WORD (self, said->woke, stored->woke);
  changed |= MERGE_WORD (self, said->eased, stored->eased);
  changed |= MERGE_WORD (self, said->ongoing, stored->ongoing);
  changed |= merge_real (self, said->soreness_h, &stored->soreness_h);
  changed |= merge_relief (self, said->relief, &stored->relief);
  changed |= merge_text (self, said->ended_by, &stored->ended_by);
  changed |= merge_text (self, said->note, &stored->note);
  return changed;
}

/* Of a file of cramps the first is the night's first, and so on. */
static gboolean
merge_episodes (Import *self, const StnNight *said, StnNight *night)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < said->episodes->len; i++)
    changed |= merge_episode (self, g_ptr_array_index (said->episodes, i),
                              g_ptr_array_index (night->episodes, i));
  return changed;
}

static gboolean
merge_sleep (Import *self, const StnSleep *said, StnSleep *stored)
{
  gboolean changed = merge_int (self, said->into_bed_min, &stored->into_bed_min);

  changed |= merge_int (self, said->tried_min, &stored->tried_min);
  changed |= merge_int (self, said->asleep_min, &stored->asleep_min);
  changed |= merge_int (self, said->awakenings, &stored->awakenings);
  changed |= merge_int (self, said->awake_min, &stored->awake_min);
  changed |= merge_int (self, said->final_wake_min, &stored->final_wake_min);
  changed |= merge_int (self, said->out_of_bed_min, &stored->out_of_bed_min);
  changed |= merge_int (self, said->quality, &stored->quality);
  changed |= merge_int (self, said->rested, &stored->rested);
  changed |= merge_int (self, said->tired, &stored->tired);
  return changed;
}

/* What the file says of the night's worst cramp. */
static gboolean
merge_worst (Import *self, const StnNight *said, StnNight *night)
{
  const StnEpisode *worst = stn_night_get_worst (said);
  StnEpisode *stored = stn_night_get_worst (night);
  gboolean changed;

  if (worst == NULL)
    return FALSE;
  changed = merge_int (self, worst->severity, &stored->severity);
  changed |= MERGE_WORD (self, worst->side, stored->side);
  return merge_int (self, worst->duration_s, &stored->duration_s) || changed;
}

static gboolean
merge_outcome (Import *self, const StnNight *said, StnNight *night)
{
  StnNightState state = stn_night_get_state (said), stored = stn_night_get_state (night);
  gboolean agree = state == stored && said->episodes->len == night->episodes->len;

  if (state == STN_NIGHT_NOT_RECORDED)
    return FALSE;
  if (!agree && stored != STN_NIGHT_NOT_RECORDED && !takes_over (self))
    return FALSE;
  if (!agree)
    set_count (night, said->episodes->len);
  return (self->file != NULL && self->file->rows == STN_CSV_ROWS_EPISODES
            ? merge_episodes (self, said, night)
            : merge_worst (self, said, night)) ||
         !agree;
}

/* When a number was entered is a part of it that may be unknown. */
static gboolean
fills_entered (const StnFactorValue *stored, const StnFactorValue *said)
{
  return stored->entered == STN_ENTERED_UNKNOWN && said->entered != STN_ENTERED_UNKNOWN;
}

static gboolean
merge_values (Import *self, const StnNight *said, StnNight *night)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < said->values->len; i++) {
    const StnFactorValue *value = g_ptr_array_index (said->values, i);
    const Target as_it_is = {value->slug, 1};
    const Target *target =
      self->targets == NULL ? &as_it_is : g_hash_table_lookup (self->targets, value->slug);
    const StnFactorValue *stored = stn_night_get_value (night, target->slug);
    const double number = stn_import_scale (value->value, target->scale);

    if (stored != NULL &&
        (stored->value == number ? !fills_entered (stored, value) : !takes_over (self)))
      continue;
    stn_night_take_value (night, stn_factor_value_new (target->slug, number, value->entered));
    changed = TRUE;
  }
  return changed;
}

static gboolean
import_night (Import *self, const StnNight *said, const StnNight *stored, GError **error)
{
  g_autoptr (StnNight) nothing = stn_night_new (said->key);
  const StnNight *before = stored != NULL ? stored : nothing;
  g_autoptr (StnNight) after = stn_night_copy (before);
  gboolean changed = merge_outcome (self, said, after);

  changed |= merge_sleep (self, &said->sleep, &after->sleep);
  changed |= merge_text (self, said->note, &after->note);
  if (!merge_values (self, said, after) && !changed) {
    self->report->nights_same++;
    return TRUE;
  }
  if (stored == NULL)
    self->report->nights_new++;
  else
    self->report->nights_filled++;
  if ((self->flags & STN_IMPORT_DRY_RUN) != 0)
    return TRUE;
  if (!stn_stamp_is_set (after->answered) && stn_night_get_state (after) != STN_NIGHT_NOT_RECORDED)
    after->answered = self->now;
  return stn_night_validate (after, error) &&
         stn_night_table_save (stn_diary_get_store (self->diary), before, after, error);
}

static gboolean
check_has_begun (const StnCsvNights *file, guint i, StnDate current, GError **error)
{
  const StnDate key = stn_night_pack_get_key (file->nights, i);
  char text[STN_DATE_TEXT_SIZE];

  if (stn_date_compare (key, current) <= 0)
    return TRUE;
  g_autofree char *path = g_filename_display_name (file->path);

  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_FUTURE, "%s:%u: night %s has not begun yet",
               path, stn_night_pack_get_line (file->nights, i), stn_date_to_text (key, text));
  return FALSE;
}

/* The nights of the file from @from on that are imported together. Returns: the first that is not. */
static guint
end_of_part (const StnNightPack *nights, guint from)
{
  const StnDate first = stn_night_pack_get_key (nights, from);
  guint end = from + 1;

  while (end < stn_night_pack_get_length (nights) && end - from < NIGHTS_AT_ONCE &&
         stn_date_days_between (first, stn_night_pack_get_key (nights, end)) < DAYS_AT_ONCE)
    end++;
  return end;
}

/* Both lists are by key: one pass over the two. */
static gboolean
import_part (Import *self, guint from, guint end, GError **error)
{
  const StnNightPack *nights = self->file->nights;
  g_autoptr (GPtrArray) stored = stn_night_table_load_range (
    stn_diary_get_store (self->diary), stn_night_pack_get_key (nights, from),
    stn_night_pack_get_key (nights, end - 1), error);
  guint at = 0;

  for (guint i = from; stored != NULL && i < end; i++) {
    g_autoptr (StnNight) said = stn_night_pack_get (nights, i);
    const StnNight *there = NULL;

    while (at < stored->len &&
           stn_date_compare (((StnNight *) g_ptr_array_index (stored, at))->key, said->key) < 0)
      at++;
    if (at < stored->len &&
        stn_date_compare (((StnNight *) g_ptr_array_index (stored, at))->key, said->key) == 0)
      there = g_ptr_array_index (stored, at);
    if ((there == NULL && !check_has_begun (self->file, i, self->current, error)) ||
        !import_night (self, said, there, error))
      return FALSE;
  }
  return stored != NULL;
}

static gboolean
import_nights (Import *self, GError **error)
{
  const guint length = stn_night_pack_get_length (self->file->nights);

  for (guint from = 0, end; from < length; from = end) {
    end = end_of_part (self->file->nights, from);
    if (!import_part (self, from, end, error) ||
        !stn_progress_tell (self->progress, 0, 1, end, length, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
choose_factors (Import *self, GError **error)
{
  StnImportReport *report = self->report;

  report->factors =
    stn_import_choose_factors (self->diary, self->file, &report->factors_new, error);
  if (report->factors == NULL)
    return FALSE;
  for (guint i = 0; i < report->factors->len; i++) {
    StnCsvFactorColumn *column = g_ptr_array_index (self->file->factors, i);
    StnFactor *factor = g_ptr_array_index (report->factors, i);

    Target *target = g_new (Target, 1);

    *target = (Target){factor->slug, stn_import_get_scale (column->unit, factor->unit)};
    g_hash_table_insert (self->targets, column->slug, target);
    if ((self->flags & STN_IMPORT_DRY_RUN) == 0 &&
        !stn_factor_table_put (stn_diary_get_store (self->diary), factor, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
import_all (Import *self, GError **error)
{
  return choose_factors (self, error) && import_nights (self, error);
}

/* Of a diary that has a night already: an import that went wrong can be undone, and the file of before is there as well. */
static gboolean
snapshot (StnDiary *diary, StnSnapshot *ret_snapshot, GError **error)
{
  StnDate first;

  return stn_diary_get_first_night (diary, &first, error) &&
         (!stn_date_is_set (first) || stn_store_is_read_only (stn_diary_get_store (diary)) ||
          stn_store_snapshot (stn_diary_get_store (diary), "import", ret_snapshot, error));
}

/* What the file was read by is a part of the import: undone with it. */
static gboolean
remember (Import *self, GError **error)
{
  return self->file->choices == NULL ||
         stn_import_choices_put (self->diary, self->file->shape, self->file->choices, error);
}

static gboolean
import_in_group (Import *self, GError **error)
{
  g_autofree char *source = g_strconcat ("import ", self->file->uid, NULL);

  StnStore *store = stn_diary_get_store (self->diary);
  StnSnapshot before = {0};
  const gboolean done =
    snapshot (self->diary, &before, error) && stn_store_begin (store, "import", source, error) &&
    stn_diary_end_group (self->diary, import_all (self, error) && remember (self, error),
                         &self->report->group, error);

  stn_store_end_snapshot (store, &before, done && self->report->group != 0);
  return done;
}

StnImportReport *
stn_diary_import (StnDiary *self,
                  const StnCsvNights *nights,
                  StnImportFlags flags,
                  const StnProgress *progress,
                  GError **error)
{
  g_return_val_if_fail (self != NULL && nights != NULL, NULL);
  g_autoptr (StnImportReport) report = g_new0 (StnImportReport, 1);
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (self)));
  StnDate current;

  if (!stn_progress_tell (progress, 0, 1, 0, 1, error) ||
      !stn_diary_current_night (self, &current, error))
    return NULL;
  report->passed_over = nights->passed_over;
  Import import = {self, nights, flags, report, current, stn_stamp_of (now), targets, progress};
  gboolean done = (flags & STN_IMPORT_DRY_RUN) != 0 ? import_all (&import, error)
                                                    : import_in_group (&import, error);

  return done ? g_steal_pointer (&report) : NULL;
}

/* What somebody typed in */

/* A built-in factor gets its row with its first value. */
static gboolean
take_factors (Import *self, GPtrArray *known, const StnNight *said, GError **error)
{
  for (guint i = 0; i < said->values->len; i++) {
    const StnFactorValue *value = g_ptr_array_index (said->values, i);
    const StnFactor *factor = stn_factor_list_find (known, value->slug);

    if (factor == NULL) {
      g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_UNKNOWN_FACTOR,
                   "the diary has no factor '%s'", value->slug);
      return FALSE;
    }
    if (!stn_factor_check_value (factor, value->value, error) ||
        ((self->flags & STN_IMPORT_DRY_RUN) == 0 &&
         !stn_factor_table_put (stn_diary_get_store (self->diary), factor, error)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
fill_night (Import *self, GPtrArray *known, const StnNight *said, GError **error)
{
  g_autoptr (StnNight) stored = stn_diary_get_night (self->diary, said->key, error);
  gboolean is_new = stored != NULL && stn_night_is_empty (stored);
  char key[STN_DATE_TEXT_SIZE];

  if (stored == NULL || !take_factors (self, known, said, error))
    return FALSE;
  if (is_new && stn_date_compare (said->key, self->current) > 0) {
    g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_FUTURE, "night %s has not begun yet",
                 stn_date_to_text (said->key, key));
    return FALSE;
  }
  return import_night (self, said, is_new ? NULL : stored, error);
}

static gboolean
fill_all (Import *self, const GPtrArray *nights, GError **error)
{
  g_autoptr (GPtrArray) known = stn_diary_list_factors (self->diary, error);
  gboolean good = known != NULL;

  for (guint i = 0; good && i < nights->len; i++)
    good = fill_night (self, known, g_ptr_array_index (nights, i), error);
  return good;
}

StnImportReport *
stn_diary_fill_nights (StnDiary *self, const GPtrArray *nights, gboolean dry_run, GError **error)
{
  g_return_val_if_fail (self != NULL && nights != NULL, NULL);
  g_autoptr (StnImportReport) report = g_new0 (StnImportReport, 1);
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (self)));
  Import fill = {self,   NULL,        dry_run ? STN_IMPORT_DRY_RUN : STN_IMPORT_FILL,
                 report, STN_NO_DATE, stn_stamp_of (now),
                 NULL,   NULL};
  gboolean done = stn_diary_current_night (self, &fill.current, error);

  if (done && dry_run)
    done = fill_all (&fill, nights, error);
  else if (done)
    done = stn_store_begin (stn_diary_get_store (self), "type-in-nights", "person", error) &&
           stn_diary_end_group (self, fill_all (&fill, nights, error), &report->group, error);
  return done ? g_steal_pointer (&report) : NULL;
}
