/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"
#include "flags/stn-flag.h"
#include "knowledge/stn-sign.h"
#include "model/stn-sign.h"

G_BEGIN_DECLS

/** stn_diary_list_signs: (transfer full) (element-type StnSign) by date; STN_NO_DATE = open end; NULL on error. */
GPtrArray *stn_diary_list_signs (StnDiary *self, StnDate from, StnDate to, GError **error);

/**
 * stn_diary_put_signs: keeps the answers, in one write group; an answer takes the place of an earlier one of that date.
 * @signs: (element-type StnSign). @forget: ids of signs that are not asked any more on @date, NULL-terminated, or NULL.
 *
 * Errors: FUTURE; of the store.
 */
gboolean stn_diary_put_signs (StnDiary *self,
                              GPtrArray *signs,
                              StnDate date,
                              const char *const *forget,
                              gint64 *ret_group,
                              GError **error);

/**
 * stn_diary_load_flag_records: (transfer full) everything that the rules look at, see StnFlagRecords.
 * @draft: (nullable) a night that is being described and not saved; it takes the place of the stored one.
 */
StnFlagRecords *stn_diary_load_flag_records (StnDiary *self, const StnNight *draft, GError **error);

/** stn_flag_records_get_asked_of: which questions for some people concern this one. */
StnAskedOf stn_flag_records_get_asked_of (const StnFlagRecords *records);

/** stn_diary_find_flags: (transfer full) when to see a doctor, see stn_flags_find(). @draft: as above. */
StnFlags *stn_diary_find_flags (StnDiary *self, const StnNight *draft, GError **error);

/**
 * stn_diary_answer_flag: keeps how the person dealt with the flag of @rule; it is then put away.
 *
 * Errors: NOTHING_STORED when there is no such flag; BAD_VALUE for a reply that it cannot have (booked and
 * seen are for what is on the routine card); of the store.
 */
gboolean stn_diary_answer_flag (
  StnDiary *self, const char *rule, StnFlagReply reply, gint64 *ret_group, GError **error);

/**
 * stn_diary_answer_card: the routine card is booked or seen: all its reasons, and what is told there of earlier events.
 *
 * Errors: NOTHING_STORED when there is no card; of the store.
 */
gboolean
stn_diary_answer_card (StnDiary *self, StnFlagReply reply, gint64 *ret_group, GError **error);

/** stn_flag_is_on_card: whether it is a reason of the routine card: routine ones, and events of the past. */
gboolean stn_flag_is_on_card (const StnFlag *flag);

G_END_DECLS
