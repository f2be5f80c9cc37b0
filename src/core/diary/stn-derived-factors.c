/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-derived-factors.h"

#include "diary/stn-diary-factors.h"
#include "knowledge/stn-medicine-class.h"
#include "model/stn-medicine.h"
#include "model/stn-night.h"

#define DIURETIC "diuretic"

static StnOptReal
value_of (StnAnswer answer)
{
  switch (answer) {
  case STN_ANSWER_YES:
    return STN_KNOWN_REAL (1);
  case STN_ANSWER_NO:
    return STN_KNOWN_REAL (0);
  case STN_ANSWER_UNKNOWN:
    break;
  }
  return STN_UNKNOWN_REAL;
}

static gboolean
is_diuretic (const StnMedicine *medicine)
{
  const StnMedicineClass *of =
    medicine->class_id == NULL
      ? NULL
      : stn_knowledge_get_medicine_class (stn_knowledge_get (), medicine->class_id);

  return of != NULL && stn_medicine_class_is (of, "diuretics");
}

/* Not when the catalogue is damaged. */
static gboolean
is_in_catalogue (const char *slug)
{
  return stn_knowledge_get_trigger (stn_knowledge_get (), slug) != NULL;
}

/* Unknown of a person who takes none when needed. */
static StnOptReal
derive_diuretic (const GPtrArray *medicines, StnDate key)
{
  StnAnswer any = STN_ANSWER_NO;
  gboolean is_comparable = FALSE;

  for (guint i = 0; i < medicines->len; i++) {
    const StnMedicine *medicine = g_ptr_array_index (medicines, i);
    StnAnswer taken;

    if (!is_diuretic (medicine))
      continue;
    is_comparable |= medicine->as_needed;
    taken = stn_medicine_is_taken_on (medicine, key);
    if (taken == STN_ANSWER_YES || any == STN_ANSWER_NO)
      any = taken;
  }
  return is_comparable ? value_of (any) : STN_UNKNOWN_REAL;
}

void
stn_derived_factors_describe (GPtrArray *factors)
{
  g_return_if_fail (factors != NULL);

  if (is_in_catalogue (DIURETIC))
    g_ptr_array_add (factors, stn_factor_new_of_catalogue (DIURETIC));
}

void
stn_derived_factors_add (GPtrArray *nights, GPtrArray *factors, const GPtrArray *medicines)
{
  g_return_if_fail (nights != NULL && factors != NULL && medicines != NULL);
  gboolean is_used = FALSE;

  if (!is_in_catalogue (DIURETIC))
    return;
  for (guint i = 0; i < nights->len; i++) {
    StnNight *night = g_ptr_array_index (nights, i);
    StnOptReal value = derive_diuretic (medicines, night->key);

    if (!value.known)
      continue;
    stn_night_take_value (night, stn_factor_value_new (DIURETIC, value.value, STN_ENTERED_UNKNOWN));
    is_used = TRUE;
  }
  if (is_used)
    stn_derived_factors_describe (factors);
}
