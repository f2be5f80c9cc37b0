/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-stretch-picture.h"

void
stn_stretch_picture_free (StnStretchPicture *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_free (self->last);
  g_free (self);
}

StnStretchPicture *
stn_stretch_picture_read (StnDiary *diary, GError **error)
{
  g_return_val_if_fail (diary != NULL, NULL);
  g_autoptr (StnStretchPicture) picture = g_new0 (StnStretchPicture, 1);
  g_autoptr (GPtrArray) sessions = stn_diary_list_sessions (diary, error);

  if (sessions == NULL)
    return NULL;
  if (sessions->len > 0)
    picture->last = g_strdup (((StnSession *) g_ptr_array_index (sessions, 0))->routine);
  picture->choices = stn_diary_list_stretches (diary, error);
  picture->questions =
    picture->choices == NULL ? NULL : stn_diary_list_stretch_questions (diary, error);
  if (picture->questions == NULL || !stn_diary_count_stretches (diary, &picture->count, error))
    return NULL;
  return g_steal_pointer (&picture);
}

const StnStretchChoice *
stn_stretch_picture_find_seated (const StnStretchPicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->choices->len; i++) {
    const StnStretchChoice *choice = g_ptr_array_index (self->choices, i);

    if (choice->routine != NULL && choice->routine->seated &&
        (choice->gate == NULL || !choice->gate->closes))
      return choice;
  }
  return NULL;
}
