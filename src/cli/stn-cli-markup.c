/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-markup.h"

static void
take_text (
  GMarkupParseContext *context, const char *text, gsize length, gpointer out, GError **error)
{
  g_string_append_len (out, text, (gssize) length);
}

char *
stn_cli_strip_markup (const char *markup)
{
  static const GMarkupParser parser = {.text = take_text};
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, out, NULL);
  g_autofree char *whole = g_strconcat ("<s>", markup, "</s>", NULL);

  if (!g_markup_parse_context_parse (context, whole, -1, NULL))
    return g_strdup (markup);
  return g_strdup (out->str);
}
