/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of data/knowledge: first byte: which one; the rest: its text. It is read like the one that is compiled in, or refused with
 * file and line; those that it refers to are the real ones. */
#include "fuzz-target.h"

#include "knowledge/stn-knowledge.h"

#include <gio/gio.h>

#define RESOURCE_FOLDER "/io/github/stillnight/Stillnight/knowledge/"

static const char *const names[] = {
  "sources.xml", "triggers.xml", "medicines.xml", "conditions.xml", "selfcare.xml",
  "reliefs.xml", "guide.xml",    "signs.xml",     "stretch.xml",    "flags.xml",
};

typedef struct {
  const char *name;
  GBytes *text;
  gboolean is_read;
} Foreign;

static GBytes *
read_cb (const char *name, gpointer data, GError **error)
{
  Foreign *foreign = data;
  g_autofree char *path = g_strconcat (RESOURCE_FOLDER, name, NULL);

  if (!g_str_equal (name, foreign->name))
    return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  foreign->is_read = TRUE;
  return g_bytes_ref (foreign->text);
}

void
fuzz_target_set_up (void)
{
  g_assert_null (stn_knowledge_get_problem ());
}

void
fuzz_target_run (const guint8 *bytes, gsize size)
{
  g_autoptr (GBytes) text = NULL;
  g_autoptr (StnKnowledge) knowledge = NULL;
  g_autoptr (GError) error = NULL;

  if (size == 0)
    return;
  text = g_bytes_new (bytes + 1, size - 1);
  Foreign foreign = {.name = names[bytes[0] % G_N_ELEMENTS (names)], .text = text};

  knowledge = stn_knowledge_load (read_cb, &foreign, &error);
  g_assert_true (foreign.is_read);
  if (knowledge == NULL)
    g_assert_nonnull (g_strstr_len (error->message, 20, ".xml:"));
  fuzz_check (knowledge != NULL, &error);
}
