/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app-fixture.h"

/**
 * ScreenReader: hears over the accessibility bus what a screen reader would be told of the window of this process. It needs
 * GTK_A11Y=atspi and the bus that with-display starts.
 */
typedef struct _ScreenReader ScreenReader;

/** screen_reader_start: (transfer full) from now on it knows where the focus is. */
ScreenReader *screen_reader_start (void);
void screen_reader_stop (ScreenReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScreenReader, screen_reader_stop)

/** screen_reader_forget: what comes next is told only of a focus that comes after this. */
void screen_reader_forget (ScreenReader *self);

/**
 * screen_reader_tell: waits for a focus and says what has it, as in "Right, button, pressed (Which side?)": name,
 * role, state, number, and the group that it is in. (transfer full)
 */
char *screen_reader_tell (ScreenReader *self);
