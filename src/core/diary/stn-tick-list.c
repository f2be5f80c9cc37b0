/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-tick-list.h"

#include "diary/stn-diary-factors.h"

GPtrArray *
stn_tick_list_get_ticks (const StnFactor *list)
{
  g_return_val_if_fail (list != NULL, NULL);
  const StnTrigger *self = stn_factor_get_trigger (list);
  g_autoptr (GPtrArray) ticks = g_ptr_array_new ();

  for (const StnTrigger *const *tick = stn_knowledge_list_triggers (stn_knowledge_get ());
       self != NULL && *tick != NULL; tick++)
    if (g_strcmp0 ((*tick)->list, self->slug) == 0)
      g_ptr_array_add (ticks, (gpointer) *tick);
  return ticks->len > 0 ? g_steal_pointer (&ticks) : NULL;
}

static gboolean
points_the_same_way (const StnFactor *list, const StnTrigger *tick)
{
  return stn_trigger_exposed_direction (tick) ==
         stn_trigger_exposed_direction (stn_factor_get_trigger (list));
}

gboolean
stn_tick_list_has_none (const StnFactor *list)
{
  g_autoptr (GPtrArray) ticks = stn_tick_list_get_ticks (list);

  for (guint i = 0; ticks != NULL && i < ticks->len; i++)
    if (!points_the_same_way (list, g_ptr_array_index (ticks, i)))
      return FALSE;
  return ticks != NULL;
}

guint64
stn_tick_list_read (const StnFactor *list, const StnNight *night, gboolean *ret_is_known)
{
  g_return_val_if_fail (night != NULL && ret_is_known != NULL, 0);
  g_autoptr (GPtrArray) ticks = stn_tick_list_get_ticks (list);
  guint64 ticked = 0;

  *ret_is_known = stn_night_get_value (night, list->slug) != NULL;
  for (guint i = 0; ticks != NULL && i < ticks->len; i++) {
    const StnTrigger *tick = g_ptr_array_index (ticks, i);
    const StnFactorValue *value = stn_night_get_value (night, tick->slug);

    *ret_is_known |= value != NULL;
    if (value != NULL && value->value != 0)
      ticked |= G_GUINT64_CONSTANT (1) << i;
  }
  return ticked;
}

static void
put (StnNight *night, const char *slug, gboolean is_yes)
{
  stn_night_take_value (night, stn_factor_value_new (slug, is_yes, STN_ENTERED_UNKNOWN));
}

void
stn_tick_list_answer (const StnFactor *list, StnNight *night, guint64 ticked, gboolean is_known)
{
  g_return_if_fail (night != NULL);
  g_autoptr (GPtrArray) ticks = stn_tick_list_get_ticks (list);
  gboolean is_yes = FALSE;

  g_return_if_fail (ticks != NULL);

  for (guint i = 0; i < ticks->len; i++) {
    const StnTrigger *tick = g_ptr_array_index (ticks, i);
    gboolean is_ticked = (ticked & (G_GUINT64_CONSTANT (1) << i)) != 0;

    is_yes |= is_ticked && points_the_same_way (list, tick);
    if (is_known)
      put (night, tick->slug, is_ticked);
    else
      stn_night_remove_value (night, tick->slug);
  }
  if (is_known)
    put (night, list->slug, is_yes);
  else
    stn_night_remove_value (night, list->slug);
}
