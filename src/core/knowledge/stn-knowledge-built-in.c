/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-knowledge.h"

#include "stn-knowledge-resources.h"

#define RESOURCE_FOLDER "/io/github/stillnight/Stillnight/knowledge/"

/* What was read, once in the life of the program. */
typedef struct {
  StnKnowledge *knowledge;
  char *problem;
} BuiltIn;

static GBytes *
read_cb (const char *name, gpointer data, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static const BuiltIn *
get_built_in (void)
{
  static BuiltIn built_in;
  static gsize is_read = 0;

  if (g_once_init_enter (&is_read)) {
    GError *problem = NULL;

    /* Keeps the resource, which registers itself, in the program. */
    stn_knowledge_resources_get_resource ();
    built_in.knowledge = stn_knowledge_load_what_is_sound (read_cb, NULL, &problem);
    built_in.problem = problem != NULL ? g_strdup (problem->message) : NULL;
    g_clear_error (&problem);
    g_once_init_leave (&is_read, TRUE);
  }
  return &built_in;
}

const StnKnowledge *
stn_knowledge_get (void)
{
  return get_built_in ()->knowledge;
}

const char *
stn_knowledge_get_problem (void)
{
  return get_built_in ()->problem;
}
