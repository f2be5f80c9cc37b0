/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-identity.h"
#include "model/stn-words.h"

G_BEGIN_DECLS

#define STN_SEVERITY_MAX 10
#define STN_DURATION_MAX_S (24 * 60 * 60)

/**
 * StnEpisode: one cramp of a night. Everything but "it happened" may be unknown.
 * @start_min: local wall time, minutes after midnight 0-1439 (before noon = the morning after the key).
 * @duration_s: 0-86400.
 * @severity, @distress: 0-10.
 * @by_day: not in bed, by day. @arms_or_hands: also there. @eased: by stretching. @ongoing: still going.
 * @soreness_h: hours it stayed sore, 0-240.
 * @relief: NULL-terminated names of what was tried ("stretch", "walk", ...); NULL = not known, empty = nothing.
 * @ended_by: name of what ended it, or NULL.
 */
typedef struct {
  StnIdentity id;
  StnOptInt start_min;
  StnOptInt duration_s;
  StnOptInt severity;
  StnOptInt distress;
  StnSide side;
  StnSite site;
  StnAnswer by_day;
  StnAnswer arms_or_hands;
  StnAnswer woke;
  StnAnswer eased;
  StnAnswer ongoing;
  StnOptReal soreness_h;
  char **relief;
  char *ended_by;
  char *note;
} StnEpisode;

/** stn_episode_new: an episode of which nothing is known. */
StnEpisode *stn_episode_new (void);
StnEpisode *stn_episode_copy (const StnEpisode *self);
void stn_episode_free (StnEpisode *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnEpisode, stn_episode_free)

/** stn_episode_equal: same content; identity (uid, rev, stamps) is not compared. */
gboolean stn_episode_equal (const StnEpisode *a, const StnEpisode *b);

/** stn_episode_validate: Errors: %STN_MODEL_ERROR_OUT_OF_RANGE naming field, value and range. */
gboolean stn_episode_validate (const StnEpisode *self, GError **error);

/** stn_episode_is_unknown: whether nothing is known but that it happened. */
gboolean stn_episode_is_unknown (const StnEpisode *self);

G_END_DECLS
