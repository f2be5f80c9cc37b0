/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-import-factors.h"
#include "diary/stn-diary-factors.h"

#include <math.h>
#include <string.h>

/* Units of the same thing: so many of the first one. */
static const struct {
  const char *unit;
  const char *base;
  double scale;
} units[] = {
  {"ml", "ml", 1},        {"cl", "ml", 10},       {"dl", "ml", 100},      {"l", "ml", 1000},
  {"ltr", "ml", 1000},    {"liter", "ml", 1000},  {"litre", "ml", 1000},  {"liters", "ml", 1000},
  {"litres", "ml", 1000}, {"litro", "ml", 1000},  {"litros", "ml", 1000}, {"mg", "mg", 1},
  {"g", "mg", 1000},      {"s", "s", 1},          {"sec", "s", 1},        {"min", "s", 60},
  {"mins", "s", 60},      {"minutes", "s", 60},   {"minuten", "s", 60},   {"h", "s", 3600},
  {"hr", "s", 3600},      {"hrs", "s", 3600},     {"hour", "s", 3600},    {"hours", "s", 3600},
  {"std", "s", 3600},     {"stunden", "s", 3600}, {"horas", "s", 3600},   {"minutos", "s", 60},
};

/* -1 when it is none of them. */
static int
find_unit (const char *unit)
{
  for (guint i = 0; unit != NULL && i < G_N_ELEMENTS (units); i++)
    if (g_ascii_strcasecmp (units[i].unit, unit) == 0)
      return (int) i;
  return -1;
}

double
stn_import_get_scale (const char *unit, const char *to)
{
  const int from = find_unit (unit), into = find_unit (to);

  if (unit == NULL || to == NULL || g_ascii_strcasecmp (unit, to) == 0)
    return 1;
  if (from < 0 || into < 0 || strcmp (units[from].base, units[into].base) != 0)
    return 0;
  return units[from].scale / units[into].scale;
}

double
stn_import_scale (double value, double scale)
{
  /* 0.33 l are 330 ml, not the number beside it. */
  return scale == 1 ? value : round (value * scale * 1e6) / 1e6;
}

/* What a factor can have lies between two bounds, and is whole or not: of all values of a column three are enough to tell. */
static gboolean
all_values_fit (const StnCsvFactorColumn *column, const StnFactor *factor)
{
  const double scale = stn_import_get_scale (column->unit, factor->unit);

  return stn_factor_check_value (factor, stn_import_scale (column->min, scale), NULL) &&
         stn_factor_check_value (factor, stn_import_scale (column->max, scale), NULL) &&
         (!column->broken.known ||
          stn_factor_check_value (factor, stn_import_scale (column->broken.value, scale), NULL));
}

/* Litres are turned into millilitres; what cannot be turned is another factor. */
static gboolean
unit_fits (const StnCsvFactorColumn *column, const StnFactor *factor)
{
  return column->unit == NULL ||
         (factor->unit != NULL && stn_import_get_scale (column->unit, factor->unit) > 0);
}

static gboolean
kind_fits (const StnCsvFactorColumn *column, const StnFactor *factor)
{
  if (!unit_fits (column, factor))
    return FALSE;
  if (!factor->built_in)
    return TRUE;
  if (column->kind_is_given)
    return column->kind == factor->kind;
  return column->kind != STN_FACTOR_BINARY || factor->kind == STN_FACTOR_BINARY ||
         column->has_entered || column->unit != NULL;
}

static gboolean
is_column_of_file (const StnCsvNights *nights, const char *slug)
{
  for (guint i = 0; i < nights->factors->len; i++)
    if (g_str_equal (((StnCsvFactorColumn *) g_ptr_array_index (nights->factors, i))->slug, slug))
      return TRUE;
  return FALSE;
}

/* Whether another of the person's own factors goes by @name already. */
static gboolean
is_name_taken (GPtrArray *factors, const char *name)
{
  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (factors, i);

    if (!factor->built_in && g_str_equal (factor->name != NULL ? factor->name : factor->slug, name))
      return TRUE;
  }
  return FALSE;
}

/* The person knows the column as the file calls it: "stress", not "stress-2". */
static StnFactor *
make_factor (const StnCsvFactorColumn *column,
             const char *slug,
             GPtrArray *known,
             GPtrArray *chosen)
{
  const StnFactor *last = known->len == 0 ? NULL : g_ptr_array_index (known, known->len - 1);
  StnFactor *factor = stn_factor_new (slug, column->kind);
  g_autofree char *name = g_strstrip (g_strdup (column->column));

  if (!g_str_equal (slug, name) && stn_factor_name_validate (name, NULL) &&
      !is_name_taken (known, name) && !is_name_taken (chosen, name))
    factor->name = g_steal_pointer (&name);
  if (column->unit != NULL)
    factor->unit = g_strdup (column->unit);
  factor->position = (last == NULL ? 0 : last->position + 1) + (int) chosen->len;
  return factor;
}

/* (transfer full) the factor that has @slug or can get it; NULL when the column cannot be that one. */
static StnFactor *
try_slug (const StnCsvFactorColumn *column, const char *slug, GPtrArray *known, GPtrArray *chosen)
{
  const StnFactor *there = stn_factor_list_find (known, slug);

  if (stn_factor_list_find (chosen, slug) != NULL)
    return NULL;
  if (there != NULL)
    return kind_fits (column, there) && all_values_fit (column, there) ? stn_factor_copy (there)
                                                                       : NULL;
  if (stn_knowledge_get_trigger (stn_knowledge_get (), slug) != NULL)
    return NULL; /* worked out from other records, never typed in */
  return make_factor (column, slug, known, chosen);
}

static StnFactor *
choose (const StnCsvFactorColumn *column,
        const StnCsvNights *nights,
        GPtrArray *known,
        GPtrArray *chosen)
{
  StnFactor *factor = try_slug (column, column->slug, known, chosen);

  for (guint n = 2; factor == NULL; n++) {
    g_autofree char *slug = g_strdup_printf ("%s-%u", column->slug, n);

    if (!is_column_of_file (nights, slug))
      factor = try_slug (column, slug, known, chosen);
  }
  return factor;
}

GPtrArray *
stn_import_choose_factors (StnDiary *diary,
                           const StnCsvNights *nights,
                           guint *ret_n_new,
                           GError **error)
{
  g_return_val_if_fail (diary != NULL && nights != NULL && ret_n_new != NULL, NULL);
  g_autoptr (GPtrArray) known = stn_diary_list_factors (diary, error);
  GPtrArray *chosen;
  guint n_new = 0;

  if (known == NULL)
    return NULL;
  chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_factor_free);
  for (guint i = 0; i < nights->factors->len; i++) {
    StnFactor *factor = choose (g_ptr_array_index (nights->factors, i), nights, known, chosen);

    n_new += !factor->built_in && factor->id.rev == NULL;
    g_ptr_array_add (chosen, factor);
  }
  *ret_n_new = n_new;
  return chosen;
}
