/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_REMINDER_BANNER (stn_reminder_banner_get_type ())
G_DECLARE_FINAL_TYPE (StnReminderBanner, stn_reminder_banner, STN, REMINDER_BANNER, AdwBin)

/**
 * StnReminderBanner: a reminder at the top of the window, in the words and with the buttons of a notification, where nothing else
 * shows it (StnReminderWatch). It takes no focus away. Actions: "win.stretch", "win.show-evening", "win.show-page",
 * "win.announce".
 */
void stn_reminder_banner_set_client (StnReminderBanner *self, StnDiaryClient *client);

G_END_DECLS
