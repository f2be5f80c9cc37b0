/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates, times, durations, numbers, stamps, revisions, cells and tokens: each line of the input is given to every reader. What
 * is read is in its range, and written again reads as the same. */
#include "fuzz-target.h"

#include "analysis/stn-analysis.h"
#include "base/stn-base-error.h"
#include "base/stn-rev.h"
#include "base/stn-text-line.h"
#include "base/stn-text-number.h"
#include "base/stn-uid.h"
#include "diary/stn-settings.h"
#include "exchange/stn-csv-cell.h"
#include "exchange/stn-pages.h"
#include "knowledge/stn-knowledge.h"
#include "knowledge/stn-rule.h"
#include "model/stn-episode.h"
#include "model/stn-medicine.h"
#include "model/stn-person.h"
#include "model/stn-reminder.h"
#include "store/stn-stamp-text.h"

#include <math.h>
#include <string.h>

void
fuzz_target_set_up (void)
{
}

static void
try_date (const char *text)
{
  g_autoptr (GError) error = NULL;
  char written[STN_DATE_TEXT_SIZE];
  StnDate date = STN_NO_DATE;

  if (!fuzz_check (stn_date_parse (text, &date, &error), &error)) {
    g_assert_false (stn_date_is_set (date));
    return;
  }
  g_assert_cmpstr (stn_date_to_text (date, written), ==, text);
  g_assert_cmpint (stn_date_weekday (date), >=, 1);
  g_assert_cmpint (stn_date_weekday (date), <=, 7);
  for (int days = -400; days <= 400; days += 400) {
    StnDate other = stn_date_add_days (date, days);

    if (stn_date_is_set (other))
      g_assert_cmpint (stn_date_days_between (date, other), ==, days);
  }
}

static void
try_numbers (const char *text)
{
  g_autoptr (GError) error = NULL;
  char written[STN_REAL_TEXT_SIZE];
  double value = 0, again = 0;
  int whole = -7;

  if (fuzz_check (stn_real_parse (text, &value, &error), &error)) {
    g_assert_true (isfinite (value));
    g_assert_true (stn_real_parse (stn_real_to_text (value, written), &again, NULL));
    g_assert_true (memcmp (&value, &again, sizeof value) == 0);
  }
  if (fuzz_check (stn_int_parse (text, -5, 5000, &whole, &error), &error)) {
    g_assert_cmpint (whole, >=, -5);
    g_assert_cmpint (whole, <=, 5000);
  } else
    g_assert_cmpint (whole, ==, -7);
  if (fuzz_check (stn_clock_time_parse (text, &whole, &error), &error))
    g_assert_true (whole >= 0 && whole < 1440);
  if (fuzz_check (stn_duration_parse (text, &whole, &error), &error))
    g_assert_true (whole >= 0 && whole <= STN_DURATION_MAX_S);
}

static void
try_stamp (const char *text)
{
  StnStamp stamp = STN_NO_STAMP, again;

  if (!stn_stamp_from_text (text, &stamp)) {
    g_assert_false (stn_stamp_is_set (stamp));
    return;
  }
  g_autoptr (GDateTime) local = stn_stamp_to_local (stamp);
  g_autofree char *written = stn_stamp_to_text (stamp);

  g_assert_nonnull (local);
  g_assert_nonnull (written);
  g_assert_true (stn_stamp_from_text (written, &again));
  g_assert_cmpint (again.utc_s, ==, stamp.utc_s);
  g_assert_cmpint (again.offset_s, ==, stamp.offset_s);
  g_assert_cmpstr (again.zone, ==, stamp.zone);
}

static void
try_now (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnClock) clock = stn_clock_new_from (text, &error);

  if (!fuzz_check (clock != NULL, &error) || *text == '\0')
    return;
  g_autoptr (GDateTime) now = stn_clock_now (clock);
  g_assert_true (stn_date_is_set (stn_date_of (now)));
  StnStamp stamp = stn_stamp_of (now);
  g_assert_true (stn_stamp_is_set (stamp));
}

/* Whatever the revisions of a foreign file are, the next ones are greater. */
static void
try_rev (const char *text)
{
  StnRevClock clock;
  char first[STN_REV_SIZE], second[STN_REV_SIZE];

  stn_rev_clock_init (&clock, "0123456789abcdef");
  stn_rev_clock_observe (&clock, text);
  stn_rev_clock_next (&clock, G_GINT64_CONSTANT (1795327800000), first);
  stn_rev_clock_next (&clock, G_GINT64_CONSTANT (1795327800000), second);
  g_assert_cmpuint (strlen (first), ==, STN_REV_SIZE - 1);
  g_assert_cmpuint (strlen (second), ==, STN_REV_SIZE - 1);
  g_assert_cmpstr (first, <, second);
  if (stn_rev_is_valid (text))
    g_assert_cmpstr (text, <, first);
}

static void
try_cell (const char *text)
{
  for (int decimal = STN_CSV_DECIMAL_AS_FOUND; decimal <= STN_CSV_DECIMAL_COMMA; decimal++)
    for (const char *delimiter = ",;\t"; *delimiter != '\0'; delimiter++) {
      double value = 0;

      if (stn_csv_cell_read_number (text, (StnCsvDecimal) decimal, *delimiter, &value) ==
          STN_CSV_CELL_READ)
        g_assert_true (isfinite (value));
    }
  for (int order = STN_CSV_DATES_AS_FOUND; order <= STN_CSV_DATES_MONTH_FIRST; order++) {
    StnCsvDates dates = (StnCsvDates) order;
    StnDate date = STN_NO_DATE;

    if (stn_csv_cell_read_date (text, &dates, &date) == STN_CSV_CELL_READ)
      g_assert_true (stn_date_is_set (date));
  }
}

/* Defines try_TYPE(): a token is read, or refused with the words that there are. */
#define DEFINE_TRY(type, Type)                                                                     \
  static void try_##type (const char *text)                                                        \
  {                                                                                                \
    g_autoptr (GError) error = NULL;                                                               \
    Type value;                                                                                    \
                                                                                                   \
    if (fuzz_check (stn_##type##_parse (text, &value, &error), &error))                            \
      g_assert_cmpstr (stn_##type##_to_token (value), ==, text);                                   \
  }

DEFINE_TRY (side, StnSide)
DEFINE_TRY (site, StnSite)
DEFINE_TRY (factor_kind, StnFactorKind)
DEFINE_TRY (entered, StnEntered)
DEFINE_TRY (answer, StnAnswer)
DEFINE_TRY (sex, StnSex)
DEFINE_TRY (hemisphere, StnHemisphere)
DEFINE_TRY (medicine_event, StnMedicineEvent)
DEFINE_TRY (reminder_kind, StnReminderKind)
DEFINE_TRY (claim_state, StnClaimState)
DEFINE_TRY (verdict, StnVerdict)
DEFINE_TRY (tier, StnTier)
DEFINE_TRY (flag_tier, StnFlagTier)
DEFINE_TRY (grade, StnGrade)

static void
try_tokens (const char *text)
{
  static void (*const all[]) (const char *) = {
    try_side,    try_site,       try_factor_kind,    try_entered,       try_answer,
    try_sex,     try_hemisphere, try_medicine_event, try_reminder_kind, try_claim_state,
    try_verdict, try_tier,       try_flag_tier,      try_grade,
  };
  g_autoptr (GError) error = NULL;
  guint days = 0;
  StnPaper paper;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    all[i](text);
  fuzz_check (stn_weekdays_parse (text, &days, &error), &error);
  (void) stn_paper_parse (text, &paper);
}

static void
try_text (const char *text)
{
  g_autofree char *uid = stn_uid_new_for ("night", text);

  g_assert_cmpuint (strlen (uid), ==, 36);
  (void) stn_text_is_line (text, 40);
  for (const StnSetting *setting = stn_settings_list (); setting->name != NULL; setting++)
    (void) setting->takes (text);
  g_assert_true (g_utf8_validate (stn_excerpt (text), -1, NULL));
}

void
fuzz_target_run (const guint8 *bytes, gsize size)
{
  g_auto (GStrv) lines = fuzz_words (bytes, MIN (size, 4096), 8);

  for (guint i = 0; lines[i] != NULL; i++) {
    /* What stands in a file was found to be UTF-8 before a reader gets it. */
    if (!g_utf8_validate (lines[i], -1, NULL))
      continue;
    try_date (lines[i]);
    try_numbers (lines[i]);
    try_stamp (lines[i]);
    try_now (lines[i]);
    try_rev (lines[i]);
    try_cell (lines[i]);
    try_tokens (lines[i]);
    try_text (lines[i]);
  }
}
