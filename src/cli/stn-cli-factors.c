/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-verbs.h"

#include "base/stn-json-writer.h"
#include "base/stn-text-number.h"
#include "diary/stn-tracking.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>
#include <string.h>

static const StnCliOption options[] = {
  {"json", NULL, FALSE, N_ ("print JSON for programs")},
  {"all", NULL, FALSE, N_ ("list the hidden ones, too")},
  {"kind", "binary|count|scale|continuous", FALSE,
   N_ ("with add: what it is, scale from 0 to 10 (default: binary)")},
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
  stn_json_writer_add_boolean (writer, "hidden", factor->hidden);
  stn_json_writer_add_text (writer, "heading", factor->heading);
  stn_json_writer_add_opt_real (writer, "usual", factor->usual);
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

/* Those asked for every evening carry a star, hidden ones a dash. */
static void
print_lines (GString *out, GPtrArray *factors)
{
  int width = 0;

  for (guint i = 0; i < factors->len; i++)
    width = MAX (width, (int) strlen (((StnFactor *) g_ptr_array_index (factors, i))->slug));
  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (factors, i);
    g_autofree char *name = stn_wording_factor_name (factor);

    g_string_append_printf (out, "%s %-*s  %-10s  %-5s %s\n",
                            factor->tracked  ? "*"
                            : factor->hidden ? "-"
                                             : " ",
                            width, factor->slug, stn_factor_kind_to_token (factor->kind),
                            factor->unit == NULL ? "" : factor->unit, name);
  }
}

static void
remove_hidden (GPtrArray *factors)
{
  for (guint i = factors->len; i > 0; i--)
    if (((StnFactor *) g_ptr_array_index (factors, i - 1))->hidden)
      g_ptr_array_remove_index (factors, i - 1);
}

static gboolean
list_factors (StnCli *cli, GError **error)
{
  g_autoptr (StnDiary) diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  g_autoptr (GPtrArray) factors = diary == NULL ? NULL : stn_diary_list_factors (diary, error);

  if (factors == NULL)
    return FALSE;
  if (!stn_cli_has (cli, "all"))
    remove_hidden (factors);
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

static gboolean
rename_factor (StnCli *cli, StnDiary *diary, const char *slug, const char *name, GError **error)
{
  return stn_diary_rename_factor (diary, slug, name, error);
}

static gboolean
track (StnCli *cli, StnDiary *diary, const char *slug, const char *word, GError **error)
{
  return stn_diary_track_factor (diary, slug, TRUE, error);
}

static gboolean
untrack (StnCli *cli, StnDiary *diary, const char *slug, const char *word, GError **error)
{
  return stn_diary_track_factor (diary, slug, FALSE, error);
}

static gboolean
hide (StnCli *cli, StnDiary *diary, const char *slug, const char *word, GError **error)
{
  return stn_diary_hide_factor (diary, slug, TRUE, error);
}

static gboolean
show (StnCli *cli, StnDiary *diary, const char *slug, const char *word, GError **error)
{
  return stn_diary_hide_factor (diary, slug, FALSE, error);
}

/* People count from 1. */
static gboolean
move (StnCli *cli, StnDiary *diary, const char *slug, const char *word, GError **error)
{
  int place;

  if (!stn_int_parse (word, 1, G_MAXINT, &place, NULL))
    return fail (error, "PLACE is a whole number, 1 for the first of the list");
  return stn_diary_move_factor (diary, slug, (guint) place - 1, error);
}

static gboolean
group (StnCli *cli, StnDiary *diary, const char *slug, const char *heading, GError **error)
{
  return stn_diary_put_factor_under (diary, slug, *heading == '\0' ? NULL : heading, error);
}

/* factors usual SLUG VALUE; "auto" leaves it to the diary. */
static gboolean
usual (StnCli *cli, StnDiary *diary, const char *slug, const char *word, GError **error)
{
  g_autofree char *assignment = g_strdup_printf ("%s=%s", slug, word);
  g_autoptr (StnFactorValue) value = NULL;

  if (g_str_equal (word, "auto"))
    return stn_diary_set_usual (diary, slug, STN_UNKNOWN_REAL, error);
  value = stn_diary_parse_factor_value (diary, assignment, error);
  return value != NULL && stn_diary_set_usual (diary, slug, STN_KNOWN_REAL (value->value), error);
}

static gboolean delete (
  StnCli *cli, StnDiary *diary, const char *slug, const char *word, GError **error)
{
  guint n;

  if (!stn_diary_delete_factor (diary, slug, &n, error))
    return FALSE;
  if (n > 0)
    g_string_append_printf (
      cli->out,
      ngettext ("Taken off all lists. What was noted of it on %u night stays.\n",
                "Taken off all lists. What was noted of it on %u nights stays.\n", n),
      n);
  return TRUE;
}

/* factors WORD SLUG ..., with so many words in all. */
static const struct {
  const char *word;
  guint n;
  gboolean (*run) (StnCli *, StnDiary *, const char *, const char *, GError **);
} changes[] = {
  {"rename", 3, rename_factor},
  {"track", 2, track},
  {"untrack", 2, untrack},
  {"hide", 2, hide},
  {"show", 2, show},
  {"move", 3, move},
  {"group", 3, group},
  {"usual", 3, usual},
  {"delete", 2, delete},
};

static gboolean
change (StnCli *cli, guint which, GError **error)
{
  const char *const *words = (const char *const *) cli->arguments->pdata;
  g_autoptr (StnDiary) diary = stn_cli_open_diary (cli, STN_STORE_CREATE, error);

  return diary != NULL &&
         changes[which].run (cli, diary, words[1], changes[which].n == 3 ? words[2] : NULL, error);
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
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    if (n == changes[i].n && g_str_equal (words[0], changes[i].word))
      return stn_cli_try_first (cli, run_factors, error) && change (cli, i, error);
  return fail (error, "factors takes nothing, 'add NAME', 'rename SLUG NAME', 'move SLUG PLACE', "
                      "'group SLUG HEADING', 'usual SLUG VALUE', or one of track, untrack, hide, "
                      "show and delete with a SLUG");
}

const StnCliVerb stn_cli_factors_verb = {
  "factors",
  "[add NAME | rename SLUG NAME | move SLUG PLACE | group SLUG HEADING | usual SLUG VALUE |\n"
  "       track|untrack|hide|show|delete SLUG]",
  0,
  3,
  N_ ("List what can be noted of a day, or change the list"),
  options,
  run_factors,
};
