/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-text-line.h"
#include "diary/stn-diary-group.h"
#include "diary/stn-diary-stretch.h"
#include "store/stn-routine-table.h"

static gboolean
no_such_routine (const char *uid, GError **error)
{
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NO_SUCH_RECORD,
               "the diary has no routine '%s'", stn_excerpt (uid));
  return FALSE;
}

static gboolean
has_uid (GPtrArray *routines, const char *uid)
{
  for (guint i = 0; i < routines->len; i++)
    if (g_str_equal (((StnRoutine *) g_ptr_array_index (routines, i))->id.uid, uid))
      return TRUE;
  return FALSE;
}

static gboolean
check_name (GPtrArray *routines, const StnRoutine *routine, GError **error)
{
  g_autofree char *name = g_utf8_casefold (routine->name, -1);

  for (guint i = 0; i < routines->len; i++) {
    const StnRoutine *other = g_ptr_array_index (routines, i);
    g_autofree char *other_name = g_utf8_casefold (other->name, -1);

    if (g_strcmp0 (other->id.uid, routine->id.uid) != 0 && g_str_equal (other_name, name)) {
      g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE,
                   "there is a routine '%s' already", other->name);
      return FALSE;
    }
  }
  return TRUE;
}

/* What a newer program put into it may stay. */
static gboolean
check_exercises (const StnRoutine *routine, GError **error)
{
  for (guint i = 0; routine->id.uid == NULL && i < routine->steps->len; i++) {
    const StnRoutineStep *step = g_ptr_array_index (routine->steps, i);

    if (stn_knowledge_get_stretch_exercise (stn_knowledge_get (), step->exercise) == NULL) {
      g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE, "there is no exercise '%s'",
                   stn_excerpt (step->exercise));
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
put_routine (StnDiary *self, StnRoutine *routine, GError **error)
{
  g_autoptr (GPtrArray) routines = stn_routine_table_list (stn_diary_get_store (self), error);

  if (routines == NULL || !stn_routine_validate (routine, error) ||
      !check_name (routines, routine, error) || !check_exercises (routine, error))
    return FALSE;
  if (routine->id.uid != NULL && !has_uid (routines, routine->id.uid))
    return no_such_routine (routine->id.uid, error);
  return stn_routine_table_put (stn_diary_get_store (self), routine, error);
}

gboolean
stn_diary_put_routine (StnDiary *self, StnRoutine *routine, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL && routine != NULL, FALSE);
  const char *label = routine->id.uid == NULL ? "add-routine" : "change-routine";

  return stn_store_begin (stn_diary_get_store (self), label, "person", error) &&
         stn_diary_end_group (self, put_routine (self, routine, error), ret_group, error);
}

static gboolean
delete_routine (StnDiary *self, const char *uid, GError **error)
{
  g_autoptr (GPtrArray) routines = stn_routine_table_list (stn_diary_get_store (self), error);

  if (routines == NULL)
    return FALSE;
  if (!has_uid (routines, uid))
    return no_such_routine (uid, error);
  return stn_routine_table_delete (stn_diary_get_store (self), uid, error);
}

gboolean
stn_diary_delete_routine (StnDiary *self, const char *uid, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL && uid != NULL, FALSE);

  return stn_store_begin (stn_diary_get_store (self), "delete-routine", "person", error) &&
         stn_diary_end_group (self, delete_routine (self, uid, error), ret_group, error);
}
