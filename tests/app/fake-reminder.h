/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** FakeReminder: stands on the bus for the background process, and says of itself what the test says. */
typedef struct _FakeReminder FakeReminder;

/** fake_reminder_new: @notifications: who shows them, "" for nobody. @autostart: see stn_autostart_to_token(). */
FakeReminder *fake_reminder_new (const char *notifications, const char *autostart);

/** fake_reminder_set_autostart: tells who listens. */
void fake_reminder_set_autostart (FakeReminder *self, const char *autostart);

/** fake_reminder_free: the process is gone. */
void fake_reminder_free (FakeReminder *self);

G_END_DECLS
