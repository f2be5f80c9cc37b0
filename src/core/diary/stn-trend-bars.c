/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-trend-maker.h"

#include "diary/stn-diary-factors.h"
#include "wording/stn-wording-legend.h"
#include "wording/stn-wording-trend.h"
#include "wording/stn-wording.h"

#include <string.h>

/* Fewer nights than this in a group are drawn as unsure. */
#define FEW_NIGHTS 10
/* The hours of the night begin at noon. */
#define FIRST_HOUR 12
#define HOURS 24

static StnChart *
new_bars (const StnTrendMaker *self, StnBarsForm form, const char *title, const char *sentence)
{
  StnChart *chart = stn_chart_new (STN_CHART_FORM_BARS, title, self->when, sentence);

  *stn_chart_get_bars (chart) = (StnBarsChart){
    .form = form,
    .high = form == STN_BARS_COUNTS ? 1 : stn_trend_axis_end (self->question->measure),
    .most = form == STN_BARS_COUNTS ? STN_UNKNOWN_REAL : stn_trend_most (self->question->measure),
    .whole = form == STN_BARS_COUNTS,
    .nothing = stn_wording_nothing_to_draw (),
    .number_label = stn_trend_label_number,
  };
  if (form == STN_BARS_RATES) {
    stn_chart_add_key (chart, STN_SIGN_POINT, stn_wording_key_interval ());
    stn_chart_add_key (chart, STN_SIGN_FEW,
                       stn_chart_own (chart, stn_wording_key_few_in_group (FEW_NIGHTS)));
    stn_chart_add_key (chart, STN_SIGN_GAP, stn_wording_key_not_recorded ());
    stn_chart_set_note (chart, stn_wording_interval_kind (self->question->measure));
  }
  return chart;
}

static void
add_bar (StnChart *chart, const char *name, guint count, gboolean missing)
{
  g_autofree char *says = stn_wording_cramps (count);
  g_autofree char *field = stn_trend_csv_name (name);

  stn_chart_add_bar (chart,
                     &(StnBar){.label = name,
                               .value = STN_KNOWN_REAL (count),
                               .missing = missing,
                               .title = stn_chart_own (chart, stn_wording_reading (name, says))});
  stn_chart_add_row (chart, g_strdup_printf ("%s,%u", field, count));
}

/* Takes @label. */
static void
add_count (StnChart *chart, char *label, guint count)
{
  add_bar (chart, stn_chart_own (chart, label), count, FALSE);
}

/* The cramps of which it is not known stand apart, so that nobody takes the others for all of them. */
static void
add_missing (const StnTrendMaker *self, StnChart *chart, guint known)
{
  guint episodes = stn_count_places (self->nights).episodes;

  if (known == 0 || episodes <= known)
    return;
  add_bar (chart, stn_wording_not_said (), episodes - known, TRUE);
  stn_chart_add_key (chart, STN_SIGN_GAP, stn_wording_not_said ());
}

/* The shortest run of hours, in the order of the night, that holds at least half of the cramps. */
static void
find_half (const guint hours[HOURS], guint known, int *ret_from, int *ret_to)
{
  int best = HOURS;

  *ret_from = 0;
  *ret_to = 0;
  for (int from = 0; from < HOURS; from++) {
    guint sum = 0;

    for (int length = 1; from + length <= HOURS; length++) {
      sum += hours[(FIRST_HOUR + from + length - 1) % HOURS];
      if (2 * sum >= known && length < best) {
        best = length;
        *ret_from = (FIRST_HOUR + from) % HOURS;
        *ret_to = (FIRST_HOUR + from + length) % HOURS;
      }
    }
  }
}

/* From the first to the last hour with a cramp, and from 22 to 7 in any case. */
void
stn_trend_make_hours (const StnTrendMaker *self)
{
  guint hours[HOURS];
  guint known = stn_count_hours (self->nights, hours);
  int first = 22 - FIRST_HOUR, last = 7 + HOURS - FIRST_HOUR, from, to;

  find_half (hours, known, &from, &to);
  g_autofree char *sentence = stn_wording_hours (from, to, known);
  StnChart *chart = new_bars (self, STN_BARS_COUNTS, stn_wording_hours_title (), sentence);
  stn_chart_get_bars (chart)->clock = TRUE;
  stn_chart_add_row (chart, g_strdup ("hour,cramps"));
  for (int i = 0; i < HOURS; i++)
    if (hours[(FIRST_HOUR + i) % HOURS] > 0) {
      first = MIN (first, i);
      last = MAX (last, i);
    }
  for (int i = first; i <= last && known > 0; i++)
    add_count (chart, stn_wording_hour ((FIRST_HOUR + i) % HOURS), hours[(FIRST_HOUR + i) % HOURS]);
  add_missing (self, chart, known);
  g_ptr_array_add (self->trends->charts, chart);
}

static guint
find_most (const guint *counts, guint n)
{
  guint most = 0;

  for (guint i = 1; i < n; i++)
    if (counts[i] > counts[most])
      most = i;
  return most;
}

void
stn_trend_make_severities (const StnTrendMaker *self)
{
  guint counts[STN_SEVERITY_MAX + 1];
  guint known = stn_count_severities (self->nights, counts);
  guint most = find_most (counts, G_N_ELEMENTS (counts));
  g_autofree char *class = stn_wording_severity ((int) most);
  g_autofree char *sentence = stn_wording_most_common (class, counts[most], known);
  StnChart *chart = new_bars (self, STN_BARS_COUNTS, stn_wording_severities_title (), sentence);

  stn_chart_add_row (chart, g_strdup ("severity,cramps"));
  for (guint i = 0; i < G_N_ELEMENTS (counts) && known > 0; i++)
    add_count (chart, g_strdup_printf ("%u", i), counts[i]);
  add_missing (self, chart, known);
  g_ptr_array_add (self->trends->charts, chart);
}

void
stn_trend_make_durations (const StnTrendMaker *self)
{
  guint counts[STN_DURATION_CLASSES];
  guint known = stn_count_durations (self->nights, counts);
  guint most = find_most (counts, G_N_ELEMENTS (counts));
  g_autofree char *class = stn_wording_duration_class (most);
  g_autofree char *sentence = stn_wording_most_common (class, counts[most], known);
  StnChart *chart = new_bars (self, STN_BARS_COUNTS, stn_wording_durations_title (), sentence);

  stn_chart_add_row (chart, g_strdup ("duration,cramps"));
  for (guint i = 0; i < G_N_ELEMENTS (counts) && known > 0; i++)
    add_count (chart, stn_wording_duration_class (i), counts[i]);
  add_missing (self, chart, known);
  g_ptr_array_add (self->trends->charts, chart);
}

/* Takes @label. */
static void
add_rate (const StnTrendMaker *self, StnChart *chart, char *label, const StnSummary *summary)
{
  StnMeasure measure = self->question->measure;
  const char *name = stn_chart_own (chart, label);
  g_autofree char *says = stn_wording_summary (measure, summary);
  g_autofree char *key = stn_trend_csv_name (name);

  stn_chart_add_bar (
    chart, &(StnBar){.label = name,
                     .value = stn_trend_drawn (measure, summary->mean),
                     .low = stn_trend_drawn (measure, summary->low),
                     .high = stn_trend_drawn (measure, summary->high),
                     .few = summary->n < FEW_NIGHTS,
                     .title = stn_chart_own (chart, stn_wording_reading (name, says)),
                     .detail = stn_chart_own (chart, stn_wording_interval (measure, summary))});
  stn_trend_add_row (chart, key, measure, summary);
}

void
stn_trend_make_seasons (const StnTrendMaker *self)
{
  StnSummary months[12];
  StnChart *chart =
    new_bars (self, STN_BARS_RATES, stn_wording_seasons_title (), stn_wording_seasons_sentence ());

  stn_summarize_seasons (self->nights, self->question->measure, months);
  stn_chart_add_row (chart, g_strdup ("month,nights,cramp_nights,value,low,high"));
  for (int i = 0; i < 12; i++)
    add_rate (self, chart, stn_wording_axis_month (stn_date_new (2024, i + 1, 1), FALSE),
              &months[i]);
  g_ptr_array_add (self->trends->charts, chart);
}

/* Nights that tell the measure but not the factor: a hatched place, in no group. */
static void
add_nights_without (const StnTrendMaker *self, StnChart *chart, GArray *groups)
{
  guint without = stn_summarize (self->nights, self->question->measure).n;

  for (guint i = 0; i < groups->len; i++)
    without -= g_array_index (groups, StnGroupSummary, i).summary.n;
  if (without == 0)
    return;
  g_autofree char *nights = stn_wording_night_count (without);
  const char *name = stn_wording_key_not_recorded ();
  stn_chart_add_bar (
    chart,
    &(StnBar){.label = name, .title = stn_chart_own (chart, stn_wording_reading (name, nights))});
  stn_chart_add_row (chart, g_strdup_printf ("%s,%u,,,,", name, without));
}

gboolean
stn_trend_make_groups (const StnTrendMaker *self, GError **error)
{
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (self->diary, error);
  const StnFactor *factor = NULL;

  if (factors == NULL)
    return FALSE;
  for (guint i = 0; i < factors->len; i++)
    if (strcmp (((StnFactor *) g_ptr_array_index (factors, i))->slug, self->question->slug) == 0)
      factor = g_ptr_array_index (factors, i);
  if (factor == NULL)
    return TRUE;
  gboolean early = self->trends->recorded < STN_TRENDS_NIGHTS_FOR_PAIRS;
  g_autofree char *title = stn_wording_by_factor (factor);
  StnChart *chart = new_bars (self, STN_BARS_RATES, title, stn_wording_groups_sentence (early));
  stn_chart_add_row (chart, g_strdup ("group,nights,cramp_nights,value,low,high"));
  if (!early) {
    g_autoptr (GArray) groups =
      stn_summarize_groups (self->nights, self->question->measure, self->question->slug);

    for (guint i = 0; i < groups->len; i++) {
      const StnGroupSummary *group = &g_array_index (groups, StnGroupSummary, i);

      add_rate (self, chart, stn_wording_group (factor, group->low, group->high), &group->summary);
    }
    add_nights_without (self, chart, groups);
  }
  g_ptr_array_add (self->trends->charts, chart);
  return TRUE;
}
