/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-schema.h"

#include "stn-store-resources.h"

static const char *const step_files[] = {"stn-schema-1.sql", "stn-schema-2.sql",
                                         "stn-schema-3.sql"};

static const char *
read_step (const char *file)
{
  g_autofree char *path = g_strconcat ("/io/github/stillnight/Stillnight/store/", file, NULL);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (stn_store_resources_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (bytes != NULL);
  /* Points into the program itself, closed by a zero byte (g_resource_lookup_data). */
  return g_bytes_get_data (bytes, NULL);
}

const StnSchema *
stn_schema_get_current (void)
{
  static const char *steps[G_N_ELEMENTS (step_files)];
  static const StnSchema current = {steps, G_N_ELEMENTS (step_files)};
  static gsize read;

  if (g_once_init_enter (&read)) {
    for (guint i = 0; i < G_N_ELEMENTS (step_files); i++)
      steps[i] = read_step (step_files[i]);
    g_once_init_leave (&read, 1);
  }
  return &current;
}
