/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-verbs.h"

#include "base/stn-json-writer.h"
#include "diary/stn-diary-factors.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>
#include <string.h>

static const StnCliOption options[] = {
  {"json", NULL, FALSE, N_ ("print JSON for programs")},
  {"kind", "KIND", FALSE,
   N_ ("with add: binary, count, scale (0-10) or continuous (default: binary)")},
  {"unit", "UNIT", FALSE, N_ ("with add: what the numbers are in")},
  {NULL, NULL, FALSE, NULL},
};

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, message);
  return FALSE;
}

static void
add_factor (StnJsonWriter *writer, const StnFactor *factor)
{
  const StnTrigger *trigger = stn_factor_get_trigger (factor);

  stn_json_writer_begin_object (writer, NULL);
  stn_json_writer_add_text (writer, "slug", factor->slug);
  stn_json_writer_add_text (writer, "name",
                            factor->name != NULL ? factor->name
                            : trigger != NULL    ? trigger->name
                                                 : NULL);
  stn_json_writer_add_text (writer, "kind", stn_factor_kind_to_token (factor->kind));
  stn_json_writer_add_text (writer, "unit", factor->unit);
  stn_json_writer_add_opt_real (writer, "min", trigger == NULL ? STN_UNKNOWN_REAL : trigger->min);
  stn_json_writer_add_opt_real (writer, "max", trigger == NULL ? STN_UNKNOWN_REAL : trigger->max);
  stn_json_writer_add_boolean (writer, "built_in", factor->built_in);
  stn_json_writer_add_boolean (writer, "tracked", factor->tracked);
  stn_json_writer_end_object (writer);
}

static void
print_json (GString *out, GPtrArray *factors)
{
  StnJsonWriter writer;

  stn_json_writer_init (&writer, out, 1);
  stn_json_writer_begin_array (&writer, NULL);
  for (guint i = 0; i < factors->len; i++)
    add_factor (&writer, g_ptr_array_index (factors, i));
  stn_json_writer_end_array (&writer);
  g_string_append_c (out, '\n');
}

/* Those asked for every evening carry a star. */
static void
print_lines (GString *out, GPtrArray *factors)
{
  int width = 0;

  for (guint i = 0; i < factors->len; i++)
    width = MAX (width, (int) strlen (((StnFactor *) g_ptr_array_index (factors, i))->slug));
  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (factors, i);
    g_autofree char *name = stn_wording_factor_name (factor);

    g_string_append_printf (out, "%s %-*s  %-10s  %-5s %s\n", factor->tracked ? "*" : " ", width,
                            factor->slug, stn_factor_kind_to_token (factor->kind),
                            factor->unit == NULL ? "" : factor->unit, name);
  }
}

static gboolean
list_factors (StnCli *cli, GError **error)
{
  g_autoptr (StnDiary) diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  g_autoptr (GPtrArray) factors = diary == NULL ? NULL : stn_diary_list_factors (diary, error);

  if (factors == NULL)
    return FALSE;
  if (stn_cli_has (cli, "json"))
    print_json (cli->out, factors);
  else
    print_lines (cli->out, factors);
  return TRUE;
}

static gboolean
add (StnCli *cli, const char *name, GError **error)
{
  const char *kind_token = stn_cli_get (cli, "kind");
  StnFactorKind kind = STN_FACTOR_BINARY;
  g_autoptr (StnDiary) diary = NULL;
  g_autoptr (StnFactor) factor = NULL;
  GError *reason = NULL;

  if (kind_token != NULL && !stn_factor_kind_parse (kind_token, &kind, &reason))
    return stn_cli_usage ("kind", reason, error);
  diary = stn_cli_open_diary (cli, STN_STORE_CREATE, error);
  if (diary == NULL)
    return FALSE;
  factor = stn_diary_add_factor (diary, name, kind, stn_cli_get (cli, "unit"), error);
  if (factor == NULL)
    return FALSE;
  g_string_append_printf (cli->out, "%s\n", factor->slug);
  return TRUE;
}

/* factors rename SLUG NAME, factors track SLUG, factors hide SLUG */
static gboolean
change (StnCli *cli, const char *how, const char *slug, const char *name, GError **error)
{
  g_autoptr (StnDiary) diary = stn_cli_open_diary (cli, STN_STORE_CREATE, error);

  if (diary == NULL)
    return FALSE;
  if (name != NULL)
    return stn_diary_rename_factor (diary, slug, name, error);
  return stn_diary_track_factor (diary, slug, g_str_equal (how, "track"), error);
}

static gboolean
run_factors (StnCli *cli, GError **error)
{
  const char *const *words = (const char *const *) cli->arguments->pdata;
  guint n = cli->arguments->len;
  gboolean describes = stn_cli_has (cli, "kind") || stn_cli_has (cli, "unit");

  if (n == 2 && g_str_equal (words[0], "add"))
    return stn_cli_try_first (cli, run_factors, error) && add (cli, words[1], error);
  if (describes)
    return fail (error, "--kind and --unit go with 'factors add NAME'");
  if (n == 0)
    return list_factors (cli, error);
  if (n == 3 && g_str_equal (words[0], "rename"))
    return stn_cli_try_first (cli, run_factors, error) &&
           change (cli, words[0], words[1], words[2], error);
  if (n == 2 && (g_str_equal (words[0], "track") || g_str_equal (words[0], "hide")))
    return stn_cli_try_first (cli, run_factors, error) &&
           change (cli, words[0], words[1], NULL, error);
  return fail (
    error, "factors takes nothing, 'add NAME', 'rename SLUG NAME', 'track SLUG' or 'hide SLUG'");
}

const StnCliVerb stn_cli_factors_verb = {
  "factors",   "[add NAME | rename SLUG NAME | track SLUG | hide SLUG]",   0,
  3,           N_ ("List what can be noted of a day, or change the list"), options,
  run_factors,
};
