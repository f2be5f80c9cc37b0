/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-trash-entry.h"

#include "diary/stn-change-facts.h"

struct _StnTrashEntry {
  GObject parent_instance;

  StnTrashItem *item;
  char *title;
  char *line;
};

G_DEFINE_FINAL_TYPE (StnTrashEntry, stn_trash_entry, G_TYPE_OBJECT)

static void
stn_trash_entry_finalize (GObject *object)
{
  StnTrashEntry *self = STN_TRASH_ENTRY (object);

  stn_trash_item_free (self->item);
  g_free (self->title);
  g_free (self->line);

  G_OBJECT_CLASS (stn_trash_entry_parent_class)->finalize (object);
}

static void
stn_trash_entry_class_init (StnTrashEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = stn_trash_entry_finalize;
}

static void
stn_trash_entry_init (StnTrashEntry *self)
{
}

StnTrashEntry *
stn_trash_entry_new (const StnTrashItem *item, StnDate today)
{
  StnTrashEntry *self = g_object_new (STN_TYPE_TRASH_ENTRY, NULL);
  const StnChangeFacts facts = stn_change_facts_of_deleted (item);
  g_autoptr (GDateTime) when = stn_stamp_to_local (item->when);

  self->item = stn_trash_item_copy (item);
  self->title = stn_wording_deleted (&facts, today);
  self->line = stn_wording_deleted_line (
    item->episodes, stn_date_of (when),
    g_date_time_get_hour (when) * 60 + g_date_time_get_minute (when), today);
  return self;
}

const StnTrashItem *
stn_trash_entry_get_item (StnTrashEntry *self)
{
  g_return_val_if_fail (STN_IS_TRASH_ENTRY (self), NULL);

  return self->item;
}

const char *
stn_trash_entry_get_title (StnTrashEntry *self)
{
  g_return_val_if_fail (STN_IS_TRASH_ENTRY (self), NULL);

  return self->title;
}

const char *
stn_trash_entry_get_line (StnTrashEntry *self)
{
  g_return_val_if_fail (STN_IS_TRASH_ENTRY (self), NULL);

  return self->line;
}
