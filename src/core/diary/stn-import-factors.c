/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-import-factors.h"
#include "diary/stn-diary-factors.h"

/* What a factor can have lies between two bounds, and is whole or not: of all values of a column three are enough to tell. */
static gboolean
all_values_fit (const StnCsvFactorColumn *column, const StnFactor *factor)
{
  return stn_factor_check_value (factor, column->min, NULL) &&
         stn_factor_check_value (factor, column->max, NULL) &&
         (!column->broken.known || stn_factor_check_value (factor, column->broken.value, NULL));
}

/* Numbers are never converted: what is in another unit is another factor. */
static gboolean
unit_fits (const StnCsvFactorColumn *column, const StnFactor *factor)
{
  return column->unit == NULL ||
         (factor->unit != NULL && g_ascii_strcasecmp (column->unit, factor->unit) == 0);
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
         column->has_entered;
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

    n_new += factor->id.rev == NULL;
    g_ptr_array_add (chosen, factor);
  }
  *ret_n_new = n_new;
  return chosen;
}
