/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-verbs.h"

#include "base/stn-json-writer.h"
#include "base/stn-text-line.h"
#include "base/stn-text-number.h"
#include "diary/stn-diary-person.h"
#include "wording/stn-wording-medicine.h"

#include <glib/gi18n.h>
#include <string.h>

static const StnCliOption options[] = {
  {"json", NULL, FALSE, N_ ("print JSON for programs")},
  STN_CLI_NO_MORE_OPTIONS,
};

/* What the words of the command line say; only what is given counts. */
typedef struct {
  gboolean has_birth_year, has_sex, has_hemisphere, has_number, has_pregnant;
  StnPerson person;
  StnPregnancyAnswer pregnancy;
} Words;

static gboolean
read_birth_year (Words *words, const char *value, GError **error)
{
  int year;

  words->has_birth_year = TRUE;
  if (value == NULL)
    return TRUE;
  if (!stn_int_parse (value, STN_DATE_FIRST_YEAR, STN_DATE_LAST_YEAR, &year, error))
    return FALSE;
  words->person.birth_year = STN_KNOWN_INT (year);
  return TRUE;
}

static gboolean
read_sex (Words *words, const char *value, GError **error)
{
  words->has_sex = TRUE;
  return value == NULL || stn_sex_parse (value, &words->person.sex, error);
}

static gboolean
read_hemisphere (Words *words, const char *value, GError **error)
{
  words->has_hemisphere = TRUE;
  return value == NULL || stn_hemisphere_parse (value, &words->person.hemisphere, error);
}

static gboolean
read_number (Words *words, const char *value, GError **error)
{
  words->has_number = TRUE;
  words->person.emergency_number = g_strdup (value);
  return TRUE;
}

static gboolean
read_pregnant (Words *words, const char *value, GError **error)
{
  words->has_pregnant = TRUE;
  return value == NULL || stn_answer_parse (value, &words->pregnancy.answer, error);
}

static gboolean
read_due (Words *words, const char *value, GError **error)
{
  return value == NULL || stn_date_parse (value, &words->pregnancy.due, error);
}

static const struct {
  const char *key;
  gboolean (*read) (Words *words, const char *value, GError **error);
} keys[] = {
  {"birth-year", read_birth_year},   {"sex", read_sex},           {"hemisphere", read_hemisphere},
  {"emergency-number", read_number}, {"pregnant", read_pregnant}, {"due", read_due},
};

static gboolean
read_word (Words *words, const char *word, GError **error)
{
  const char *equals = strchr (word, '=');
  const char *value = equals == NULL ? NULL : equals + 1;
  g_autofree char *key = equals == NULL ? g_strdup (word) : g_strndup (word, equals - word);
  g_autoptr (GError) reason = NULL;

  for (guint i = 0; equals != NULL && i < G_N_ELEMENTS (keys); i++) {
    if (!g_str_equal (keys[i].key, key))
      continue;
    if (*value == '\0' || g_str_equal (value, "unknown"))
      value = NULL;
    if (keys[i].read (words, value, &reason))
      return TRUE;
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, "%s: %s", key, reason->message);
    return FALSE;
  }
  g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
               "person takes birth-year, sex, hemisphere, emergency-number, pregnant and due as "
               "KEY=VALUE, not '%s'",
               stn_excerpt (word));
  return FALSE;
}

static gboolean
edit_cb (StnPerson *person, gpointer data, GError **error)
{
  const Words *words = data;

  if (words->has_birth_year)
    person->birth_year = words->person.birth_year;
  if (words->has_sex)
    person->sex = words->person.sex;
  if (words->has_hemisphere)
    person->hemisphere = words->person.hemisphere;
  if (words->has_number) {
    g_free (person->emergency_number);
    person->emergency_number = g_strdup (words->person.emergency_number);
  }
  return TRUE;
}

static gboolean
check_words (const Words *words, GError **error)
{
  if (!stn_date_is_set (words->pregnancy.due) || words->pregnancy.answer == STN_ANSWER_YES)
    return TRUE;
  g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, "due goes with pregnant=yes");
  return FALSE;
}

static gboolean
save (StnCli *cli, const Words *words, GError **error)
{
  g_autoptr (StnDiary) diary = stn_cli_open_diary (cli, STN_STORE_CREATE, error);

  return diary != NULL &&
         stn_diary_edit_person (diary, edit_cb, (gpointer) words,
                                words->has_pregnant ? &words->pregnancy : NULL, NULL, error);
}

/* Printing */

static void
print_json (GString *out, const StnPerson *person, StnAnswer pregnant, StnOptInt week)
{
  StnJsonWriter writer;

  stn_json_writer_init (&writer, out, 1);
  stn_json_writer_begin_object (&writer, NULL);
  stn_json_writer_add_opt_int (&writer, "birth_year", person->birth_year);
  stn_json_writer_add_text (&writer, "sex", stn_sex_to_token (person->sex));
  stn_json_writer_add_text (&writer, "pregnant", stn_answer_to_token (pregnant));
  stn_json_writer_add_opt_int (&writer, "pregnancy_week", week);
  stn_json_writer_add_text (&writer, "hemisphere", stn_hemisphere_to_token (person->hemisphere));
  stn_json_writer_add_text (&writer, "emergency_number", person->emergency_number);
  stn_json_writer_end_object (&writer);
  g_string_append_c (out, '\n');
}

/* As they can be given again. */
static void
print_lines (GString *out, const StnPerson *person, StnAnswer pregnant)
{
  const char *sex = stn_sex_to_token (person->sex);
  const char *hemisphere = stn_hemisphere_to_token (person->hemisphere);
  const char *answer = stn_answer_to_token (pregnant);
  g_autofree char *year =
    person->birth_year.known ? g_strdup_printf ("%d", person->birth_year.value) : NULL;

  g_string_append_printf (
    out, "birth-year=%s\nsex=%s\npregnant=%s\nhemisphere=%s\nemergency-number=%s\n",
    year == NULL ? "unknown" : year, sex == NULL ? "unknown" : sex,
    answer == NULL ? "unknown" : answer, hemisphere == NULL ? "unknown" : hemisphere,
    person->emergency_number == NULL ? "unknown" : person->emergency_number);
}

static gboolean
print (StnCli *cli, GError **error)
{
  g_autoptr (StnDiary) diary = stn_cli_open_diary (cli, STN_STORE_READ_ONLY, error);
  g_autoptr (StnPerson) person = diary == NULL ? NULL : stn_diary_get_person (diary, error);
  g_autoptr (GPtrArray) conditions =
    person == NULL ? NULL : stn_diary_list_conditions (diary, error);
  StnAnswer pregnant;

  if (conditions == NULL)
    return FALSE;
  pregnant = stn_person_is_pregnant_on (person, conditions, stn_diary_today (diary));
  if (stn_cli_has (cli, "json"))
    print_json (cli->out, person, pregnant,
                stn_person_conditions_get_pregnancy_week (conditions, stn_diary_today (diary)));
  else
    print_lines (cli->out, person, pregnant);
  return TRUE;
}

static gboolean
run (StnCli *cli, GError **error)
{
  Words words = {0};
  gboolean done = TRUE;

  if (cli->arguments->len == 0)
    return print (cli, error);
  if (stn_cli_has (cli, "json")) {
    g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
                         "person: --json goes with printing, not with KEY=VALUE");
    return FALSE;
  }
  for (guint i = 0; done && i < cli->arguments->len; i++)
    done = read_word (&words, g_ptr_array_index (cli->arguments, i), error);
  done = done && check_words (&words, error) && stn_cli_try_first (cli, run, error) &&
         save (cli, &words, error);
  g_free (words.person.emergency_number);
  return done;
}

const StnCliVerb stn_cli_person_verb = {
  .name = "person",
  .arguments = "[KEY=VALUE]...",
  .min_arguments = 0,
  .max_arguments = STN_CLI_ANY,
  .summary = N_ ("Print or set birth year, sex, pregnancy, hemisphere, emergency number"),
  .options = options,
  .run = run,
};
