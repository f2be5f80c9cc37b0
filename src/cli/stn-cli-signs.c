/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-flag-lines.h"
#include "stn-cli-verbs.h"

#include "diary/stn-diary-flags.h"
#include "knowledge/stn-sign.h"
#include "wording/stn-wording-flag.h"

#include <glib/gi18n.h>
#include <string.h>

static const StnCliOption options[] = {
  {"date", "DATE", FALSE, N_ ("the day it was so, YYYY-MM-DD (default: today)")},
  {"json", NULL, FALSE, N_ ("print JSON for programs")},
  STN_CLI_NO_MORE_OPTIONS,
};

/* Signs whose name has a word of @id in it, else all. */
static char *
suggest (const char *id)
{
  const StnSignQuestion *const *signs = stn_knowledge_list_signs (stn_knowledge_get ());
  g_auto (GStrv) words = g_strsplit_set (id, "-_ ", -1);
  GString *near = g_string_new (NULL);
  GString *all = g_string_new (NULL);

  for (guint i = 0; signs[i] != NULL; i++) {
    gboolean is_near = FALSE;

    for (char **word = words; *word != NULL; word++)
      is_near |= strlen (*word) > 2 && strstr (signs[i]->id, *word) != NULL;
    g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "", signs[i]->id);
    if (is_near)
      g_string_append_printf (near, "%s%s", near->len > 0 ? ", " : "", signs[i]->id);
  }
  if (near->len == 0)
    g_string_assign (near, all->str);
  g_string_free (all, TRUE);
  return g_string_free (near, FALSE);
}

static gboolean
read_sign (const char *text, StnDate date, GPtrArray *signs, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  StnAnswer answer;

  if (parts[0] == NULL || parts[1] == NULL || !stn_answer_parse (parts[1], &answer, NULL)) {
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, "'%s' is not SIGN=yes or SIGN=no",
                 text);
    return FALSE;
  }
  if (stn_knowledge_get_sign (stn_knowledge_get (), parts[0]) == NULL) {
    g_autofree char *names = suggest (parts[0]);

    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, "there is no sign '%s'; there is %s",
                 parts[0], names);
    return FALSE;
  }
  for (guint i = 0; i < signs->len; i++)
    if (g_str_equal (((StnSign *) g_ptr_array_index (signs, i))->sign, parts[0])) {
      g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, "sign '%s' is given twice", parts[0]);
      return FALSE;
    }
  g_ptr_array_add (signs, stn_sign_new (date, parts[0], answer));
  return TRUE;
}

static StnDate
today_of (const StnCli *cli)
{
  g_autoptr (GDateTime) now = stn_clock_now (cli->clock);

  return stn_date_of (now);
}

static gboolean
put_signs (StnCli *cli, GError **error)
{
  g_autoptr (GPtrArray) signs = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_sign_free);
  g_autoptr (StnDiary) diary = NULL;
  StnDate date = today_of (cli);
  gint64 group;

  if (!stn_cli_get_date (cli, "date", &date, error))
    return FALSE;
  for (guint i = 0; i < cli->arguments->len; i++)
    if (!read_sign (g_ptr_array_index (cli->arguments, i), date, signs, error))
      return FALSE;
  if (!stn_cli_try_first (cli, put_signs, error))
    return FALSE;
  diary = stn_cli_open_diary (cli, STN_STORE_CREATE, error);
  if (diary == NULL || !stn_diary_put_signs (diary, signs, date, NULL, &group, error))
    return FALSE;
  if (group == 0)
    g_string_append_printf (cli->out, "%s\n", _ ("Nothing to change: it says so already."));
  else
    g_string_append_printf (
      cli->out, ngettext ("Saved: %u answer\n", "Saved: %u answers\n", signs->len), signs->len);
  stn_cli_print_urgent (cli, diary);
  return TRUE;
}

static void
print_json (GString *out, GPtrArray *signs)
{
  StnJsonWriter writer;

  stn_json_writer_init (&writer, out, 1);
  stn_json_writer_begin_array (&writer, NULL);
  for (guint i = 0; i < signs->len; i++) {
    const StnSign *sign = g_ptr_array_index (signs, i);
    char date[STN_DATE_TEXT_SIZE];

    stn_json_writer_begin_object (&writer, NULL);
    stn_json_writer_add_text (&writer, "date", stn_date_to_text (sign->date, date));
    stn_json_writer_add_text (&writer, "sign", sign->sign);
    stn_json_writer_add_text (&writer, "answer", stn_answer_to_token (sign->answer));
    stn_json_writer_end_object (&writer);
  }
  stn_json_writer_end_array (&writer);
  g_string_append_c (out, '\n');
}

static void
print_lines (GString *out, GPtrArray *signs)
{
  for (guint i = 0; i < signs->len; i++) {
    const StnSign *sign = g_ptr_array_index (signs, i);
    const StnSignQuestion *asked = stn_knowledge_get_sign (stn_knowledge_get (), sign->sign);
    char date[STN_DATE_TEXT_SIZE];

    g_string_append_printf (out, "%s  %s=%s  %s\n", stn_date_to_text (sign->date, date), sign->sign,
                            stn_answer_to_token (sign->answer),
                            asked != NULL ? stn_wording_sign (asked) : "");
  }
}

static gboolean
list_signs (StnCli *cli, GError **error)
{
  g_autoptr (StnDiary) diary = NULL;
  g_autoptr (GPtrArray) signs = NULL;
  StnDate date = STN_NO_DATE;

  if (!stn_cli_get_date (cli, "date", &date, error))
    return FALSE;
  diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  if (diary != NULL)
    signs = stn_diary_list_signs (diary, date, date, error);
  if (signs == NULL)
    return FALSE;
  if (stn_cli_has (cli, "json"))
    print_json (cli->out, signs);
  else
    print_lines (cli->out, signs);
  return TRUE;
}

static gboolean
run (StnCli *cli, GError **error)
{
  if (cli->arguments->len == 0 ||
      (cli->arguments->len == 1 && g_str_equal (g_ptr_array_index (cli->arguments, 0), "list")))
    return list_signs (cli, error);
  if (stn_cli_has (cli, "json")) {
    g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
                         "--json is for the list of signs");
    return FALSE;
  }
  return put_signs (cli, error);
}

const StnCliVerb stn_cli_signs_verb = {
  .name = "signs",
  .arguments = "[list | SIGN=yes|no ...]",
  .min_arguments = 0,
  .max_arguments = STN_CLI_ANY,
  .summary = N_ ("Answer or list signs of illness; what needs a doctor soon is printed at once"),
  .options = options,
  .run = run,
};
