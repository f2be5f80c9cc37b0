/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_CRAMP_SCREEN (stn_cramp_screen_get_type ())
G_DECLARE_FINAL_TYPE (StnCrampScreen, stn_cramp_screen, STN, CRAMP_SCREEN, GtkWindow)

/**
 * StnCrampScreen: what a person sees with a cramp in the dark: a black screen with the clock, what helps, and two buttons.
 * Nothing is asked first: the cramp is stored before the screen is there. Closing it lets the clock run.
 */
StnCrampScreen *stn_cramp_screen_new (GtkApplication *app, StnDiaryClient *client);

/** stn_cramp_screen_begin: a cramp begins now, unless one is running; then that one is shown. */
void stn_cramp_screen_begin (StnCrampScreen *self);

G_END_DECLS
