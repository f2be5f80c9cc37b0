/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-flag-lines.h"

#include "diary/stn-diary-flags.h"
#include "wording/stn-wording-flag.h"

#include <glib/gi18n.h>

static void
append_cramp (GString *token, const StnEpisode *episode)
{
  g_string_append (token, " cramp");
  if (episode->severity.known)
    g_string_append_printf (token, " severity=%d", episode->severity.value);
  if (episode->duration_s.known)
    g_string_append_printf (token, " duration=%ds", episode->duration_s.value);
  if (episode->eased != STN_ANSWER_UNKNOWN)
    g_string_append_printf (token, " eased=%s", stn_answer_to_token (episode->eased));
  if (episode->ongoing != STN_ANSWER_UNKNOWN)
    g_string_append_printf (token, " ongoing=%s", stn_answer_to_token (episode->ongoing));
  if (episode->arms_or_hands != STN_ANSWER_UNKNOWN)
    g_string_append_printf (token, " arms-or-hands=%s",
                            stn_answer_to_token (episode->arms_or_hands));
}

static void
append_count (GString *token, const StnFlagMatch *match, const char *what)
{
  char until[STN_DATE_TEXT_SIZE];

  g_string_append_printf (token, "..%s %s=%u", stn_date_to_text (match->until, until), what,
                          match->count);
  if (match->of > 0)
    g_string_append_printf (token, "/%u", match->of);
}

/* The same words as in the other verbs: "2026-11-21 cramp severity=9 duration=720s eased=no". */
static char *
token_of (const StnFlagMatch *match)
{
  char date[STN_DATE_TEXT_SIZE];
  GString *token = g_string_new (stn_date_to_text (match->date, date));

  switch (match->kind) {
  case STN_FLAG_MATCH_SIGN:
    g_string_append_printf (token, " %s=%s", match->id, stn_answer_to_token (match->answer));
    break;
  case STN_FLAG_MATCH_CRAMP:
    append_cramp (token, match->episode);
    break;
  case STN_FLAG_MATCH_NIGHTS:
    append_count (token, match, "cramp-nights");
    break;
  case STN_FLAG_MATCH_MORNINGS:
    append_count (token, match, "woken-and-tired");
    break;
  case STN_FLAG_MATCH_EPISODES:
    append_count (token, match, "cramps");
    break;
  case STN_FLAG_MATCH_STRETCHED:
    append_count (token, match, "stretched");
    break;
  case STN_FLAG_MATCH_FACTOR:
    g_string_append_printf (token, " %s=%g", match->id, match->value);
    break;
  case STN_FLAG_MATCH_WEEK:
    g_string_append_printf (token, " %s=%.0f/week", match->id, match->value);
    break;
  case STN_FLAG_MATCH_MEDICINE:
    g_string_append_printf (token, "%smedicine=%s", token->len > 0 ? " " : "", match->id);
    break;
  case STN_FLAG_MATCH_CONDITION:
    g_string_append_printf (token, " condition=%s", match->id);
    break;
  case STN_FLAG_MATCH_PREGNANT:
    g_string_append (token, " pregnant=yes");
    break;
  case STN_FLAG_MATCH_AGE:
    g_string_append_printf (token, " age=%u", match->count);
    break;
  case STN_FLAG_MATCH_RELIEF:
    g_string_append_printf (token, " relief=%s", match->id);
    break;
  }
  return g_string_free (token, FALSE);
}

/* Each thing once, also when the rule asks of it twice. */
static void
add_matched (StnJsonWriter *writer, const StnFlag *flag)
{
  g_autoptr (GPtrArray) tokens = g_ptr_array_new_with_free_func (g_free);

  stn_json_writer_begin_array (writer, "matched");
  for (guint i = 0; i < flag->matched->len; i++) {
    g_autofree char *token = token_of (g_ptr_array_index (flag->matched, i));

    if (g_ptr_array_find_with_equal_func (tokens, token, g_str_equal, NULL))
      continue;
    stn_json_writer_add_text (writer, NULL, token);
    g_ptr_array_add (tokens, g_steal_pointer (&token));
  }
  stn_json_writer_end_array (writer);
}

void
stn_cli_add_flag (StnJsonWriter *writer, const StnFlag *flag)
{
  char since[STN_DATE_TEXT_SIZE];

  stn_json_writer_begin_object (writer, NULL);
  stn_json_writer_add_text (writer, "id", flag->rule->id);
  stn_json_writer_add_text (writer, "tier", stn_flag_tier_to_token (flag->which->tier));
  add_matched (writer, flag);
  stn_json_writer_add_text (
    writer, "since", stn_date_is_set (flag->since) ? stn_date_to_text (flag->since, since) : NULL);
  stn_json_writer_add_boolean (writer, "past", flag->past);
  stn_json_writer_add_text (writer, "reply", stn_flag_reply_to_token (flag->reply));
  stn_json_writer_end_object (writer);
}

void
stn_cli_print_flag (GString *out, const StnFlag *flag, StnDate today)
{
  g_autofree char *action = stn_wording_flag_action (flag, today);
  g_autofree char *written = stn_wording_flag_written (flag, today);

  g_string_append_printf (out, "%s  %s: %s\n", flag->rule->id,
                          stn_wording_flag_tier (flag->which->tier), stn_wording_flag_title (flag));
  if (action != NULL)
    g_string_append_printf (out, "        %s\n", action);
  g_string_append_printf (out, "        %s\n", written);
  if (flag->reply != STN_FLAG_REPLY_NONE)
    /* Translators: an answer such as "I have phoned" */
    g_string_append_printf (out, _ ("        Your answer: %s\n"),
                            stn_wording_flag_reply (flag->reply));
}

static gboolean
print_urgent (StnCli *cli, const StnFlags *flags)
{
  g_autoptr (GDateTime) now = stn_clock_now (cli->clock);
  gboolean found = FALSE;

  for (guint i = 0; i < flags->flags->len; i++) {
    const StnFlag *flag = g_ptr_array_index (flags->flags, i);

    if (flag->which->tier < STN_FLAG_TIER_RIGHT_AWAY || flag->past || flag->put_away)
      continue;
    g_string_append_c (cli->out, '\n');
    stn_cli_print_flag (cli->out, flag, stn_date_of (now));
    found = TRUE;
  }
  for (guint i = 0; i < flags->questions->len; i++) {
    g_autofree char *question =
      stn_wording_flag_question (g_ptr_array_index (flags->questions, i), stn_date_of (now));

    g_string_append_printf (cli->out, "\n%s\n", question);
  }
  if (found)
    g_string_append_printf (cli->out, "\n%s\n", stn_wording_flag_limits ());
  return found;
}

gboolean
stn_cli_print_urgent (StnCli *cli, StnDiary *diary)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnFlags) flags = stn_diary_find_flags (diary, NULL, &error);

  if (flags != NULL)
    return print_urgent (cli, flags);
  stn_cli_notice (cli, "saved; more cannot be said: %s", error->message);
  return FALSE;
}
