/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/stn-episode.h"

G_BEGIN_DECLS

#define STN_TYPE_EPISODE_MORE (stn_episode_more_get_type ())
G_DECLARE_FINAL_TYPE (StnEpisodeMore, stn_episode_more, STN, EPISODE_MORE, AdwBin)

/**
 * StnEpisodeMore: what is asked of a cramp less often: when it began, by day, arms or hands, distress, a note.
 *
 * Signal "changed" (): the person answered or took an answer back.
 */
void stn_episode_more_show (StnEpisodeMore *self, const StnEpisode *episode);

/** stn_episode_more_read: puts the answers into @episode; what cannot be taken stays as it is there. */
void stn_episode_more_read (StnEpisodeMore *self, StnEpisode *episode);

/** stn_episode_more_check: whether all can be taken; else says why not beside it and brings the focus there. */
gboolean stn_episode_more_check (StnEpisodeMore *self);

G_END_DECLS
