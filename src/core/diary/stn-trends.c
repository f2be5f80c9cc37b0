/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-trends.h"

#include "diary/stn-trend-maker.h"
#include "diary/stn-trend-marks.h"
#include "wording/stn-wording-legend.h"

/* From so many days on, months of the year can be told apart. */
#define DAYS_FOR_SEASONS 300

void
stn_trend_question_free (StnTrendQuestion *self)
{
  g_free (self->slug);
  g_free (self);
}

void
stn_trends_free (StnTrends *self)
{
  g_ptr_array_unref (self->charts);
  g_free (self);
}

/* What belongs to the measure beside its course. */
static gboolean
make_others (const StnTrendMaker *self, GError **error)
{
  const StnTrends *trends = self->trends;

  switch (self->question->measure) {
  case STN_MEASURE_CRAMPS:
    stn_trend_make_calendar (self);
    stn_trend_make_hours (self);
    stn_trend_make_places (self);
    break;
  case STN_MEASURE_SEVERITY:
    stn_trend_make_severities (self);
    break;
  case STN_MEASURE_DURATION:
    stn_trend_make_durations (self);
    break;
  case STN_MEASURE_SLEPT:
  case STN_MEASURE_EFFICIENCY:
  case STN_MEASURE_LATENCY:
  case STN_MEASURE_AWAKE:
  case STN_MEASURE_AWAKENINGS:
  case STN_MEASURE_QUALITY:
  case STN_MEASURE_RESTED:
  case STN_MEASURE_TIRED:
    break;
  }
  if (stn_date_days_between (trends->from, trends->to) >= DAYS_FOR_SEASONS)
    stn_trend_make_seasons (self);
  return self->question->slug == NULL || stn_trend_make_groups (self, error);
}

/* Nights before the diary began are not nights that were not recorded, and tonight has not been yet. */
static gboolean
find_range (StnDiary *diary, const StnTrendQuestion *question, StnTrends *trends, GError **error)
{
  trends->last = stn_diary_last_night (diary);
  if (!stn_diary_get_first_night (diary, &trends->first, error))
    return FALSE;
  trends->from = question->from;
  trends->to = stn_date_is_set (question->to) && stn_date_compare (question->to, trends->last) < 0
                 ? question->to
                 : trends->last;
  if (stn_date_is_set (trends->first) && stn_date_compare (trends->from, trends->first) < 0)
    trends->from = trends->first;
  if (!stn_date_is_set (trends->from) || stn_date_compare (trends->from, trends->to) > 0)
    trends->from = trends->to;
  return TRUE;
}

/* No more nights than are asked for: those of the period, of the one before it, and around marks. */
static GPtrArray *
list_nights (StnDiary *diary, const StnTrends *trends, int days, GError **error)
{
  return stn_diary_list_nights (diary,
                                stn_date_add_days (trends->from, -MAX (days, STN_TREND_MARK_DAYS)),
                                stn_date_add_days (trends->to, STN_TREND_MARK_DAYS), error);
}

StnTrends *
stn_trends_make (StnDiary *diary, const StnTrendQuestion *question, GError **error)
{
  g_autoptr (StnTrends) trends = g_new0 (StnTrends, 1);
  StnTrendMaker self = {.diary = diary, .question = question, .trends = trends};

  trends->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_chart_unref);
  if (!find_range (diary, question, trends, error))
    return NULL;
  int days = stn_date_days_between (trends->from, trends->to) + 1;
  g_autoptr (GPtrArray) all = list_nights (diary, trends, days, error);
  if (all == NULL)
    return NULL;
  g_autoptr (GPtrArray) nights = stn_trend_nights_between (all, trends->from, trends->to);
  g_autoptr (GPtrArray) before = stn_trend_nights_between (
    all, stn_date_add_days (trends->from, -days), stn_date_add_days (trends->from, -1));
  g_autofree char *when = stn_wording_span (trends->from, trends->to);
  self.today = stn_diary_today (diary);
  self.all = all;
  self.nights = nights;
  self.before = before;
  self.when = when;
  trends->recorded = stn_summarize (nights, STN_MEASURE_CRAMPS).n;
  if (!stn_trend_make_course (&self, error) || !make_others (&self, error))
    return NULL;
  return g_steal_pointer (&trends);
}
