/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** Compares with a known answer: @tolerance is relative to the larger of 1 and the answer. */
#define assert_near(value, answer, tolerance)                                                      \
  g_assert_cmpfloat_with_epsilon (value, answer, (tolerance) *MAX (1, fabs (answer)))

/** Compares relative to the answer itself, for tails. */
#define assert_close(value, answer, tolerance)                                                     \
  g_assert_cmpfloat_with_epsilon ((value) / (answer), 1, tolerance)
