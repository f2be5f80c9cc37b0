/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/**
 * What was typed and is not saved. A draft is no record: it has no change log, is neither undone nor merged, and each
 * call is a transaction of its own, durable when it returns. Not inside a write group.
 * @kind: which form, a token such as "night". @night: what it is about. There is one draft of each.
 */

/**
 * stn_draft_table_get: @ret_content: (transfer full) (nullable) what was typed; NULL when there is no draft.
 *
 * Errors: IO, DAMAGED, BUSY.
 */
gboolean stn_draft_table_get (
  StnStore *self, const char *kind, StnDate night, char **ret_content, GError **error);

/** stn_draft_table_list: (transfer full) (element-type StnDate) the nights with a draft of @kind, newest first. Errors: as above. */
GArray *stn_draft_table_list (StnStore *self, const char *kind, GError **error);

/**
 * stn_draft_table_put: keeps @content (not empty) in place of what was kept before; writes nothing when that is the same.
 *
 * Errors: READ_ONLY, FULL, BUSY, IO: what was kept before is still kept.
 */
gboolean stn_draft_table_put (
  StnStore *self, const char *kind, StnDate night, const char *content, GError **error);

/** stn_draft_table_discard: forgets the draft; that there is none is no error. Errors: as above. */
gboolean stn_draft_table_discard (StnStore *self, const char *kind, StnDate night, GError **error);

G_END_DECLS
