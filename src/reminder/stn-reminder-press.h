/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "stn-reminder-board.h"
#include "stn-reminder-diary.h"

G_BEGIN_DECLS

/** StnReminderPress: what it needs to do what a button says; nothing is owned. @noted: something was noted meanwhile. */
typedef struct {
  StnReminderDiary *diary;
  StnReminderBoard *board;
  GDBusConnection *bus;
  void (*noted) (gpointer data);
  gpointer data;
} StnReminderPress;

/**
 * stn_reminder_press: does what @button says, and shows what became of it. It is safe to press one twice. @self outlives what it
 * begins, which is the bus opening the window.
 */
void stn_reminder_press (StnReminderPress *self,
                         StnReminderFace face,
                         gint64 group,
                         StnReminderButton button);

G_END_DECLS
