/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"
#include "knowledge/stn-knowledge.h"

G_BEGIN_DECLS

/**
 * stn_diary_list_factors: (transfer full) (element-type StnFactor) the factors of this diary and those of the catalogue
 * that it never used, by position, then slug; hidden ones too. Derived ones, which nobody types in, are left out.
 */
GPtrArray *stn_diary_list_factors (StnDiary *self, GError **error);

/** stn_factor_list_of_catalogue: (transfer full) (element-type StnFactor) all that the catalogue has, derived ones too. */
GPtrArray *stn_factor_list_of_catalogue (void);

/** stn_factor_new_of_catalogue: (transfer full) the factor that the catalogue has under @slug, derived ones too. */
StnFactor *stn_factor_new_of_catalogue (const char *slug);

/** stn_factor_list_find: (transfer none) (nullable) @factors: (element-type StnFactor). */
StnFactor *stn_factor_list_find (GPtrArray *factors, const char *slug);

/** stn_diary_find_factor: the same; Errors: UNKNOWN_FACTOR. */
StnFactor *stn_diary_find_factor (GPtrArray *factors, const char *slug, GError **error);

/** stn_factor_get_trigger: (nullable) what the catalogue knows of it; NULL when the factor is of another kind or unit. */
const StnTrigger *stn_factor_get_trigger (const StnFactor *factor);

/**
 * stn_factor_check_value: whether the factor can have @value, by its kind and the catalogue's bounds.
 *
 * Errors: BAD_VALUE naming what is allowed.
 */
gboolean stn_factor_check_value (const StnFactor *factor, double value, GError **error);

/**
 * stn_diary_parse_factor_value: reads "SLUG=VALUE" (binary yes|no|1|0) by this diary's factors and the catalogue.
 *
 * Errors: UNKNOWN_FACTOR, BAD_VALUE naming what is allowed. Returns: (transfer full) entered is unknown.
 */
StnFactorValue *
stn_diary_parse_factor_value (StnDiary *self, const char *assignment, GError **error);

/**
 * stn_diary_add_factor: a factor of the person's own, tracked, last in order.
 * @name: as shown; the slug is made of it ("Late meal" -> "late-meal", "late-meal-2" when that is taken).
 * @unit: (nullable) only for count and continuous.
 *
 * Errors: BAD_VALUE for a name without a letter or that another factor has; of the store. Returns: (transfer full).
 */
StnFactor *stn_diary_add_factor (
  StnDiary *self, const char *name, StnFactorKind kind, const char *unit, GError **error);

/** stn_diary_rename_factor: its slug stays. Errors: UNKNOWN_FACTOR, BAD_VALUE (as above), of the store. */
gboolean
stn_diary_rename_factor (StnDiary *self, const char *slug, const char *name, GError **error);

G_END_DECLS
