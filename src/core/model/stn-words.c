/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-words.h"
#include "model/stn-model-error.h"

static const char *const side_tokens[] = { NULL, "left", "right", "both" };
static const char *const site_tokens[] = { NULL,          "calf",       "foot", "toes",
                                           "front-thigh", "back-thigh", "other" };
static const char *const state_tokens[] = { "not-recorded", "no-cramps", "cramps" };
static const char *const kind_tokens[] = { NULL, "binary", "count", "scale", "continuous" };
static const char *const entered_tokens[] = { "unknown", "evening", "usual", "after" };
static const char *const answer_tokens[] = { NULL, "no", "yes" };

static gboolean
parse_token (const char *what,
             const char *const *tokens,
             guint n_tokens,
             const char *token,
             guint *ret_value,
             GError **error)
{
  g_return_val_if_fail (token != NULL && ret_value != NULL, FALSE);
  g_autoptr (GString) allowed = g_string_new (NULL);

  for (guint i = 0; i < n_tokens; i++)
    {
      if (tokens[i] == NULL)
        continue;
      if (g_str_equal (token, tokens[i]))
        {
          *ret_value = i;
          return TRUE;
        }
      g_string_append_printf (allowed, "%s%s", allowed->len > 0 ? ", " : "", tokens[i]);
    }
  g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_UNKNOWN_WORD,
               "'%.40s' is not a %s; it is one of %s", token, what, allowed->str);
  return FALSE;
}

#define DEFINE_WORDS(Type, prefix, tokens, what)                                                      \
  gboolean prefix##_parse (const char *token, Type *ret, GError **error)                              \
  {                                                                                                   \
    guint value;                                                                                      \
    if (!parse_token (what, tokens, G_N_ELEMENTS (tokens), token, &value, error))                     \
      return FALSE;                                                                                   \
    *ret = (Type) value;                                                                              \
    return TRUE;                                                                                      \
  }                                                                                                   \
  const char *prefix##_to_token (Type value)                                                          \
  {                                                                                                   \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (tokens), NULL);                               \
    return tokens[value];                                                                             \
  }

DEFINE_WORDS (StnSide, stn_side, side_tokens, "side")
DEFINE_WORDS (StnSite, stn_site, site_tokens, "site")
DEFINE_WORDS (StnFactorKind, stn_factor_kind, kind_tokens, "kind of factor")
DEFINE_WORDS (StnEntered, stn_entered, entered_tokens, "time of entry")
DEFINE_WORDS (StnAnswer, stn_answer, answer_tokens, "answer")

const char *
stn_night_state_to_token (StnNightState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_tokens), NULL);
  return state_tokens[state];
}
