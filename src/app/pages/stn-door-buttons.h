/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/stn-check-up.h"

G_BEGIN_DECLS

#define STN_TYPE_DOOR_BUTTONS (stn_door_buttons_get_type ())
G_DECLARE_FINAL_TYPE (StnDoorButtons, stn_door_buttons, STN, DOOR_BUTTONS, GtkBox)

/**
 * StnDoorButtons: the eight doors of the check-up as buttons. A door opens the check-up with itself unfolded
 * ("doctor.show"); a name of a door alone asks nothing, so nothing can be denied here.
 *
 * Properties: "check-up".
 */

G_END_DECLS
