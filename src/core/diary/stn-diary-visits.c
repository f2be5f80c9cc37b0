/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary-visits.h"

#include "base/stn-text-line.h"
#include "diary/stn-diary-group.h"
#include "store/stn-visit-table.h"

GPtrArray *
stn_diary_list_visits (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return stn_visit_table_list (stn_diary_get_store (self), error);
}

GPtrArray *
stn_diary_list_questions (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return stn_question_table_list (stn_diary_get_store (self), error);
}

static gboolean
check_question (StnDiary *self, const StnQuestion *question, GError **error)
{
  g_autoptr (GPtrArray) questions = stn_diary_list_questions (self, error);

  if (questions == NULL || !stn_question_validate (question, error) ||
      !stn_diary_check_not_ahead (self, question->asked, error))
    return FALSE;
  for (guint i = 0; i < questions->len; i++) {
    const StnQuestion *other = g_ptr_array_index (questions, i);

    if (g_strcmp0 (other->id.uid, question->id.uid) != 0 && !stn_date_is_set (other->asked) &&
        !stn_date_is_set (question->asked) && g_str_equal (other->text, question->text)) {
      g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE,
                   "the question '%s' is on the list already", question->text);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
put_question (StnDiary *self, StnQuestion *question, GError **error)
{
  return check_question (self, question, error) &&
         stn_question_table_put (stn_diary_get_store (self), question, error);
}

gboolean
stn_diary_put_question (StnDiary *self, StnQuestion *question, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL && question != NULL, FALSE);
  const char *label = question->id.uid == NULL ? "add-question" : "change-question";

  return stn_store_begin (stn_diary_get_store (self), label, "person", error) &&
         stn_diary_end_group (self, put_question (self, question, error), ret_group, error);
}

static gboolean
put_visit (StnDiary *self, StnVisit *visit, GPtrArray *questions, GError **error)
{
  if (!stn_visit_validate (visit, error) || !stn_diary_check_not_ahead (self, visit->date, error) ||
      !stn_visit_table_put (stn_diary_get_store (self), visit, error))
    return FALSE;
  for (guint i = 0; questions != NULL && i < questions->len; i++)
    if (!put_question (self, g_ptr_array_index (questions, i), error))
      return FALSE;
  return TRUE;
}

gboolean
stn_diary_put_visit (
  StnDiary *self, StnVisit *visit, GPtrArray *questions, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL && visit != NULL, FALSE);
  const char *label = visit->id.uid == NULL ? "add-visit" : "change-visit";

  return stn_store_begin (stn_diary_get_store (self), label, "person", error) &&
         stn_diary_end_group (self, put_visit (self, visit, questions, error), ret_group, error);
}

static gboolean
no_such_record (const char *what, const char *uid, GError **error)
{
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NO_SUCH_RECORD, "the diary has no %s '%s'",
               what, stn_excerpt (uid));
  return FALSE;
}

static gboolean
delete_visit (StnDiary *self, const char *uid, GError **error)
{
  g_autoptr (GPtrArray) visits = stn_diary_list_visits (self, error);

  for (guint i = 0; visits != NULL && i < visits->len; i++) {
    const StnVisit *visit = g_ptr_array_index (visits, i);

    if (g_str_equal (visit->id.uid, uid))
      return stn_visit_table_delete (stn_diary_get_store (self), visit, error);
  }
  return visits != NULL && no_such_record ("visit", uid, error);
}

gboolean
stn_diary_delete_visit (StnDiary *self, const char *uid, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL && uid != NULL, FALSE);

  return stn_store_begin (stn_diary_get_store (self), "delete-visit", "person", error) &&
         stn_diary_end_group (self, delete_visit (self, uid, error), ret_group, error);
}

static gboolean
delete_question (StnDiary *self, const char *uid, GError **error)
{
  g_autoptr (GPtrArray) questions = stn_diary_list_questions (self, error);

  for (guint i = 0; questions != NULL && i < questions->len; i++) {
    const StnQuestion *question = g_ptr_array_index (questions, i);

    if (g_str_equal (question->id.uid, uid))
      return stn_question_table_delete (stn_diary_get_store (self), question, error);
  }
  return questions != NULL && no_such_record ("question", uid, error);
}

gboolean
stn_diary_delete_question (StnDiary *self, const char *uid, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL && uid != NULL, FALSE);

  return stn_store_begin (stn_diary_get_store (self), "delete-question", "person", error) &&
         stn_diary_end_group (self, delete_question (self, uid, error), ret_group, error);
}
