/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"

/** Nights of a diary whose comparison takes long enough to be met under way: three years with 12 factors. */
#define LONG_DIARY_NIGHTS 1000

/** long_diary_fill: that many nights of chance, up to @last_night. */
void long_diary_fill (StnDiary *diary, StnDate last_night);
