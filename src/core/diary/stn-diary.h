/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"
#include "model/stn-night.h"
#include "store/stn-change-log.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/** Error domain of the room diary; errors of the store and the model pass through as they are. */
#define STN_DIARY_ERROR (stn_diary_error_quark ())
GQuark stn_diary_error_quark (void);

typedef enum {
  STN_DIARY_ERROR_CONTRADICTS,    /* what is logged contradicts what is stored (no cramps on a night with cramps) */
  STN_DIARY_ERROR_UNKNOWN_FACTOR, /* no factor of that name */
  STN_DIARY_ERROR_BAD_VALUE,      /* not a value of that factor */
  STN_DIARY_ERROR_FUTURE,         /* a night that has not begun */
  STN_DIARY_ERROR_NOTHING_STORED, /* nothing is stored of that night */
} StnDiaryError;

/**
 * StnDiary: a diary with everything known about it: the one way in which window, command line and report reach
 * the data, so that they agree. Synchronous, used from one thread.
 */
typedef struct _StnDiary StnDiary;

/** stn_diary_open: Errors: of %STN_STORE_ERROR. (transfer full) */
StnDiary *stn_diary_open (const char *path, StnStoreMode mode, StnClock *clock, GError **error);
void stn_diary_close (StnDiary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnDiary, stn_diary_close)

/** stn_diary_default_path: (transfer full) $XDG_DATA_HOME/stillnight/diary.db. */
char *stn_diary_default_path (void);

/** stn_diary_get_store: (transfer none) for backup, verification and watching. */
StnStore *stn_diary_get_store (StnDiary *self);

/** stn_diary_last_night: key of "last night" by the diary's clock. */
StnDate stn_diary_last_night (StnDiary *self);

/** stn_diary_current_night: key that factors entered now belong to, by the diary's day change. */
StnDate stn_diary_current_night (StnDiary *self);

/** stn_diary_get_night: (transfer full) an empty night when nothing is stored; NULL on error. */
StnNight *stn_diary_get_night (StnDiary *self, StnDate key, GError **error);

/**
 * stn_diary_get_first_night: key of the first night with anything stored; FALSE only on error.
 * @ret_key: STN_NO_DATE while the diary is empty.
 */
gboolean stn_diary_get_first_night (StnDiary *self, StnDate *ret_key, GError **error);

/** stn_diary_list_nights: (transfer full) (element-type StnNight) every night with anything stored; STN_NO_DATE = open end. */
GPtrArray *stn_diary_list_nights (StnDiary *self, StnDate from, StnDate to, GError **error);

/**
 * stn_diary_list_factors: (transfer full) (element-type StnFactor) the factors of this diary by position, then those of
 * the catalogue that it never used (not tracked unless on by default). Derived ones are left out.
 */
GPtrArray *stn_diary_list_factors (StnDiary *self, GError **error);

/**
 * stn_diary_save_night: saves what differs between @before (as it was loaded) and @after. New factor values get their
 * "entered" by the clock, those whose number did not change keep theirs.
 * @ret_group: (nullable) number for the toast's Undo, 0 when nothing differed.
 *
 * Errors: CHANGED (someone else changed the same thing since @before was loaded: nothing is saved), FUTURE,
 * UNKNOWN_FACTOR, BAD_VALUE, of %STN_MODEL_ERROR and %STN_STORE_ERROR.
 */
gboolean stn_diary_save_night (StnDiary *self,
                               const StnNight *before,
                               const StnNight *after,
                               gint64 *ret_group,
                               GError **error);

/**
 * stn_diary_log_no_cramps: the night had no cramps. Saying it again changes nothing.
 *
 * Errors: CONTRADICTS on a night with live episodes; FUTURE; of the store.
 */
gboolean stn_diary_log_no_cramps (StnDiary *self, StnDate key, gint64 *ret_group, GError **error);

/**
 * stn_diary_log_cramps: makes the night have @count episodes: the missing ones are added as unknown and @worst (nullable)
 * describes the worst; replaces a no-cramps answer. What @worst leaves unknown is not overwritten.
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
 * stn_diary_parse_factor_value: reads "SLUG=VALUE" (binary yes|no|1|0) by this diary's factors and the catalogue.
 *
 * Errors: UNKNOWN_FACTOR, BAD_VALUE naming what is allowed. Returns: (transfer full) entered is unset.
 */
StnFactorValue *stn_diary_parse_factor_value (StnDiary *self, const char *assignment, GError **error);

/**
 * stn_diary_delete_nights: moves all that is stored of these nights to the trash (undo brings it back).
 * @keys: (element-type StnDate). Errors: NOTHING_STORED (nothing is deleted then); of the store.
 */
gboolean stn_diary_delete_nights (StnDiary *self, const GArray *keys, gint64 *ret_group, GError **error);

/** stn_diary_undo, stn_diary_redo: see stn_change_log_undo(). */
gboolean stn_diary_undo (StnDiary *self, gint64 expected, StnChangeGroup **ret_group, GError **error);
gboolean stn_diary_redo (StnDiary *self, StnChangeGroup **ret_group, GError **error);

/**
 * StnMaterial: a diary made ready for the analysis: owns the columns; made on the diary's thread, then read on any.
 */
typedef struct _StnMaterial StnMaterial;

/** stn_diary_collect: (transfer full) evening values first (analysis 1.6); NULL on error. */
StnMaterial *stn_diary_collect (StnDiary *self, GError **error);
const StnAnalysisInput *stn_material_get_input (const StnMaterial *self);

/** stn_material_list_factors: (transfer none) (element-type StnFactor) the factor of each column, in the input's order. */
GPtrArray *stn_material_list_factors (const StnMaterial *self);
void stn_material_free (StnMaterial *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnMaterial, stn_material_free)

G_END_DECLS
