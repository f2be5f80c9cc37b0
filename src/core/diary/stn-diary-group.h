/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"

G_BEGIN_DECLS

/**
 * stn_diary_end_group: ends the write group that the room began: commits what is @done, with the flags that it raises,
 * forgets what is not.
 * @ret_group: (nullable) its number, 0 when nothing was changed. Returns: whether all of it is saved.
 */
gboolean stn_diary_end_group (StnDiary *self, gboolean done, gint64 *ret_group, GError **error);

/** stn_diary_note_flags: in an open write group: what it raises is kept with it, see StnFlagNote. Errors: of the store. */
gboolean stn_diary_note_flags (StnDiary *self, GError **error);

/** stn_diary_check_not_ahead: that @date, if it is one, is not after today. Errors: FUTURE. */
gboolean stn_diary_check_not_ahead (StnDiary *self, StnDate date, GError **error);

/** stn_diary_start_has_come: whether @episode of night @key, whose start is known, had begun @now. */
gboolean stn_diary_start_has_come (const StnEpisode *episode, StnDate key, GDateTime *now);

/** stn_diary_edit_night_in_group: what stn_diary_edit_night() does, as a part of a write group that the room began. */
gboolean stn_diary_edit_night_in_group (
  StnDiary *self, StnDate key, StnNightEdit edit, gpointer data, GError **error);

/** stn_diary_edit_night_as: stn_diary_edit_night() with another source of the rows than "person". */
gboolean stn_diary_edit_night_as (StnDiary *self,
                                  StnDate key,
                                  const char *label,
                                  const char *source,
                                  StnNightEdit edit,
                                  gpointer data,
                                  gint64 *ret_group,
                                  GError **error);

G_END_DECLS
