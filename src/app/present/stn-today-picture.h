/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-cramp.h"

G_BEGIN_DECLS

/** Nights that Today shows. */
#define STN_TODAY_NIGHTS 14

/**
 * StnTodayPicture: what the page Today shows, as it was in the diary at one moment, so that its parts agree.
 * @today: by the diary's clock. @last_night: key that is asked about. @current_night: key that factors entered now belong to.
 * @first_night: key of the first night with anything stored; unset in an empty diary.
 * @nights: (element-type StnNight) those of the last STN_TODAY_NIGHTS with anything stored.
 * @n_gaps: nights to catch up on. @are_gaps_old: all of them are older than @nights.
 * @last: last night, empty when nothing is stored.
 * @asks_length: how long @cramp lasted waits for an answer (stn-cramp.h).
 * @drafts: (element-type StnDate) nights of which an entry was begun and not saved, newest first.
 */
typedef struct {
  StnDate today;
  StnDate last_night;
  StnDate current_night;
  StnDate first_night;
  GPtrArray *nights;
  guint n_gaps;
  gboolean are_gaps_old;
  StnNight *last;
  gboolean asks_length;
  StnCramp cramp;
  GArray *drafts;
} StnTodayPicture;

/** stn_today_picture_read: (transfer full) NULL on errors of the store. In the diary's thread. */
StnTodayPicture *stn_today_picture_read (StnDiary *diary, GError **error);
void stn_today_picture_free (StnTodayPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnTodayPicture, stn_today_picture_free)

/** stn_today_picture_find: (transfer none) (nullable) the night @key, NULL when nothing is stored of it. */
const StnNight *stn_today_picture_find (const StnTodayPicture *self, StnDate key);

/** stn_today_picture_has_draft: whether an entry of the night @key was begun and not saved. */
gboolean stn_today_picture_has_draft (const StnTodayPicture *self, StnDate key);

G_END_DECLS
