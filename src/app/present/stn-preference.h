/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-factor.h"
#include "present/stn-diary-client.h"

G_BEGIN_DECLS

/** What is changed in the preferences: each is one change of the diary. */
typedef enum {
  STN_PREFERENCE_TRACK,   /* @slug, @is_on: asked every evening */
  STN_PREFERENCE_HIDE,    /* @slug, @is_on: off all lists */
  STN_PREFERENCE_SUSPECT, /* @slug, @is_on */
  STN_PREFERENCE_RENAME,  /* @slug, @text */
  STN_PREFERENCE_HEADING, /* @slug, @text: "" = none */
  STN_PREFERENCE_MOVE,    /* @slug, @place: from 0 */
  STN_PREFERENCE_DELETE,  /* @slug */
  STN_PREFERENCE_ADD,     /* @text: its name, @kind, @unit: NULL = none */
  STN_PREFERENCE_SETTING, /* @slug: of stn-settings.h, @text: its value, NULL = as if nobody had set it */
} StnPreferenceKind;

typedef struct {
  StnPreferenceKind preference;
  const char *slug;
  const char *text;
  gboolean is_on;
  guint place;
  StnFactorKind kind;
  const char *unit; /* static */
} StnPreference;

/** stn_preference_change: makes that change; @preference is copied. */
void stn_preference_change (StnDiaryClient *client,
                            const StnPreference *preference,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
gboolean
stn_preference_change_finish (StnDiaryClient *client, GAsyncResult *result, GError **error);

/**
 * StnPreferences: what the preferences show. @factors: (element-type StnFactor) also hidden ones. @day_change: minute after
 * midnight. @glass_ml, @drink_g: see stn_diary_get_portion().
 */
typedef struct {
  GPtrArray *factors;
  int day_change;
  double glass_ml;
  double drink_g;
} StnPreferences;

void stn_preferences_free (StnPreferences *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnPreferences, stn_preferences_free)

void
stn_preferences_read (StnDiaryClient *client, GAsyncReadyCallback callback, gpointer user_data);
StnPreferences *
stn_preferences_read_finish (StnDiaryClient *client, GAsyncResult *result, GError **error);

G_END_DECLS
