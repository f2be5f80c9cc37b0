/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-command.h"
#include "stn-cli-verbs.h"

#include "base/stn-json-writer.h"
#include "base/stn-text-line.h"
#include "diary/stn-diary-visits.h"
#include "wording/stn-wording-medicine.h"

#include <glib/gi18n.h>

static const StnCliOption options[] = {
  {"json", NULL, FALSE, N_ ("print JSON for programs")},
  {"date", "DATE", FALSE, N_ ("the day of the visit (default: today)")},
  {"whom", "TEXT", FALSE, N_ ("whom you saw")},
  {"said", "TEXT", FALSE, N_ ("what was said")},
  {"changed", "TEXT", FALSE, N_ ("what was changed")},
  {"question", "TEXT", TRUE, N_ ("something to ask next time (may be repeated)")},
  {"asked", NULL, FALSE, N_ ("the questions that were open were asked at this visit")},
  STN_CLI_NO_MORE_OPTIONS,
};

/* Listing */

static void
add_date (StnJsonWriter *writer, const char *name, StnDate date)
{
  char text[STN_DATE_TEXT_SIZE];

  stn_json_writer_add_text (writer, name,
                            stn_date_is_set (date) ? stn_date_to_text (date, text) : NULL);
}

/* Of a visit: the questions asked at it. */
static void
add_asked (StnJsonWriter *writer, GPtrArray *questions, StnDate date)
{
  stn_json_writer_begin_array (writer, "questions");
  for (guint i = 0; i < questions->len; i++) {
    const StnQuestion *question = g_ptr_array_index (questions, i);

    if (stn_date_compare (question->asked, date) == 0)
      stn_json_writer_add_text (writer, NULL, question->text);
  }
  stn_json_writer_end_array (writer);
}

static void
print_visits_json (GString *out, GPtrArray *visits, GPtrArray *questions)
{
  StnJsonWriter writer;

  stn_json_writer_init (&writer, out, 1);
  stn_json_writer_begin_array (&writer, NULL);
  for (guint i = 0; i < visits->len; i++) {
    const StnVisit *visit = g_ptr_array_index (visits, i);

    stn_json_writer_begin_object (&writer, NULL);
    stn_json_writer_add_text (&writer, "uid", visit->id.uid);
    add_date (&writer, "date", visit->date);
    stn_json_writer_add_text (&writer, "whom", visit->whom);
    stn_json_writer_add_text (&writer, "said", visit->said);
    stn_json_writer_add_text (&writer, "changed", visit->changed);
    add_asked (&writer, questions, visit->date);
    stn_json_writer_end_object (&writer);
  }
  stn_json_writer_end_array (&writer);
  g_string_append_c (out, '\n');
}

static void
print_open_questions (GString *out, GPtrArray *questions)
{
  guint number = 0;

  for (guint i = 0; i < questions->len; i++) {
    const StnQuestion *question = g_ptr_array_index (questions, i);

    if (stn_date_is_set (question->asked))
      continue;
    if (number == 0)
      g_string_append_printf (out, "%s\n", _ ("My questions for next time"));
    g_string_append_printf (out, "  %u. %s\n", ++number, question->text);
  }
}

static gboolean
list (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  g_autoptr (GPtrArray) visits = stn_diary_list_visits (diary, error);
  g_autoptr (GPtrArray) questions = visits == NULL ? NULL : stn_diary_list_questions (diary, error);

  if (questions == NULL)
    return FALSE;
  if (stn_cli_has (cli, "json")) {
    print_visits_json (cli->out, visits, questions);
    return TRUE;
  }
  print_open_questions (cli->out, questions);
  for (guint i = 0; i < visits->len; i++) {
    const StnVisit *visit = g_ptr_array_index (visits, i);
    g_autofree char *title = stn_wording_visit_title (visit, stn_diary_today (diary));
    g_autofree char *line = stn_wording_visit_line (visit);

    g_string_append_printf (cli->out, "%s\n", title);
    if (line != NULL)
      g_string_append_printf (cli->out, "  %s\n", line);
  }
  return TRUE;
}

static gboolean
list_questions (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  g_autoptr (GPtrArray) questions = stn_diary_list_questions (diary, error);
  StnJsonWriter writer;

  if (questions == NULL)
    return FALSE;
  if (!stn_cli_has (cli, "json")) {
    print_open_questions (cli->out, questions);
    return TRUE;
  }
  stn_json_writer_init (&writer, cli->out, 1);
  stn_json_writer_begin_array (&writer, NULL);
  for (guint i = 0; i < questions->len; i++) {
    const StnQuestion *question = g_ptr_array_index (questions, i);

    stn_json_writer_begin_object (&writer, NULL);
    stn_json_writer_add_text (&writer, "uid", question->id.uid);
    stn_json_writer_add_text (&writer, "text", question->text);
    add_date (&writer, "asked", question->asked);
    stn_json_writer_end_object (&writer);
  }
  stn_json_writer_end_array (&writer);
  g_string_append_c (cli->out, '\n');
  return TRUE;
}

/* Changing */

/* The questions that go with the visit: those open, asked now, and new ones. */
static GPtrArray *
collect_questions (StnCli *cli, StnDiary *diary, StnDate date, GError **error)
{
  g_autoptr (GPtrArray) stored = stn_diary_list_questions (diary, error);
  GPtrArray *texts = stn_cli_list (cli, "question");
  GPtrArray *questions;

  if (stored == NULL)
    return NULL;
  questions = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_question_free);
  for (guint i = 0; stn_cli_has (cli, "asked") && i < stored->len; i++) {
    StnQuestion *question = g_ptr_array_index (stored, i);

    if (stn_date_is_set (question->asked))
      continue;
    question = stn_question_copy (question);
    question->asked = date;
    g_ptr_array_add (questions, question);
  }
  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (questions, stn_question_new (g_ptr_array_index (texts, i)));
  return questions;
}

static char *
read_text (const StnCli *cli, const char *option)
{
  const char *text = stn_cli_get (cli, option);

  return text == NULL || *text == '\0' ? NULL : g_strdup (text);
}

/* A visit that is only booked says nothing yet; it quiets the routine card by another command. */
static gboolean
put (StnCli *cli, StnDiary *diary, StnVisit *visit, GPtrArray *questions, GError **error)
{
  char date[STN_DATE_TEXT_SIZE];

  if (stn_date_compare (visit->date, stn_diary_today (diary)) <= 0)
    return stn_diary_put_visit (diary, visit, questions, NULL, error);
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_FUTURE,
               "%s has not come yet: a visit is written down when it was; that one is booked says "
               "'stillnight-cli flags booked'",
               stn_date_to_text (visit->date, date));
  return FALSE;
}

static gboolean
add (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  StnDate date = stn_diary_today (diary);
  g_autoptr (GPtrArray) questions = NULL;
  g_autoptr (StnVisit) visit = NULL;

  if (!stn_cli_get_date (cli, "date", &date, error))
    return FALSE;
  visit = stn_visit_new (date);
  visit->whom = read_text (cli, "whom");
  visit->said = read_text (cli, "said");
  visit->changed = read_text (cli, "changed");
  questions = collect_questions (cli, diary, date, error);
  return questions != NULL && put (cli, diary, visit, questions, error);
}

static gboolean
ask (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  g_autoptr (StnQuestion) question = stn_question_new (arguments[0]);

  return stn_diary_put_question (diary, question, NULL, error);
}

/* The open question of that number in the list, text or uid. */
static const StnQuestion *
find_question (GPtrArray *questions, const char *name, GError **error)
{
  guint number = 0;

  for (guint i = 0; i < questions->len; i++) {
    const StnQuestion *question = g_ptr_array_index (questions, i);
    g_autofree char *place = NULL;

    if (!stn_date_is_set (question->asked))
      place = g_strdup_printf ("%u", ++number);
    if (g_strcmp0 (place, name) == 0 || g_str_equal (question->text, name) ||
        g_str_equal (question->id.uid, name))
      return question;
  }
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NO_SUCH_RECORD,
               "the diary has no question '%s'", stn_excerpt (name));
  return NULL;
}

static gboolean
drop_question (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  g_autoptr (GPtrArray) questions = stn_diary_list_questions (diary, error);
  const StnQuestion *question =
    questions == NULL ? NULL : find_question (questions, arguments[0], error);

  if (question == NULL || !stn_diary_delete_question (diary, question->id.uid, NULL, error))
    return FALSE;
  stn_cli_say_deleted (cli);
  return TRUE;
}

/* The visit of that date, if there is one alone, or uid. */
static const StnVisit *
find_visit (GPtrArray *visits, const char *name, GError **error)
{
  const StnVisit *found = NULL;

  for (guint i = 0; i < visits->len; i++) {
    const StnVisit *visit = g_ptr_array_index (visits, i);
    char date[STN_DATE_TEXT_SIZE];

    if (g_str_equal (visit->id.uid, name))
      return visit;
    if (!g_str_equal (stn_date_to_text (visit->date, date), name))
      continue;
    if (found != NULL) {
      g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA,
                   "there is more than one visit on %s; 'visits list --json' has their uids", name);
      return NULL;
    }
    found = visit;
  }
  if (found == NULL)
    g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NO_SUCH_RECORD,
                 "the diary has no visit '%s'", stn_excerpt (name));
  return found;
}

/* What is not said stays; an empty text is taken out. */
static void
read_change (const StnCli *cli, const char *option, char **text)
{
  if (!stn_cli_has (cli, option))
    return;
  g_free (*text);
  *text = read_text (cli, option);
}

static gboolean
edit (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  g_autoptr (GPtrArray) visits = stn_diary_list_visits (diary, error);
  const StnVisit *stored = visits == NULL ? NULL : find_visit (visits, arguments[0], error);
  g_autoptr (StnVisit) visit = stored == NULL ? NULL : stn_visit_copy (stored);
  g_autoptr (GPtrArray) questions = NULL;

  if (visit == NULL || !stn_cli_get_date (cli, "date", &visit->date, error))
    return FALSE;
  read_change (cli, "whom", &visit->whom);
  read_change (cli, "said", &visit->said);
  read_change (cli, "changed", &visit->changed);
  questions = collect_questions (cli, diary, visit->date, error);
  return questions != NULL && put (cli, diary, visit, questions, error);
}

static gboolean delete (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  g_autoptr (GPtrArray) visits = stn_diary_list_visits (diary, error);
  const StnVisit *visit = visits == NULL ? NULL : find_visit (visits, arguments[0], error);

  if (visit == NULL || !stn_diary_delete_visit (diary, visit->id.uid, NULL, error))
    return FALSE;
  stn_cli_say_deleted (cli);
  return TRUE;
}

static const StnCliCommand commands[] = {
  {"list", "", 0, 0, "json", TRUE, list},
  {"add", "", 0, 0, "date whom said changed question asked", FALSE, add},
  {"edit", "DATE", 1, 1, "date whom said changed question asked", FALSE, edit},
  {"delete", "DATE", 1, 1, "", FALSE, delete},
  {"questions", "", 0, 0, "json", TRUE, list_questions},
  {"ask", "TEXT", 1, 1, "", FALSE, ask},
  {"drop", "QUESTION", 1, 1, "", FALSE, drop_question},
  {NULL},
};

static gboolean
run (StnCli *cli, GError **error)
{
  return stn_cli_run_command (cli, commands, run, error);
}

const StnCliVerb stn_cli_visits_verb = {
  .name = "visits",
  .arguments = "[list | add | edit DATE | delete DATE | questions | ask TEXT | drop QUESTION]",
  .min_arguments = 0,
  .max_arguments = 2,
  .summary = N_ ("Keep visits to doctors, and the questions for the next one"),
  .options = options,
  .run = run,
};
