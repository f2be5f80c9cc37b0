/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * stn_word_list_find: the place of @token in @tokens (NULL entries have no token).
 * @what: for the message: "a WHAT".
 *
 * Errors: %STN_MODEL_ERROR_UNKNOWN_WORD, listing the words that are allowed.
 */
gboolean stn_word_list_find (const char *what,
                             const char *const *tokens,
                             guint n_tokens,
                             const char *token,
                             guint *ret_value,
                             GError **error);

/** Defines PREFIX_parse() and PREFIX_to_token() of an enum over its array of tokens. */
#define DEFINE_WORDS(Type, prefix, tokens, what)                                                   \
  gboolean prefix##_parse (const char *token, Type *ret, GError **error)                           \
  {                                                                                                \
    guint value;                                                                                   \
    if (!stn_word_list_find (what, tokens, G_N_ELEMENTS (tokens), token, &value, error))           \
      return FALSE;                                                                                \
    *ret = (Type) value;                                                                           \
    return TRUE;                                                                                   \
  }                                                                                                \
  const char *prefix##_to_token (Type value)                                                       \
  {                                                                                                \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (tokens), NULL);                            \
    return tokens[value];                                                                          \
  }

G_END_DECLS
