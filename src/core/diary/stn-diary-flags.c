/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary-flags.h"

#include "base/stn-text-line.h"
#include "diary/stn-diary-group.h"
#include "diary/stn-diary-medicines.h"
#include "diary/stn-diary-person.h"
#include "diary/stn-diary-visits.h"
#include "knowledge/stn-medicine-class.h"
#include "store/stn-flag-table.h"
#include "store/stn-sign-table.h"

GPtrArray *
stn_diary_list_signs (StnDiary *self, StnDate from, StnDate to, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return stn_sign_table_list (stn_diary_get_store (self), from, to, error);
}

static gboolean
put_signs (
  StnDiary *self, GPtrArray *signs, StnDate date, const char *const *forget, GError **error)
{
  StnStore *store = stn_diary_get_store (self);

  for (guint i = 0; i < signs->len; i++) {
    const StnSign *sign = g_ptr_array_index (signs, i);

    if (!stn_diary_check_not_ahead (self, sign->date, error) ||
        !stn_sign_table_put (store, sign, error))
      return FALSE;
  }
  for (guint i = 0; forget != NULL && forget[i] != NULL; i++)
    if (!stn_sign_table_delete (store, date, forget[i], error))
      return FALSE;
  return TRUE;
}

gboolean
stn_diary_put_signs (StnDiary *self,
                     GPtrArray *signs,
                     StnDate date,
                     const char *const *forget,
                     gint64 *ret_group,
                     GError **error)
{
  g_return_val_if_fail (self != NULL && signs != NULL, FALSE);

  return stn_store_begin (stn_diary_get_store (self), "answer-signs", "person", error) &&
         stn_diary_end_group (self, put_signs (self, signs, date, forget, error), ret_group, error);
}

static StnDate
today_of (StnDiary *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (self)));

  return stn_date_of (now);
}

/* It does not stand on the routine card any more. */
static gboolean
is_old_reason (const StnFlagNote *note, StnDate today)
{
  return g_strcmp0 (note->tier, stn_flag_tier_to_token (STN_FLAG_TIER_ROUTINE)) == 0 &&
         stn_date_days_between (note->day, today) >= STN_FLAG_STANDS_DAYS;
}

/* So far back that a raised flag can still be looked at as it was then. */
static StnDate
first_day (const StnFlagRecords *records, StnDate today)
{
  StnDate first = today;

  for (guint i = 0; i < records->notes->len; i++) {
    const StnFlagNote *note = g_ptr_array_index (records->notes, i);

    if (note->reply == STN_FLAG_REPLY_NONE && !is_old_reason (note, today) &&
        stn_date_compare (note->day, first) < 0)
      first = note->day;
  }
  return stn_date_add_days (first, -STN_FLAG_LOOKS_BACK_DAYS);
}

static void
put_draft (GPtrArray *nights, const StnNight *draft)
{
  guint place = 0;

  while (place < nights->len &&
         stn_date_compare (((StnNight *) g_ptr_array_index (nights, place))->key, draft->key) < 0)
    place++;
  if (place < nights->len &&
      stn_date_compare (((StnNight *) g_ptr_array_index (nights, place))->key, draft->key) == 0)
    g_ptr_array_remove_index (nights, place);
  g_ptr_array_insert (nights, (int) place, stn_night_copy (draft));
}

static gboolean
load_nights (StnDiary *self, const StnNight *draft, StnFlagRecords *records, GError **error)
{
  StnDate first = first_day (records, today_of (self));
  GPtrArray *nights = stn_diary_list_nights (self, first, STN_NO_DATE, error);
  GPtrArray *signs = nights != NULL ? stn_diary_list_signs (self, first, STN_NO_DATE, error) : NULL;

  if (nights != NULL) {
    g_ptr_array_unref (records->nights);
    records->nights = nights;
  }
  if (signs == NULL)
    return FALSE;
  g_ptr_array_unref (records->signs);
  records->signs = signs;
  if (draft != NULL)
    put_draft (records->nights, draft);
  return TRUE;
}

static void
add_class (StnFlagMedicine *flagged, const char *class_id)
{
  const StnMedicineClass *of =
    class_id != NULL ? stn_knowledge_get_medicine_class (stn_knowledge_get (), class_id) : NULL;

  if (of == NULL)
    return;
  g_strfreev (flagged->classes);
  flagged->classes = g_new0 (char *, 3);
  flagged->classes[0] = g_strdup (of->id);
  flagged->classes[1] = g_strdup (of->group->id);
  flagged->is_linked =
    !of->treatment && (of->on.grade == STN_GRADE_A || of->on.grade == STN_GRADE_B);
}

/* The last time it was begun, and ended after that; every day on which it was begun or raised. */
static void
add_history (StnFlagMedicine *flagged, const StnMedicine *medicine, StnDate today)
{
  for (guint i = 0; i < medicine->changes->len; i++) {
    const StnMedicineChange *change = g_ptr_array_index (medicine->changes, i);

    if (stn_date_compare (change->date, today) > 0)
      break;
    if (change->event == STN_MEDICINE_START) {
      flagged->start = change->date;
      flagged->stop = STN_NO_DATE;
    } else if (change->event == STN_MEDICINE_STOP)
      flagged->stop = change->date;
    if (stn_date_is_set (change->date) &&
        (change->event == STN_MEDICINE_START || change->direction == STN_DOSE_CHANGE_RAISED))
      g_array_append_val (flagged->raises, change->date);
  }
}

static gboolean
load_medicines (StnDiary *self, StnFlagRecords *records, GError **error)
{
  g_autoptr (GPtrArray) medicines = stn_diary_list_medicines (self, error);
  StnDate today = today_of (self);

  for (guint i = 0; medicines != NULL && i < medicines->len; i++) {
    const StnMedicine *medicine = g_ptr_array_index (medicines, i);
    const StnMedicineChange *first = stn_medicine_get_first_change (medicine);
    StnFlagMedicine *flagged;

    if (first == NULL || stn_date_compare (first->date, today) > 0)
      continue;
    flagged = stn_flag_medicine_new (medicine->name);
    add_class (flagged, medicine->class_id);
    add_history (flagged, medicine, today);
    g_ptr_array_add (records->medicines, flagged);
  }
  return medicines != NULL;
}

static gboolean
load_person (StnDiary *self, StnFlagRecords *records, GError **error)
{
  g_autoptr (StnPerson) person = stn_diary_get_person (self, error);
  g_autoptr (GPtrArray) conditions =
    person != NULL ? stn_diary_list_conditions (self, error) : NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  StnDate today = today_of (self);

  if (conditions == NULL)
    return FALSE;
  for (guint i = 0; i < conditions->len; i++) {
    const StnPersonCondition *condition = g_ptr_array_index (conditions, i);

    if (condition->condition_id != NULL && stn_person_condition_holds_on (condition, today))
      g_ptr_array_add (ids, g_strdup (condition->condition_id));
    if (g_strcmp0 (condition->condition_id, STN_CONDITION_PREGNANCY) == 0 &&
        stn_date_is_set (condition->until) && stn_date_compare (condition->until, today) <= 0 &&
        (!stn_date_is_set (records->pregnant_until) ||
         stn_date_compare (condition->until, records->pregnant_until) > 0))
      records->pregnant_until = condition->until;
  }
  g_ptr_array_add (ids, NULL);
  g_strfreev (records->conditions);
  records->conditions = (char **) g_ptr_array_steal (ids, NULL);
  records->pregnant = stn_person_is_pregnant_on (person, conditions, today);
  records->birth_year = person->birth_year;
  records->emergency_number = g_strdup (person->emergency_number);
  return TRUE;
}

static gboolean
load_visits (StnDiary *self, StnFlagRecords *records, GError **error)
{
  g_autoptr (GPtrArray) visits = stn_diary_list_visits (self, error);

  for (guint i = 0; visits != NULL && i < visits->len; i++)
    g_array_append_val (records->visits, ((StnVisit *) g_ptr_array_index (visits, i))->date);
  return visits != NULL;
}

static gboolean
load_notes (StnDiary *self, StnFlagRecords *records, GError **error)
{
  GPtrArray *notes = stn_flag_table_list (stn_diary_get_store (self), error);

  if (notes == NULL)
    return FALSE;
  g_ptr_array_unref (records->notes);
  records->notes = notes;
  return stn_diary_get_day_change (self, &records->day_change_min, error);
}

StnFlagRecords *
stn_diary_load_flag_records (StnDiary *self, const StnNight *draft, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_autoptr (StnFlagRecords) records = stn_flag_records_new ();

  if (load_notes (self, records, error) && load_nights (self, draft, records, error) &&
      load_medicines (self, records, error) && load_person (self, records, error) &&
      load_visits (self, records, error))
    return g_steal_pointer (&records);
  return NULL;
}

static gboolean
takes (const StnFlagRecords *records, const char *class_id)
{
  for (guint i = 0; i < records->medicines->len; i++) {
    const StnFlagMedicine *medicine = g_ptr_array_index (records->medicines, i);

    if (!stn_date_is_set (medicine->stop) &&
        g_strv_contains ((const char *const *) medicine->classes, class_id))
      return TRUE;
  }
  return FALSE;
}

static gboolean
has (const StnFlagRecords *records, const char *condition_id)
{
  return g_strv_contains ((const char *const *) records->conditions, condition_id);
}

StnAskedOf
stn_flag_records_get_asked_of (const StnFlagRecords *records)
{
  g_return_val_if_fail (records != NULL, 0);
  StnAskedOf asked_of = 0;

  if (records->pregnant == STN_ANSWER_YES)
    asked_of |= STN_ASKED_OF_PREGNANT;
  if (takes (records, "quinine"))
    asked_of |= STN_ASKED_OF_QUININE;
  if (takes (records, "statins") || takes (records, "fibrates") || takes (records, "colchicine"))
    asked_of |= STN_ASKED_OF_STATIN;
  if (has (records, "dialysis"))
    asked_of |= STN_ASKED_OF_DIALYSIS;
  if (has (records, "diabetes-1") || has (records, "diabetes-2"))
    asked_of |= STN_ASKED_OF_DIABETES;
  return asked_of;
}

static StnFlags *
find (StnDiary *self, const StnFlagRecords *records)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (self)));

  return stn_flags_find (stn_knowledge_get (), records, now);
}

StnFlags *
stn_diary_find_flags (StnDiary *self, const StnNight *draft, GError **error)
{
  g_autoptr (StnFlagRecords) records = stn_diary_load_flag_records (self, draft, error);

  return records != NULL ? find (self, records) : NULL;
}

gboolean
stn_flag_is_on_card (const StnFlag *flag)
{
  g_return_val_if_fail (flag != NULL, FALSE);
  return flag->which->tier == STN_FLAG_TIER_ROUTINE || flag->past;
}

/* (nullable) what was noted of that flag. */
static StnFlagNote *
find_note (const StnFlagRecords *records, const StnFlag *flag)
{
  for (guint i = 0; i < records->notes->len; i++) {
    StnFlagNote *note = g_ptr_array_index (records->notes, i);

    if (g_str_equal (note->rule, flag->rule->id) && stn_date_compare (note->day, flag->day) == 0)
      return note;
  }
  return NULL;
}

static StnStamp
stamp_now (StnDiary *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (self)));

  return stn_stamp_of (now);
}

static gboolean
stands_unanswered (const StnFlagNote *note, const StnFlag *flag)
{
  return g_str_equal (note->rule, flag->rule->id) && note->reply == STN_FLAG_REPLY_NONE &&
         stn_date_days_between (note->day, flag->day) < STN_FLAG_STANDS_DAYS;
}

/* A reason that comes to the routine card now: so it stays there until it is answered. */
static gboolean
note_reason (StnDiary *self, const StnFlagRecords *records, const StnFlag *flag, GError **error)
{
  g_autoptr (StnFlagNote) note = NULL;

  for (guint i = 0; i < records->notes->len; i++)
    if (stands_unanswered (g_ptr_array_index (records->notes, i), flag))
      return TRUE;
  note = stn_flag_note_new (flag->rule->id, flag->day, stn_flag_tier_to_token (flag->which->tier));
  note->raised = stamp_now (self);
  return stn_flag_table_put (stn_diary_get_store (self), note, error);
}

/* An event that was not noted yet, is more urgent than it was, or says more than what was answered, is noted now: so it stays when its night is old. */
static gboolean
note_event (StnDiary *self, const StnFlagRecords *records, const StnFlag *flag, GError **error)
{
  const StnFlagNote *before = find_note (records, flag);
  g_autoptr (StnFlagNote) note = NULL;
  StnFlagTier tier;

  if (before != NULL && stn_flag_tier_parse (before->tier, &tier, NULL) &&
      tier >= flag->which->tier && (before->reply == STN_FLAG_REPLY_NONE || flag->put_away))
    return TRUE;
  note = stn_flag_note_new (flag->rule->id, flag->day, stn_flag_tier_to_token (flag->which->tier));
  note->raised = stamp_now (self);
  return stn_flag_table_put (stn_diary_get_store (self), note, error);
}

gboolean
stn_diary_note_flags (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_autoptr (StnFlagRecords) records = stn_diary_load_flag_records (self, NULL, error);
  g_autoptr (StnFlags) flags = records != NULL ? find (self, records) : NULL;

  if (flags == NULL)
    return FALSE;
  for (guint i = 0; i < flags->flags->len; i++) {
    const StnFlag *flag = g_ptr_array_index (flags->flags, i);

    if (flag->which->is_event && !flag->past && !note_event (self, records, flag, error))
      return FALSE;
    if (flag->which->tier == STN_FLAG_TIER_ROUTINE && !flag->put_away &&
        !note_reason (self, records, flag, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_reply (StnDiary *self,
           const StnFlagRecords *records,
           const StnFlag *flag,
           StnFlagReply reply,
           GError **error)
{
  const StnFlagNote *before = find_note (records, flag);
  g_autoptr (StnFlagNote) note =
    before != NULL
      ? stn_flag_note_copy (before)
      : stn_flag_note_new (flag->rule->id, flag->day, stn_flag_tier_to_token (flag->which->tier));

  g_free (note->tier);
  note->tier = g_strdup (stn_flag_tier_to_token (flag->which->tier));
  note->reply = reply;
  note->answered = stamp_now (self);
  return stn_flag_table_put (stn_diary_get_store (self), note, error);
}

static gboolean
fail_missing (const char *rule, GError **error)
{
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NOTHING_STORED,
               "there is no flag '%s' to be answered", stn_excerpt (rule));
  return FALSE;
}

static gboolean
check_reply (const StnFlag *flag, StnFlagReply reply, GError **error)
{
  gboolean of_card = reply == STN_FLAG_REPLY_BOOKED || reply == STN_FLAG_REPLY_SEEN;

  if (reply != STN_FLAG_REPLY_NONE && (!of_card || stn_flag_is_on_card (flag)))
    return TRUE;
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE,
               "'%s' is no answer to %s: contacted, will-contact or not-applicable",
               stn_flag_reply_to_token (reply), flag->rule->id);
  return FALSE;
}

static gboolean
answer_flag (StnDiary *self, const char *rule, StnFlagReply reply, GError **error)
{
  g_autoptr (StnFlagRecords) records = stn_diary_load_flag_records (self, NULL, error);
  g_autoptr (StnFlags) flags = records != NULL ? find (self, records) : NULL;
  const StnFlag *flag = flags != NULL ? stn_flags_get (flags, rule) : NULL;

  if (flags == NULL)
    return FALSE;
  if (flag == NULL)
    return fail_missing (rule, error);
  return check_reply (flag, reply, error) && put_reply (self, records, flag, reply, error);
}

gboolean
stn_diary_answer_flag (
  StnDiary *self, const char *rule, StnFlagReply reply, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL && rule != NULL, FALSE);

  return stn_store_begin (stn_diary_get_store (self), "answer-flag", "person", error) &&
         stn_diary_end_group (self, answer_flag (self, rule, reply, error), ret_group, error);
}

static gboolean
answer_card (StnDiary *self, StnFlagReply reply, GError **error)
{
  g_autoptr (StnFlagRecords) records = stn_diary_load_flag_records (self, NULL, error);
  g_autoptr (StnFlags) flags = records != NULL ? find (self, records) : NULL;
  guint answered = 0;

  for (guint i = 0; flags != NULL && i < flags->flags->len; i++) {
    const StnFlag *flag = g_ptr_array_index (flags->flags, i);

    if (flag->put_away || !stn_flag_is_on_card (flag))
      continue;
    if (!put_reply (self, records, flag, reply, error))
      return FALSE;
    answered++;
  }
  if (flags != NULL && answered == 0)
    g_set_error_literal (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NOTHING_STORED,
                         "there is no reason for a routine visit to be answered");
  return answered > 0;
}

gboolean
stn_diary_answer_card (StnDiary *self, StnFlagReply reply, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (reply == STN_FLAG_REPLY_BOOKED || reply == STN_FLAG_REPLY_SEEN, FALSE);

  return stn_store_begin (stn_diary_get_store (self), "answer-flag", "person", error) &&
         stn_diary_end_group (self, answer_card (self, reply, error), ret_group, error);
}
