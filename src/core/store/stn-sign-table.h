/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-sign.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/**
 * stn_sign_table_list: (transfer full) (element-type StnSign) by date, then sign.
 * @from, @to: STN_NO_DATE = open end.
 */
GPtrArray *stn_sign_table_list (StnStore *self, StnDate from, StnDate to, GError **error);

/** stn_sign_table_put: in an open write group; one answer for each date and sign. */
gboolean stn_sign_table_put (StnStore *self, const StnSign *sign, GError **error);

/** stn_sign_table_delete: not asked any more; that there is none is no error. In an open write group. */
gboolean stn_sign_table_delete (StnStore *self, StnDate date, const char *sign, GError **error);

G_END_DECLS
