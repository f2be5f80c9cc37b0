/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "model/stn-identity.h"
#include "model/stn-words.h"

G_BEGIN_DECLS

/** Unit of a time of day: a continuous factor in minutes from noon of the night's date, 0 to 1439. */
#define STN_UNIT_CLOCK "clock"

/** stn_unit_is_clock: @unit: (nullable). */
gboolean stn_unit_is_clock (const char *unit);

/**
 * StnFactor: something about the day before the night, as this diary knows it.
 * @slug: [a-z0-9_.-]+, never changes.
 * @name: the person's own name for it, or NULL: the catalogue's name (built-in) or the slug.
 * @unit: "ml", "h", ... or NULL.
 * @built_in: the slug is one of the catalogue (data/knowledge) and means what it says there.
 * @tracked: asked for in the evening entry. @position: order there and in lists, from 0.
 * @suspect_since: the day on which the person named it a suspect, or STN_NO_DATE.
 * @heading: the person's own heading under which it stands, or NULL.
 * @hidden: taken off all lists, neither asked nor offered; its values stay.
 * @usual: on an ordinary day, as the person set it; unknown = what the diary tells.
 * @offer_from: first evening on which one that is not tracked may be offered again, or STN_NO_DATE.
 * @portion: how much of the unit the person's glass or drink is; 0 = as the catalogue says. Not of the row: see
 * stn-settings.h.
 */
typedef struct {
  StnIdentity id;
  char *slug;
  char *name;
  StnFactorKind kind;
  char *unit;
  gboolean built_in;
  gboolean tracked;
  int position;
  StnDate suspect_since;
  char *heading;
  gboolean hidden;
  StnOptReal usual;
  StnDate offer_from;
  double portion;
} StnFactor;

StnFactor *stn_factor_new (const char *slug, StnFactorKind kind);
StnFactor *stn_factor_copy (const StnFactor *self);
void stn_factor_free (StnFactor *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnFactor, stn_factor_free)

/** stn_factor_slug_validate: Errors: %STN_MODEL_ERROR_BAD_SLUG. */
gboolean stn_factor_slug_validate (const char *slug, GError **error);

/**
 * stn_factor_name_validate: 1 to 80 characters in one line, something to be seen among them.
 *
 * Errors: %STN_MODEL_ERROR_BAD_NAME.
 */
gboolean stn_factor_name_validate (const char *name, GError **error);

/** stn_factor_heading_validate: 1 to 40 characters in one line. Errors: %STN_MODEL_ERROR_BAD_NAME. */
gboolean stn_factor_heading_validate (const char *heading, GError **error);

/** stn_factor_unit_validate: 1 to 20 characters in one line. Errors: %STN_MODEL_ERROR_BAD_NAME. */
gboolean stn_factor_unit_validate (const char *unit, GError **error);

/**
 * stn_factor_kind_validate: whether a factor of @kind can have @value: binary 0 or 1, count whole and >= 0,
 * scale whole 0-10, continuous any finite number. @slug is only for the message.
 *
 * Errors: %STN_MODEL_ERROR_OUT_OF_RANGE.
 */
gboolean
stn_factor_kind_validate (StnFactorKind kind, const char *slug, double value, GError **error);

/**
 * StnFactorValue: what one factor was on one day. Of long diaries there are hundreds of thousands at once, so it is small.
 * @id: (nullable) NULL when it was never stored, or read only to be looked at; see stn_factor_value_get_id().
 * @slug: shared by all values of the factor.
 * @value: binary 1 = yes, 0 = no; else in the factor's unit. Not recorded = there is no StnFactorValue.
 */
typedef struct {
  StnIdentity *id;
  GRefString *slug;
  double value;
  StnEntered entered;
} StnFactorValue;

StnFactorValue *stn_factor_value_new (const char *slug, double value, StnEntered entered);
StnFactorValue *stn_factor_value_copy (const StnFactorValue *self);
void stn_factor_value_free (StnFactorValue *self);

/** stn_factor_value_get_id: (transfer none) one with nothing set where there is none. */
const StnIdentity *stn_factor_value_get_id (const StnFactorValue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnFactorValue, stn_factor_value_free)

G_END_DECLS
