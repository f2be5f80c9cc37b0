/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-command.h"
#include "stn-cli-verbs.h"

#include "base/stn-json-writer.h"
#include "base/stn-text-line.h"
#include "diary/stn-diary-medicines.h"
#include "diary/stn-recognition.h"
#include "wording/stn-wording-medicine.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

static const StnCliOption options[] = {
  {"json", NULL, FALSE, N_ ("print JSON for programs")},
  {"class", "CLASS", FALSE, N_ ("class, as 'medicines classes' names it, or unknown")},
  {"dose", "TEXT", FALSE, N_ ("dose, for example \"2.5 mg\"")},
  {"schedule", "TEXT", FALSE, N_ ("when it is taken, for example \"one in the morning\"")},
  {"as-needed", NULL, FALSE, N_ ("taken when needed, not as scheduled")},
  {"start", "DATE", FALSE, N_ ("taken since that day (default: not known)")},
  {"stop", "DATE", FALSE, N_ ("not taken any more since that day")},
  {"date", "DATE", FALSE, N_ ("the day of the change, or the night of a dose (default: today)")},
  {"raised", NULL, FALSE, N_ ("the dose went up")},
  {"lowered", NULL, FALSE, N_ ("the dose went down")},
  {"times", "N", FALSE, N_ ("how often it was taken that day, 0 for not at all (default: 1)")},
  {"name", "NAME", FALSE, N_ ("its new name")},
  STN_CLI_NO_MORE_OPTIONS,
};

static gboolean
usage (GError **error, const char *message)
{
  g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, message);
  return FALSE;
}

/* JSON */

static void
add_date (StnJsonWriter *writer, const char *name, StnDate date)
{
  char text[STN_DATE_TEXT_SIZE];

  stn_json_writer_add_text (writer, name,
                            stn_date_is_set (date) ? stn_date_to_text (date, text) : NULL);
}

/* Of the time of taking it that is the newest. */
static void
add_start_and_stop (StnJsonWriter *writer, const StnMedicine *medicine)
{
  StnDate start = STN_NO_DATE, stop = STN_NO_DATE;

  for (guint i = 0; i < medicine->changes->len; i++) {
    const StnMedicineChange *change = g_ptr_array_index (medicine->changes, i);

    if (change->event == STN_MEDICINE_START) {
      start = change->date;
      stop = STN_NO_DATE;
    } else if (change->event == STN_MEDICINE_STOP)
      stop = change->date;
  }
  add_date (writer, "start", start);
  add_date (writer, "stop", stop);
}

static void
add_changes (StnJsonWriter *writer, const StnMedicine *medicine)
{
  stn_json_writer_begin_array (writer, "changes");
  for (guint i = 0; i < medicine->changes->len; i++) {
    const StnMedicineChange *change = g_ptr_array_index (medicine->changes, i);

    stn_json_writer_begin_object (writer, NULL);
    stn_json_writer_add_text (writer, "change", stn_medicine_event_to_token (change->event));
    add_date (writer, "date", change->date);
    stn_json_writer_add_text (writer, "dose", change->dose);
    stn_json_writer_add_text (writer, "direction", stn_dose_change_to_token (change->direction));
    stn_json_writer_end_object (writer);
  }
  stn_json_writer_end_array (writer);
}

static void
add_intakes (StnJsonWriter *writer, const StnMedicine *medicine)
{
  stn_json_writer_begin_array (writer, "taken");
  for (guint i = 0; i < medicine->intakes->len; i++) {
    const StnMedicineIntake *intake = g_ptr_array_index (medicine->intakes, i);

    stn_json_writer_begin_object (writer, NULL);
    add_date (writer, "night", intake->night);
    stn_json_writer_add_int (writer, "times", intake->count);
    stn_json_writer_end_object (writer);
  }
  stn_json_writer_end_array (writer);
}

static void
add_medicine (StnJsonWriter *writer, const StnMedicine *medicine, StnDate today)
{
  const StnMedicineClass *medicine_class =
    medicine->class_id == NULL
      ? NULL
      : stn_knowledge_get_medicine_class (stn_knowledge_get (), medicine->class_id);

  stn_json_writer_begin_object (writer, NULL);
  stn_json_writer_add_text (writer, "uid", medicine->id.uid);
  stn_json_writer_add_text (writer, "name", medicine->name);
  stn_json_writer_add_text (writer, "class", medicine->class_id);
  stn_json_writer_add_text (
    writer, "grade", medicine_class == NULL ? NULL : stn_grade_to_token (medicine_class->on.grade));
  stn_json_writer_add_boolean (writer, "as_needed", medicine->as_needed);
  stn_json_writer_add_text (writer, "schedule", medicine->schedule);
  stn_json_writer_add_text (writer, "dose", stn_medicine_get_dose_on (medicine, today));
  stn_json_writer_add_boolean (writer, "in_use", stn_medicine_is_in_use_on (medicine, today));
  add_start_and_stop (writer, medicine);
  add_changes (writer, medicine);
  add_intakes (writer, medicine);
  stn_json_writer_end_object (writer);
}

/* Text */

static void
print_known (GString *out, const StnMedicineClass *medicine_class)
{
  g_autoptr (StnKnownText) text = stn_wording_known_of_class (medicine_class);

  g_string_append_printf (out, "%s\n  %s: %s\n  %s\n  %s\n  %s\n", text->name, text->grade,
                          text->evidence, text->sources, text->ask,
                          stn_wording_medicine_caution ());
}

static void
print_known_of (GString *out, const StnMedicine *medicine)
{
  const StnMedicineClass *medicine_class =
    medicine->class_id == NULL
      ? NULL
      : stn_knowledge_get_medicine_class (stn_knowledge_get (), medicine->class_id);

  if (medicine_class != NULL)
    print_known (out, medicine_class);
}

static void
print_line (GString *out, const StnMedicine *medicine, StnDate today)
{
  g_autofree char *usage_text = stn_wording_medicine_usage (medicine, today);
  g_autofree char *status = stn_wording_medicine_status (medicine, today);

  g_string_append_printf (out, "%s%s%s\n  %s · %s\n", medicine->name,
                          usage_text == NULL ? "" : ": ", usage_text == NULL ? "" : usage_text,
                          status, stn_wording_medicine_class_name (medicine->class_id));
}

static void
print_history (GString *out, const StnMedicine *medicine, StnDate today)
{
  for (guint i = medicine->changes->len; i > 0; i--) {
    const StnMedicineChange *change = g_ptr_array_index (medicine->changes, i - 1);
    g_autofree char *what = stn_wording_medicine_change (change);
    g_autofree char *when = stn_wording_known_date (change->date, today);

    g_string_append_printf (out, "  %s: %s\n", when, what);
  }
}

static gboolean
list (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  g_autoptr (GPtrArray) medicines = stn_diary_list_medicines (diary, error);
  StnDate today = stn_diary_today (diary);
  StnJsonWriter writer;

  if (medicines == NULL)
    return FALSE;
  if (stn_cli_has (cli, "json")) {
    stn_json_writer_init (&writer, cli->out, 1);
    stn_json_writer_begin_array (&writer, NULL);
    for (guint i = 0; i < medicines->len; i++)
      add_medicine (&writer, g_ptr_array_index (medicines, i), today);
    stn_json_writer_end_array (&writer);
    g_string_append_c (cli->out, '\n');
    return TRUE;
  }
  for (guint i = 0; i < medicines->len; i++)
    print_line (cli->out, g_ptr_array_index (medicines, i), today);
  return TRUE;
}

static gboolean
show (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  g_autoptr (GPtrArray) medicines = stn_diary_list_medicines (diary, error);
  const StnMedicine *medicine =
    medicines == NULL ? NULL : stn_diary_find_medicine (medicines, arguments[0], error);
  StnDate today = stn_diary_today (diary);
  StnJsonWriter writer;

  if (medicine == NULL)
    return FALSE;
  if (stn_cli_has (cli, "json")) {
    stn_json_writer_init (&writer, cli->out, 1);
    add_medicine (&writer, medicine, today);
    g_string_append_c (cli->out, '\n');
    return TRUE;
  }
  print_line (cli->out, medicine, today);
  print_history (cli->out, medicine, today);
  print_known_of (cli->out, medicine);
  return TRUE;
}

static gboolean
list_classes (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  const StnMedicineClass *const *classes =
    stn_knowledge_list_medicine_classes (stn_knowledge_get ());

  for (guint i = 0; classes[i] != NULL; i++)
    g_string_append_printf (cli->out, "%-28s %s\n", classes[i]->id, gettext (classes[i]->name));
  return TRUE;
}

/* The class */

static gboolean
read_class (const char *text, char **ret_class, GError **error)
{
  if (!g_str_equal (text, "unknown") &&
      stn_knowledge_get_medicine_class (stn_knowledge_get (), text) == NULL) {
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
                 "--class: there is no class '%s'; 'stillnight-cli medicines classes' lists them",
                 stn_excerpt (text));
    return FALSE;
  }
  g_free (*ret_class);
  *ret_class = g_str_equal (text, "unknown") ? NULL : g_strdup (text);
  return TRUE;
}

/* Says what a name was taken for, or may be. */
static void
recognise (GString *out, StnMedicine *medicine)
{
  g_autoptr (GArray) matches = NULL;
  const StnMedicineClass *found = stn_recognise_medicine (medicine->name, &matches);

  if (found != NULL) {
    const StnMedicineMatch *best = &g_array_index (matches, StnMedicineMatch, 0);

    medicine->class_id = g_strdup (found->id);
    if (best->match.kind != STN_NAME_MATCH_EXACT)
      /* Translators: 1: a name as it was typed, 2: the name of a medicine that the program knows */
      g_string_append_printf (out, _ ("%1$s is taken for %2$s.\n"), medicine->name, best->name);
    return;
  }
  if (matches->len == 0)
    /* Translators: the name of a medicine */
    g_string_append_printf (out, _ ("Stillnight does not know %s; its class stays unknown.\n"),
                            medicine->name);
  else
    /* Translators: the name of a medicine; a list of what it may be follows */
    g_string_append_printf (out, _ ("%s may be several medicines; its class stays unknown:\n"),
                            medicine->name);
  for (guint i = 0; i < matches->len; i++) {
    const StnMedicineMatch *match = &g_array_index (matches, StnMedicineMatch, i);

    g_string_append_printf (out, "  %s (%s: %s)\n", match->name, match->medicine_class->id,
                            gettext (match->medicine_class->name));
  }
  g_string_append_printf (
    out, _ ("Choose one with: stillnight-cli medicines edit '%s' --class CLASS\n"), medicine->name);
}

/* Changes */

static gboolean
add_first_changes (StnCli *cli, StnMedicine *medicine, GError **error)
{
  StnDate start = STN_NO_DATE, stop = STN_NO_DATE;
  char stop_text[STN_DATE_TEXT_SIZE], start_text[STN_DATE_TEXT_SIZE];

  if (!stn_cli_get_date (cli, "start", &start, error) ||
      !stn_cli_get_date (cli, "stop", &stop, error))
    return FALSE;
  if (stn_date_is_set (start) && stn_date_is_set (stop) && stn_date_compare (stop, start) <= 0) {
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, "--stop %s is not after --start %s",
                 stn_date_to_text (stop, stop_text), stn_date_to_text (start, start_text));
    return FALSE;
  }
  return stn_medicine_add_change (
           medicine, stn_medicine_change_new (STN_MEDICINE_START, start, stn_cli_get (cli, "dose")),
           error) &&
         (!stn_date_is_set (stop) ||
          stn_medicine_add_change (medicine,
                                   stn_medicine_change_new (STN_MEDICINE_STOP, stop, NULL), error));
}

static gboolean
add (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  g_autoptr (StnMedicine) medicine = stn_medicine_new (arguments[0]);

  if (stn_cli_has (cli, "class") &&
      !read_class (stn_cli_get (cli, "class"), &medicine->class_id, error))
    return FALSE;
  medicine->as_needed = stn_cli_has (cli, "as-needed");
  medicine->schedule = g_strdup (stn_cli_get (cli, "schedule"));
  if (!add_first_changes (cli, medicine, error) || !stn_medicine_validate (medicine, error))
    return FALSE;
  if (!stn_cli_has (cli, "class"))
    recognise (cli->out, medicine);
  if (!stn_diary_add_medicine (diary, medicine, NULL, error))
    return FALSE;
  print_line (cli->out, medicine, stn_diary_today (diary));
  print_known_of (cli->out, medicine);
  return TRUE;
}

static gboolean
change (StnCli *cli,
        StnDiary *diary,
        const char *name,
        StnMedicineEvent event,
        const char *dose,
        GError **error)
{
  StnDate date = stn_diary_today (diary);
  StnMedicineChange *step;

  if (stn_cli_has (cli, "raised") && stn_cli_has (cli, "lowered"))
    return usage (error, "--raised and --lowered do not go together");
  if (!stn_cli_get_date (cli, "date", &date, error))
    return FALSE;
  step = stn_medicine_change_new (event, date, dose);
  if (stn_cli_has (cli, "raised"))
    step->direction = STN_DOSE_CHANGE_RAISED;
  else if (stn_cli_has (cli, "lowered"))
    step->direction = STN_DOSE_CHANGE_LOWERED;
  return stn_diary_change_medicine (diary, name, step, NULL, error);
}

static gboolean
start (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  return change (cli, diary, arguments[0], STN_MEDICINE_START, stn_cli_get (cli, "dose"), error);
}

static gboolean
stop (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  return change (cli, diary, arguments[0], STN_MEDICINE_STOP, NULL, error);
}

static gboolean
change_dose (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  return change (cli, diary, arguments[0], STN_MEDICINE_DOSE, arguments[1], error);
}

static gboolean
take (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  StnOptInt times = STN_KNOWN_INT (1);
  StnDate night;

  return stn_diary_current_night (diary, &night, error) &&
         stn_cli_get_date (cli, "date", &night, error) &&
         stn_cli_get_int (cli, "times", 0, STN_INTAKES_MAX, &times, error) &&
         stn_diary_take_medicine (diary, arguments[0], night, times, NULL, error);
}

/* A first day that was not known, or was mistyped. */
static gboolean
set_start (StnCli *cli, StnMedicine *medicine, GError **error)
{
  StnMedicineChange *first = stn_medicine_get_first_change (medicine);
  const StnMedicineChange *next =
    medicine->changes->len > 1 ? g_ptr_array_index (medicine->changes, 1) : NULL;
  StnDate start = first != NULL ? first->date : STN_NO_DATE;
  char text[STN_DATE_TEXT_SIZE];

  if (first == NULL) /* damaged; what is wrong with it is said */
    return stn_medicine_validate (medicine, error);
  if (!stn_cli_get_date (cli, "start", &start, error))
    return FALSE;
  if (next != NULL && stn_date_compare (start, next->date) >= 0) {
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
                 "--start is not before the next change, which was on %s",
                 stn_date_to_text (next->date, text));
    return FALSE;
  }
  first->date = start;
  return TRUE;
}

static gboolean
edit_cb (StnMedicine *medicine, gpointer data, GError **error)
{
  StnCli *cli = data;
  const char *name = stn_cli_get (cli, "name");
  const char *schedule = stn_cli_get (cli, "schedule");

  if (name != NULL) {
    g_free (medicine->name);
    medicine->name = g_strdup (name);
  }
  if (schedule != NULL) {
    g_free (medicine->schedule);
    medicine->schedule = *schedule == '\0' ? NULL : g_strdup (schedule);
  }
  if (stn_cli_has (cli, "as-needed"))
    medicine->as_needed = TRUE;
  if (!set_start (cli, medicine, error))
    return FALSE;
  return !stn_cli_has (cli, "class") ||
         read_class (stn_cli_get (cli, "class"), &medicine->class_id, error);
}

static gboolean
edit (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  return stn_diary_edit_medicine (diary, arguments[0], "change-medicine", edit_cb, cli, NULL,
                                  error);
}

static gboolean delete (StnCli *cli, StnDiary *diary, const char *const *arguments, GError **error)
{
  if (!stn_diary_delete_medicine (diary, arguments[0], NULL, error))
    return FALSE;
  stn_cli_say_deleted (cli);
  return TRUE;
}

static const StnCliCommand commands[] = {
  {"list", "", 0, 0, "json", TRUE, list},
  {"show", "NAME", 1, 1, "json", TRUE, show},
  {"classes", "", 0, 0, "", TRUE, list_classes},
  {"add", "NAME", 1, 1, "class dose schedule as-needed start stop", FALSE, add},
  {"start", "NAME", 1, 1, "date dose", FALSE, start},
  {"stop", "NAME", 1, 1, "date", FALSE, stop},
  {"dose", "NAME DOSE", 2, 2, "date raised lowered", FALSE, change_dose},
  {"take", "NAME", 1, 1, "date times", FALSE, take},
  {"edit", "NAME", 1, 1, "name class schedule as-needed start", FALSE, edit},
  {"delete", "NAME", 1, 1, "", FALSE, delete},
  {NULL},
};

static gboolean
run (StnCli *cli, GError **error)
{
  return stn_cli_run_command (cli, commands, run, error);
}

const StnCliVerb stn_cli_medicines_verb = {
  .name = "medicines",
  .arguments = "[list | show|add|start|stop|take|edit|delete NAME | dose NAME DOSE | classes]",
  .min_arguments = 0,
  .max_arguments = 3,
  .summary = N_ ("Keep the list of medicines, with what is known of each"),
  .options = options,
  .run = run,
};
