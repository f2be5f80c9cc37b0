/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-knowledge.h"

#include "stn-knowledge-resources.h"

#define RESOURCE_FOLDER "/io/github/stillnight/Stillnight/knowledge/"

static GBytes *
read_cb (const char *name, gpointer data, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);

  return g_resource_lookup_data (stn_knowledge_resources_get_resource (), path,
                                 G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

const StnKnowledge *
stn_knowledge_get (void)
{
  static gsize built_in = 0;

  if (g_once_init_enter (&built_in)) {
    g_autoptr (GError) error = NULL;
    StnKnowledge *knowledge = stn_knowledge_load (read_cb, NULL, &error);

    /* The same bytes passed the check when the program was built. */
    if (knowledge == NULL)
      g_error ("%s", error->message);
    g_once_init_leave (&built_in, (gsize) knowledge);
  }
  return (const StnKnowledge *) built_in;
}
