/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-analysis-meta.h"
#include "exchange/stn-csv-error.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

#define META_MAX_BYTES (1024 * 1024)
#define META_MAX_DEPTH 16
#define PARSED_TEXT "<data>:"
#define PARSE_ERROR "Parse error: "

static void
factor_free (gpointer data)
{
  StnMetaFactor *self = data;

  g_free (self->name);
  g_free (self);
}

static void
medicine_free (gpointer data)
{
  StnMetaMedicine *self = data;

  g_free (self->name);
  g_free (self);
}

static gboolean
refuse (GError **error, const char *why, const char *what)
{
  g_set_error (error, STN_EXCHANGE_ERROR, STN_EXCHANGE_ERROR_VALUE, "%s: %s", what, why);
  return FALSE;
}

/* @ret_text: (transfer none) (nullable) NULL when the member is not there or null. */
static gboolean
read_text (JsonObject *object, const char *member, const char **ret_text, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node)) {
    *ret_text = NULL;
    return TRUE;
  }
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse (error, "not a text", member);
  *ret_text = json_node_get_string (node);
  return TRUE;
}

static gboolean
read_name (JsonObject *object, GHashTable *names, char **ret_name, GError **error)
{
  const char *name;

  if (!read_text (object, "name", &name, error))
    return FALSE;
  if (name == NULL || *name == '\0')
    return refuse (error, "missing", "name");
  if (!g_hash_table_add (names, g_strdup (name)))
    return refuse (error, "there twice", name);
  *ret_name = g_strdup (name);
  return TRUE;
}

static gboolean
read_suspect (JsonObject *object, gboolean *ret_suspect, GError **error)
{
  JsonNode *node = json_object_get_member (object, "suspect");

  if (node != NULL && !JSON_NODE_HOLDS_NULL (node)) {
    if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
      return refuse (error, "neither true nor false", "suspect");
    *ret_suspect = json_node_get_boolean (node);
  }
  return TRUE;
}

static gboolean
read_factor (JsonObject *object, GHashTable *names, StnMetaFactor *factor, GError **error)
{
  const char *kind, *expected;

  if (!read_name (object, names, &factor->name, error) ||
      !read_text (object, "type", &kind, error) ||
      !read_text (object, "expected", &expected, error) ||
      !read_suspect (object, &factor->suspect, error))
    return FALSE;
  if (kind == NULL)
    return refuse (error, "missing", "type");
  return stn_factor_kind_parse (kind, &factor->kind, error) &&
         (expected == NULL || stn_direction_parse (expected, &factor->expected, error));
}

static gboolean
read_date (JsonObject *object, const char *member, StnDate *ret_date, GError **error)
{
  const char *text;

  return read_text (object, member, &text, error) &&
         (text == NULL || stn_date_parse (text, ret_date, error));
}

static gboolean
read_medicine (JsonObject *object, GHashTable *names, StnMetaMedicine *medicine, GError **error)
{
  if (!read_name (object, names, &medicine->name, error) ||
      !read_date (object, "start", &medicine->start, error) ||
      !read_date (object, "stop", &medicine->stop, error))
    return FALSE;
  return !stn_date_is_set (medicine->start) || !stn_date_is_set (medicine->stop) ||
         stn_date_compare (medicine->start, medicine->stop) <= 0 ||
         refuse (error, "it stops before it starts", medicine->name);
}

/* @ret_list: (nullable) (transfer none). */
static gboolean
read_list (JsonObject *object, const char *member, JsonArray **ret_list, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && !JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, "not a list", member);
  *ret_list = node != NULL ? json_node_get_array (node) : NULL;
  for (guint i = 0; *ret_list != NULL && i < json_array_get_length (*ret_list); i++)
    if (!JSON_NODE_HOLDS_OBJECT (json_array_get_element (*ret_list, i)))
      return refuse (error, "an entry is not an object", member);
  return TRUE;
}

static gboolean
read_factors (StnAnalysisMeta *self, JsonObject *root, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *list;
  guint n_suspects = 0;

  if (!read_list (root, "factors", &list, error))
    return FALSE;
  if (list == NULL)
    return refuse (error, "missing", "factors");
  for (guint i = 0; i < json_array_get_length (list); i++) {
    StnMetaFactor *factor = g_new0 (StnMetaFactor, 1);

    g_ptr_array_add (self->factors, factor);
    if (!read_factor (json_array_get_object_element (list, i), names, factor, error)) {
      g_prefix_error (error, "factor %u: ", i + 1);
      return FALSE;
    }
    n_suspects += factor->suspect;
  }
  return n_suspects <= STN_MAX_SUSPECTS ||
         refuse (error, "at most three factors can be suspects", "factors");
}

static gboolean
read_medicines (StnAnalysisMeta *self, JsonObject *root, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *list;

  if (!read_list (root, "medicines", &list, error))
    return FALSE;
  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++) {
    StnMetaMedicine *medicine = g_new0 (StnMetaMedicine, 1);

    g_ptr_array_add (self->medicines, medicine);
    if (!read_medicine (json_array_get_object_element (list, i), names, medicine, error)) {
      g_prefix_error (error, "medicine %u: ", i + 1);
      return FALSE;
    }
  }
  return TRUE;
}

/* The parser goes one call deeper with each bracket: what is nested without end would end the program. */
static gboolean
check_depth (const char *text, gsize length, GError **error)
{
  gboolean is_in_string = FALSE;
  int depth = 0;

  for (gsize i = 0; i < length; i++) {
    if (is_in_string && text[i] == '\\')
      i++;
    else if (text[i] == '"')
      is_in_string = !is_in_string;
    else if (!is_in_string && (text[i] == '{' || text[i] == '['))
      depth++;
    else if (!is_in_string && (text[i] == '}' || text[i] == ']'))
      depth--;
    if (depth > META_MAX_DEPTH) {
      refuse (error, "nested too deeply", "the file");
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
load (JsonParser *parser, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;
  GStatBuf info;

  if (g_stat (path, &info) == 0 && info.st_size > META_MAX_BYTES) {
    refuse (error, "larger than 1 MiB", "the file");
    return FALSE;
  }
  return g_file_get_contents (path, &text, &length, error) && check_depth (text, length, error) &&
         json_parser_load_from_data (parser, text, (gssize) length, error);
}

/* The parser says "<data>:LINE:COLUMN: Parse error: what". */
static void
fail_at_line (GError **error, const GError *reason, const char *path)
{
  const char *what = strstr (reason->message, ": ");
  guint line = 0;

  if (g_str_has_prefix (reason->message, PARSED_TEXT))
    line = (guint) strtoul (reason->message + strlen (PARSED_TEXT), NULL, 10);
  what = line > 0 && what != NULL ? what + strlen (": ") : reason->message;
  if (g_str_has_prefix (what, PARSE_ERROR))
    what += strlen (PARSE_ERROR);
  stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, path, line, "not written as JSON is: %s", what);
}

/* Reasons of any domain become one of this room that names the file, once. */
static void
name_file (GError **error, GError *reason, const char *path)
{
  const char *why = strrchr (reason->message, ':');

  if (reason->domain == JSON_PARSER_ERROR)
    fail_at_line (error, reason, path);
  else if (reason->domain == G_FILE_ERROR || reason->domain == G_IO_ERROR)
    stn_csv_fail (error, STN_EXCHANGE_ERROR_READ, path, 0, "cannot be opened%s",
                  why != NULL ? why : "");
  else
    stn_csv_fail (error, STN_EXCHANGE_ERROR_VALUE, path, 0, "%s", reason->message);
  g_error_free (reason);
}

StnAnalysisMeta *
stn_analysis_meta_read (const char *path, GError **error)
{
  g_autoptr (StnAnalysisMeta) self = g_new0 (StnAnalysisMeta, 1);
  g_autoptr (JsonParser) parser = json_parser_new ();
  GError *reason = NULL;
  gboolean is_read = FALSE;

  self->factors = g_ptr_array_new_with_free_func (factor_free);
  self->medicines = g_ptr_array_new_with_free_func (medicine_free);
  if (load (parser, path, &reason)) {
    JsonNode *root = json_parser_get_root (parser);

    if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
      refuse (&reason, "not an object", "the file");
    else
      is_read = read_factors (self, json_node_get_object (root), &reason) &&
                read_medicines (self, json_node_get_object (root), &reason);
  }
  if (!is_read) {
    name_file (error, reason, path);
    return NULL;
  }
  return g_steal_pointer (&self);
}

void
stn_analysis_meta_free (StnAnalysisMeta *self)
{
  g_ptr_array_unref (self->factors);
  g_ptr_array_unref (self->medicines);
  g_free (self);
}
