/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary.h"

G_DEFINE_QUARK (stn-diary-error-quark, stn_diary_error)

char *
stn_diary_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "stillnight", "diary.db", NULL);
}
