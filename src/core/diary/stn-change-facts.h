/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-change-log.h"
#include "store/stn-other-versions.h"
#include "store/stn-trash.h"
#include "wording/stn-wording.h"

G_BEGIN_DECLS

/** stn_change_facts_of: of @group, for its words; texts are borrowed from it. */
StnChangeFacts stn_change_facts_of (const StnChangeGroup *group);

/** stn_version_facts_of: of @version. */
StnVersionFacts stn_version_facts_of (const StnOtherVersion *version);

/** stn_change_facts_of_deleted: the same of @item. */
StnChangeFacts stn_change_facts_of_deleted (const StnTrashItem *item);

G_END_DECLS
