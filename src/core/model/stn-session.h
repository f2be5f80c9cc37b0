/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "model/stn-identity.h"

G_BEGIN_DECLS

/**
 * StnSession: a guided stretch that was done.
 * @night: key of the night that followed. @routine: id of data/knowledge or uid of a StnRoutine; one that is not known (any
 * more) is kept. @seconds: how long it took, pauses apart. @steps: holds that were held to their end, at least 1.
 */
typedef struct {
  StnIdentity id;
  StnDate night;
  char *routine;
  StnStamp started;
  int seconds;
  int steps;
} StnSession;

StnSession *stn_session_new (StnDate night, const char *routine);
void stn_session_free (StnSession *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnSession, stn_session_free)

/** Most seconds and holds of a session; a longer one was left lying. */
#define STN_SESSION_MAX_S (24 * 60 * 60)
#define STN_SESSION_MAX_STEPS 1000

G_END_DECLS
