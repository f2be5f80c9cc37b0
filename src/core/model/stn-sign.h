/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "model/stn-identity.h"
#include "model/stn-words.h"

G_BEGIN_DECLS

/**
 * StnSign: what was said of one sign on one date. Not asked = there is no StnSign.
 * @sign: id of the knowledge ("one-leg-swollen"); one that is not known (any more) is kept.
 * @answer: yes or no, never unknown.
 */
typedef struct {
  StnIdentity id;
  StnDate date;
  char *sign;
  StnAnswer answer;
} StnSign;

StnSign *stn_sign_new (StnDate date, const char *sign, StnAnswer answer);
StnSign *stn_sign_copy (const StnSign *self);
void stn_sign_free (StnSign *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnSign, stn_sign_free)

G_END_DECLS
