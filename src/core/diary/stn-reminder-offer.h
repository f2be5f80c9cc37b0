/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"

G_BEGIN_DECLS

/** So many of the last fortnight's nights are recorded before reminders are offered. */
#define STN_REMINDER_OFFER_LEAST 3

/**
 * stn_diary_offers_reminders: whether to ask if reminders would help: this is the diary that the background process looks
 * after, no reminder was ever set in it, the question was not answered yet, and the person has begun to record nights.
 *
 * Errors: of the store.
 */
gboolean stn_diary_offers_reminders (StnDiary *self, gboolean *ret_offers, GError **error);

/** stn_diary_end_reminder_offer: it was answered and comes no more. See stn_shown_table_keep(). */
gboolean stn_diary_end_reminder_offer (StnDiary *self, GError **error);

G_END_DECLS
