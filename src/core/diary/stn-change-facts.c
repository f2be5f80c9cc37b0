/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-change-facts.h"

StnChangeFacts
stn_change_facts_of (const StnChangeGroup *group)
{
  guint n = group->nights->len;

  return (StnChangeFacts){
    .label = group->label,
    .night = n > 0 ? g_array_index (group->nights, StnDate, 0) : STN_NO_DATE,
    .n_nights = n,
    .name = group->name,
    .slug = group->slug,
  };
}

StnChangeFacts
stn_change_facts_of_deleted (const StnTrashItem *item)
{
  return (StnChangeFacts){
    .label = "delete-nights",
    .night = item->night,
    .n_nights = stn_date_is_set (item->night) ? 1 : 0,
    .name = item->name,
    .slug = item->slug,
  };
}

StnVersionFacts
stn_version_facts_of (const StnOtherVersion *version)
{
  return (StnVersionFacts){
    .table = version->table,
    .night = version->night,
    .name = version->name,
    .slug = version->slug,
    .kept = version->kept,
    .other = version->other,
  };
}
