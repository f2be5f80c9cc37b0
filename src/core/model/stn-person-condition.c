/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-person-condition.h"

#include "base/stn-text-line.h"
#include "model/stn-model-error.h"

#define WORDS_MAX_CHARACTERS 80

StnPersonCondition *
stn_person_condition_new (const char *condition_id, const char *own_words)
{
  g_return_val_if_fail ((condition_id == NULL) != (own_words == NULL), NULL);
  StnPersonCondition *self = g_new0 (StnPersonCondition, 1);

  self->condition_id = g_strdup (condition_id);
  self->own_words = g_strdup (own_words);
  return self;
}

StnPersonCondition *
stn_person_condition_copy (const StnPersonCondition *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  StnPersonCondition *copy = stn_person_condition_new (self->condition_id, self->own_words);

  stn_identity_copy (&copy->id, &self->id);
  copy->since = self->since;
  copy->until = self->until;
  return copy;
}

void
stn_person_condition_free (StnPersonCondition *self)
{
  if (self == NULL)
    return;
  stn_identity_clear (&self->id);
  g_free (self->condition_id);
  g_free (self->own_words);
  g_free (self);
}

gboolean
stn_person_condition_validate (const StnPersonCondition *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  char since[STN_DATE_TEXT_SIZE], until[STN_DATE_TEXT_SIZE];

  if (self->own_words != NULL && !stn_text_is_line (self->own_words, WORDS_MAX_CHARACTERS)) {
    g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_NAME,
                 "a condition has 1 to %d characters in one line", WORDS_MAX_CHARACTERS);
    return FALSE;
  }
  if (stn_date_is_set (self->since) && stn_date_is_set (self->until) &&
      stn_date_compare (self->until, self->since) <= 0) {
    g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_HISTORY,
                 "a condition cannot end on %s when it began on %s",
                 stn_date_to_text (self->until, until), stn_date_to_text (self->since, since));
    return FALSE;
  }
  return TRUE;
}

gboolean
stn_person_condition_is_same (const StnPersonCondition *a, const StnPersonCondition *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->own_words == NULL || b->own_words == NULL)
    return g_strcmp0 (a->condition_id, b->condition_id) == 0 && a->own_words == b->own_words;
  g_autofree char *one = g_utf8_casefold (a->own_words, -1);
  g_autofree char *other = g_utf8_casefold (b->own_words, -1);
  return g_str_equal (one, other);
}

/* Whether a condition that ends on @until is over when one begins on @since. */
static gboolean
is_over_before (StnDate until, StnDate since)
{
  return stn_date_is_set (until) && stn_date_is_set (since) && stn_date_compare (until, since) <= 0;
}

gboolean
stn_person_condition_overlaps (const StnPersonCondition *a, const StnPersonCondition *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return !is_over_before (a->until, b->since) && !is_over_before (b->until, a->since);
}

gboolean
stn_person_condition_holds_on (const StnPersonCondition *self, StnDate date)
{
  g_return_val_if_fail (self != NULL && stn_date_is_set (date), FALSE);

  return stn_date_compare (self->since, date) <= 0 &&
         (!stn_date_is_set (self->until) || stn_date_compare (date, self->until) < 0);
}

const StnPersonCondition *
stn_person_conditions_find_on (const GPtrArray *conditions, const char *condition_id, StnDate date)
{
  g_return_val_if_fail (conditions != NULL && condition_id != NULL, NULL);

  for (guint i = 0; i < conditions->len; i++) {
    const StnPersonCondition *condition = g_ptr_array_index (conditions, i);

    if (g_strcmp0 (condition->condition_id, condition_id) == 0 &&
        stn_person_condition_holds_on (condition, date))
      return condition;
  }
  return NULL;
}

StnOptInt
stn_person_conditions_get_pregnancy_week (const GPtrArray *conditions, StnDate date)
{
  const StnPersonCondition *pregnancy =
    stn_person_conditions_find_on (conditions, STN_CONDITION_PREGNANCY, date);

  if (pregnancy == NULL || !stn_date_is_set (pregnancy->since))
    return STN_UNKNOWN_INT;
  return STN_KNOWN_INT (stn_date_days_between (pregnancy->since, date) / 7);
}
