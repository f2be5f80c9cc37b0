/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * stn-knowledge-check TRIGGERS SOURCES: says whether the files under data/knowledge are as their README demands; run
 * by every build. Exit code 0 = yes; 1 = no, with "file:line: reason" on standard error; 2 = wrong usage.
 */
#include "knowledge/stn-knowledge.h"

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length;

  if (g_file_get_contents (path, &text, &length, &error))
    return g_bytes_new_take (text, length);
  g_printerr ("%s\n", error->message);
  return NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) triggers = NULL;
  g_autoptr (GBytes) sources = NULL;
  g_autoptr (StnKnowledge) knowledge = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 3) {
    g_printerr ("usage: %s TRIGGERS SOURCES\n", argv[0]);
    return 2;
  }
  triggers = read_file (argv[1]);
  sources = read_file (argv[2]);
  if (triggers == NULL || sources == NULL)
    return 1;
  knowledge = stn_knowledge_load (triggers, sources, &error);
  if (knowledge == NULL) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  return 0;
}
