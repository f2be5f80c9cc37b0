/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** StnSayingKind: when what the guide says is of use. */
typedef enum {
  STN_SAYING_TONIGHT, /* self-care that can be tried this evening */
  STN_SAYING_BY_DAY,  /* self-care for the day */
  STN_SAYING_RELIEF,  /* for when a cramp comes */
} StnSayingKind;
#define STN_SAYING_KINDS 3

/**
 * StnSaying: one piece of self-care or relief as it fits this person. @id: what is remembered of it once it was shown.
 * @text: English, through gettext(). @factor: (nullable) slug of the factor that records it. @is_gated: a safety gate (clinical 3.2) put other words in its place.
 */
typedef struct {
  StnSayingKind kind;
  const char *id;
  const char *text;
  const char *factor;
  gboolean is_gated;
} StnSaying;

G_END_DECLS
