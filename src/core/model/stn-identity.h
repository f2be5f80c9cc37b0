/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-stamp.h"

G_BEGIN_DECLS

/**
 * StnIdentity: what every row that a person owns carries (house rule 1). All NULL or unset in a record that
 * was never stored; the store fills it in.
 * @uid: UUID, for ever the same.
 * @rev: revision by StnRevClock of the last change; compare with strcmp().
 * @source: who made it: "person", "reminder", "sample", "import <uid>".
 */
typedef struct {
  char *uid;
  char *rev;
  StnStamp created;
  StnStamp updated;
  char *source;
} StnIdentity;

/** stn_identity_copy: deep copy of @from into an unset @to. */
void stn_identity_copy (StnIdentity *to, const StnIdentity *from);

/** stn_identity_dup: (transfer full) a deep copy. */
StnIdentity *stn_identity_dup (const StnIdentity *self);

/** stn_identity_free: of stn_identity_dup(); NULL is none. */
void stn_identity_free (StnIdentity *self);

/** stn_identity_clear: frees the texts and unsets all. */
void stn_identity_clear (StnIdentity *self);

G_END_DECLS
