/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-night.h"
#include "store/stn-change-log.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/** Error domain of the room diary; errors of the store and the model pass through as they are. */
#define STN_DIARY_ERROR (stn_diary_error_quark ())
GQuark stn_diary_error_quark (void);

typedef enum {
  STN_DIARY_ERROR_CONTRADICTS, /* what is logged contradicts what is stored (no cramps on a night with cramps) */
  STN_DIARY_ERROR_UNKNOWN_FACTOR, /* no factor of that name */
  STN_DIARY_ERROR_BAD_VALUE,      /* not a value of that factor */
  STN_DIARY_ERROR_FUTURE,         /* a night that has not begun */
  STN_DIARY_ERROR_TOO_MANY,       /* a fourth suspect */
  STN_DIARY_ERROR_NOTHING_STORED, /* nothing is stored of that night */
  STN_DIARY_ERROR_NO_USUAL,       /* nothing is known of an ordinary day yet */
  STN_DIARY_ERROR_RUNNING,        /* a cramp is running already */
  STN_DIARY_ERROR_NOT_RUNNING,    /* no cramp is running */
  STN_DIARY_ERROR_DAMAGED,        /* what the program itself knows of triggers is damaged */
  STN_DIARY_ERROR_NO_SUCH_RECORD, /* no medicine, condition, visit or question of that name */
} StnDiaryError;

/**
 * StnDiary: a diary with everything known about it: the one way in which window, command line and report reach
 * the data, so that they agree. Synchronous, used from one thread.
 *
 * Settings that live in it: "day-change" (HH:MM, 06:00 to 18:00), "sample-seed" (only a sample diary has it).
 */
typedef struct _StnDiary StnDiary;

/** stn_diary_open: Errors: of %STN_STORE_ERROR. (transfer full) */
StnDiary *stn_diary_open (const char *path, StnStoreMode mode, StnClock *clock, GError **error);
void stn_diary_close (StnDiary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnDiary, stn_diary_close)

/** stn_diary_default_path: (transfer full) $XDG_DATA_HOME/stillnight/diary.db, never relative. */
char *stn_diary_default_path (void);

/** stn_diary_get_store: (transfer none) for backup, verification and watching. */
StnStore *stn_diary_get_store (StnDiary *self);

/** StnDiaryUnreadable: told of nights that are left out because the file is damaged there. @nights: (element-type StnDate). */
typedef void (*StnDiaryUnreadable) (const GArray *nights, gpointer data);

/** stn_diary_tell_unreadable: who is told from now on, in the diary's thread; NULL: nobody. */
void stn_diary_tell_unreadable (StnDiary *self, StnDiaryUnreadable tell, gpointer data);

/**
 * stn_diary_get_day_change: when a new day begins for factors.
 * @ret_minute: minutes after midnight; the default when it was never set.
 *
 * Errors: of the store.
 */
gboolean stn_diary_get_day_change (StnDiary *self, int *ret_minute, GError **error);

/** stn_diary_last_night: key of "last night" by the diary's clock. */
StnDate stn_diary_last_night (StnDiary *self);

/** stn_diary_today: the civil date by the diary's clock. */
StnDate stn_diary_today (StnDiary *self);

/** stn_diary_current_night: key that factors entered now belong to, by the diary's day change. Errors: of the store. */
gboolean stn_diary_current_night (StnDiary *self, StnDate *ret_key, GError **error);

/** stn_diary_get_night: (transfer full) an empty night when nothing is stored; NULL on error. */
StnNight *stn_diary_get_night (StnDiary *self, StnDate key, GError **error);

/**
 * stn_diary_get_first_night: key of the first night with anything stored; FALSE only on error.
 * @ret_key: STN_NO_DATE while the diary is empty.
 */
gboolean stn_diary_get_first_night (StnDiary *self, StnDate *ret_key, GError **error);

/**
 * stn_diary_list_nights: (transfer full) (element-type StnNight) every night with anything stored; STN_NO_DATE = open end.
 * Of a damaged file all nights that can be read; the others are told to stn_diary_tell_unreadable().
 */
GPtrArray *stn_diary_list_nights (StnDiary *self, StnDate from, StnDate to, GError **error);

/** stn_diary_survey_nights: all of them, as stn_night_table_survey() has them: to be looked at, not to be saved. */
GPtrArray *stn_diary_survey_nights (StnDiary *self, GError **error);

/** StnNightEdit: changes @night, as it stands in the file, in place; FALSE with @error set: nothing is saved. */
typedef gboolean (*StnNightEdit) (StnNight *night, gpointer data, GError **error);

/**
 * stn_diary_edit_night: loads the night, lets @edit change it and saves what differs, all in one write group: it never
 * conflicts with another program that writes at the same time. New factor values get their "entered" by the clock (those
 * marked usual stay so unless it is too late), those whose number did not change keep theirs.
 * @label: token of the group, see stn_store_begin().
 * @ret_group: (nullable) number for the toast's Undo, 0 when nothing differed.
 *
 * Errors: those of @edit; FUTURE, CONTRADICTS, UNKNOWN_FACTOR, BAD_VALUE; of %STN_MODEL_ERROR and %STN_STORE_ERROR.
 */
gboolean stn_diary_edit_night (StnDiary *self,
                               StnDate key,
                               const char *label,
                               StnNightEdit edit,
                               gpointer data,
                               gint64 *ret_group,
                               GError **error);

/**
 * stn_diary_log_no_cramps: the night had no cramps. Saying it again changes nothing.
 *
 * Errors: CONTRADICTS on a night with live episodes; FUTURE; of the store.
 */
gboolean stn_diary_log_no_cramps (StnDiary *self, StnDate key, gint64 *ret_group, GError **error);

/**
 * stn_diary_log_cramps: makes the night have @count episodes, see stn_night_log_cramps().
 *
 * Errors: CONTRADICTS when more are stored already; FUTURE; of the model and the store.
 */
gboolean stn_diary_log_cramps (StnDiary *self,
                               StnDate key,
                               guint count,
                               const StnEpisode *worst,
                               gint64 *ret_group,
                               GError **error);

/**
 * stn_diary_put_night: a part of a write group that the caller began on the store (import, sample): saves what differs,
 * with "entered" as @after says. Built-in factors used for the first time get their row; @after's "answered" is filled in.
 *
 * Errors: FUTURE, CONTRADICTS, UNKNOWN_FACTOR, BAD_VALUE, of the model and the store; the caller rolls back.
 */
gboolean
stn_diary_put_night (StnDiary *self, const StnNight *before, const StnNight *after, GError **error);

/**
 * stn_diary_delete_nights: moves all that is stored of these nights to the trash (undo brings it back).
 * @keys: (element-type StnDate). Errors: NOTHING_STORED (nothing is deleted then); of the store.
 */
gboolean
stn_diary_delete_nights (StnDiary *self, const GArray *keys, gint64 *ret_group, GError **error);

/**
 * stn_diary_forget_night: the person does not remember: the night stays not recorded and is not asked for again.
 *
 * Errors: CONTRADICTS on a night with an outcome; FUTURE; of the store.
 */
gboolean stn_diary_forget_night (StnDiary *self, StnDate key, gint64 *ret_group, GError **error);

/**
 * stn_diary_list_gaps: the nights to catch up on: from the first night with anything stored to @last, those without an outcome
 * that were not forgotten.
 * @max: as many as are listed. @ret_keys: (transfer full) (element-type StnDate) newest first. @ret_total: all of them.
 */
gboolean stn_diary_list_gaps (
  StnDiary *self, StnDate last, guint max, GArray **ret_keys, guint *ret_total, GError **error);

/** stn_diary_undo, stn_diary_redo: see stn_change_log_undo(). */
gboolean
stn_diary_undo (StnDiary *self, gint64 expected, StnChangeGroup **ret_group, GError **error);
gboolean stn_diary_redo (StnDiary *self, StnChangeGroup **ret_group, GError **error);

G_END_DECLS
