/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-report-signs.h"

#include "diary/stn-diary-flags.h"
#include "wording/stn-wording-flag.h"
#include "wording/stn-wording-report.h"

/* Over ten minutes and not eased by stretching (clinical 0.8). */
#define LONG_CRAMP_S (10 * 60)

/* The newest answers to one sign. */
typedef struct {
  StnDate yes, no;
} Answers;

typedef struct {
  StnReport *report;
  GHashTable *answers; /* id -> Answers */
  StnAskedOf asked_of;
  StnDate from, today;
} Signs;

static GHashTable *
collect (GPtrArray *signs)
{
  GHashTable *answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < signs->len; i++) {
    const StnSign *sign = g_ptr_array_index (signs, i);
    Answers *known = g_hash_table_lookup (answers, sign->sign);

    if (known == NULL) {
      known = g_new (Answers, 1);
      *known = (Answers){STN_NO_DATE, STN_NO_DATE};
      g_hash_table_insert (answers, g_strdup (sign->sign), known);
    }
    /* They come by date: the last one is the newest. */
    *(sign->answer == STN_ANSWER_YES ? &known->yes : &known->no) = sign->date;
  }
  return answers;
}

/* A yes of the period, or an older one that was not taken back. */
static gboolean
is_yes (const Signs *self, const Answers *answers)
{
  return answers != NULL && stn_date_is_set (answers->yes) &&
         (stn_date_compare (answers->yes, self->from) >= 0 || !stn_date_is_set (answers->no) ||
          stn_date_compare (answers->no, answers->yes) < 0);
}

static const Answers *
answers_of (const Signs *self, const StnSignQuestion *sign)
{
  return g_hash_table_lookup (self->answers, sign->id);
}

static gboolean
is_denied (const Signs *self, const StnSignQuestion *sign)
{
  const Answers *answers = answers_of (self, sign);

  return answers != NULL && !is_yes (self, answers) && stn_date_is_set (answers->no);
}

/* A follow-up is a question only behind a yes. */
static gboolean
is_open (const Signs *self, const StnSignQuestion *sign)
{
  return answers_of (self, sign) == NULL &&
         (sign->asked_of == 0 || (sign->asked_of & self->asked_of) != 0) &&
         (sign->behind == NULL || is_yes (self, answers_of (self, sign->behind)));
}

static int
by_id (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* In the order of the knowledge, those that it does not know (any more) last. */
static GPtrArray *
list_yes (const Signs *self)
{
  const StnSignQuestion *const *all = stn_knowledge_list_signs (stn_knowledge_get ());
  GPtrArray *ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id, answers;
  guint known;

  for (guint i = 0; all[i] != NULL; i++)
    if (is_yes (self, answers_of (self, all[i])))
      g_ptr_array_add (ids, (gpointer) all[i]->id);
  known = ids->len;
  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, &id, &answers))
    if (is_yes (self, answers) && stn_knowledge_get_sign (stn_knowledge_get (), id) == NULL)
      g_ptr_array_add (ids, id);
  if (ids->len > known)
    qsort (ids->pdata + known, ids->len - known, sizeof (gpointer), by_id);
  return ids;
}

static StnReportRow *
copy_row (const StnReportRow *row)
{
  StnReportRow *copy = stn_report_row_new (g_strdup (row->label), NULL);

  copy->urgent = row->urgent;
  for (guint i = 0; i < row->items->len; i++)
    g_ptr_array_add (copy->items, g_strdup (g_ptr_array_index (row->items, i)));
  return copy;
}

static void
add_long_cramps (const Signs *self, StnReportRow *row, GPtrArray *nights)
{
  for (guint i = nights->len; i > 0; i--) {
    const StnNight *night = g_ptr_array_index (nights, i - 1);

    for (guint j = 0; j < night->episodes->len; j++) {
      const StnEpisode *episode = g_ptr_array_index (night->episodes, j);

      if (episode->duration_s.known && episode->duration_s.value > LONG_CRAMP_S &&
          episode->eased == STN_ANSWER_NO)
        g_ptr_array_add (row->items, stn_wording_report_long_cramp (episode->duration_s.value,
                                                                    night->key, self->today));
    }
  }
}

/* The same words in both forms. */
static void
add_yes (const Signs *self, GPtrArray *nights)
{
  g_autoptr (GPtrArray) ids = list_yes (self);
  StnReportRow *row = stn_report_row_new (g_strdup (stn_wording_report_yes ()), NULL);

  row->urgent = TRUE;
  for (guint i = 0; i < ids->len; i++) {
    const Answers *answers = g_hash_table_lookup (self->answers, ids->pdata[i]);

    g_ptr_array_add (row->items,
                     stn_wording_report_sign (ids->pdata[i], answers->yes, self->today));
  }
  add_long_cramps (self, row, nights);
  if (row->items->len == 0) {
    stn_report_row_free (row);
    return;
  }
  stn_report_add (self->report, STN_REPORT_SIGNS, row);
  g_ptr_array_add (self->report->brief_signs, copy_row (row));
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  return stn_date_compare (*(const StnDate *) b, *(const StnDate *) a);
}

static GArray *
list_denials (const Signs *self)
{
  const StnSignQuestion *const *all = stn_knowledge_list_signs (stn_knowledge_get ());
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (StnDate));

  for (guint i = 0; all[i] != NULL; i++) {
    gboolean is_there = FALSE;

    if (!is_denied (self, all[i]))
      continue;
    for (guint j = 0; j < dates->len; j++)
      is_there |=
        stn_date_compare (g_array_index (dates, StnDate, j), answers_of (self, all[i])->no) == 0;
    if (!is_there)
      g_array_append_val (dates, answers_of (self, all[i])->no);
  }
  g_array_sort (dates, newest_first);
  return dates;
}

static gboolean
is_denied_on (const Signs *self, const StnSignQuestion *sign, StnDate date)
{
  return is_denied (self, sign) && stn_date_compare (answers_of (self, sign)->no, date) == 0;
}

/* What every sign of a door is; follow-ups count only where they were answered. */
typedef gboolean (*IsSo) (const Signs *self, const StnSignQuestion *sign, StnDate date);

static gboolean
is_open_on (const Signs *self, const StnSignQuestion *sign, StnDate date)
{
  return is_open (self, sign);
}

static gboolean
concerns (const Signs *self, const StnSignQuestion *sign)
{
  return answers_of (self, sign) != NULL || is_open (self, sign);
}

static void
count_door (const Signs *self, const StnDoor *door, IsSo is_so, StnDate date, guint *so, guint *all)
{
  *so = 0;
  *all = 0;
  for (guint i = 0; door->signs[i] != NULL; i++) {
    *all += concerns (self, door->signs[i]);
    *so += is_so (self, door->signs[i], date);
  }
}

/* "Something else" tells a doctor nothing of what was not asked. */
static gboolean
is_unnamed (const StnDoor *door)
{
  return g_str_equal (door->id, "other");
}

/* A row of all signs that are so. @groups: how doors stand for their signs. */
typedef enum { ONE_BY_ONE, WHOLE_DOORS, ONLY_DOORS } Groups;

static void
add_row (const Signs *self, GPtrArray *rows, char *label, IsSo is_so, StnDate date, Groups groups)
{
  const StnDoor *const *doors = stn_knowledge_list_doors (stn_knowledge_get ());
  StnReportRow *row = stn_report_row_new (label, NULL);

  for (guint d = 0; doors[d] != NULL; d++) {
    guint so, all;

    count_door (self, doors[d], is_so, date, &so, &all);
    if (so == 0 || (groups == ONLY_DOORS && is_unnamed (doors[d])))
      continue;
    if (so == all && groups != ONE_BY_ONE)
      g_ptr_array_add (row->items, g_strdup (stn_wording_door (doors[d])));
    else if (groups == ONLY_DOORS)
      g_ptr_array_add (row->items, stn_wording_report_rest_of (doors[d]));
    else
      for (guint i = 0; doors[d]->signs[i] != NULL; i++)
        if (is_so (self, doors[d]->signs[i], date))
          g_ptr_array_add (
            row->items, stn_wording_report_sign (doors[d]->signs[i]->id, STN_NO_DATE, self->today));
  }
  if (row->items->len > 0)
    g_ptr_array_add (rows, row);
  else
    stn_report_row_free (row);
}

static void
add_others (const Signs *self)
{
  GPtrArray *each = self->report->parts[STN_REPORT_SIGNS].rows, *brief = self->report->brief_signs;
  g_autoptr (GArray) dates = list_denials (self);

  for (guint i = 0; i < dates->len; i++) {
    StnDate date = g_array_index (dates, StnDate, i);

    add_row (self, each, stn_wording_report_denied (date, self->today), is_denied_on, date,
             ONE_BY_ONE);
    add_row (self, brief, stn_wording_report_denied (date, self->today), is_denied_on, date,
             WHOLE_DOORS);
  }
  for (guint i = 0; i < 2; i++)
    add_row (self, i == 0 ? each : brief, g_strdup (stn_wording_report_not_asked ()), is_open_on,
             STN_NO_DATE, ONLY_DOORS);
}

gboolean
stn_report_signs_add (StnReport *report,
                      StnDiary *diary,
                      GPtrArray *nights,
                      StnDate from,
                      StnDate today,
                      GError **error)
{
  g_autoptr (GPtrArray) signs = stn_diary_list_signs (diary, STN_NO_DATE, today, error);
  g_autoptr (StnFlagRecords) records =
    signs != NULL ? stn_diary_load_flag_records (diary, NULL, error) : NULL;

  if (records == NULL)
    return FALSE;
  g_autoptr (GHashTable) answers = collect (signs);
  Signs self = {report, answers, stn_flag_records_get_asked_of (records), from, today};
  report->parts[STN_REPORT_SIGNS].heading = g_strdup (stn_wording_report_signs ());
  add_yes (&self, nights);
  add_others (&self);
  return TRUE;
}
