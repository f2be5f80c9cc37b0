/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/stn-episode.h"

G_BEGIN_DECLS

#define STN_TYPE_EPISODE_CARD (stn_episode_card_get_type ())
G_DECLARE_FINAL_TYPE (StnEpisodeCard, stn_episode_card, STN, EPISODE_CARD, AdwBin)

/**
 * StnEpisodeCard: the questions about one cramp. Every answer can be left open; nothing is chosen beforehand.
 *
 * Signals: "changed" (): the person answered or took an answer back. "removed" (): this cramp did not happen, or did
 * after all: a removed card is one line that offers to take that back.
 */
GtkWidget *stn_episode_card_new (const StnEpisode *episode);

/** stn_episode_card_set_number: "Cramp 1"; @is_only: the only one of the night, which is not folded. */
void stn_episode_card_set_number (StnEpisodeCard *self, guint number, gboolean is_only);

/** stn_episode_card_set_open: all questions, or one line that says what is known. */
void stn_episode_card_set_open (StnEpisodeCard *self, gboolean is_open);

gboolean stn_episode_card_is_open (StnEpisodeCard *self);

gboolean stn_episode_card_is_removed (StnEpisodeCard *self);

/** stn_episode_card_check: whether all can be taken; else says why not beside it and brings the focus there. */
gboolean stn_episode_card_check (StnEpisodeCard *self);

/** stn_episode_card_answer_eased: as if the person had answered "Did stretching ease it?" here. */
void stn_episode_card_answer_eased (StnEpisodeCard *self, StnAnswer answer);

/** stn_episode_card_get_episode: (transfer full) the cramp as it is described now; what the card does not ask is kept. */
StnEpisode *stn_episode_card_get_episode (StnEpisodeCard *self);

G_END_DECLS
