/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_STRETCH_PAGE (stn_stretch_page_get_type ())
G_DECLARE_FINAL_TYPE (StnStretchPage, stn_stretch_page, STN, STRETCH_PAGE, AdwBin)

/**
 * StnStretchPage: the guided stretch: what is asked before the first one, the routines to choose from, the guide itself, and
 * what was kept. Who leaves it finds it paused, where it was.
 *
 * Properties: "client"; "waiting" (string, read only): a line about a stretch that waits, NULL when there is none.
 * Signal "closed" (): the person is done with the page.
 */

/** stn_stretch_page_open: goes on with what waits; else asks, lets the person choose, or begins what was done last. */
void stn_stretch_page_open (StnStretchPage *self);

/** stn_stretch_page_drop: forgets what waits. */
void stn_stretch_page_drop (StnStretchPage *self);

G_END_DECLS
