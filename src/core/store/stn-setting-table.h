/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-store.h"

G_BEGIN_DECLS

/** stn_setting_table_get: (transfer full) the value of a setting, @fallback when it is not set; NULL on error. */
char *
stn_setting_table_get (StnStore *self, const char *name, const char *fallback, GError **error);

/** stn_setting_table_put: in an open write group. */
gboolean
stn_setting_table_put (StnStore *self, const char *name, const char *value, GError **error);

/** stn_setting_table_clear: in an open write group: it is not set any more. */
gboolean stn_setting_table_clear (StnStore *self, const char *name, GError **error);

G_END_DECLS
