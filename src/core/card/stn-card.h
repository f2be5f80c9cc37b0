/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"
#include "card/stn-known-trigger.h"
#include "card/stn-saying.h"
#include "card/stn-usual-picture.h"

G_BEGIN_DECLS

/** From this many recorded nights on, nights with cramps and without are compared (product 3); before it nothing is. */
#define STN_CARD_NIGHTS_TO_COMPARE 30

typedef enum {
  STN_CARD_NONE,      /* nothing new to say */
  STN_CARD_GUIDE,     /* known triggers that were written down, something to try tonight */
  STN_CARD_WEEK,      /* the first week's counts, and that nothing can be told from them */
  STN_CARD_FORTNIGHT, /* enough for a talk with a doctor */
  STN_CARD_FINDING,   /* a clear pattern */
  STN_CARD_OUTLOOK,   /* what could be seen by when */
} StnCardKind;

/**
 * StnCardState: what decides which card there is (product 3). Borrowed while it decides.
 * @last_night: the night that Today asks about. @is_last_recorded: it has an outcome.
 * @first_night: the first with an outcome; unset when there is none. @recorded, @cramp_nights: nights with an outcome, with
 * cramps. @week_recorded, @week_cramps: the same of the first seven calendar nights.
 * @known, @week_known: (element-type StnKnownTrigger) of the whole diary, and of the days before those seven nights.
 * @sayings: (element-type StnSaying) all that fit, in the order in which they are to come.
 * @shown: (element-type utf8 StnDate) what was shown, on the morning after which night.
 * @analysis: (nullable) with what is published; only with 30 nights or more.
 */
typedef struct {
  StnDate last_night;
  gboolean is_last_recorded;
  StnDate first_night;
  guint recorded;
  guint cramp_nights;
  guint week_recorded;
  guint week_cramps;
  GPtrArray *known;
  GPtrArray *week_known;
  GArray *sayings;
  GHashTable *shown;
  StnUsualPicture picture;
  const StnAnalysis *analysis;
} StnCardState;

/**
 * StnOutlook: when something could be told of one factor at the person's own rates.
 * @is_comparison: whether it can be compared at all then; else whether a strong link would probably show.
 * @nights: recorded nights that it takes in all. @by: about when that many are recorded, if nights go on being
 * recorded as often as so far; unset when it is years away.
 */
typedef struct {
  const StnFinding *finding;
  gboolean is_comparison;
  guint nights;
  StnDate by;
} StnOutlook;

/**
 * StnCard: the one card of a morning; borrows from the state that it was decided from.
 * @known: (element-type StnKnownTrigger), @sayings: (element-type StnSaying): of the card GUIDE; @known of WEEK, too.
 * @recorded, @cramps: the nights that its counts are of. @finding: of FINDING; of OUTLOOK what is clear already, or NULL. @outlooks: (element-type StnOutlook) of OUTLOOK.
 * @ids: (element-type utf8) what to remember as shown.
 */
typedef struct {
  StnCardKind kind;
  GPtrArray *known;
  GPtrArray *sayings;
  guint recorded;
  guint cramps;
  const StnUsualPicture *picture;
  const StnFinding *finding;
  GArray *outlooks;
  GPtrArray *ids;
} StnCard;

/**
 * stn_card_decide: (transfer full) which card there is; never two. What was shown on the morning of another night is no news; the
 * same morning shows the same card again. All that fits is shown within a fortnight of mornings: the fewer mornings are
 * left, the more of it at a time.
 */
StnCard *stn_card_decide (const StnCardState *state);
void stn_card_free (StnCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnCard, stn_card_free)

/** stn_card_is_outlook_due: whether the next card needs the analysis, which takes time: every 30 recorded nights. */
gboolean stn_card_is_outlook_due (const StnCardState *state);

G_END_DECLS
