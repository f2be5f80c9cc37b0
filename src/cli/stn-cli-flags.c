/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-flag-lines.h"
#include "stn-cli-verbs.h"

#include "diary/stn-diary-flags.h"
#include "wording/stn-wording-flag.h"

#include <glib/gi18n.h>

static const StnCliOption options[] = {
  {"json", NULL, FALSE, N_ ("print JSON for programs")},
  {"all", NULL, FALSE, N_ ("also what was answered and put away")},
  {"reason", "contacted|will-contact|not-applicable", FALSE, N_ ("how it was dealt with")},
  STN_CLI_NO_MORE_OPTIONS,
};

static gboolean
is_listed (const StnCli *cli, const StnFlag *flag)
{
  return !flag->put_away || stn_cli_has (cli, "all");
}

static void
print_json (StnCli *cli, const StnFlags *flags)
{
  StnJsonWriter writer;

  stn_json_writer_init (&writer, cli->out, 1);
  stn_json_writer_begin_array (&writer, NULL);
  for (guint i = 0; i < flags->flags->len; i++)
    if (is_listed (cli, g_ptr_array_index (flags->flags, i)))
      stn_cli_add_flag (&writer, g_ptr_array_index (flags->flags, i));
  stn_json_writer_end_array (&writer);
  g_string_append_c (cli->out, '\n');
}

static void
say_put_away (GString *out, guint n)
{
  /* Translators: %u: reasons to see a doctor that were answered; flags --all is typed as it is */
  g_string_append_printf (out,
                          ngettext ("%u was answered and put away; 'flags --all' shows it.\n",
                                    "%u were answered and put away; 'flags --all' shows them.\n", n),
                          n);
}

static void
print_lines (StnCli *cli, const StnFlags *flags)
{
  g_autoptr (GDateTime) now = stn_clock_now (cli->clock);
  guint listed = 0, put_away = 0;

  for (guint i = 0; i < flags->flags->len; i++) {
    const StnFlag *flag = g_ptr_array_index (flags->flags, i);

    if (!is_listed (cli, flag)) {
      put_away++;
      continue;
    }
    stn_cli_print_flag (cli->out, flag, stn_date_of (now));
    listed++;
  }
  for (guint i = 0; i < flags->questions->len; i++) {
    g_autofree char *question =
      stn_wording_flag_question (g_ptr_array_index (flags->questions, i), stn_date_of (now));

    g_string_append_printf (cli->out, "%s\n", question);
  }
  if (listed == 0 && put_away == 0)
    g_string_append_printf (cli->out, "%s\n", stn_wording_flag_none ());
  if (put_away > 0)
    say_put_away (cli->out, put_away);
  g_string_append_printf (cli->out, "\n%s\n", stn_wording_flag_limits ());
}

static gboolean
list_flags (StnCli *cli, GError **error)
{
  g_autoptr (StnDiary) diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  g_autoptr (StnFlags) flags = diary != NULL ? stn_diary_find_flags (diary, NULL, error) : NULL;

  if (flags == NULL)
    return FALSE;
  if (stn_cli_has (cli, "json"))
    print_json (cli, flags);
  else
    print_lines (cli, flags);
  return TRUE;
}

static gboolean
dismiss (StnCli *cli, const char *rule, GError **error)
{
  g_autoptr (StnDiary) diary = NULL;
  const char *reason = stn_cli_get (cli, "reason");
  StnFlagReply reply;
  GError *unknown = NULL;

  if (reason == NULL) {
    g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
                         "dismiss needs --reason contacted, will-contact or not-applicable");
    return FALSE;
  }
  if (!stn_flag_reply_parse (reason, &reply, &unknown))
    return stn_cli_usage ("reason", unknown, error);
  diary = stn_cli_open_diary (cli, STN_STORE_EXISTING, error);
  if (diary == NULL || !stn_diary_answer_flag (diary, rule, reply, NULL, error))
    return FALSE;
  /* Translators: 1: a name such as F-R1, 2: the answer, such as "I have phoned"; undo is typed as it is */
  g_string_append_printf (cli->out, _ ("%1$s is put away: %2$s. 'stillnight-cli undo' brings it back.\n"),
                          rule, stn_wording_flag_reply (reply));
  return TRUE;
}

static gboolean
answer_card (StnCli *cli, StnFlagReply reply, GError **error)
{
  g_autoptr (StnDiary) diary = stn_cli_open_diary (cli, STN_STORE_EXISTING, error);

  if (diary == NULL || !stn_diary_answer_card (diary, reply, NULL, error))
    return FALSE;
  /* Translators: %s: the answer, "Booked" or "Seen"; undo is typed as it is */
  g_string_append_printf (
    cli->out,
    _ ("The reasons for a routine visit are put away: %s. 'stillnight-cli undo' brings them back.\n"),
    stn_wording_flag_reply (reply));
  return TRUE;
}

static gboolean
run (StnCli *cli, GError **error)
{
  const char *const *words = (const char *const *) cli->arguments->pdata;
  guint n = cli->arguments->len;
  gboolean plain = !stn_cli_has (cli, "json") && !stn_cli_has (cli, "all");
  gboolean has_reason = stn_cli_has (cli, "reason");

  if (!has_reason && (n == 0 || (n == 1 && g_str_equal (words[0], "list"))))
    return list_flags (cli, error);
  if (n == 2 && plain && g_str_equal (words[0], "dismiss"))
    return dismiss (cli, words[1], error);
  if (n == 1 && plain && !has_reason && g_str_equal (words[0], "booked"))
    return answer_card (cli, STN_FLAG_REPLY_BOOKED, error);
  if (n == 1 && plain && !has_reason && g_str_equal (words[0], "seen"))
    return answer_card (cli, STN_FLAG_REPLY_SEEN, error);
  g_set_error_literal (
    error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
    "flags takes nothing, 'list', 'dismiss ID --reason REPLY', 'booked' or 'seen'");
  return FALSE;
}

const StnCliVerb stn_cli_flags_verb = {
  .name = "flags",
  .arguments = "[list | dismiss ID | booked | seen]",
  .min_arguments = 0,
  .max_arguments = 2,
  .summary =
    N_ ("List what in the diary is a reason to see a doctor, or say how it was dealt with"),
  .options = options,
  .run = run,
};
