/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-usual-day.h"

#include "diary/stn-diary-factors.h"
#include "diary/stn-diary-group.h"
#include "diary/stn-settings.h"

#define DAYS_BACK 365

/* Source of a number of glasses that were counted one by one. */
#define COUNTED "counter"

/* What belongs to the night itself (clinical section 3: T13, T16, T25). */
static const char *const slugs_of_the_night[] = {"stretch", "tight-covers", "sleep-position",
                                                 "cold-legs", NULL};

gboolean
stn_usual_day_is_of_the_night (const StnFactor *factor)
{
  g_return_val_if_fail (factor != NULL, FALSE);
  const StnTrigger *trigger = stn_factor_get_trigger (factor);

  return trigger != NULL && g_strv_contains (slugs_of_the_night,
                                             trigger->list != NULL ? trigger->list : trigger->slug);
}

/* Without the catalogue, which the background process need not read for it: the slug of a tick begins with its list's. */
gboolean
stn_usual_day_is_told (const StnNight *night)
{
  g_return_val_if_fail (night != NULL, FALSE);

  for (guint i = 0; i < night->values->len; i++) {
    const StnFactorValue *value = g_ptr_array_index (night->values, i);
    g_auto (GStrv) list_and_tick = g_strsplit (value->slug, ".", 2);

    if (!g_strv_contains (slugs_of_the_night, list_and_tick[0]) &&
        g_strcmp0 (stn_factor_value_get_id (value)->source, COUNTED) != 0)
      return TRUE;
  }
  return FALSE;
}

/* A tick is asked for with its list. */
static gboolean
is_asked (GPtrArray *factors, const StnFactor *factor)
{
  const StnTrigger *trigger = stn_factor_get_trigger (factor);
  const StnFactor *list =
    trigger != NULL && trigger->list != NULL ? stn_factor_list_find (factors, trigger->list) : NULL;

  return (factor->tracked || (list != NULL && list->tracked)) &&
         !stn_usual_day_is_of_the_night (factor);
}

/* The newest values first. */
static guint
collect (GPtrArray *nights, const char *slug, double values[STN_USUAL_VALUES])
{
  guint n = 0;

  for (guint i = nights->len; i > 0 && n < STN_USUAL_VALUES; i--) {
    const StnFactorValue *value = stn_night_get_value (g_ptr_array_index (nights, i - 1), slug);

    if (value != NULL &&
        (value->entered == STN_ENTERED_EVENING || value->entered == STN_ENTERED_USUAL))
      values[n++] = value->value;
  }
  return n;
}

static int
by_size (gconstpointer a, gconstpointer b, gpointer data)
{
  double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
lower_median (double *values, guint n)
{
  g_qsort_with_data (values, (int) n, sizeof *values, by_size, NULL);
  return values[(n - 1) / 2];
}

static double
more_frequent (const double *values, guint n)
{
  guint n_yes = 0;

  for (guint i = 0; i < n; i++)
    n_yes += values[i] != 0 ? 1 : 0;
  return n_yes * 2 == n ? values[0] : n_yes * 2 > n ? 1 : 0;
}

static StnOptReal
usual_of (const StnFactor *factor, GPtrArray *nights)
{
  double values[STN_USUAL_VALUES];
  guint n;

  if (factor->usual.known)
    return factor->usual;
  n = collect (nights, factor->slug, values);
  if (n == 0)
    return STN_UNKNOWN_REAL;
  return STN_KNOWN_REAL (factor->kind == STN_FACTOR_BINARY ? more_frequent (values, n)
                                                           : lower_median (values, n));
}

GPtrArray *
stn_usual_day_read (StnDiary *self, StnDate key, GError **error)
{
  g_return_val_if_fail (self != NULL && stn_date_is_set (key), NULL);
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (self, error);
  g_autoptr (GPtrArray) nights =
    factors == NULL ? NULL
                    : stn_diary_list_nights (self, stn_date_add_days (key, -DAYS_BACK),
                                             stn_date_add_days (key, -1), error);
  GPtrArray *usual;

  if (nights == NULL)
    return NULL;
  usual = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_factor_value_free);
  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (factors, i);
    StnOptReal value = is_asked (factors, factor) ? usual_of (factor, nights) : STN_UNKNOWN_REAL;

    if (value.known)
      g_ptr_array_add (usual, stn_factor_value_new (factor->slug, value.value, STN_ENTERED_USUAL));
  }
  return usual;
}

gboolean
stn_usual_day_check (GPtrArray *usual, GError **error)
{
  g_return_val_if_fail (usual != NULL, FALSE);

  if (usual->len > 0)
    return TRUE;
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NO_USUAL,
               "nothing is known of an ordinary day yet: enter one evening first");
  return FALSE;
}

static gboolean
is_open (const StnFactorValue *stored, const StnFactorValue *usual)
{
  return stored == NULL || (g_strcmp0 (stn_factor_value_get_id (stored)->source, COUNTED) == 0 &&
                            stored->value < usual->value);
}

void
stn_usual_day_fill (GPtrArray *usual, StnNight *night)
{
  g_return_if_fail (usual != NULL && night != NULL);

  for (guint i = 0; i < usual->len; i++) {
    const StnFactorValue *value = g_ptr_array_index (usual, i);

    if (is_open (stn_night_get_value (night, value->slug), value))
      stn_night_take_value (night, stn_factor_value_copy (value));
  }
}

static gboolean
fill_cb (StnNight *night, gpointer data, GError **error)
{
  stn_usual_day_fill (data, night);
  return TRUE;
}

gboolean
stn_usual_day_take (StnDiary *self, StnDate key, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL && stn_date_is_set (key), FALSE);
  g_autoptr (GPtrArray) usual = stn_usual_day_read (self, key, error);

  if (usual == NULL || !stn_usual_day_check (usual, error))
    return FALSE;
  return stn_diary_edit_night (self, key, "ordinary-day", fill_cb, usual, ret_group, error);
}

static gboolean
count_cb (StnNight *night, gpointer data, GError **error)
{
  const double *glass_ml = data;
  const StnFactorValue *before = stn_night_get_value (night, "fluids");

  stn_night_take_value (
    night, stn_factor_value_new ("fluids", (before == NULL ? 0 : before->value) + *glass_ml,
                                 STN_ENTERED_UNKNOWN));
  return TRUE;
}

gboolean
stn_diary_count_glass (StnDiary *self, StnDate key, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL && stn_date_is_set (key), FALSE);
  g_autoptr (StnNight) night = stn_diary_get_night (self, key, error);
  const StnFactorValue *before = night == NULL ? NULL : stn_night_get_value (night, "fluids");
  gboolean only_counted =
    before == NULL || g_strcmp0 (stn_factor_value_get_id (before)->source, COUNTED) == 0;
  double glass_ml;

  return night != NULL && stn_diary_get_portion (self, "fluids", &glass_ml, error) &&
         stn_diary_edit_night_as (self, key, "count-glass", only_counted ? COUNTED : "person",
                                  count_cb, &glass_ml, ret_group, error);
}
