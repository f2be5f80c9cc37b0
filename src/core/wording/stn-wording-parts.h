/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-knowledge.h"
#include "model/stn-factor.h"

G_BEGIN_DECLS

/** What several sentences are made of; inside the room only. */

/** stn_wording_trigger_of: (nullable) what the catalogue says of a built-in factor. */
const StnTrigger *stn_wording_trigger_of (const StnFactor *factor);

/** stn_wording_join: (transfer full) adds @part (taken; NULL = nothing to add) to a list "a · b" (taken, nullable). */
char *stn_wording_join (char *list, char *part);

/** stn_wording_capital: (transfer full) @text (taken) with a capital first letter, as the locale has it. */
char *stn_wording_capital (char *text);

/** stn_wording_relief: (transfer full) what was tried, within a sentence: "stretching"; the person's own words as they are. */
char *stn_wording_relief (const char *name);

/** stn_wording_number: (transfer full) a number as the locale writes it, with at most two decimals. */
char *stn_wording_number (double value);

/** stn_wording_plural: the number that ngettext() is asked with for @value >= 0, which may be broken. */
gulong stn_wording_plural (double value);

/** stn_wording_amount: (transfer full) a number with its unit, "1,200 ml"; @unit: token or NULL. */
char *stn_wording_amount (double value, const char *unit);

/** stn_wording_portions: (transfer full) (nullable) "6 glasses", "1.5 drinks"; NULL when @factor is not counted so. */
char *stn_wording_portions (const StnFactor *factor, double value);

G_END_DECLS
