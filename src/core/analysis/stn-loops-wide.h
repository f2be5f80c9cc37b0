/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-loops.h"

/** stn_loops_get_wide: stn-loops.c compiled for AVX2 (STN_LOOPS_WIDE); there if and only if STN_HAS_LOOPS_WIDE. */
const StnLoops *stn_loops_get_wide (void);
