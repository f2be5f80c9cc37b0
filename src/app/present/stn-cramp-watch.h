/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-cramp.h"
#include "diary/stn-diary-stretch.h"
#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_CRAMP_WATCH (stn_cramp_watch_get_type ())
G_DECLARE_FINAL_TYPE (StnCrampWatch, stn_cramp_watch, STN, CRAMP_WATCH, GObject)

/**
 * StnCrampWatch: follows the running cramp of a diary, whoever started it: this window, the command line, or this program
 * before it was killed.
 *
 * Signals: "changed" (): it began, ended, or another second has passed. "failed" (GError *): what was asked could not be
 * saved.
 */
StnCrampWatch *stn_cramp_watch_new (StnDiaryClient *client);

/** stn_cramp_watch_get: as it is now, by the diary's clock. Returns: whether there is one (it may have ended by itself). */
gboolean stn_cramp_watch_get (StnCrampWatch *self, StnCramp *ret_cramp);

/** stn_cramp_watch_get_closed: (transfer none) (nullable) what forbids to stretch or rub the leg, as it was last read. */
const StnStretchGate *stn_cramp_watch_get_closed (StnCrampWatch *self);

/** stn_cramp_watch_is_running: whether a cramp is counted now. */
gboolean stn_cramp_watch_is_running (StnCrampWatch *self);

/** What the person says. The answers follow by "changed" or "failed". */
void stn_cramp_watch_begin (StnCrampWatch *self); /* nothing happens when one is running */
void stn_cramp_watch_another (StnCrampWatch *self);
void stn_cramp_watch_end (StnCrampWatch *self);
void stn_cramp_watch_undo_end (StnCrampWatch *self); /* the end that was told last, here: it is counted on */
void stn_cramp_watch_say_easing (StnCrampWatch *self, gboolean is_easing);

/** stn_cramp_watch_tick: looks at the clock; it does so itself every second. */
void stn_cramp_watch_tick (StnCrampWatch *self);

G_END_DECLS
