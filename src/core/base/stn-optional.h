/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** StnOptInt, StnOptReal: a number that may be unknown. Unknown is a value of its own, never 0 or -1. */
typedef struct {
  gboolean known;
  int value; /* meaningless unless known */
} StnOptInt;

typedef struct {
  gboolean known;
  double value; /* meaningless unless known; always finite */
} StnOptReal;

#define STN_UNKNOWN_INT ((StnOptInt){FALSE, 0})
#define STN_UNKNOWN_REAL ((StnOptReal){FALSE, 0.0})
#define STN_KNOWN_INT(x) ((StnOptInt){TRUE, (x)})
#define STN_KNOWN_REAL(x) ((StnOptReal){TRUE, (x)})

static inline gboolean
stn_opt_int_equal (StnOptInt a, StnOptInt b)
{
  return a.known == b.known && (!a.known || a.value == b.value);
}

static inline gboolean
stn_opt_real_equal (StnOptReal a, StnOptReal b)
{
  return a.known == b.known && (!a.known || a.value == b.value);
}

/** StnAnswer: yes, no, or not known. */
typedef enum {
  STN_ANSWER_UNKNOWN,
  STN_ANSWER_NO,
  STN_ANSWER_YES,
} StnAnswer;

G_END_DECLS
