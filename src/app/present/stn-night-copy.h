/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-night.h"

G_BEGIN_DECLS

/**
 * stn_night_copy_text: (transfer full) @night in words, for a text file or paper, when the diary cannot take it: outcome,
 * every cramp with its note, sleep, note. @today: for the year of the date.
 */
char *stn_night_copy_text (const StnNight *night, StnDate today);

G_END_DECLS
