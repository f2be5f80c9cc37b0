/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-safekeeping.h"
#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_SAFEKEEPER (stn_safekeeper_get_type ())
G_DECLARE_FINAL_TYPE (StnSafekeeper, stn_safekeeper, STN, SAFEKEEPER, GObject)

/**
 * StnSafekeeping: what the person should know of the safety of the diary.
 * @is_newer, @is_read_only: of the diary that is open. @unreadable: nights that are damaged and left out.
 * @report: of the last look whether a backup was due; @failure: (nullable) why none could be made.
 * @good: (nullable) with HELD_BACK the newest backup that can be read whole.
 * @copy: of the second copy; @copy_failure: (nullable) why it could not be made.
 */
typedef struct {
  gboolean is_newer;
  gboolean is_read_only;
  guint unreadable;
  StnBackupReport report;
  GError *failure;
  StnBackupFacts *good;
  StnSecondCopyState copy;
  GError *copy_failure;
} StnSafekeeping;

/**
 * StnSafekeeper: makes the backup of the day and the second copy by itself: once the diary is open and nothing else is to
 * be done (after the first picture), on the first change of each later day, and when a stick comes. Signal "changed" (): what
 * there is to know is something else.
 */
StnSafekeeper *stn_safekeeper_new (StnDiaryClient *client);

/** stn_safekeeper_get: (transfer none) what there is to know; nothing before the first look. */
const StnSafekeeping *stn_safekeeper_get (StnSafekeeper *self);

/** stn_safekeeper_look: looks now, beside the diary's thread. */
void stn_safekeeper_look (StnSafekeeper *self);

G_END_DECLS
