/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "base/stn-stamp.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/** For how many days the trash shows what was deleted. */
#define STN_TRASH_DAYS 30

/**
 * StnTrashItem: what one change group deleted of one night, or one deleted thing beside nights, that is deleted still. It is
 * read from the change log; there is no other trash.
 * @group: that deleted it. @when: that was.
 * @night: of it; STN_NO_DATE for a thing beside nights. @episodes: its cramps among what was deleted.
 * @table, @uid, @name, @slug: of the thing beside nights; NULL for a night, @name and @slug also where it has none.
 */
typedef struct {
  gint64 group;
  StnStamp when;
  StnDate night;
  guint episodes;
  char *table;
  char *uid;
  char *name;
  char *slug;
} StnTrashItem;

void stn_trash_item_free (StnTrashItem *self);
StnTrashItem *stn_trash_item_copy (const StnTrashItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnTrashItem, stn_trash_item_free)

/**
 * stn_trash_list: (transfer full) (element-type StnTrashItem) what was deleted, by any program, within the last
 * STN_TRASH_DAYS, the latest first. What an undo took back is no part of it, nor a single value that was cleared.
 *
 * Errors: of %STN_STORE_ERROR.
 */
GPtrArray *stn_trash_list (StnStore *self, GError **error);

/**
 * stn_trash_restore: brings @item back as it was, as a change group of its own (label "restore-deleted").
 * @ret_group: (nullable) its number.
 *
 * Errors: CHANGED when any part of it was written again since, or needs what is deleted itself: nothing comes back then;
 * READ_ONLY, FULL, BUSY, IO.
 */
gboolean
stn_trash_restore (StnStore *self, const StnTrashItem *item, gint64 *ret_group, GError **error);

G_END_DECLS
