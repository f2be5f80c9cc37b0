/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "diary/stn-card-reading.h"
#include "diary/stn-derived-factors.h"
#include "diary/stn-diary-factors.h"
#include "model/stn-factor.h"
#include "model/stn-medicine.h"

/* Ten nights from 1 November on, and what is known beside them. */
typedef struct {
  GPtrArray *nights;
  GPtrArray *factors;
  GPtrArray *medicines;
} Records;

static void
set_up (Records *self, gconstpointer data)
{
  self->nights = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_night_free);
  self->factors = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_factor_free);
  self->medicines = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_medicine_free);
  for (int day = 1; day <= 10; day++)
    g_ptr_array_add (self->nights, stn_night_new (stn_date_new (2026, 11, day)));
}

static void
tear_down (Records *self, gconstpointer data)
{
  g_ptr_array_unref (self->nights);
  g_ptr_array_unref (self->factors);
  g_ptr_array_unref (self->medicines);
}

static StnMedicine *
add_medicine (Records *self, const char *class_id, StnDate since)
{
  StnMedicine *medicine = stn_medicine_new (class_id);

  medicine->class_id = g_strdup (class_id);
  g_ptr_array_add (medicine->changes, stn_medicine_change_new (STN_MEDICINE_START, since, NULL));
  g_ptr_array_add (self->medicines, medicine);
  return medicine;
}

/* "1 0 - ...": a value each night, "-" where there is none. */
static char *
column (Records *self, const char *slug)
{
  GString *text = g_string_new (NULL);

  stn_derived_factors_add (self->nights, self->factors, self->medicines);
  for (guint i = 0; i < self->nights->len; i++) {
    const StnFactorValue *value = stn_night_get_value (g_ptr_array_index (self->nights, i), slug);

    if (value == NULL)
      g_string_append (text, i > 0 ? " -" : "-");
    else
      g_string_append_printf (text, "%s%g", i > 0 ? " " : "", value->value);
  }
  return g_string_free (text, FALSE);
}

static gboolean
has_factor (Records *self, const char *slug)
{
  for (guint i = 0; i < self->factors->len; i++)
    if (g_str_equal (((StnFactor *) g_ptr_array_index (self->factors, i))->slug, slug))
      return TRUE;
  return FALSE;
}

#define assert_column(self, slug, expected)                                                        \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *column_ = column ((self), (slug));                                            \
    g_assert_cmpstr (column_, ==, (expected));                                                     \
  }                                                                                                \
  G_STMT_END

static void
test_nothing_known (Records *self, gconstpointer data)
{
  assert_column (self, "diuretic", "- - - - - - - - - -");
  g_assert_cmpuint (self->factors->len, ==, 0);
}

static void
test_diuretic_as_needed (Records *self, gconstpointer data)
{
  StnMedicine *medicine = add_medicine (self, "loop-diuretics", stn_date_new (2026, 11, 2));

  medicine->as_needed = TRUE;
  stn_medicine_set_intake (medicine, stn_date_new (2026, 11, 3), STN_KNOWN_INT (0));
  stn_medicine_set_intake (medicine, stn_date_new (2026, 11, 4), STN_KNOWN_INT (2));
  add_medicine (self, "statins", STN_NO_DATE);
  assert_column (self, "diuretic", "0 - 0 1 - - - - - -");
  g_assert_true (has_factor (self, "diuretic"));
}

static void
test_diuretic_every_day (Records *self, gconstpointer data)
{
  add_medicine (self, "thiazides", stn_date_new (2026, 11, 2));
  assert_column (self, "diuretic", "- - - - - - - - - -");
  g_assert_false (has_factor (self, "diuretic"));
}

/* The 84 days of a new medicine are for flags, and its steps are compared by themselves. */
static void
test_medicine_change (Records *self, gconstpointer data)
{
  add_medicine (self, "statins", stn_date_new (2026, 8, 13)); /* 1 November is day 80 after it */
  assert_column (self, "medicine-change", "- - - - - - - - - -");
  g_assert_cmpuint (self->factors->len, ==, 0);
}

/* What only the night before says is not compared: lag 1. */
static void
test_short_sleep (Records *self, gconstpointer data)
{
  StnNight *night = g_ptr_array_index (self->nights, 0);

  night->sleep.tried_min = STN_KNOWN_INT (23 * 60);
  night->sleep.asleep_min = STN_KNOWN_INT (0);
  night->sleep.awakenings = STN_KNOWN_INT (0);
  night->sleep.final_wake_min = STN_KNOWN_INT (4 * 60);
  assert_column (self, "short-sleep", "- - - - - - - - - -");
  g_assert_cmpuint (self->factors->len, ==, 0);
}

/* That of every day counts where nothing is known of the other. */
static void
test_diuretic_every_day_and_as_needed (Records *self, gconstpointer data)
{
  StnMedicine *medicine = add_medicine (self, "loop-diuretics", stn_date_new (2026, 11, 1));

  medicine->as_needed = TRUE;
  add_medicine (self, "thiazides", stn_date_new (2026, 11, 4));
  stn_medicine_set_intake (medicine, stn_date_new (2026, 11, 2), STN_KNOWN_INT (0));
  assert_column (self, "diuretic", "- 0 - 1 1 1 1 1 1 1");
}

/* The card of the morning can be about it and has to have its words; nobody can enter it. */
static void
test_card_knows_it (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnCardReading) reading = stn_diary_read_card (fixture->diary, &error);
  g_autoptr (GPtrArray) entered = stn_diary_list_factors (fixture->diary, NULL);

  g_assert_no_error (error);
  g_assert_nonnull (stn_factor_list_find (reading->factors, "diuretic"));
  g_assert_null (stn_factor_list_find (entered, "diuretic"));
}

#define ADD(name, test)                                                                            \
  g_test_add ("/diary/derived-factors/" name, Records, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nothing-known", test_nothing_known);
  ADD ("diuretic-as-needed", test_diuretic_as_needed);
  ADD ("diuretic-every-day", test_diuretic_every_day);
  ADD ("medicine-change", test_medicine_change);
  ADD ("short-sleep", test_short_sleep);
  ADD ("diuretic-every-day-and-as-needed", test_diuretic_every_day_and_as_needed);
  g_test_add ("/diary/derived-factors/card-knows-it", DiaryFixture, NULL, diary_fixture_set_up,
              test_card_knows_it, diary_fixture_tear_down);
  return g_test_run ();
}
