/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording/stn-wording.h"

G_BEGIN_DECLS

/** Takes @text and compares it. */
#define assert_words(text, expected)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *words_ = (text);                                                              \
    g_assert_cmpstr (words_, ==, (expected));                                                      \
  }                                                                                                \
  G_STMT_END

/** The 22nd of November 2026, the day of the pictures. */
StnDate words_today (void);

/** A factor of the catalogue, and one of the person's own. */
StnFactor *words_built_in (const char *slug);
StnFactor *words_own (const char *name, StnFactorKind kind, const char *unit);

/** An analysis of @nights nights with cramps on @cramps of them, findings to be added. */
StnAnalysis *words_analysis (guint nights, guint cramps);

/** Adds a finding with counts by @cut to @analysis, which owns it. */
StnFinding *words_finding (StnAnalysis *analysis,
                           const char *name,
                           StnFactorKind kind,
                           StnCut cut,
                           guint cramps_with,
                           guint nights_with,
                           guint cramps_without,
                           guint nights_without);

/** stn_wording_finding() of @words_today, with no other factors in the diary than @factor, which is the finding's. */
StnFindingText *
words_of_finding (const StnFinding *finding, const StnFactor *factor, const StnAnalysis *analysis);

G_END_DECLS
