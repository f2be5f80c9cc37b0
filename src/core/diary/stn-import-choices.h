/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"

G_BEGIN_DECLS

/**
 * What a person chose for a file is remembered in the diary, under the shape of its columns (stn_csv_shape()), so that the next file
 * from the same program is read alike.
 * stn_import_choices_get: (transfer full) "" when there is none; NULL on error.
 */
char *stn_import_choices_get (StnDiary *diary, const char *shape, GError **error);

/** stn_import_choices_put: in an open write group; what is the same already is not written. Errors: of the store. */
gboolean
stn_import_choices_put (StnDiary *diary, const char *shape, const char *choices, GError **error);

G_END_DECLS
