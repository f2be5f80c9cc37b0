/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-factor.h"
#include "base/stn-text-line.h"
#include "model/stn-model-error.h"

#include <math.h>

#define SCALE_MAX 10
#define NAME_MAX_CHARACTERS 80
#define UNIT_MAX_CHARACTERS 20
#define HEADING_MAX_CHARACTERS 40

gboolean
stn_unit_is_clock (const char *unit)
{
  return g_strcmp0 (unit, STN_UNIT_CLOCK) == 0;
}

StnFactor *
stn_factor_new (const char *slug, StnFactorKind kind)
{
  g_return_val_if_fail (slug != NULL, NULL);
  StnFactor *self = g_new0 (StnFactor, 1);

  self->slug = g_strdup (slug);
  self->kind = kind;
  return self;
}

StnFactor *
stn_factor_copy (const StnFactor *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  StnFactor *copy = g_memdup2 (self, sizeof *self);

  stn_identity_copy (&copy->id, &self->id);
  copy->slug = g_strdup (self->slug);
  copy->name = g_strdup (self->name);
  copy->unit = g_strdup (self->unit);
  copy->heading = g_strdup (self->heading);
  return copy;
}

void
stn_factor_free (StnFactor *self)
{
  if (self == NULL)
    return;
  stn_identity_clear (&self->id);
  g_free (self->slug);
  g_free (self->name);
  g_free (self->unit);
  g_free (self->heading);
  g_free (self);
}

gboolean
stn_factor_slug_validate (const char *slug, GError **error)
{
  g_return_val_if_fail (slug != NULL, FALSE);
  gboolean fits = *slug != '\0';

  for (const char *p = slug; fits && *p != '\0'; p++)
    fits = g_ascii_islower (*p) || g_ascii_isdigit (*p) || *p == '_' || *p == '.' || *p == '-';
  if (!fits)
    g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_SLUG,
                 "'%s' is not a factor name: it has only a-z, 0-9, '_', '.' and '-'",
                 stn_excerpt (slug));
  return fits;
}

gboolean
stn_factor_name_validate (const char *name, GError **error)
{
  g_return_val_if_fail (name != NULL, FALSE);

  if (stn_text_is_line (name, NAME_MAX_CHARACTERS))
    return TRUE;
  g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_NAME,
               "a factor's name has 1 to %d characters in one line", NAME_MAX_CHARACTERS);
  return FALSE;
}

gboolean
stn_factor_heading_validate (const char *heading, GError **error)
{
  g_return_val_if_fail (heading != NULL, FALSE);

  if (stn_text_is_line (heading, HEADING_MAX_CHARACTERS))
    return TRUE;
  g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_NAME,
               "a heading has 1 to %d characters in one line", HEADING_MAX_CHARACTERS);
  return FALSE;
}

gboolean
stn_factor_unit_validate (const char *unit, GError **error)
{
  g_return_val_if_fail (unit != NULL, FALSE);

  if (stn_text_is_line (unit, UNIT_MAX_CHARACTERS))
    return TRUE;
  g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_NAME,
               "a factor's unit has 1 to %d characters in one line", UNIT_MAX_CHARACTERS);
  return FALSE;
}

gboolean
stn_factor_kind_validate (StnFactorKind kind, const char *slug, double value, GError **error)
{
  const char *allowed = NULL;

  if (!isfinite (value))
    allowed = "a finite number";
  else
    switch (kind) {
    case STN_FACTOR_BINARY:
      if (value != 0 && value != 1)
        allowed = "yes, no, 1 or 0";
      break;
    case STN_FACTOR_COUNT:
      if (value < 0 || value != trunc (value))
        allowed = "a whole number of 0 or more";
      break;
    case STN_FACTOR_SCALE:
      if (value < 0 || value > SCALE_MAX || value != trunc (value))
        allowed = "a whole number from 0 to 10";
      break;
    case STN_FACTOR_CONTINUOUS:
      break;
    }
  if (allowed != NULL)
    g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE, "%s %g is not %s", slug,
                 value, allowed);
  return allowed == NULL;
}

StnFactorValue *
stn_factor_value_new (const char *slug, double value, StnEntered entered)
{
  g_return_val_if_fail (slug != NULL && isfinite (value), NULL);
  StnFactorValue *self = g_new0 (StnFactorValue, 1);

  self->slug = g_ref_string_new_intern (slug);
  self->value = value;
  self->entered = entered;
  return self;
}

StnFactorValue *
stn_factor_value_copy (const StnFactorValue *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  StnFactorValue *copy = g_memdup2 (self, sizeof *self);

  if (self->id != NULL)
    copy->id = stn_identity_dup (self->id);
  g_ref_string_acquire (copy->slug);
  return copy;
}

void
stn_factor_value_free (StnFactorValue *self)
{
  if (self == NULL)
    return;
  stn_identity_free (self->id);
  g_ref_string_release (self->slug);
  g_free (self);
}

const StnIdentity *
stn_factor_value_get_id (const StnFactorValue *self)
{
  static const StnIdentity none = {0};

  g_return_val_if_fail (self != NULL, &none);
  return self->id != NULL ? self->id : &none;
}
