/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-verbs.h"

#include "base/stn-json-writer.h"
#include "diary/stn-suspects.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

static const StnCliOption options[] = {
  {"json", NULL, FALSE, N_ ("print JSON for programs")},
  STN_CLI_NO_MORE_OPTIONS,
};

static void
print_json (GString *out, GPtrArray *suspects)
{
  StnJsonWriter writer;

  stn_json_writer_init (&writer, out, 1);
  stn_json_writer_begin_array (&writer, NULL);
  for (guint i = 0; i < suspects->len; i++) {
    const StnFactor *factor = g_ptr_array_index (suspects, i);
    g_autofree char *name = stn_wording_factor_name (factor);
    char since[STN_DATE_TEXT_SIZE];

    stn_json_writer_begin_object (&writer, NULL);
    stn_json_writer_add_text (&writer, "slug", factor->slug);
    stn_json_writer_add_text (&writer, "name", name);
    stn_json_writer_add_text (&writer, "since", stn_date_to_text (factor->suspect_since, since));
    stn_json_writer_end_object (&writer);
  }
  stn_json_writer_end_array (&writer);
  g_string_append_c (out, '\n');
}

static void
print_lines (GString *out, GPtrArray *suspects)
{
  for (guint i = 0; i < suspects->len; i++) {
    const StnFactor *factor = g_ptr_array_index (suspects, i);
    g_autofree char *name = stn_wording_factor_name (factor);
    char since[STN_DATE_TEXT_SIZE];

    g_string_append_printf (out, "%s  %s  %s\n", stn_date_to_text (factor->suspect_since, since),
                            factor->slug, name);
  }
}

static gboolean
list_suspects (StnCli *cli, GError **error)
{
  g_autoptr (StnDiary) diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  g_autoptr (GPtrArray) suspects = diary == NULL ? NULL : stn_diary_list_suspects (diary, error);

  if (suspects == NULL)
    return FALSE;
  if (stn_cli_has (cli, "json"))
    print_json (cli->out, suspects);
  else
    print_lines (cli->out, suspects);
  return TRUE;
}

static gboolean
change (StnCli *cli,
        gboolean (*what) (StnDiary *diary, const char *slug, GError **error),
        const char *slug,
        GError **error)
{
  g_autoptr (StnDiary) diary = stn_cli_open_diary (cli, STN_STORE_CREATE, error);

  return diary != NULL && what (diary, slug, error);
}

static gboolean
run (StnCli *cli, GError **error)
{
  const char *const *words = (const char *const *) cli->arguments->pdata;
  guint n = cli->arguments->len;
  gboolean has_json = stn_cli_has (cli, "json");

  if (n == 0 || (n == 1 && g_str_equal (words[0], "list")))
    return list_suspects (cli, error);
  if (n == 2 && !has_json && g_str_equal (words[0], "add"))
    return stn_cli_try_first (cli, run, error) &&
           change (cli, stn_diary_add_suspect, words[1], error);
  if (n == 2 && !has_json && g_str_equal (words[0], "remove"))
    return stn_cli_try_first (cli, run, error) &&
           change (cli, stn_diary_remove_suspect, words[1], error);
  g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
                       "suspects takes nothing, 'list', 'add SLUG' or 'remove SLUG'");
  return FALSE;
}

const StnCliVerb stn_cli_suspects_verb = {
  .name = "suspects",
  .arguments = "[list | add SLUG | remove SLUG]",
  .min_arguments = 0,
  .max_arguments = 2,
  .summary = N_ ("List or name up to three factors you suspect, best before looking"),
  .options = options,
  .run = run,
};
