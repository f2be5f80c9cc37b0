/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/stn-clock.h"
#include "store/stn-automatic-backup.h"
#include "diary/stn-safekeeping.h"

G_BEGIN_DECLS

/**
 * What can be done for a diary that cannot be read, or is gone. All of it works in threads of its own, on a diary that nobody
 * has open; the damaged file is only read until the person has chosen.
 */

/**
 * StnRescueFacts: @is_there: there is a file. @good: (nullable) the last good backup. @recovered: (nullable) a new file with all
 * that could be read of the damaged one, and what is in it; it is the caller's, who deletes it unless it is taken.
 */
typedef struct {
  gboolean is_there;
  StnBackupFacts *good;
  char *recovered;
  StnSalvageReport salvage;
} StnRescueFacts;

void stn_rescue_facts_free (StnRescueFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnRescueFacts, stn_rescue_facts_free)

void stn_rescue_look (const char *diary,
                      StnClock *clock,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
StnRescueFacts *stn_rescue_look_finish (GAsyncResult *result);

/**
 * stn_rescue_take: puts a verified copy of the diary or backup @from at @diary. What is there gets a dated name first and
 * stays as it is; when anything fails it has its old name.
 */
void stn_rescue_take (const char *diary,
                      const char *from,
                      StnClock *clock,
                      GAsyncReadyCallback callback,
                      gpointer user_data);

/** stn_rescue_begin_anew: gives what is there, backups too, dated names, so that an empty diary may begin at @diary. */
void stn_rescue_begin_anew (const char *diary,
                            StnClock *clock,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

/** stn_rescue_finish: of the last two. @ret_aside: (nullable) (transfer full) the new name of what was there, NULL when nothing was. */
gboolean stn_rescue_finish (GAsyncResult *result, char **ret_aside, GError **error);

G_END_DECLS
