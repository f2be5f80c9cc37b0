/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-night-item.h"

struct _StnNightItem {
  GObject parent_instance;

  StnDate key;
  StnNight *night;
};

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StnNightItem, stn_night_item, G_TYPE_OBJECT)

static void
stn_night_item_finalize (GObject *object)
{
  StnNightItem *self = STN_NIGHT_ITEM (object);

  g_clear_pointer (&self->night, stn_night_free);
  G_OBJECT_CLASS (stn_night_item_parent_class)->finalize (object);
}

static void
stn_night_item_class_init (StnNightItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stn_night_item_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
stn_night_item_init (StnNightItem *self)
{
}

StnNightItem *
stn_night_item_new (StnDate key)
{
  StnNightItem *self = g_object_new (STN_TYPE_NIGHT_ITEM, NULL);

  self->key = key;
  return self;
}

StnDate
stn_night_item_get_key (StnNightItem *self)
{
  g_return_val_if_fail (STN_IS_NIGHT_ITEM (self), STN_NO_DATE);
  return self->key;
}

const StnNight *
stn_night_item_get_night (StnNightItem *self)
{
  g_return_val_if_fail (STN_IS_NIGHT_ITEM (self), NULL);
  return self->night;
}

void
stn_night_item_take_night (StnNightItem *self, StnNight *night)
{
  g_return_if_fail (STN_IS_NIGHT_ITEM (self));
  g_return_if_fail (night != NULL && stn_date_compare (night->key, self->key) == 0);

  g_clear_pointer (&self->night, stn_night_free);
  self->night = night;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
