/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_CHECK_UP (stn_check_up_get_type ())
G_DECLARE_FINAL_TYPE (StnCheckUp, stn_check_up, STN, CHECK_UP, GtkBox)

/**
 * StnCheckUp: signs of illness behind eight doors, one a row with Yes and No, none chosen at first. Every answer is kept
 * at once, as one of today; a yes may unfold further rows; what concerns only some people is asked only of them. A flag
 * that matches stands at the top at once. "None of these" keeps "no" for the questions in sight without an answer.
 *
 * Properties: "client".
 */

/** stn_check_up_open: unfolds the door called @door (NULL = none) and reads the answers of today. */
void stn_check_up_open (StnCheckUp *self, const char *door);

G_END_DECLS
