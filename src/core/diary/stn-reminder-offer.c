/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-reminder-offer.h"

#include "diary/stn-diary-reminders.h"
#include "store/stn-shown-table.h"

#define OFFER_ID "offer.reminders"
#define DAYS_BACK 13

static gboolean
was_any_set (StnDiary *diary, gboolean *ret_set, GError **error)
{
  StnReminder reminders[STN_N_REMINDERS];

  if (!stn_diary_get_reminders (diary, reminders, error))
    return FALSE;
  *ret_set = FALSE;
  for (guint i = 0; i < STN_N_REMINDERS; i++)
    *ret_set = *ret_set || reminders[i].set_s != 0;
  return TRUE;
}

static gboolean
was_answered (StnDiary *diary, gboolean *ret_answered, GError **error)
{
  g_autoptr (GHashTable) shown = stn_shown_table_load (stn_diary_get_store (diary), error);

  *ret_answered = shown != NULL && g_hash_table_contains (shown, OFFER_ID);
  return shown != NULL;
}

static gboolean
are_nights_recorded (StnDiary *diary, gboolean *ret_recorded, GError **error)
{
  StnDate last = stn_diary_last_night (diary);
  g_autoptr (GPtrArray) nights =
    stn_diary_list_nights (diary, stn_date_add_days (last, -DAYS_BACK), last, error);
  guint recorded = 0;

  for (guint i = 0; nights != NULL && i < nights->len; i++)
    recorded += stn_night_get_state (g_ptr_array_index (nights, i)) != STN_NIGHT_NOT_RECORDED;
  *ret_recorded = recorded >= STN_REMINDER_OFFER_LEAST;
  return nights != NULL;
}

gboolean
stn_diary_offers_reminders (StnDiary *self, gboolean *ret_offers, GError **error)
{
  g_return_val_if_fail (self != NULL && ret_offers != NULL, FALSE);
  g_autofree char *own = stn_diary_default_path ();
  gboolean set, answered, recorded;

  if (!was_any_set (self, &set, error) || !was_answered (self, &answered, error) ||
      !are_nights_recorded (self, &recorded, error))
    return FALSE;
  *ret_offers = !set && !answered && recorded &&
                g_str_equal (stn_store_get_path (stn_diary_get_store (self)), own);
  return TRUE;
}

gboolean
stn_diary_end_reminder_offer (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  g_ptr_array_add (ids, (gpointer) OFFER_ID);
  return stn_shown_table_keep (stn_diary_get_store (self), ids, stn_diary_last_night (self), error);
}
