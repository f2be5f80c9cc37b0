/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-reminder-process.h"
#include "stn-cli-verbs.h"

#include "base/stn-json-writer.h"
#include "diary/stn-diary-reminders.h"
#include "diary/stn-reminder-calendar.h"
#include "wording/stn-wording-reminder.h"

#include <glib/gi18n.h>
#include <string.h>

#define BEDTIME_WORD "bedtime"

static const StnCliOption options[] = {
  {"list", NULL, FALSE, N_ ("print the reminders, which is done without options, too")},
  {"next", NULL, FALSE, N_ ("print when they come next")},
  {"test", NULL, FALSE, N_ ("show one now, to see whether it gets through")},
  {"calendar", NULL, FALSE, N_ ("print those that are on as a calendar for the phone (.ics)")},
  {"json", NULL, FALSE, N_ ("print JSON for programs")},
  {"at", "HH:MM", FALSE, N_ ("when; 'bedtime': a stretch right before the usual bedtime")},
  {"days", "DAYS", FALSE, N_ ("evenings of which nights: mon,tue,wed,thu,fri,sat,sun or daily")},
  {"on", NULL, FALSE, N_ ("turn it on, which --at and --days do, too")},
  {"off", NULL, FALSE, N_ ("turn it off; its time and days stay")},
  STN_CLI_NO_MORE_OPTIONS,
};

static gboolean
usage (GError **error, const char *message)
{
  g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, message);
  return FALSE;
}

/* Lists */

static void
add_days (StnJsonWriter *writer, guint days)
{
  g_autofree char *text = stn_weekdays_to_text (days);
  g_auto (GStrv) words = NULL;

  if (days == STN_REMINDER_EVERY_DAY) {
    g_free (text);
    text = g_strdup ("mon,tue,wed,thu,fri,sat,sun");
  }
  words = g_strsplit (text, ",", -1);
  stn_json_writer_begin_array (writer, "days");
  for (guint i = 0; words[i] != NULL; i++)
    stn_json_writer_add_text (writer, NULL, words[i]);
  stn_json_writer_end_array (writer);
}

static void
print_list_json (GString *out, const StnReminderState *state)
{
  StnJsonWriter writer;

  stn_json_writer_init (&writer, out, 1);
  stn_json_writer_begin_array (&writer, NULL);
  for (guint i = 0; i < STN_N_REMINDERS; i++) {
    const StnReminder *reminder = &state->reminders[i];
    int at_min = stn_reminder_state_get_time (state, reminder->kind);
    g_autofree char *at = g_strdup_printf ("%02d:%02d", at_min / 60, at_min % 60);

    stn_json_writer_begin_object (&writer, NULL);
    stn_json_writer_add_text (&writer, "kind", stn_reminder_kind_to_token (reminder->kind));
    stn_json_writer_add_boolean (&writer, "on", reminder->is_on);
    stn_json_writer_add_text (&writer, "at", at);
    stn_json_writer_add_boolean (&writer, "follows_bedtime", reminder->follows_bedtime);
    add_days (&writer, reminder->days);
    stn_json_writer_end_object (&writer);
  }
  stn_json_writer_end_array (&writer);
  g_string_append_c (out, '\n');
}

static void
print_list (GString *out, const StnReminderState *state)
{
  for (guint i = 0; i < STN_N_REMINDERS; i++) {
    const StnReminder *reminder = &state->reminders[i];
    int at_min = stn_reminder_state_get_time (state, reminder->kind);
    g_autofree char *days = stn_weekdays_to_text (reminder->days);

    g_string_append_printf (out, "%s  %s  %02d:%02d  %s%s\n",
                            stn_reminder_kind_to_token (reminder->kind),
                            reminder->is_on ? "on" : "off", at_min / 60, at_min % 60, days,
                            reminder->follows_bedtime ? "  " BEDTIME_WORD : "");
  }
}

/* What comes next */

static char *
kinds_to_text (guint kinds)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < STN_N_REMINDERS; i++)
    if ((kinds & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "+" : "",
                              stn_reminder_kind_to_token ((StnReminderKind) i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_due (StnJsonWriter *writer, const StnReminderDue *due, const char *at)
{
  char night[STN_DATE_TEXT_SIZE];

  stn_json_writer_begin_object (writer, NULL);
  stn_json_writer_begin_array (writer, "kinds");
  for (guint i = 0; i < STN_N_REMINDERS; i++)
    if ((due->kinds & (1u << i)) != 0)
      stn_json_writer_add_text (writer, NULL, stn_reminder_kind_to_token ((StnReminderKind) i));
  stn_json_writer_end_array (writer);
  stn_json_writer_add_text (writer, "night", stn_date_to_text (due->night, night));
  stn_json_writer_add_text (writer, "at", at);
  stn_json_writer_end_object (writer);
}

/* Each kind once: the first time that it comes. */
static void
print_next (StnCli *cli, const StnReminderState *state)
{
  g_autoptr (GDateTime) now = stn_clock_now (cli->clock);
  g_autoptr (GArray) plan = stn_reminder_plan_make (state, now);
  gboolean is_json = stn_cli_has (cli, "json");
  StnJsonWriter writer;
  guint seen = 0;

  stn_json_writer_init (&writer, cli->out, 1);
  if (is_json)
    stn_json_writer_begin_array (&writer, NULL);
  for (guint i = 0; i < plan->len; i++) {
    const StnReminderDue *due = &g_array_index (plan, StnReminderDue, i);
    g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (due->at_s);
    g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, g_date_time_get_timezone (now));
    g_autofree char *at = g_date_time_format (local, is_json ? "%FT%T%:z" : "%F %H:%M");
    g_autofree char *kinds = kinds_to_text (due->kinds);

    if ((due->kinds & ~seen) == 0)
      continue;
    seen |= due->kinds;
    if (is_json)
      add_due (&writer, due, at);
    else
      g_string_append_printf (cli->out, "%s  %s\n", at, kinds);
  }
  if (is_json) {
    stn_json_writer_end_array (&writer);
    g_string_append_c (cli->out, '\n');
  } else if (plan->len == 0)
    g_string_append_printf (cli->out, "%s\n", _ ("No reminder is on."));
}

/* A calendar with nothing in it is none (RFC 5545, 3.6). */
static gboolean
print_calendar (StnCli *cli, StnDiary *diary, GError **error)
{
  g_autoptr (GString) calendar = g_string_new (NULL);
  guint n;

  if (!stn_diary_write_calendar (diary, calendar, &n, error))
    return FALSE;
  if (n == 0) {
    g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA,
                         "no reminder is on: there is nothing to put into a calendar");
    return FALSE;
  }
  g_string_append_len (cli->out, calendar->str, (gssize) calendar->len);
  return TRUE;
}

static gboolean
print (StnCli *cli, GError **error)
{
  g_autoptr (StnDiary) diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  g_autoptr (StnReminderState) state =
    diary == NULL ? NULL : stn_diary_get_reminder_state (diary, error);

  if (state == NULL)
    return FALSE;
  if (stn_cli_has (cli, "calendar"))
    return print_calendar (cli, diary, error);
  if (stn_cli_has (cli, "next"))
    print_next (cli, state);
  else if (stn_cli_has (cli, "json"))
    print_list_json (cli->out, state);
  else
    print_list (cli->out, state);
  return TRUE;
}

/* Setting one */

static gboolean
read_time (StnCli *cli, StnReminder *reminder, GError **error)
{
  const char *at = stn_cli_get (cli, "at");
  StnOptInt minute = STN_UNKNOWN_INT;

  reminder->follows_bedtime = at == NULL ? reminder->follows_bedtime : FALSE;
  if (g_strcmp0 (at, BEDTIME_WORD) == 0) {
    reminder->follows_bedtime = TRUE;
    return TRUE;
  }
  if (!stn_cli_get_clock_time (cli, "at", &minute, error))
    return FALSE;
  if (minute.known)
    reminder->at_min = minute.value;
  return TRUE;
}

static gboolean
read_reminder (StnCli *cli, StnReminder *reminder, GError **error)
{
  const char *days = stn_cli_get (cli, "days");
  GError *reason = NULL;

  if (!read_time (cli, reminder, error))
    return FALSE;
  if (days != NULL && !stn_weekdays_parse (days, &reminder->days, &reason))
    return stn_cli_usage ("days", reason, error);
  reminder->is_on = !stn_cli_has (cli, "off");
  if (!stn_reminder_validate (reminder, &reason))
    return stn_cli_usage ("at", reason, error);
  return TRUE;
}

/* A diary elsewhere, and the one of a trial, are looked after by nobody. */
static void
wake (StnCli *cli, const StnReminderState *state)
{
  g_autofree char *own = stn_diary_default_path ();
  g_autofree char *notice = NULL;

  if (!stn_reminder_state_is_on (state) || !g_str_equal (cli->diary_path, own))
    return;
  notice = stn_cli_reminder_process_wake ();
  if (cli->notice == NULL)
    cli->notice = g_steal_pointer (&notice);
}

static gboolean
set (StnCli *cli, StnReminderKind kind, GError **error)
{
  g_autoptr (StnDiary) diary = stn_cli_open_diary (cli, STN_STORE_CREATE, error);
  StnReminder reminders[STN_N_REMINDERS];
  g_autoptr (StnReminderState) state = NULL;

  if (diary == NULL || !stn_diary_get_reminders (diary, reminders, error) ||
      !read_reminder (cli, &reminders[kind], error) ||
      !stn_diary_put_reminder (diary, &reminders[kind], NULL, error))
    return FALSE;
  state = stn_diary_get_reminder_state (diary, error);
  if (state == NULL)
    return FALSE;
  print_list (cli->out, state);
  wake (cli, state);
  return TRUE;
}

static gboolean
run (StnCli *cli, GError **error)
{
  const char *word = cli->arguments->len == 0 ? NULL : cli->arguments->pdata[0];
  gboolean sets = stn_cli_has (cli, "at") || stn_cli_has (cli, "days") || stn_cli_has (cli, "on") ||
                  stn_cli_has (cli, "off");
  guint asks = (stn_cli_has (cli, "list") ? 1 : 0) + (stn_cli_has (cli, "next") ? 1 : 0) +
               (stn_cli_has (cli, "test") ? 1 : 0) + (stn_cli_has (cli, "calendar") ? 1 : 0);
  StnReminderKind kind;
  GError *reason = NULL;

  if (asks > 1)
    return usage (error, "remind takes one of --list, --next, --test and --calendar");
  if (word == NULL && sets)
    return usage (error,
                  "--at, --days, --on and --off need the reminder: stretch, evening or morning");
  if (stn_cli_has (cli, "json") &&
      (sets || stn_cli_has (cli, "test") || stn_cli_has (cli, "calendar")))
    return usage (error, "--json goes with --list and --next");
  if (word == NULL)
    return stn_cli_has (cli, "test") ? stn_cli_reminder_process_test (cli->out, error)
                                     : print (cli, error);
  if (!stn_reminder_kind_parse (word, &kind, &reason)) {
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, "remind: %s", reason->message);
    g_error_free (reason);
    return FALSE;
  }
  if (asks > 0 || !sets)
    return usage (error, "a reminder is set with --at, --days, --on or --off");
  if (stn_cli_has (cli, "on") && stn_cli_has (cli, "off"))
    return usage (error, "--on and --off cannot both be meant");
  return stn_cli_try_first (cli, run, error) && set (cli, kind, error);
}

const StnCliVerb stn_cli_remind_verb = {
  .name = "remind",
  .arguments = "[stretch | evening | morning]",
  .min_arguments = 0,
  .max_arguments = 1,
  .summary = N_ ("Print or set reminders, or try one"),
  .options = options,
  .run = run,
};
