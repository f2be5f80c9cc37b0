/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary-person.h"

#include "base/stn-text-line.h"
#include "diary/stn-diary-group.h"
#include "knowledge/stn-condition.h"
#include "store/stn-condition-table.h"
#include "store/stn-person-settings.h"

StnPerson *
stn_diary_get_person (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return stn_person_settings_load (stn_diary_get_store (self), error);
}

static gboolean
edit_person (StnDiary *self, StnPersonEdit edit, gpointer data, GError **error)
{
  StnStore *store = stn_diary_get_store (self);
  g_autoptr (StnPerson) person = stn_person_settings_load (store, error);

  return person != NULL && edit (person, data, error) &&
         stn_person_validate (person, stn_diary_today (self), error) &&
         stn_person_settings_put (store, person, error);
}

GPtrArray *
stn_diary_list_conditions (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return stn_condition_table_list (stn_diary_get_store (self), error);
}

static gboolean
check_condition (StnDiary *self, const StnPersonCondition *condition, GError **error)
{
  g_autoptr (GPtrArray) conditions = stn_diary_list_conditions (self, error);

  if (conditions == NULL || !stn_person_condition_validate (condition, error) ||
      !stn_diary_check_not_ahead (self, condition->since, error) ||
      !stn_diary_check_not_ahead (self, condition->until, error))
    return FALSE;
  for (guint i = 0; i < conditions->len; i++) {
    const StnPersonCondition *other = g_ptr_array_index (conditions, i);

    if (g_strcmp0 (other->id.uid, condition->id.uid) != 0 &&
        stn_person_condition_is_same (other, condition) &&
        stn_person_condition_overlaps (other, condition)) {
      const StnCondition *known =
        other->condition_id == NULL
          ? NULL
          : stn_knowledge_get_condition (stn_knowledge_get (), other->condition_id);

      g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE,
                   "the diary has the condition '%s' at that time already",
                   known != NULL              ? known->name
                   : other->own_words != NULL ? other->own_words
                                              : other->condition_id);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
put_condition (StnDiary *self, StnPersonCondition *condition, GError **error)
{
  return check_condition (self, condition, error) &&
         stn_condition_table_put (stn_diary_get_store (self), condition, error);
}

gboolean
stn_diary_put_condition (StnDiary *self,
                         StnPersonCondition *condition,
                         gint64 *ret_group,
                         GError **error)
{
  g_return_val_if_fail (self != NULL && condition != NULL, FALSE);
  const char *label = condition->id.uid == NULL ? "add-condition" : "change-condition";

  return stn_store_begin (stn_diary_get_store (self), label, "person", error) &&
         stn_diary_end_group (self, put_condition (self, condition, error), ret_group, error);
}

static gboolean
delete_condition (StnDiary *self, const char *uid, GError **error)
{
  g_autoptr (GPtrArray) conditions = stn_diary_list_conditions (self, error);

  for (guint i = 0; conditions != NULL && i < conditions->len; i++) {
    const StnPersonCondition *condition = g_ptr_array_index (conditions, i);

    if (g_str_equal (condition->id.uid, uid))
      return stn_condition_table_delete (stn_diary_get_store (self), condition, error);
  }
  if (conditions != NULL)
    g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NO_SUCH_RECORD,
                 "the diary has no condition '%s'", stn_excerpt (uid));
  return FALSE;
}

gboolean
stn_diary_delete_condition (StnDiary *self, const char *uid, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL && uid != NULL, FALSE);

  return stn_store_begin (stn_diary_get_store (self), "delete-condition", "person", error) &&
         stn_diary_end_group (self, delete_condition (self, uid, error), ret_group, error);
}

/* Pregnancy: periods are conditions; only that she is not pregnant is a setting. */

static gboolean
set_denied (StnDiary *self, StnDate date, GError **error)
{
  StnStore *store = stn_diary_get_store (self);
  g_autoptr (StnPerson) person = stn_person_settings_load (store, error);

  if (person == NULL)
    return FALSE;
  person->not_pregnant_on = date;
  return stn_person_settings_put (store, person, error);
}

static gboolean
begin_pregnancy (StnDiary *self, const StnPersonCondition *current, StnDate due, GError **error)
{
  StnDate today = stn_diary_today (self);
  g_autoptr (StnPersonCondition) pregnancy =
    current != NULL ? stn_person_condition_copy (current)
                    : stn_person_condition_new (STN_CONDITION_PREGNANCY, NULL);

  if (stn_date_is_set (due)) {
    int left = stn_date_days_between (today, due);
    char text[STN_DATE_TEXT_SIZE];

    if (left < -28 || left > STN_PREGNANCY_DAYS) {
      g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE,
                   "a pregnancy of today cannot be due on %s", stn_date_to_text (due, text));
      return FALSE;
    }
    pregnancy->since = stn_date_add_days (due, -STN_PREGNANCY_DAYS);
  }
  return put_condition (self, pregnancy, error) && set_denied (self, STN_NO_DATE, error);
}

static gboolean
end_pregnancy (StnDiary *self, const StnPersonCondition *current, GError **error)
{
  StnDate today = stn_diary_today (self);
  g_autoptr (StnPersonCondition) ended = NULL;

  if (current == NULL)
    return set_denied (self, today, error);
  /* One that began today was a slip. */
  if (stn_date_compare (current->since, today) == 0)
    return stn_condition_table_delete (stn_diary_get_store (self), current, error) &&
           set_denied (self, today, error);
  ended = stn_person_condition_copy (current);
  ended->until = today;
  return put_condition (self, ended, error) && set_denied (self, today, error);
}

static gboolean
set_pregnant (StnDiary *self, const StnPregnancyAnswer *pregnancy, GError **error)
{
  g_autoptr (GPtrArray) conditions = stn_diary_list_conditions (self, error);
  const StnPersonCondition *current =
    conditions == NULL
      ? NULL
      : stn_person_conditions_find_on (conditions, STN_CONDITION_PREGNANCY, stn_diary_today (self));

  if (conditions == NULL)
    return FALSE;
  switch (pregnancy->answer) {
  case STN_ANSWER_YES:
    return begin_pregnancy (self, current, pregnancy->due, error);
  case STN_ANSWER_NO:
    return end_pregnancy (self, current, error);
  case STN_ANSWER_UNKNOWN:
    break;
  }
  return set_denied (self, STN_NO_DATE, error);
}

gboolean
stn_diary_edit_person (StnDiary *self,
                       StnPersonEdit edit,
                       gpointer data,
                       const StnPregnancyAnswer *pregnancy,
                       gint64 *ret_group,
                       GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return stn_store_begin (stn_diary_get_store (self), "set-person", "person", error) &&
         stn_diary_end_group (self,
                              (edit == NULL || edit_person (self, edit, data, error)) &&
                                (pregnancy == NULL || set_pregnant (self, pregnancy, error)),
                              ret_group, error);
}
