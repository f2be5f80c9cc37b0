/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-medicine.h"

#include <string.h>

#include "base/stn-text-line.h"
#include "model/stn-model-error.h"
#include "model/stn-word-list.h"

#define NAME_MAX_CHARACTERS 80
#define WORDS_MAX_CHARACTERS 120

static const char *const event_tokens[] = {NULL, "start", "stop", "dose"};
static const char *const dose_change_tokens[] = {NULL, "raised", "lowered"};

DEFINE_WORDS (StnMedicineEvent, stn_medicine_event, event_tokens, "change of a medicine")
DEFINE_WORDS (StnDoseChange, stn_dose_change, dose_change_tokens, "change of a dose")

StnMedicineChange *
stn_medicine_change_new (StnMedicineEvent event, StnDate date, const char *dose)
{
  StnMedicineChange *self = g_new0 (StnMedicineChange, 1);

  self->event = event;
  self->date = date;
  self->dose = g_strdup (dose);
  return self;
}

static gpointer
change_copy (gconstpointer change, gpointer unused)
{
  const StnMedicineChange *self = change;
  StnMedicineChange *copy = stn_medicine_change_new (self->event, self->date, self->dose);

  copy->direction = self->direction;
  stn_identity_copy (&copy->id, &self->id);
  return copy;
}

void
stn_medicine_change_free (StnMedicineChange *self)
{
  if (self == NULL)
    return;
  stn_identity_clear (&self->id);
  g_free (self->dose);
  g_free (self);
}

static gpointer
intake_copy (gconstpointer intake, gpointer unused)
{
  const StnMedicineIntake *self = intake;
  StnMedicineIntake *copy = g_memdup2 (self, sizeof *self);

  stn_identity_copy (&copy->id, &self->id);
  return copy;
}

static void
intake_free (gpointer intake)
{
  StnMedicineIntake *self = intake;

  stn_identity_clear (&self->id);
  g_free (self);
}

StnMedicine *
stn_medicine_new (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);
  StnMedicine *self = g_new0 (StnMedicine, 1);

  self->name = g_strdup (name);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_medicine_change_free);
  self->intakes = g_ptr_array_new_with_free_func (intake_free);
  return self;
}

StnMedicine *
stn_medicine_copy (const StnMedicine *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  StnMedicine *copy = g_new0 (StnMedicine, 1);

  stn_identity_copy (&copy->id, &self->id);
  copy->name = g_strdup (self->name);
  copy->class_id = g_strdup (self->class_id);
  copy->as_needed = self->as_needed;
  copy->schedule = g_strdup (self->schedule);
  copy->changes = g_ptr_array_copy (self->changes, (GCopyFunc) change_copy, NULL);
  g_ptr_array_set_free_func (copy->changes, (GDestroyNotify) stn_medicine_change_free);
  copy->intakes = g_ptr_array_copy (self->intakes, (GCopyFunc) intake_copy, NULL);
  g_ptr_array_set_free_func (copy->intakes, intake_free);
  return copy;
}

void
stn_medicine_free (StnMedicine *self)
{
  if (self == NULL)
    return;
  stn_identity_clear (&self->id);
  g_free (self->name);
  g_free (self->class_id);
  g_free (self->schedule);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->intakes);
  g_free (self);
}

/* Validation */

static gboolean bad (GError **error, StnModelError code, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

static gboolean
bad (GError **error, StnModelError code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, STN_MODEL_ERROR, code, message);
  return FALSE;
}

static gboolean
check_words (const StnMedicine *self, const char *what, const char *text, GError **error)
{
  return text == NULL || stn_text_is_line (text, WORDS_MAX_CHARACTERS) ||
         bad (error, STN_MODEL_ERROR_BAD_NAME, "%s: the %s has 1 to %d characters in one line",
              self->name, what, WORDS_MAX_CHARACTERS);
}

static gboolean
check_order (const StnMedicine *self,
             const StnMedicineChange *before,
             const StnMedicineChange *change,
             GError **error)
{
  char earlier[STN_DATE_TEXT_SIZE], date[STN_DATE_TEXT_SIZE];
  gboolean in_use = before != NULL && before->event != STN_MEDICINE_STOP;

  stn_date_to_text (change->date, date);
  if (before != NULL && !stn_date_is_set (change->date))
    return bad (error, STN_MODEL_ERROR_BAD_HISTORY, "%s: a %s needs a date", self->name,
                change->event == STN_MEDICINE_DOSE ? "change of the dose"
                                                   : stn_medicine_event_to_token (change->event));
  if (before != NULL && stn_date_compare (before->date, change->date) == 0)
    return bad (error, STN_MODEL_ERROR_BAD_HISTORY, "%s: there is a change on %s already",
                self->name, date);
  if (change->event == STN_MEDICINE_START && in_use && stn_date_is_set (before->date))
    return bad (error, STN_MODEL_ERROR_BAD_HISTORY,
                "%s cannot start on %s: it is taken since %s already", self->name, date,
                stn_date_to_text (before->date, earlier));
  if (change->event == STN_MEDICINE_START && in_use)
    return bad (error, STN_MODEL_ERROR_BAD_HISTORY, "%s cannot start on %s: it is taken already",
                self->name, date);
  if (change->event != STN_MEDICINE_START && !in_use)
    return bad (error, STN_MODEL_ERROR_BAD_HISTORY, "%s: no %s on %s, because it is not taken then",
                self->name, change->event == STN_MEDICINE_STOP ? "stop" : "change of the dose",
                date);
  return TRUE;
}

static gboolean
check_changes (const StnMedicine *self, GError **error)
{
  const StnMedicineChange *before = NULL;

  if (self->changes->len == 0)
    return bad (error, STN_MODEL_ERROR_BAD_HISTORY, "%s: it is not said whether it was ever taken",
                self->name);
  for (guint i = 0; i < self->changes->len; i++) {
    const StnMedicineChange *change = g_ptr_array_index (self->changes, i);

    if (!check_order (self, before, change, error) ||
        !check_words (self, "dose", change->dose, error))
      return FALSE;
    before = change;
  }
  return TRUE;
}

static gboolean
check_intakes (const StnMedicine *self, GError **error)
{
  if (self->intakes->len > 0 && !self->as_needed)
    return bad (error, STN_MODEL_ERROR_BAD_HISTORY,
                "%s is taken as scheduled: how often is not counted", self->name);
  for (guint i = 0; i < self->intakes->len; i++) {
    const StnMedicineIntake *intake = g_ptr_array_index (self->intakes, i);

    if (intake->count < 0 || intake->count > STN_INTAKES_MAX)
      return bad (error, STN_MODEL_ERROR_OUT_OF_RANGE, "%s: %d times a day is not 0 to %d",
                  self->name, intake->count, STN_INTAKES_MAX);
  }
  return TRUE;
}

gboolean
stn_medicine_validate (const StnMedicine *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!stn_text_is_line (self->name, NAME_MAX_CHARACTERS))
    return bad (error, STN_MODEL_ERROR_BAD_NAME,
                "a medicine's name has 1 to %d characters in one line", NAME_MAX_CHARACTERS);
  return check_words (self, "schedule", self->schedule, error) && check_changes (self, error) &&
         check_intakes (self, error);
}

/* History */

static int
by_date (gconstpointer a, gconstpointer b)
{
  return stn_date_compare ((*(const StnMedicineChange *const *) a)->date,
                           (*(const StnMedicineChange *const *) b)->date);
}

gboolean
stn_medicine_add_change (StnMedicine *self, StnMedicineChange *change, GError **error)
{
  g_return_val_if_fail (self != NULL && change != NULL, FALSE);
  const StnMedicineChange *before =
    stn_date_is_set (change->date) ? stn_medicine_get_change_on (self, change->date) : NULL;

  if (change->event == STN_MEDICINE_DOSE && change->direction == STN_DOSE_CHANGE_UNKNOWN &&
      before != NULL)
    change->direction = stn_dose_compare (before->dose, change->dose);
  g_ptr_array_add (self->changes, change);
  g_ptr_array_sort (self->changes, by_date);
  if (check_changes (self, error))
    return TRUE;
  g_ptr_array_remove (self->changes, change);
  return FALSE;
}

const StnMedicineChange *
stn_medicine_get_change_on (const StnMedicine *self, StnDate date)
{
  g_return_val_if_fail (self != NULL && stn_date_is_set (date), NULL);
  const StnMedicineChange *found = NULL;

  for (guint i = 0; i < self->changes->len; i++) {
    const StnMedicineChange *change = g_ptr_array_index (self->changes, i);

    if (stn_date_compare (change->date, date) <= 0)
      found = change;
  }
  return found;
}

StnMedicineChange *
stn_medicine_get_first_change (const StnMedicine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->changes->len == 0 ? NULL : g_ptr_array_index (self->changes, 0);
}

const StnMedicineChange *
stn_medicine_get_last_change (const StnMedicine *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->changes->len == 0 ? NULL : g_ptr_array_index (self->changes, self->changes->len - 1);
}

gboolean
stn_medicine_is_in_use_on (const StnMedicine *self, StnDate date)
{
  const StnMedicineChange *change = stn_medicine_get_change_on (self, date);

  return change != NULL && change->event != STN_MEDICINE_STOP;
}

const char *
stn_medicine_get_dose_on (const StnMedicine *self, StnDate date)
{
  const StnMedicineChange *change = stn_medicine_get_change_on (self, date);

  return change == NULL ? NULL : change->dose;
}

StnAnswer
stn_medicine_is_taken_on (const StnMedicine *self, StnDate date)
{
  StnOptInt intake;

  if (!stn_medicine_is_in_use_on (self, date))
    return STN_ANSWER_NO;
  if (!self->as_needed)
    return STN_ANSWER_YES;
  intake = stn_medicine_get_intake (self, date);
  if (!intake.known)
    return STN_ANSWER_UNKNOWN;
  return intake.value > 0 ? STN_ANSWER_YES : STN_ANSWER_NO;
}

StnAnswer
stn_medicine_is_new_on (const StnMedicine *self, StnDate date, int days)
{
  StnAnswer answer = STN_ANSWER_NO;

  for (guint i = 0; i < self->changes->len; i++) {
    const StnMedicineChange *change = g_ptr_array_index (self->changes, i);
    gboolean is_dated = stn_date_is_set (change->date);

    if (stn_date_compare (change->date, date) > 0)
      break;
    if (change->event == STN_MEDICINE_STOP)
      answer = STN_ANSWER_NO;
    else if (change->direction == STN_DOSE_CHANGE_LOWERED || answer == STN_ANSWER_YES ||
             (is_dated && stn_date_days_between (change->date, date) >= days))
      continue;
    else if (is_dated &&
             (change->event == STN_MEDICINE_START || change->direction == STN_DOSE_CHANGE_RAISED))
      answer = STN_ANSWER_YES;
    else
      answer = STN_ANSWER_UNKNOWN;
  }
  return answer;
}

/* Intakes */

static StnMedicineIntake *
find_intake (const StnMedicine *self, StnDate night, guint *ret_place)
{
  guint place;

  for (place = 0; place < self->intakes->len; place++) {
    StnMedicineIntake *intake = g_ptr_array_index (self->intakes, place);
    int order = stn_date_compare (intake->night, night);

    if (order >= 0) {
      *ret_place = place;
      return order == 0 ? intake : NULL;
    }
  }
  *ret_place = place;
  return NULL;
}

void
stn_medicine_set_intake (StnMedicine *self, StnDate night, StnOptInt count)
{
  g_return_if_fail (self != NULL && stn_date_is_set (night));
  guint place;
  StnMedicineIntake *intake = find_intake (self, night, &place);

  if (intake != NULL && !count.known) {
    g_ptr_array_remove_index (self->intakes, place);
    return;
  }
  if (!count.known)
    return;
  if (intake == NULL) {
    intake = g_new0 (StnMedicineIntake, 1);
    intake->night = night;
    g_ptr_array_insert (self->intakes, (int) place, intake);
  }
  intake->count = count.value;
}

StnOptInt
stn_medicine_get_intake (const StnMedicine *self, StnDate night)
{
  g_return_val_if_fail (self != NULL, STN_UNKNOWN_INT);
  guint place;
  const StnMedicineIntake *intake = find_intake (self, night, &place);

  return intake == NULL ? STN_UNKNOWN_INT : STN_KNOWN_INT (intake->count);
}

/* Doses */

/* "1,5 mg" and "1.5mg": the number, and where the words after it begin. */
static gboolean
read_amount (const char *dose, double *ret_amount, const char **ret_words)
{
  g_autofree char *text = g_strdelimit (g_strstrip (g_strdup (dose)), ",", '.');
  char *end;
  double amount = g_ascii_strtod (text, &end);

  if (!g_ascii_isdigit (*text) || end == text)
    return FALSE;
  while (g_ascii_isspace (*dose))
    dose++;
  dose += end - text;
  while (g_ascii_isspace (*dose))
    dose++;
  *ret_amount = amount;
  *ret_words = dose;
  return TRUE;
}

StnDoseChange
stn_dose_compare (const char *before, const char *after)
{
  double old_amount, new_amount;
  const char *old_words, *new_words;

  if (before == NULL || after == NULL || !read_amount (before, &old_amount, &old_words) ||
      !read_amount (after, &new_amount, &new_words) || strcmp (old_words, new_words) != 0 ||
      old_amount == new_amount)
    return STN_DOSE_CHANGE_UNKNOWN;
  return new_amount > old_amount ? STN_DOSE_CHANGE_RAISED : STN_DOSE_CHANGE_LOWERED;
}
