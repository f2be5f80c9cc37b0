/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/stn-clock.h"

G_BEGIN_DECLS

#define STN_TYPE_RESCUE_PAGE (stn_rescue_page_get_type ())
G_DECLARE_FINAL_TYPE (StnRescuePage, stn_rescue_page, STN, RESCUE_PAGE, AdwBin)

/**
 * StnRescuePage: a diary that cannot be read, or is gone: what is wrong, the last good backup, what can be read of it, another
 * copy. Nothing is changed until the person has chosen; then the action "app.reopen" is activated.
 */

/** stn_rescue_page_can_help: whether what is wrong with a diary that cannot be opened is of that kind. */
gboolean stn_rescue_page_can_help (const GError *error);

/** stn_rescue_page_open: looks what can be done for the diary at @diary, which nobody may have open. */
void stn_rescue_page_open (StnRescuePage *self,
                           const char *diary,
                           StnClock *clock,
                           const GError *error);

/** stn_rescue_page_take: puts a copy of @from in its place, as if the person had chosen that file. */
void stn_rescue_page_take (StnRescuePage *self, const char *from);

G_END_DECLS
