/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"

G_BEGIN_DECLS

/**
 * What is published of a factor (analysis 1.2). Whoever looks every week sees luck come and go; so a tier is shown only after
 * it held at three weekly refreshes in a row, and goes as slowly as it came.
 *
 * The rule, exactly. At each refresh the analysis is of some opinion: a verdict, a tier and the chance that luck does the
 * same. To be published takes more than to be chosen tonight, and to stay published takes less than to come:
 *
 * - "likely" is said with a chance of at most .06 at every step up to it, whichever step that is (tonight's limit is .08
 *   for the first step and softer for later ones). Where it stands, it is still said up to .16.
 * - "confirmed" is said with a chance of at most .02, and where it stands up to .05.
 * - Who is chosen and may say neither says "unclear" at tier "possible".
 *
 * Chosen with simulated diaries (tests/bench/analysis.md): over a year of weekly looks a false name appears in half as many
 * diaries with a strong trigger as by tonight's limits, names come and go less, and the true one is found a week later.
 *
 * An opinion says its verdict at its own tier and at every tier below: who says "confirmed" says "likely" too. A verdict at a
 * tier stands once it was said at three refreshes in a row, and falls once it was not said at three in a row. Published is
 * the verdict that stands, at the highest tier at which it stands; two cannot stand at once, since three times one is three
 * times not the other. So:
 *
 * - likely, likely, confirmed: published as likely, at the third. Confirmed thrice: published as confirmed, at the third.
 * - Published as confirmed and then likely thrice: published as likely. Likely, none, likely: as likely too, at the third,
 *   since confirmed was not said three times and likely was never unsaid for so long. A tier that flickers does not
 *   stay published for want of three alike.
 * - A trigger that becomes a protector: published as such when three refreshes in a row said so; until then as before.
 * - Entangled is "unclear" at tier "possible" and published like it; each of the names it is entangled with stands and
 *   falls by the same rule. "Unclear", "unlikely", "not enough data" and "no contrast" are verdicts like any other.
 * - Nothing is published before the third refresh, nor while no verdict stands.
 */

/**
 * StnOpinion: what the analysis said of a factor at one weekly refresh. @chance: of the luck check, 1 without one.
 * @entangled_with: (nullable).
 */
typedef struct {
  StnVerdict verdict;
  StnTier tier;
  double chance;
  char **entangled_with;
} StnOpinion;

/** StnPublished: what was published from the refresh @since on, the third in a row that agreed; @known FALSE: nothing. */
typedef struct {
  StnDate since;
  gboolean known;
  StnVerdict verdict;
  StnTier tier;
} StnPublished;

/**
 * StnPublication: what was published of one factor over the time of a diary.
 * @history: (element-type StnPublished) oldest first, each other than the one before; empty while nothing ever was.
 * @entangled_with: (array zero-terminated=1) names, in byte order; empty unless the last is unclear.
 */
struct _StnPublication {
  GArray *history;
  char **entangled_with;
};

/** stn_publication_new: @opinions, @dates: of the @n weekly refreshes, oldest first. */
StnPublication *
stn_publication_new (const StnOpinion *opinions, const StnDate *dates, guint n_refreshes);
void stn_publication_free (StnPublication *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnPublication, stn_publication_free)

/** stn_publication_get_last: (nullable) what is published now; NULL when nothing is. */
const StnPublished *stn_publication_get_last (const StnPublication *self);

G_END_DECLS
