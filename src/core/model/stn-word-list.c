/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-word-list.h"
#include "base/stn-text-line.h"
#include "model/stn-model-error.h"

gboolean
stn_word_list_find (const char *what,
                    const char *const *tokens,
                    guint n_tokens,
                    const char *token,
                    guint *ret_value,
                    GError **error)
{
  g_return_val_if_fail (token != NULL && ret_value != NULL, FALSE);
  g_autoptr (GString) allowed = g_string_new (NULL);

  for (guint i = 0; i < n_tokens; i++) {
    if (tokens[i] == NULL)
      continue;
    if (g_str_equal (token, tokens[i])) {
      *ret_value = i;
      return TRUE;
    }
    g_string_append_printf (allowed, "%s%s", allowed->len > 0 ? ", " : "", tokens[i]);
  }
  g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_UNKNOWN_WORD,
               "'%s' is not a %s; it is one of %s", stn_excerpt (token), what, allowed->str);
  return FALSE;
}
