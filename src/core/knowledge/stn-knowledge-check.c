/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * stn-knowledge-check FOLDER: says whether the files under data/knowledge are as their README demands; run by every
 * build. Exit code 0 = yes; 1 = no, with "file:line: reason" on standard error; 2 = wrong usage.
 */
#include "knowledge/stn-knowledge.h"

static GBytes *
read_cb (const char *name, gpointer folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;
  gsize length;

  return g_file_get_contents (path, &text, &length, error) ? g_bytes_new_take (text, length) : NULL;
}

int
main (int argc, char **argv)
{
  g_autoptr (StnKnowledge) knowledge = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 2) {
    g_printerr ("usage: %s FOLDER\n", argv[0]);
    return 2;
  }
  knowledge = stn_knowledge_load (read_cb, argv[1], &error);
  if (knowledge == NULL) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  return 0;
}
