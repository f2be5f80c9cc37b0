/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"

G_BEGIN_DECLS

/** What a glass, in ml, and a drink, in g of alcohol, can be set to. */
#define STN_GLASS_MIN_ML 50
#define STN_GLASS_MAX_ML 1000
#define STN_DRINK_MIN_G 5
#define STN_DRINK_MAX_G 30

/**
 * StnSetting: something that the person can set, kept in the diary.
 * @name: its token. @values: what it takes, for messages: "06:00 to 18:00". @get: its value, or what it is when nobody set
 * it. @takes: whether it can be @value.
 */
typedef struct {
  const char *name;
  const char *values;
  char *(*get) (StnDiary *diary, GError **error);
  gboolean (*takes) (const char *value);
} StnSetting;

/** stn_settings_list: closed by one without a name. What is known of the person is not among them (stn-diary-person.h). */
const StnSetting *stn_settings_list (void);

/**
 * stn_diary_get_portion: how much the person counts as one of the factor @slug: the settings "glass-ml" and "drink-g"; 0
 * for all others. What is stored is ml and g, and stays so when this is changed.
 */
gboolean
stn_diary_get_portion (StnDiary *self, const char *slug, double *ret_portion, GError **error);

/** stn_diary_get_setting: (transfer full) its value, or what it is when nobody set it; NULL on error. */
char *stn_diary_get_setting (StnDiary *self, const char *name, GError **error);

/**
 * stn_diary_put_setting: @value: NULL: as if nobody had set it. Keys of nights that were recorded stay as they are.
 *
 * Errors: BAD_VALUE naming what is allowed; of the store.
 */
gboolean stn_diary_put_setting (
  StnDiary *self, const char *name, const char *value, gint64 *ret_group, GError **error);

G_END_DECLS
