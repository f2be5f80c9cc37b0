/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"

/**
 * keyboard_press: presses and releases keys as a person does, through the X server (its XTEST extension, spoken directly:
 * it needs no further program), and lets the program work until it is done with each.
 * @keys: names of keys as GDK has them, with blanks between: "o 1 4 Return"; held together: "Control_L+Return".
 *
 * Returns: how many keys that were.
 */
guint keyboard_press (AppFixture *fixture, const char *keys);

/** keyboard_press_in: the same in a window over the fixture's: @window has the focus. */
guint keyboard_press_in (AppFixture *fixture, GtkWidget *window, const char *keys);
