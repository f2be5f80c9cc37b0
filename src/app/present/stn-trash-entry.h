/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "store/stn-trash.h"

G_BEGIN_DECLS

#define STN_TYPE_TRASH_ENTRY (stn_trash_entry_get_type ())
G_DECLARE_FINAL_TYPE (StnTrashEntry, stn_trash_entry, STN, TRASH_ENTRY, GObject)

/** StnTrashEntry: one line of the trash, for a list model. @item is copied; @today: for the years of dates. */
StnTrashEntry *stn_trash_entry_new (const StnTrashItem *item, StnDate today);

const StnTrashItem *stn_trash_entry_get_item (StnTrashEntry *self);

/** The words of the line: what it is, and when it was deleted. */
const char *stn_trash_entry_get_title (StnTrashEntry *self);
const char *stn_trash_entry_get_line (StnTrashEntry *self);

G_END_DECLS
