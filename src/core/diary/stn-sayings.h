/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "card/stn-saying.h"
#include "diary/stn-diary.h"

G_BEGIN_DECLS

/**
 * stn_diary_list_sayings: (transfer full) (element-type StnSaying) all self-care and relief of data/knowledge in the words that
 * fit the person as known today: where a safety gate holds (clinical 3.2), what stands there instead. NULL on error.
 */
GArray *stn_diary_list_sayings (StnDiary *self, GError **error);

G_END_DECLS
