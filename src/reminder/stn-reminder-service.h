/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "stn-reminder-autostart.h"

G_BEGIN_DECLS

/**
 * StnReminderService: the process on the session's bus: its name, which only one process has, and its object, which says how
 * reminders are and shows a test.
 */
typedef struct _StnReminderService StnReminderService;

/** What happens on the bus. @owned: the name is this process's. @lost: another process has it. @shows: somebody shows notifications. */
typedef struct {
  void (*owned) (gpointer data);
  void (*lost) (gpointer data);
  void (*shows) (gpointer data);
} StnReminderServiceCallbacks;

/** stn_reminder_service_new: @callbacks outlive it. */
StnReminderService *stn_reminder_service_new (GDBusConnection *bus,
                                              const StnReminderServiceCallbacks *callbacks,
                                              gpointer data);
void stn_reminder_service_free (StnReminderService *self);

/** stn_reminder_service_set_autostart: what it says of that, "off" until then. */
void stn_reminder_service_set_autostart (StnReminderService *self, StnAutostart autostart);

G_END_DECLS
