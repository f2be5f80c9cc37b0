/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary-stretch.h"

#include "diary/stn-diary-factors.h"
#include "diary/stn-diary-group.h"
#include "store/stn-session-table.h"

GPtrArray *
stn_diary_list_sessions (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return stn_session_table_list (stn_diary_get_store (self), error);
}

/* What an edit of the night needs: its factors, what was done, and for how long. */
typedef struct {
  GPtrArray *factors;
  const char *const *exercises;
  int minutes;
} Done;

/* How long it was done is added to what was done before on the same evening; all else is yes. */
static gboolean
note_factor (StnNight *night, const Done *done, const char *slug, GError **error)
{
  const StnFactor *factor = stn_diary_find_factor (done->factors, slug, error);
  const StnFactorValue *before = stn_night_get_value (night, slug);
  double value = 1;

  if (factor == NULL)
    return FALSE;
  if (factor->kind == STN_FACTOR_CONTINUOUS)
    value = (before != NULL ? before->value : 0) + done->minutes;
  stn_night_take_value (night, stn_factor_value_new (slug, value, STN_ENTERED_UNKNOWN));
  return TRUE;
}

static gboolean
note_done_cb (StnNight *night, gpointer data, GError **error)
{
  const Done *done = data;
  g_autoptr (GHashTable) noted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; done->exercises[i] != NULL; i++) {
    const StnStretchExercise *exercise =
      stn_knowledge_get_stretch_exercise (stn_knowledge_get (), done->exercises[i]);
    const StnTrigger *trigger =
      exercise != NULL ? stn_knowledge_get_trigger (stn_knowledge_get (), exercise->factor) : NULL;

    if (trigger == NULL || !g_hash_table_add (noted, (gpointer) trigger->slug))
      continue;
    /* A tick of a list says yes to the list. */
    if (!note_factor (night, done, trigger->slug, error) ||
        (trigger->list != NULL && !note_factor (night, done, trigger->list, error)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
finish (StnDiary *self, StnSession *session, const char *const *exercises, GError **error)
{
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (self, error);
  Done done = {factors, exercises, MAX ((session->seconds + 30) / 60, 1)};

  return factors != NULL && stn_diary_current_night (self, &session->night, error) &&
         stn_session_table_put (stn_diary_get_store (self), session, error) &&
         stn_diary_edit_night_in_group (self, session->night, note_done_cb, &done, error);
}

gboolean
stn_diary_finish_stretch (StnDiary *self,
                          StnSession *session,
                          const char *const *exercises,
                          gint64 *ret_group,
                          GError **error)
{
  g_return_val_if_fail (self != NULL && session != NULL && exercises != NULL, FALSE);

  return stn_store_begin (stn_diary_get_store (self), "finish-stretch", "person", error) &&
         stn_diary_end_group (self, finish (self, session, exercises, error), ret_group, error);
}

static StnAnswer
stretched (const StnNight *night)
{
  const StnFactorValue *value = stn_night_get_value (night, "stretch");

  if (value == NULL)
    return STN_ANSWER_UNKNOWN;
  return value->value != 0 ? STN_ANSWER_YES : STN_ANSWER_NO;
}

gboolean
stn_diary_count_stretches (StnDiary *self, StnStretchCount *ret_count, GError **error)
{
  g_return_val_if_fail (self != NULL && ret_count != NULL, FALSE);
  StnStretchCount count = {0, 0, STN_ANSWER_UNKNOWN};
  g_autoptr (GPtrArray) nights = NULL;
  StnDate tonight;

  if (!stn_diary_current_night (self, &tonight, error))
    return FALSE;
  nights =
    stn_diary_list_nights (self, stn_date_add_days (tonight, 1 - STN_STRETCH_DAYS), tonight, error);
  if (nights == NULL)
    return FALSE;
  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);
    StnAnswer answer = stretched (night);

    if (stn_date_compare (night->key, tonight) == 0)
      count.tonight = answer;
    if (answer != STN_ANSWER_YES)
      continue;
    if (count.done++ == 0)
      count.evenings = (guint) stn_date_days_between (night->key, tonight) + 1;
  }
  /* The evening that goes on is counted once it has its answer. */
  if (count.evenings > 0 && count.tonight == STN_ANSWER_UNKNOWN)
    count.evenings--;
  *ret_count = count;
  return TRUE;
}
