/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-sample-trial.h"

#include "analysis/stn-publication.h"
#include "knowledge/stn-knowledge.h"

/* What was planted of a factor; 0 = nothing, 1 = more cramps with it, -1 = fewer, of the raw value going up. */
static int
planted_direction (const StnSampleTruth *truth, const char *slug)
{
  for (guint i = 0; i < truth->n_links; i++)
    if (g_str_equal (truth->links[i].slug, slug)) {
      StnCut cut = stn_knowledge_get_trigger (stn_knowledge_get (), slug)->exposed_when;
      gboolean below = cut.side == STN_CUT_BELOW || cut.side == STN_CUT_AT_OR_BELOW;

      return (truth->links[i].odds_ratio > 1) == below ? -1 : 1;
    }
  return 0;
}

/* Whether nothing wrong is said of the factor @slug; counts it when it is named. */
static gboolean
is_true (
  const StnSampleTruth *truth, const char *slug, StnVerdict verdict, StnTier tier, guint *n_named)
{
  int direction = planted_direction (truth, slug);
  gboolean named = tier >= STN_TIER_LIKELY;

  *n_named += named;
  if (direction == 0)
    return tier == STN_TIER_NONE;
  return !named || verdict == (direction > 0 ? STN_VERDICT_TRIGGER : STN_VERDICT_PROTECTOR);
}

static gboolean
is_enough (const StnSampleTruth *truth, guint n_named)
{
  if (truth->nights <= STN_SAMPLE_SHOWS_NONE)
    return n_named == 0;
  return truth->nights < STN_SAMPLE_SHOWS_ALL || n_named == truth->n_links;
}

static gboolean
shows_tonight (const StnSampleTruth *truth, const StnAnalysis *analysis)
{
  guint n_named = 0;

  for (guint i = 0; i < analysis->findings->len; i++) {
    const StnFinding *finding = analysis->findings->pdata[i];

    if (!is_true (truth, finding->name, finding->verdict, finding->tier, &n_named))
      return FALSE;
  }
  return is_enough (truth, n_named);
}

static gboolean
shows_published (const StnSampleTruth *truth, const StnAnalysis *analysis)
{
  guint n_named = 0;

  for (guint i = 0; i < analysis->findings->len; i++) {
    const StnFinding *finding = analysis->findings->pdata[i];
    const StnPublished *last = stn_publication_get_last (finding->publication);

    if (last != NULL && !is_true (truth, finding->name, last->verdict, last->tier, &n_named))
      return FALSE;
  }
  return is_enough (truth, n_named);
}

gboolean
stn_sample_shows (StnMaterial *material,
                  const StnSampleTruth *truth,
                  gboolean *ret_shows,
                  GError **error)
{
  g_autoptr (StnAnalysis) tonight =
    stn_analysis_run (stn_material_get_input (material), NULL, NULL, NULL, error);
  g_autoptr (StnAnalysis) published = NULL;

  if (tonight == NULL)
    return FALSE;
  *ret_shows = shows_tonight (truth, tonight);
  if (!*ret_shows || truth->nights > STN_SAMPLE_PUBLISHED_MOST)
    return TRUE;
  published = stn_material_analyze (material, NULL, NULL, NULL, error);
  if (published == NULL)
    return FALSE;
  *ret_shows = shows_published (truth, published);
  return TRUE;
}
