/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-visit.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/** stn_visit_table_list: (transfer full) (element-type StnVisit) all live visits, the newest first. */
GPtrArray *stn_visit_table_list (StnStore *self, GError **error);

/** stn_visit_table_put, stn_question_table_put: in an open write group; one that is new gets its uid. */
gboolean stn_visit_table_put (StnStore *self, StnVisit *visit, GError **error);
gboolean stn_visit_table_delete (StnStore *self, const StnVisit *visit, GError **error);

/** stn_question_table_list: (transfer full) (element-type StnQuestion) all live questions, in the order of entry. */
GPtrArray *stn_question_table_list (StnStore *self, GError **error);
gboolean stn_question_table_put (StnStore *self, StnQuestion *question, GError **error);
gboolean stn_question_table_delete (StnStore *self, const StnQuestion *question, GError **error);

G_END_DECLS
