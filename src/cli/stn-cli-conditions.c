/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-command.h"
#include "stn-cli-verbs.h"

#include "base/stn-json-writer.h"
#include "base/stn-text-line.h"
#include "diary/stn-diary-person.h"
#include "diary/stn-recognition.h"
#include "wording/stn-wording-medicine.h"

#include <glib/gi18n.h>

static const StnCliOption options[] = {
  {"json", NULL, FALSE, N_ ("print JSON for programs")},
  {"since", "DATE", FALSE, N_ ("first day (default: not known)")},
  {"until", "DATE", FALSE, N_ ("first day without it (default: it goes on)")},
  {"name", "TEXT", FALSE, N_ ("with edit: what it is called from now on")},
  {"own-words", NULL, FALSE, N_ ("keep the name as it is, without looking for it in the list")},
  STN_CLI_NO_MORE_OPTIONS,
};

static void
add_date (StnJsonWriter *writer, const char *name, StnDate date)
{
  char text[STN_DATE_TEXT_SIZE];

  stn_json_writer_add_text (writer, name,
                            stn_date_is_set (date) ? stn_date_to_text (date, text) : NULL);
}

static void
print_json (GString *out, GPtrArray *conditions)
{
  StnJsonWriter writer;

  stn_json_writer_init (&writer, out, 1);
  stn_json_writer_begin_array (&writer, NULL);
  for (guint i = 0; i < conditions->len; i++) {
    const StnPersonCondition *condition = g_ptr_array_index (conditions, i);

    stn_json_writer_begin_object (&writer, NULL);
    stn_json_writer_add_text (&writer, "uid", condition->id.uid);
    stn_json_writer_add_text (&writer, "condition", condition->condition_id);
    stn_json_writer_add_text (&writer, "name", stn_wording_condition_name (condition));
    add_date (&writer, "since", condition->since);
    add_date (&writer, "until", condition->until);
    stn_json_writer_end_object (&writer);
  }
  stn_json_writer_end_array (&writer);
  g_string_append_c (out, '\n');
}

static void
print_line (GString *out, const StnPersonCondition *condition, StnDate today)
{
  g_autofree char *dates = stn_wording_condition_dates (condition, today);

  g_string_append_printf (out, "%s: %s\n", stn_wording_condition_name (condition), dates);
}

static gboolean
list (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  g_autoptr (GPtrArray) conditions = stn_diary_list_conditions (diary, error);

  if (conditions == NULL)
    return FALSE;
  if (stn_cli_has (cli, "json"))
    print_json (cli->out, conditions);
  else
    for (guint i = 0; i < conditions->len; i++)
      print_line (cli->out, g_ptr_array_index (conditions, i), stn_diary_today (diary));
  return TRUE;
}

static gboolean
list_known (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  const StnCondition *const *known = stn_knowledge_list_conditions (stn_knowledge_get ());

  for (guint i = 0; known[i] != NULL; i++)
    g_string_append_printf (cli->out, "%-28s %s\n", known[i]->id, gettext (known[i]->name));
  return TRUE;
}

/* The id itself counts, too: scripts know it. */
static StnPersonCondition *
recognise (StnCli *cli, const char *name)
{
  g_autoptr (GArray) matches = NULL;
  g_autofree char *text = NULL;
  const StnCondition *found = stn_knowledge_get_condition (stn_knowledge_get (), name);

  if (stn_cli_has (cli, "own-words"))
    return stn_person_condition_new (NULL, name);
  if (found == NULL)
    found = stn_recognise_condition (name, &matches);
  if (found != NULL)
    return stn_person_condition_new (found->id, NULL);
  if (matches->len > 0)
    /* Translators: a name as it was typed; a list of what it may be follows */
    g_string_append_printf (cli->out, _ ("'%s' may be several conditions; it is kept as it is:\n"),
                            name);
  else
    /* Translators: the name of a condition */
    g_string_append_printf (cli->out, _ ("Stillnight does not know '%s'; it is kept as it is.\n"),
                            name);
  for (guint i = 0; i < matches->len; i++)
    g_string_append_printf (cli->out, "  %s\n", g_array_index (matches, StnConditionMatch, i).name);
  if (matches->len > 0) {
    const char *first = g_array_index (matches, StnConditionMatch, 0).name;

    text = g_strdup_printf (
      /* Translators: 1: a name as it was typed, 2: a condition of the list; the words between are a command */
      _ ("Choose one with: stillnight-cli conditions edit '%1$s' --name '%2$s'\n"), name, first);
    g_string_append (cli->out, text);
  }
  return stn_person_condition_new (NULL, name);
}

static void
print_known (GString *out, const StnPersonCondition *condition)
{
  g_autoptr (StnKnownText) text = NULL;

  if (condition->condition_id == NULL)
    return;
  text = stn_wording_known_of_condition (
    stn_knowledge_get_condition (stn_knowledge_get (), condition->condition_id));
  g_string_append_printf (out, "  %s: %s\n  %s\n", text->grade, text->evidence, text->sources);
}

static gboolean
add (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  g_autoptr (StnPersonCondition) condition = recognise (cli, arguments[0]);

  if (!stn_cli_get_date (cli, "since", &condition->since, error) ||
      !stn_cli_get_date (cli, "until", &condition->until, error) ||
      !stn_diary_put_condition (diary, condition, NULL, error))
    return FALSE;
  print_line (cli->out, condition, stn_diary_today (diary));
  print_known (cli->out, condition);
  return TRUE;
}

static gboolean
is_meant (const StnPersonCondition *condition, const char *name)
{
  g_autofree char *one = g_utf8_casefold (stn_wording_condition_name (condition), -1);
  g_autofree char *other = g_utf8_casefold (name, -1);

  return g_str_equal (condition->id.uid, name) || g_str_equal (one, other) ||
         g_strcmp0 (condition->condition_id, name) == 0;
}

/* The one that goes on, else the newest of that name; NULL when there is none. */
static StnPersonCondition *
find_named (GPtrArray *conditions, const char *name)
{
  StnPersonCondition *found = NULL;

  for (guint i = 0; i < conditions->len; i++) {
    StnPersonCondition *condition = g_ptr_array_index (conditions, i);

    if (is_meant (condition, name) && (found == NULL || stn_date_is_set (found->until)))
      found = condition;
  }
  return found;
}

/* By the name it has in the diary, else by every word under which it could be added. */
static StnPersonCondition *
find (GPtrArray *conditions, const char *name, GError **error)
{
  StnPersonCondition *found = find_named (conditions, name);
  const StnCondition *known = found == NULL ? stn_recognise_condition (name, NULL) : NULL;

  if (known != NULL)
    found = find_named (conditions, known->id);
  if (found == NULL)
    g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NO_SUCH_RECORD,
                 "the diary has no condition '%s'", stn_excerpt (name));
  return found;
}

static gboolean
end (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  g_autoptr (GPtrArray) conditions = stn_diary_list_conditions (diary, error);
  StnPersonCondition *condition =
    conditions == NULL ? NULL : find (conditions, arguments[0], error);

  if (condition == NULL)
    return FALSE;
  condition->until = stn_diary_today (diary);
  return stn_cli_get_date (cli, "until", &condition->until, error) &&
         stn_diary_put_condition (diary, condition, NULL, error);
}

/* An empty date is not known any more. */
static gboolean
read_date (StnCli *cli, const char *option, StnDate *date, GError **error)
{
  const char *text = stn_cli_get (cli, option);

  if (text == NULL || *text != '\0')
    return stn_cli_get_date (cli, option, date, error);
  *date = STN_NO_DATE;
  return TRUE;
}

static gboolean
edit (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  g_autoptr (GPtrArray) conditions = stn_diary_list_conditions (diary, error);
  StnPersonCondition *condition =
    conditions == NULL ? NULL : find (conditions, arguments[0], error);

  if (condition == NULL)
    return FALSE;
  if (stn_cli_has (cli, "name")) {
    g_autoptr (StnPersonCondition) named = recognise (cli, stn_cli_get (cli, "name"));

    g_free (condition->condition_id);
    g_free (condition->own_words);
    condition->condition_id = g_steal_pointer (&named->condition_id);
    condition->own_words = g_steal_pointer (&named->own_words);
  }
  if (!read_date (cli, "since", &condition->since, error) ||
      !read_date (cli, "until", &condition->until, error) ||
      !stn_diary_put_condition (diary, condition, NULL, error))
    return FALSE;
  print_line (cli->out, condition, stn_diary_today (diary));
  print_known (cli->out, condition);
  return TRUE;
}

static gboolean delete (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  g_autoptr (GPtrArray) conditions = stn_diary_list_conditions (diary, error);
  StnPersonCondition *condition =
    conditions == NULL ? NULL : find (conditions, arguments[0], error);

  if (condition == NULL || !stn_diary_delete_condition (diary, condition->id.uid, NULL, error))
    return FALSE;
  stn_cli_say_deleted (cli);
  return TRUE;
}

static const StnCliCommand commands[] = {
  {"list", "", 0, 0, "json", TRUE, list},
  {"add", "NAME", 1, 1, "since until own-words", FALSE, add},
  {"edit", "NAME", 1, 1, "name since until own-words", FALSE, edit},
  {"end", "NAME", 1, 1, "until", FALSE, end},
  {"delete", "NAME", 1, 1, "", FALSE, delete},
  {"known", "", 0, 0, "", TRUE, list_known},
  {NULL},
};

static gboolean
run (StnCli *cli, GError **error)
{
  return stn_cli_run_command (cli, commands, run, error);
}

const StnCliVerb stn_cli_conditions_verb = {
  .name = "conditions",
  .arguments = "[list | add NAME | edit NAME | end NAME | delete NAME | known]",
  .min_arguments = 0,
  .max_arguments = 2,
  .summary = N_ ("Keep the list of illnesses and other conditions"),
  .options = options,
  .run = run,
};
