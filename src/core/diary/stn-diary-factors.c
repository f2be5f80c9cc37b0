/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary-factors.h"
#include "base/stn-text-line.h"
#include "diary/stn-diary-group.h"
#include "diary/stn-settings.h"

#include "base/stn-text-number.h"
#include "store/stn-factor-table.h"

#include <stdlib.h>
#include <string.h>

#define DAY_MIN (24 * 60)

static StnFactor *
factor_of_trigger (const StnTrigger *trigger)
{
  StnFactor *factor = stn_factor_new (trigger->slug, trigger->kind);

  factor->unit = g_strdup (trigger->unit);
  factor->built_in = TRUE;
  factor->tracked = trigger->tracked;
  factor->position = trigger->position;
  return factor;
}

StnFactor *
stn_factor_new_of_catalogue (const char *slug)
{
  const StnTrigger *trigger = stn_knowledge_get_trigger (stn_knowledge_get (), slug);

  g_return_val_if_fail (trigger != NULL, NULL);
  return factor_of_trigger (trigger);
}

GPtrArray *
stn_factor_list_of_catalogue (void)
{
  GPtrArray *factors = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_factor_free);

  for (const StnTrigger *const *trigger = stn_knowledge_list_triggers (stn_knowledge_get ());
       *trigger != NULL; trigger++)
    g_ptr_array_add (factors, factor_of_trigger (*trigger));
  return factors;
}

static int
by_position (gconstpointer a, gconstpointer b)
{
  const StnFactor *first = *(StnFactor *const *) a, *second = *(StnFactor *const *) b;

  if (first->position != second->position)
    return first->position < second->position ? -1 : 1;
  return strcmp (first->slug, second->slug);
}

static gboolean
take_portions (StnDiary *self, GPtrArray *factors, GError **error)
{
  for (guint i = 0; i < factors->len; i++) {
    StnFactor *factor = g_ptr_array_index (factors, i);

    if (factor->built_in && !stn_diary_get_portion (self, factor->slug, &factor->portion, error))
      return FALSE;
  }
  return TRUE;
}

GPtrArray *
stn_diary_list_factors (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  GPtrArray *factors = stn_factor_table_list (stn_diary_get_store (self), error);
  guint n_stored;

  if (factors == NULL)
    return NULL;
  n_stored = factors->len;
  for (const StnTrigger *const *trigger = stn_knowledge_list_triggers (stn_knowledge_get ());
       *trigger != NULL; trigger++) {
    gboolean stored = FALSE;

    for (guint i = 0; i < n_stored && !stored; i++)
      stored = g_str_equal (((StnFactor *) g_ptr_array_index (factors, i))->slug, (*trigger)->slug);
    if (!stored && !(*trigger)->derived)
      g_ptr_array_add (factors, factor_of_trigger (*trigger));
  }
  if (!take_portions (self, factors, error)) {
    g_ptr_array_unref (factors);
    return NULL;
  }
  g_ptr_array_sort (factors, by_position);
  return factors;
}

StnFactor *
stn_factor_list_find (GPtrArray *factors, const char *slug)
{
  g_return_val_if_fail (factors != NULL && slug != NULL, NULL);

  for (guint i = 0; i < factors->len; i++) {
    StnFactor *factor = g_ptr_array_index (factors, i);

    if (g_str_equal (factor->slug, slug))
      return factor;
  }
  return NULL;
}

const StnTrigger *
stn_factor_get_trigger (const StnFactor *factor)
{
  g_return_val_if_fail (factor != NULL, NULL);
  const StnTrigger *trigger =
    factor->built_in ? stn_knowledge_get_trigger (stn_knowledge_get (), factor->slug) : NULL;

  if (trigger == NULL || trigger->kind != factor->kind ||
      g_strcmp0 (trigger->unit, factor->unit) != 0)
    return NULL;
  return trigger;
}

static gboolean bad_value (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
bad_value (GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE, message);
  return FALSE;
}

gboolean
stn_factor_check_value (const StnFactor *factor, double value, GError **error)
{
  g_return_val_if_fail (factor != NULL, FALSE);
  const StnTrigger *trigger = stn_factor_get_trigger (factor);
  const char *unit = factor->unit == NULL ? "" : factor->unit;
  const char *space = *unit == '\0' ? "" : " ";
  char text[STN_REAL_TEXT_SIZE], bound[STN_REAL_TEXT_SIZE];
  g_autoptr (GError) kind_error = NULL;

  if (!stn_factor_kind_validate (factor->kind, factor->slug, value, &kind_error))
    return bad_value (error, "%s", kind_error->message);
  if (stn_unit_is_clock (factor->unit) && !(value >= 0 && value < DAY_MIN))
    return bad_value (error, "%s %s is no number of minutes from noon, 0 to %d", factor->slug,
                      stn_real_to_text (value, text), DAY_MIN - 1);
  if (trigger != NULL && trigger->min.known && value < trigger->min.value)
    return bad_value (error, "%s %s is less than %s%s%s", factor->slug,
                      stn_real_to_text (value, text), stn_real_to_text (trigger->min.value, bound),
                      space, unit);
  if (trigger != NULL && trigger->max.known && value > trigger->max.value)
    return bad_value (error, "%s %s is more than %s%s%s", factor->slug,
                      stn_real_to_text (value, text), stn_real_to_text (trigger->max.value, bound),
                      space, unit);
  return TRUE;
}

static gboolean
parse_number (const StnFactor *factor, const char *text, double *ret_value, GError **error)
{
  g_autoptr (GError) reason = NULL;
  int minute;

  if (factor->kind == STN_FACTOR_BINARY) {
    gboolean yes = g_str_equal (text, "yes") || g_str_equal (text, "1");

    if (!yes && !g_str_equal (text, "no") && !g_str_equal (text, "0"))
      return bad_value (error, "%s is yes or no, not '%s'", factor->slug, stn_excerpt (text));
    *ret_value = yes;
    return TRUE;
  }
  if (stn_unit_is_clock (factor->unit) && stn_clock_time_parse (text, &minute, NULL)) {
    *ret_value = (minute + DAY_MIN / 2) % DAY_MIN;
    return TRUE;
  }
  if (!stn_real_parse (text, ret_value, &reason))
    return bad_value (error, "%s: %s", factor->slug, reason->message);
  return stn_factor_check_value (factor, *ret_value, error);
}

static void
set_unknown_factor (const char *slug, GError **error)
{
  const StnTrigger *trigger = stn_knowledge_get_trigger (stn_knowledge_get (), slug);

  if (trigger != NULL && trigger->derived)
    g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_UNKNOWN_FACTOR,
                 "'%s' is worked out from other records and cannot be entered", slug);
  else
    g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_UNKNOWN_FACTOR,
                 "the diary has no factor '%s'", stn_excerpt (slug));
}

StnFactor *
stn_diary_find_factor (GPtrArray *factors, const char *slug, GError **error)
{
  StnFactor *factor = stn_factor_list_find (factors, slug);

  if (factor == NULL)
    set_unknown_factor (slug, error);
  return factor;
}

StnFactorValue *
stn_diary_parse_factor_value (StnDiary *self, const char *assignment, GError **error)
{
  g_return_val_if_fail (self != NULL && assignment != NULL, NULL);
  const char *equals = strchr (assignment, '=');
  g_autoptr (GPtrArray) factors = NULL;
  g_autofree char *slug = NULL;
  StnFactor *factor;
  double value;

  if (equals == NULL || equals == assignment) {
    bad_value (error, "'%s' is not of the form SLUG=VALUE", stn_excerpt (assignment));
    return NULL;
  }
  factors = stn_diary_list_factors (self, error);
  if (factors == NULL)
    return NULL;
  slug = g_strndup (assignment, equals - assignment);
  factor = stn_diary_find_factor (factors, slug, error);
  if (factor == NULL)
    return NULL;
  if (!parse_number (factor, equals + 1, &value, error))
    return NULL;
  return stn_factor_value_new (slug, value, STN_ENTERED_UNKNOWN);
}

/* "Late meal, salty" -> "late-meal-salty"; "" when no letter or digit is left. */
static char *
slug_of_name (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString *slug = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0'; p++) {
    if (g_ascii_isalnum (*p))
      g_string_append_c (slug, g_ascii_tolower (*p));
    else if (*p != '?' && slug->len > 0 && slug->str[slug->len - 1] != '-')
      g_string_append_c (slug, '-');
  }
  if (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);
  return g_string_free (slug, FALSE);
}

/* Not only the diary's own: a slug of the catalogue keeps its meaning for ever. */
static gboolean
is_slug_taken (GPtrArray *factors, const char *slug)
{
  return stn_factor_list_find (factors, slug) != NULL ||
         stn_knowledge_get_trigger (stn_knowledge_get (), slug) != NULL;
}

static char *
free_slug (GPtrArray *factors, const char *name)
{
  g_autofree char *made = slug_of_name (name);
  const char *base =
    *made == '\0' ? "factor" : made; /* a name in a script that has no ASCII letters */
  char *slug = g_strdup (base);

  for (guint n = 2; is_slug_taken (factors, slug); n++) {
    g_free (slug);
    slug = g_strdup_printf ("%s-%u", base, n);
  }
  return slug;
}

static gboolean
check_name (GPtrArray *factors, const StnFactor *renamed, const char *name, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *folded = NULL;

  if (!stn_factor_name_validate (name, &reason))
    return bad_value (error, "%s", reason->message);
  folded = g_utf8_casefold (name, -1);
  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *other = g_ptr_array_index (factors, i);
    const StnTrigger *trigger = stn_factor_get_trigger (other);
    const char *other_name = other->name != NULL ? other->name
                             : trigger != NULL   ? trigger->name
                                                 : other->slug;
    g_autofree char *other_folded = g_utf8_casefold (other_name, -1);

    if (other != renamed && g_str_equal (folded, other_folded))
      return bad_value (error, "'%s' is the name of the %sfactor '%s' already", name,
                        other->hidden ? "hidden " : "", other->slug);
  }
  return TRUE;
}

static StnFactor *
make_factor (StnDiary *self, const char *name, StnFactorKind kind, const char *unit, GError **error)
{
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (self, error);
  g_autoptr (GError) reason = NULL;
  g_autofree char *slug = NULL;
  StnFactor *factor;

  if (factors == NULL || !check_name (factors, NULL, name, error))
    return NULL;
  if (unit != NULL && !stn_factor_unit_validate (unit, &reason)) {
    bad_value (error, "%s", reason->message);
    return NULL;
  }
  slug = free_slug (factors, name);
  factor = stn_factor_new (slug, kind);
  factor->name = g_strdup (name);
  factor->unit = g_strdup (unit);
  factor->tracked = TRUE;
  factor->position = ((StnFactor *) g_ptr_array_index (factors, factors->len - 1))->position + 1;
  return factor;
}

StnFactor *
stn_diary_add_factor (
  StnDiary *self, const char *name, StnFactorKind kind, const char *unit, GError **error)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  StnStore *store = stn_diary_get_store (self);
  g_autoptr (StnFactor) factor = NULL;

  if (!stn_store_begin (store, "add-factor", "person", error))
    return NULL;
  factor = make_factor (self, name, kind, unit, error);
  if (!stn_diary_end_group (self, factor != NULL && stn_factor_table_put (store, factor, error),
                            NULL, error))
    return NULL;
  return g_steal_pointer (&factor);
}

static gboolean
rename_factor (StnDiary *self, const char *slug, const char *name, GError **error)
{
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (self, error);
  StnFactor *factor = factors == NULL ? NULL : stn_diary_find_factor (factors, slug, error);

  if (factor == NULL || !check_name (factors, factor, name, error))
    return FALSE;
  g_free (factor->name);
  factor->name = g_strdup (name);
  return stn_factor_table_put (stn_diary_get_store (self), factor, error);
}

gboolean
stn_diary_rename_factor (StnDiary *self, const char *slug, const char *name, GError **error)
{
  g_return_val_if_fail (self != NULL && slug != NULL && name != NULL, FALSE);

  return stn_store_begin (stn_diary_get_store (self), "rename-factor", "person", error) &&
         stn_diary_end_group (self, rename_factor (self, slug, name, error), NULL, error);
}
