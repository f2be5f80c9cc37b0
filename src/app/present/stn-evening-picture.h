/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary-factors.h"
#include "diary/stn-diary-stretch.h"

G_BEGIN_DECLS

/**
 * StnEveningPicture: what the list before bed shows, as it was in the diary at one moment.
 * @today: by the diary's clock. @key: the night that the day comes before. @is_evening: what is entered now counts as entered in the evening.
 * @last_night: the newest night that is over.
 * @factors: (element-type StnFactor) all, in their order. @usual: (element-type StnFactorValue) the ordinary day.
 * @drink_care: (nullable) what to mind before drinking more, where it matters for this person (clinical 3.2); English, static.
 * @closed_stretch: (nullable) what forbids this person to stretch a leg now (clinical 6.4).
 * @offer: (nullable) the one further question.
 */
typedef struct {
  StnDate today;
  StnDate key;
  StnDate last_night;
  StnNight *night;
  gboolean is_evening;
  GPtrArray *factors;
  GPtrArray *usual;
  const char *drink_care;
  const StnStretchGate *closed_stretch;
  StnFactor *offer;
} StnEveningPicture;

/** stn_evening_picture_read: (transfer full) NULL on errors of the store. In the diary's thread. @key: STN_NO_DATE = the current one. */
StnEveningPicture *stn_evening_picture_read (StnDiary *diary, StnDate key, GError **error);
void stn_evening_picture_free (StnEveningPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnEveningPicture, stn_evening_picture_free)

/** stn_evening_picture_is_filled: every factor of the ordinary day has a value already. */
gboolean stn_evening_picture_is_filled (const StnEveningPicture *self);

/** stn_evening_picture_saved_min: when the day was last told, minutes after midnight; unknown while nothing is. */
StnOptInt stn_evening_picture_saved_min (const StnEveningPicture *self);

/** stn_evening_picture_list_changed: (transfer full) (element-type StnFactor) those told otherwise than usual, in their order. */
GPtrArray *stn_evening_picture_list_changed (const StnEveningPicture *self);

G_END_DECLS
