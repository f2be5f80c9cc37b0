/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-finding-item.h"

struct _StnFindingItem {
  GObject parent_instance;

  StnFindingGroup group;
  gboolean is_suspect;
  StnFindingResult *result;
  const StnFinding *finding; /* of @result */
  StnFindingText *text;
};

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StnFindingItem, stn_finding_item, G_TYPE_OBJECT)

StnFindingResult *
stn_finding_result_new (StnAnalysis *analysis,
                        GPtrArray *factors,
                        GHashTable *suspects,
                        StnDate today)
{
  StnFindingResult *self = g_atomic_rc_box_new0 (StnFindingResult);

  self->analysis = analysis;
  self->factors = factors;
  self->suspects = suspects;
  self->today = today;
  return self;
}

StnFindingResult *
stn_finding_result_ref (StnFindingResult *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
finding_result_clear (gpointer data)
{
  StnFindingResult *self = data;

  g_clear_pointer (&self->analysis, stn_analysis_free);
  g_clear_pointer (&self->factors, g_ptr_array_unref);
  g_clear_pointer (&self->suspects, g_hash_table_unref);
}

void
stn_finding_result_unref (StnFindingResult *self)
{
  g_atomic_rc_box_release_full (self, finding_result_clear);
}

static StnFindingGroup
group_of_tier (StnTier tier)
{
  switch (tier) {
  case STN_TIER_CONFIRMED:
    return STN_FINDING_CLEAR;
  case STN_TIER_LIKELY:
    return STN_FINDING_WATCH_CLOSELY;
  case STN_TIER_POSSIBLE:
    return STN_FINDING_WATCH;
  case STN_TIER_NONE:
    return STN_FINDING_CANNOT_TELL;
  }
  g_assert_not_reached ();
}

StnFindingGroup
stn_finding_group_of (const StnFinding *finding)
{
  switch (finding->verdict) {
  case STN_VERDICT_NOT_ENOUGH_DATA:
    return STN_FINDING_NOT_ENOUGH;
  case STN_VERDICT_NO_CONTRAST:
    return STN_FINDING_CANNOT_TEST;
  case STN_VERDICT_UNLIKELY:
    return STN_FINDING_UNLIKELY;
  case STN_VERDICT_UNCLEAR:
  case STN_VERDICT_TRIGGER:
  case STN_VERDICT_PROTECTOR:
    return group_of_tier (finding->tier);
  }
  g_assert_not_reached ();
}

static void
stn_finding_item_finalize (GObject *object)
{
  StnFindingItem *self = STN_FINDING_ITEM (object);

  g_clear_pointer (&self->result, stn_finding_result_unref);
  g_clear_pointer (&self->text, stn_finding_text_free);
  G_OBJECT_CLASS (stn_finding_item_parent_class)->finalize (object);
}

static void
stn_finding_item_class_init (StnFindingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stn_finding_item_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
stn_finding_item_init (StnFindingItem *self)
{
}

StnFindingItem *
stn_finding_item_new (StnFindingGroup group, gboolean is_suspect)
{
  StnFindingItem *self = g_object_new (STN_TYPE_FINDING_ITEM, NULL);

  self->group = group;
  self->is_suspect = is_suspect;
  return self;
}

void
stn_finding_item_set_result (StnFindingItem *self,
                             StnFindingResult *result,
                             const StnFinding *finding)
{
  g_return_if_fail (STN_IS_FINDING_ITEM (self));

  stn_finding_result_ref (result);
  g_clear_pointer (&self->result, stn_finding_result_unref);
  self->result = result;
  self->finding = finding;
  g_clear_pointer (&self->text, stn_finding_text_free);
  self->text = stn_wording_finding (finding, result->analysis, result->factors, result->today);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

StnFindingGroup
stn_finding_item_get_group (StnFindingItem *self)
{
  g_return_val_if_fail (STN_IS_FINDING_ITEM (self), STN_FINDING_CANNOT_TELL);
  return self->group;
}

gboolean
stn_finding_item_is_suspect (StnFindingItem *self)
{
  g_return_val_if_fail (STN_IS_FINDING_ITEM (self), FALSE);
  return self->is_suspect;
}

const StnFinding *
stn_finding_item_get_finding (StnFindingItem *self)
{
  g_return_val_if_fail (STN_IS_FINDING_ITEM (self), NULL);
  return self->finding;
}

const StnFindingText *
stn_finding_item_get_text (StnFindingItem *self)
{
  g_return_val_if_fail (STN_IS_FINDING_ITEM (self), NULL);
  return self->text;
}

StnFindingGroup
stn_finding_item_get_verdict_group (StnFindingItem *self)
{
  g_return_val_if_fail (STN_IS_FINDING_ITEM (self), STN_FINDING_CANNOT_TELL);
  return stn_finding_group_of (self->finding);
}

StnFindingTone
stn_finding_item_get_tone (StnFindingItem *self)
{
  StnDifference difference;

  g_return_val_if_fail (STN_IS_FINDING_ITEM (self), STN_FINDING_PLAIN);

  if (self->finding->tier < STN_TIER_LIKELY ||
      !stn_finding_get_difference (self->finding, &difference))
    return STN_FINDING_PLAIN;
  return difference.value > 0 ? STN_FINDING_MORE : STN_FINDING_FEWER;
}
