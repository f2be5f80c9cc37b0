/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary-stretch.h"

G_BEGIN_DECLS

/**
 * StnStretchPicture: what the page of the guided stretch shows, as it was in the diary at one moment.
 * @choices: (element-type StnStretchChoice). @questions: (element-type StnStretchQuestion) still to be asked before the first
 * session. @last: (nullable) id of the routine that was done last.
 */
typedef struct {
  GPtrArray *choices;
  GPtrArray *questions;
  StnStretchCount count;
  char *last;
} StnStretchPicture;

/** stn_stretch_picture_read: (transfer full) NULL on errors of the store. In the diary's thread. */
StnStretchPicture *stn_stretch_picture_read (StnDiary *diary, GError **error);
void stn_stretch_picture_free (StnStretchPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnStretchPicture, stn_stretch_picture_free)

/** stn_stretch_picture_find_seated: (transfer none) (nullable) the version for people who are unsteady on their feet. */
const StnStretchChoice *stn_stretch_picture_find_seated (const StnStretchPicture *self);

G_END_DECLS
