/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary-report.h"

#include "analysis/stn-quantile.h"
#include "diary/stn-diary-factors.h"
#include "diary/stn-diary-medicines.h"
#include "diary/stn-diary-person.h"
#include "diary/stn-diary-visits.h"
#include "diary/stn-report-signs.h"
#include "diary/stn-trends.h"
#include "wording/stn-wording-medicine.h"
#include "wording/stn-wording-report.h"
#include "wording/stn-wording.h"

#include <math.h>

/* The first sentence is about so many days, or the whole period when nothing is recorded in them. */
#define HISTORY_DAYS 28
/* Usual picture (Hallegraeff 2017, clinical 2.1): up to ten minutes, strong pain, distress. */
#define SHORT_S (10 * 60)
#define STRONG 7
#define DISTRESSING 5
#define MOST_PATTERNS 3

typedef struct {
  StnDiary *diary;
  StnReport *report;
  StnDate from, to, today, first;
  GPtrArray *nights; /* StnNight of the period */
} Maker;

/* The newest visit that has nights after it; STN_NO_DATE where there was none. */
static gboolean
find_visit (const Maker *self, StnDate *ret_date, GError **error)
{
  g_autoptr (GPtrArray) visits = stn_diary_list_visits (self->diary, error);

  if (visits == NULL)
    return FALSE;
  *ret_date = STN_NO_DATE;
  for (guint i = 0; i < visits->len && !stn_date_is_set (*ret_date); i++) {
    const StnVisit *visit = g_ptr_array_index (visits, i);

    if (stn_date_compare (visit->date, self->to) < 0)
      *ret_date = visit->date;
  }
  return TRUE;
}

static gboolean
find_period (Maker *self, const StnReportQuestion *question, GError **error)
{
  StnDate visit;

  self->today = stn_diary_today (self->diary);
  self->to = stn_date_is_set (question->to) ? question->to : stn_diary_last_night (self->diary);
  self->from = question->from;
  if (!stn_diary_get_first_night (self->diary, &self->first, error) ||
      !find_visit (self, &visit, error))
    return FALSE;
  self->report->has_visit = stn_date_is_set (visit);
  if (!stn_date_is_set (self->from)) {
    self->from = stn_date_is_set (self->first) ? self->first : self->to;
    if (stn_date_is_set (visit) && stn_date_compare (visit, self->from) > 0)
      self->from = visit;
  }
  /* Before the first night there is nothing that a page could be about. */
  if (stn_date_is_set (self->first) && stn_date_compare (self->from, self->first) < 0)
    self->from = self->first;
  if (stn_date_compare (self->from, self->to) > 0)
    self->from = self->to;
  self->nights = stn_diary_list_nights (self->diary, self->from, self->to, error);
  return self->nights != NULL;
}

/* What is told of cramps, one at a time. */
typedef void (*EachCramp) (const StnEpisode *episode, gpointer data);

static void
foreach_cramp (GPtrArray *nights, EachCramp each, gpointer data)
{
  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);

    for (guint j = 0; j < night->episodes->len; j++)
      each (g_ptr_array_index (night->episodes, j), data);
  }
}

typedef struct {
  GArray *severities;
  int woken;
  gboolean knows_woken;
} Course;

static void
add_to_course (const StnEpisode *episode, gpointer data)
{
  Course *course = data;
  double severity = episode->severity.value;

  if (episode->severity.known)
    g_array_append_val (course->severities, severity);
  course->woken += episode->woke == STN_ANSWER_YES;
  course->knows_woken |= episode->woke != STN_ANSWER_UNKNOWN;
}

static GPtrArray *
nights_from (GPtrArray *all, StnDate from)
{
  GPtrArray *some = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++) {
    StnNight *night = g_ptr_array_index (all, i);

    if (stn_date_compare (night->key, from) >= 0)
      g_ptr_array_add (some, night);
  }
  return some;
}

static void
add_history (Maker *self)
{
  StnDate late = stn_date_add_days (self->to, 1 - HISTORY_DAYS);
  StnDate from = stn_date_compare (late, self->from) > 0 ? late : self->from;
  g_autoptr (GPtrArray) nights = nights_from (self->nights, from);
  g_autoptr (GArray) severities = g_array_new (FALSE, FALSE, sizeof (double));
  Course course = {.severities = severities};
  StnReportHistory history = {
    .first = self->first,
    .is_past = stn_date_compare (self->to, stn_diary_last_night (self->diary)) < 0};

  history.cramps = stn_summarize (nights, STN_MEASURE_CRAMPS);
  if (history.cramps.n == 0) {
    from = self->from;
    history.cramps = stn_summarize (self->nights, STN_MEASURE_CRAMPS);
    foreach_cramp (self->nights, add_to_course, &course);
  } else {
    foreach_cramp (nights, add_to_course, &course);
  }
  history.days = (guint) stn_date_days_between (from, self->to) + 1;
  if (severities->len > 0) {
    stn_sort_reals ((double *) (gpointer) severities->data, severities->len);
    history.severity = STN_KNOWN_INT ((int) lround (
      stn_quantile ((const double *) (gpointer) severities->data, severities->len, .5)));
  }
  if (course.knows_woken)
    history.woken = STN_KNOWN_INT (course.woken);
  self->report->rate = stn_wording_report_rate (&history);
  self->report->course = stn_wording_report_course (&history);
}

static gboolean
add_questions (Maker *self, GError **error)
{
  g_autoptr (GPtrArray) questions = stn_diary_list_questions (self->diary, error);
  guint number = 0;

  if (questions == NULL)
    return FALSE;
  self->report->parts[STN_REPORT_QUESTIONS].heading = g_strdup (stn_wording_report_questions ());
  for (guint i = 0; i < questions->len; i++) {
    const StnQuestion *question = g_ptr_array_index (questions, i);

    if (!stn_date_is_set (question->asked))
      stn_report_add (
        self->report, STN_REPORT_QUESTIONS,
        stn_report_row_new (NULL, stn_wording_report_question (++number, question->text)));
  }
  return TRUE;
}

static int
newest_change_first (gconstpointer a, gconstpointer b)
{
  const StnMedicine *first = *(const StnMedicine *const *) a;
  const StnMedicine *second = *(const StnMedicine *const *) b;
  int order = stn_date_compare (stn_medicine_get_last_change (second)->date,
                                stn_medicine_get_last_change (first)->date);

  return order != 0 ? order : g_utf8_collate (first->name, second->name);
}

/* In use, or stopped within the period. */
static gboolean
concerns (const Maker *self, const StnMedicine *medicine)
{
  const StnMedicineChange *last = stn_medicine_get_last_change (medicine);

  return stn_medicine_is_in_use_on (medicine, self->today) ||
         (last->event == STN_MEDICINE_STOP && stn_date_compare (last->date, self->from) >= 0);
}

static char *
count_doses (const Maker *self, const StnMedicine *medicine)
{
  guint doses = 0;

  for (guint i = 0; i < medicine->intakes->len; i++) {
    const StnMedicineIntake *intake = g_ptr_array_index (medicine->intakes, i);

    if (stn_date_compare (intake->night, self->from) >= 0 &&
        stn_date_compare (intake->night, self->to) <= 0)
      doses += (guint) intake->count;
  }
  return stn_wording_report_doses (doses);
}

static gboolean
add_medicines (Maker *self, GError **error)
{
  g_autoptr (GPtrArray) medicines = stn_diary_list_medicines (self->diary, error);
  StnReportSection *part = &self->report->parts[STN_REPORT_MEDICINES];

  if (medicines == NULL)
    return FALSE;
  part->heading = g_strdup (stn_wording_report_medicines ());
  g_ptr_array_sort (medicines, newest_change_first);
  for (guint i = 0; i < medicines->len; i++) {
    const StnMedicine *medicine = g_ptr_array_index (medicines, i);
    StnReportRow *row;

    if (!concerns (self, medicine))
      continue;
    row = stn_report_row_new (stn_wording_report_medicine (medicine, self->today),
                              stn_wording_medicine_status (medicine, self->today));
    row->aside = medicine->as_needed ? count_doses (self, medicine)
                                     : stn_wording_report_medicine_before (medicine, self->today);
    stn_report_add (self->report, STN_REPORT_MEDICINES, row);
  }
  if (part->rows->len == 0)
    stn_report_add (self->report, STN_REPORT_MEDICINES,
                    stn_report_row_new (g_strdup (stn_wording_report_none ()), g_strdup ("")));
  return TRUE;
}

static gboolean
add_conditions (Maker *self, GError **error)
{
  g_autoptr (GPtrArray) conditions = stn_diary_list_conditions (self->diary, error);
  StnReportRow *row;

  if (conditions == NULL)
    return FALSE;
  row = stn_report_row_new (g_strdup (stn_wording_report_conditions ()), NULL);
  for (guint i = 0; i < conditions->len; i++)
    if (stn_person_condition_holds_on (g_ptr_array_index (conditions, i), self->today))
      g_ptr_array_add (row->items,
                       stn_wording_report_condition (g_ptr_array_index (conditions, i)));
  if (row->items->len > 0)
    stn_report_add (self->report, STN_REPORT_CONDITIONS, row);
  else
    stn_report_row_free (row);
  return TRUE;
}

static gboolean
add_chart (Maker *self, GError **error)
{
  StnTrendQuestion question = {
    .from = self->from, .to = self->to, .measure = STN_MEASURE_CRAMPS, .brief = TRUE};
  g_autoptr (StnTrends) trends = stn_trends_make (self->diary, &question, error);

  if (trends == NULL)
    return FALSE;
  self->report->chart = stn_chart_ref (g_ptr_array_index (trends->charts, 0));
  self->report->chart_note = g_strdup (stn_wording_report_bars ());
  return TRUE;
}

/* What was tried, and what ended it. */
typedef struct {
  const char *name;
  guint tried, ended;
} Tried;

static Tried *
find_tried (GArray *all, const char *name)
{
  Tried fresh = {.name = name};

  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (g_array_index (all, Tried, i).name, name))
      return &g_array_index (all, Tried, i);
  g_array_append_val (all, fresh);
  return &g_array_index (all, Tried, all->len - 1);
}

#define STRETCH "stretch"

/* A stretch that eased it ended it, even where nobody said so in other words. */
static gboolean
ended (const StnEpisode *episode, const char *name)
{
  return g_strcmp0 (episode->ended_by, name) == 0 ||
         (episode->ended_by == NULL && g_str_equal (name, STRETCH) &&
          episode->eased == STN_ANSWER_YES);
}

static void
add_tried (const StnEpisode *episode, gpointer data)
{
  for (char **name = episode->relief; name != NULL && *name != NULL; name++) {
    Tried *tried = find_tried (data, *name);

    tried->tried++;
    tried->ended += ended (episode, *name);
  }
}

static int
most_helpful_first (gconstpointer a, gconstpointer b)
{
  const Tried *first = a, *second = b;

  if (first->ended != second->ended)
    return first->ended < second->ended ? 1 : -1;
  if (first->tried != second->tried)
    return first->tried < second->tried ? 1 : -1;
  return g_strcmp0 (first->name, second->name);
}

static void
add_aside (Maker *self, StnReportPart part, char *label, char *aside)
{
  stn_report_add (self->report, part, stn_report_row_new (label, g_strdup ("")))->aside = aside;
}

/* The bedtime stretch is something that was tried, too. */
static gboolean
add_stretch (Maker *self, GError **error)
{
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (self->diary, error);
  guint done = 0, recorded = 0;

  if (factors == NULL)
    return FALSE;
  for (guint i = 0; i < self->nights->len; i++) {
    const StnFactorValue *value =
      stn_night_get_value (g_ptr_array_index (self->nights, i), STRETCH);

    recorded += value != NULL;
    done += value != NULL && value->value != 0;
  }
  for (guint i = 0; i < factors->len && done > 0; i++)
    if (g_str_equal (((StnFactor *) factors->pdata[i])->slug, STRETCH))
      add_aside (self, STN_REPORT_TRIED, stn_wording_factor_name (factors->pdata[i]),
                 stn_wording_report_evenings (done, recorded));
  return TRUE;
}

static gboolean
add_reliefs (Maker *self, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Tried));

  self->report->parts[STN_REPORT_TRIED].heading = g_strdup (stn_wording_report_tried ());
  foreach_cramp (self->nights, add_tried, all);
  g_array_sort (all, most_helpful_first);
  for (guint i = 0; i < all->len; i++) {
    const Tried *tried = &g_array_index (all, Tried, i);

    add_aside (self, STN_REPORT_TRIED, stn_wording_report_relief (tried->name),
               stn_wording_report_ended (tried->ended, tried->tried));
  }
  return add_stretch (self, error);
}

/* How many cramps are so, of those of which it is known. */
typedef struct {
  guint cramps;
  guint so[STN_N_USUAL_TRAITS], known[STN_N_USUAL_TRAITS];
} Picture;

static void
count (Picture *picture, StnUsualTrait trait, gboolean is_known, gboolean is_so)
{
  picture->known[trait] += is_known ? 1 : 0;
  picture->so[trait] += is_known && is_so ? 1 : 0;
}

static void
add_to_picture (const StnEpisode *episode, gpointer data)
{
  ((Picture *) data)->cramps++;
  count (data, STN_USUAL_TRAIT_CALF_OR_FOOT, episode->site != STN_SITE_UNKNOWN,
         episode->site == STN_SITE_CALF || episode->site == STN_SITE_FOOT ||
           episode->site == STN_SITE_TOES);
  count (data, STN_USUAL_TRAIT_SHORT, episode->duration_s.known,
         episode->duration_s.value <= SHORT_S);
  count (data, STN_USUAL_TRAIT_STRONG, episode->severity.known, episode->severity.value >= STRONG);
  count (data, STN_USUAL_TRAIT_WOKE, episode->woke != STN_ANSWER_UNKNOWN,
         episode->woke == STN_ANSWER_YES);
  count (data, STN_USUAL_TRAIT_SORE, episode->soreness_h.known, episode->soreness_h.value > 0);
  count (data, STN_USUAL_TRAIT_DISTRESSING, episode->distress.known,
         episode->distress.value >= DISTRESSING);
}

static void
add_picture (Maker *self)
{
  Picture picture = {0};

  foreach_cramp (self->nights, add_to_picture, &picture);
  self->report->parts[STN_REPORT_PICTURE].heading = stn_wording_report_usual (picture.cramps);
  for (StnUsualTrait trait = STN_USUAL_TRAIT_CALF_OR_FOOT; trait < STN_N_USUAL_TRAITS; trait++) {
    StnReportRow *row;

    if (picture.known[trait] == 0)
      continue;
    row = stn_report_row_new (g_strdup (stn_wording_report_trait (trait)), g_strdup (""));
    row->hits = picture.so[trait];
    row->of = picture.known[trait];
    row->aside = stn_wording_report_count (row->hits, row->of, picture.cramps);
    stn_report_add (self->report, STN_REPORT_PICTURE, row);
  }
}

/* By how seldom chance alone makes such a difference. */
static int
surest_first (gconstpointer a, gconstpointer b)
{
  const StnFinding *first = *(const StnFinding *const *) a;
  const StnFinding *second = *(const StnFinding *const *) b;

  if (first->estimate.p_value != second->estimate.p_value)
    return first->estimate.p_value < second->estimate.p_value ? -1 : 1;
  return g_strcmp0 (first->name, second->name);
}

static void
add_patterns (Maker *self, const StnAnalysis *analysis, GPtrArray *factors)
{
  g_autoptr (GPtrArray) clear = g_ptr_array_new ();

  self->report->parts[STN_REPORT_PATTERNS].heading = g_strdup (stn_wording_report_patterns ());
  for (guint i = 0; i < analysis->findings->len; i++) {
    StnFinding *finding = g_ptr_array_index (analysis->findings, i);

    if (finding->tier == STN_TIER_CONFIRMED && finding->has_counts &&
        (finding->verdict == STN_VERDICT_TRIGGER || finding->verdict == STN_VERDICT_PROTECTOR))
      g_ptr_array_add (clear, finding);
  }
  g_ptr_array_sort (clear, surest_first);
  for (guint i = 0; i < MIN (clear->len, MOST_PATTERNS); i++)
    stn_report_add (self->report, STN_REPORT_PATTERNS,
                    stn_report_row_new (NULL, stn_wording_report_pattern (clear->pdata[i], analysis,
                                                                          factors, self->today)));
}

static void
add_nights (Maker *self)
{
  self->report->parts[STN_REPORT_NIGHTS].heading = g_strdup (stn_wording_report_nights ());
  for (guint i = 0; i < self->nights->len; i++) {
    const StnNight *night = g_ptr_array_index (self->nights, i);

    if (stn_night_get_state (night) != STN_NIGHT_NOT_RECORDED)
      stn_report_add (self->report, STN_REPORT_NIGHTS,
                      stn_report_row_new (stn_wording_night_short (night->key, self->to),
                                          stn_wording_night_line (night)));
  }
}

static gboolean
add_head (Maker *self, GError **error)
{
  g_autoptr (StnPerson) person = stn_diary_get_person (self->diary, error);

  if (person == NULL)
    return FALSE;
  self->report->title = g_strdup (stn_wording_report_title ());
  self->report->period = stn_wording_report_period (self->from, self->to);
  self->report->person = stn_wording_report_person (person);
  self->report->foot = g_strdup (stn_wording_report_foot ());
  self->report->made = stn_wording_report_made (self->today);
  return TRUE;
}

StnReport *
stn_diary_make_report (StnDiary *self,
                       const StnReportQuestion *question,
                       const StnAnalysis *analysis,
                       GPtrArray *factors,
                       GError **error)
{
  g_return_val_if_fail (self != NULL && question != NULL, NULL);
  g_autoptr (StnReport) report = stn_report_new ();
  Maker maker = {.diary = self, .report = report};
  gboolean done =
    find_period (&maker, question, error) && add_head (&maker, error) &&
    add_questions (&maker, error) &&
    stn_report_signs_add (report, self, maker.nights, maker.from, maker.today, error) &&
    add_medicines (&maker, error) && add_conditions (&maker, error) && add_chart (&maker, error) &&
    add_reliefs (&maker, error);

  if (done) {
    report->mirrored = stn_pages_is_mirrored (stn_wording_report_title ());
    add_history (&maker);
    add_picture (&maker);
    if (analysis != NULL)
      add_patterns (&maker, analysis, factors);
    if (question->nights)
      add_nights (&maker);
  }
  g_clear_pointer (&maker.nights, g_ptr_array_unref);
  return done ? g_steal_pointer (&report) : NULL;
}

StnBedsideCard *
stn_diary_make_bedside_card (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_autoptr (StnPerson) person = stn_diary_get_person (self, error);
  StnBedsideCard *card;

  if (person == NULL)
    return NULL;
  card = g_new0 (StnBedsideCard, 1);
  card->mirrored = stn_pages_is_mirrored (stn_wording_report_title ());
  if (person->emergency_number != NULL)
    card->emergency = stn_wording_card_emergency (person->emergency_number);
  return card;
}
